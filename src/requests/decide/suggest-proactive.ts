/**
 * 建议转为主动公开 [REQ-110] (《条例》第四十四条第二款): by the applicant, who thinks that it concerns everybody, or by an officer who has read the file.
 */
import { art } from '../../statute/articles.ts';
import { refuse } from '../../statute/refusal.ts';
import { factsOf } from '../facts.ts';
import { openSuggestion, refuseTurning } from '../proactive.ts';
import { isMissing } from './particulars.ts';
import type { FileAct, Verb } from './verb.ts';

export interface SuggestProactive extends FileAct {
  readonly verb: 'suggestProactive';
  /** 涉及公众利益调整、需要公众广泛知晓或者参与决策的理由. */
  readonly why: string;
}

const BASIS = art(44, { paragraph: 2 });

export const suggestProactive: Verb<SuggestProactive> = {
  term: '建议转为主动公开',
  basis: BASIS,
  causes: '记入案卷，由承办人或者负责人审核是否转为主动公开；审核以前什么都不公开。',
  trace: 'suggestedProactive',
  roles: ['handler', 'officeHead', 'legal', 'secrecyReviewer', 'signatory'],
  byApplicant: true,
  from: ['served', 'archived'],
  may({ facts }, _on, _calendar, { kind }) {
    const shut = refuseTurning(facts);
    if (shut) return shut;
    if (openSuggestion(facts)) return refuse('REQ-110', BASIS, '已经有人建议过，正在等审核。');
    // Whoever was answered once is not asked to be answered again and again.
    const isAgain = kind === 'public' && factsOf(facts, 'proactiveSuggested').some(({ by }) => by === 'public');
    return isAgain ? refuse('REQ-110', BASIS, '您已经建议过，受理机关已经审核。') : undefined;
  },
  act: (_, { on, why }) =>
    isMissing(why)
      ? refuse('REQ-110', BASIS, '请写明理由：涉及公众利益调整、需要公众广泛知晓，还是需要公众参与决策。')
      : { fact: { type: 'proactiveSuggested', on, why: why.trim() } },
};
