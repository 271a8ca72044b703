/**
 * 要求补正 [REQ-5, REQ-6]. 《条例》第三十条：自收到申请之日起7个工作日内一次性告知申请人作出补正，说明需要补正的事项和合理的补正期限。
 */
import { art } from '../../statute/articles.ts';
import { inProseWithWeekday } from '../../statute/civil-date.ts';
import { refuse } from '../../statute/refusal.ts';
import { sideClockOf } from '../deadlines.ts';
import { lastOf } from '../facts.ts';
import { isCount, isMissing } from './particulars.ts';
import type { FileAct, Verb } from './verb.ts';

export interface AskCorrection extends FileAct {
  readonly verb: 'askCorrection';
  /** 需要补正的事项. */
  readonly what: string;
  /** 合理的补正期限, in workdays from the applicant's receipt. */
  readonly workdays: number;
}

/** 补正期限的默认值: the Regulation says 合理; ten workdays follow 《行政复议法》第三十一条. */
export const CORRECTION_WORKDAYS = 10;
/** 合理的补正期限 at most; the same for proof that is asked for (`personal-corrections/decide.ts`). */
export const CORRECTION_WORKDAYS_MAX = 60;

export const askCorrection: Verb<AskCorrection> = {
  term: '发出补正告知',
  basis: art(30),
  causes: '期限停止计算，收到补正之日重新起算；补正只能告知一次。',
  trace: 'askedCorrection',
  numbers: ['correction'],
  roles: ['handler', 'officeHead'],
  from: ['inProcess', 'reasonPending', 'consulting'],
  lastDay: (file, today, calendar) => sideClockOf(file, 'correction-notice', today, calendar)?.due,
  may(file, on, calendar) {
    const earlier = lastOf(file.facts, 'correctionAsked');
    if (earlier)
      return refuse(
        'REQ-6',
        art(30),
        `${inProseWithWeekday(earlier.on)}已经要求过补正，补正只能一次性告知。仍不明确的，请与申请人沟通，按可以理解的范围答复，或者以“补正后仍不明确”答复。`,
      );
    const last = sideClockOf(file, 'correction-notice', on, calendar)?.due;
    if (last && on > last)
      return refuse(
        'REQ-5',
        art(30),
        `补正告知应当在收到申请之日起7个工作日内（${inProseWithWeekday(last)}以前）发出，现在已经超过。请通过电话等方式与申请人沟通并留存记录，按可以理解的范围答复。`,
      );
    return undefined;
  },
  act(_, { on, what, workdays }) {
    if (isMissing(what)) return refuse('REQ-7', art(30), '请写明需要补正的事项，申请人要知道补什么。');
    if (!isCount(workdays, 1, CORRECTION_WORKDAYS_MAX))
      return refuse(
        'REQ-7',
        art(30),
        `补正期限应当合理：请填1至${CORRECTION_WORKDAYS_MAX}个工作日，通常为${CORRECTION_WORKDAYS}个。`,
      );
    return { fact: { type: 'correctionAsked', on, what, workdays }, state: 'correctionPending' };
  },
};
