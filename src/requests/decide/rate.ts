/** 满意度 [REQ-68]: after the reply the applicant may say once how satisfied he is. It changes nothing in the file and is asked of nobody. */
import { art } from '../../statute/articles.ts';
import { refuse } from '../../statute/refusal.ts';
import { factsOf } from '../facts.ts';
import type { FileAct, Verb } from './verb.ts';

export interface Rate extends FileAct {
  readonly verb: 'rate';
  /** 1 (很不满意) to 5 (很满意). */
  readonly score: number;
  readonly words: string;
}

export const SATISFACTION = ['很不满意', '不满意', '一般', '满意', '很满意'] as const;

export const rate: Verb<Rate> = {
  term: '评价办理情况',
  basis: art(46),
  causes: '评价计入统计，不影响案卷。',
  trace: 'rated',
  roles: [],
  byApplicant: true,
  from: ['served', 'abandoned', 'withdrawn', 'archived'],
  may: ({ facts }) =>
    factsOf(facts, 'rated').length > 0 ? refuse('REQ-68', art(46), '您已经评价过，谢谢。') : undefined,
  act(_, { on, score, words }) {
    if (!Number.isInteger(score) || score < 1 || score > SATISFACTION.length)
      return refuse('REQ-68', art(46), '请选择满意的程度。');
    return { fact: { type: 'rated', on, score, words: words.trim() } };
  },
};
