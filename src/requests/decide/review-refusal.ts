/**
 * 评估审查 [REQ-116] (《条例》第十八条): somebody has looked again at what was refused and says that it still holds, until when and why; or that it may be
 * disclosed, to everybody (第四十四条 then shows the way) or by telling the applicant.
 */
import { art } from '../../statute/articles.ts';
import { addMonths, type CivilDate, inProse } from '../../statute/civil-date.ts';
import { refuse } from '../../statute/refusal.ts';
import { REVIEW_VERDICTS, type ReviewVerdict, reviewDue } from '../refusal-review.ts';
import { isMissing } from './particulars.ts';
import type { FileAct, Verb } from './verb.ts';

export interface ReviewRefusal extends FileAct {
  readonly verb: 'reviewRefusal';
  readonly verdict: ReviewVerdict;
  /** 下次评估的日期, where it still holds. */
  readonly until?: CivilDate;
  readonly why: string;
}

const BASIS = art(18);

export const reviewRefusal: Verb<ReviewRefusal> = {
  term: '评估审查',
  basis: BASIS,
  causes:
    '仍然不予公开的，定下次评估的日期；可以公开的，转为主动公开，或者在申请人的查询页面告知。原答复不改变，年度报告不重复计数。',
  trace: 'reviewedRefusal',
  roles: ['handler', 'officeHead'],
  from: ['served', 'archived'],
  may: ({ facts }) =>
    reviewDue(facts) === null
      ? refuse('REQ-116', BASIS, '没有需要评估的内容：答复没有依第十四条至第十六条不予公开，或者已经评估为可以公开。')
      : undefined,
  act(_, { on, verdict, until, why }, { calendar }) {
    if (!Object.hasOwn(REVIEW_VERDICTS, verdict)) return refuse('REQ-116', BASIS, '请选择评估的结论。');
    if (isMissing(why)) return refuse('REQ-116', BASIS, '请写明评估的理由：不予公开的原因还在不在，情势有什么变化。');
    if (verdict !== 'holds') return { fact: { type: 'refusalReviewed', on, verdict, until: null, why: why.trim() } };
    const latest = addMonths(on, calendar.settings.refusalReviewMonths);
    if (until === undefined || until <= on || until > latest)
      return refuse('REQ-116', BASIS, `请定下次评估的日期，在评估之日以后，不晚于${inProse(latest)}。`);
    return { fact: { type: 'refusalReviewed', on, verdict, until, why: why.trim() } };
  },
};
