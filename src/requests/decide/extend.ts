/**
 * 延长答复期限 [REQ-14, REQ-15]. 《条例》第三十三条第二款：需要延长答复期限的，应当经政府信息公开工作机构负责人同意并告知申请人，延长的期限最长不得超过
 * 20个工作日。Consent and notice both come before the period ends, and once for each start of the clock (CLK-6).
 */
import { art } from '../../statute/articles.ts';
import { type CivilDate, inProse, inProseWithWeekday } from '../../statute/civil-date.ts';
import { refuse } from '../../statute/refusal.ts';
import { dueOf } from '../deadlines.ts';
import { factsOf, lastOf } from '../facts.ts';
import { clockBase } from '../standing.ts';
import { isCount, isMissing } from './particulars.ts';
import type { FileAct, Verb } from './verb.ts';

/** Acted by the head of the disclosure office: `on` is the day the notice went out. */
export interface Extend extends FileAct {
  readonly verb: 'extend';
  readonly consentedOn: CivilDate;
  readonly workdays: number;
  readonly why: string;
}

const BASIS = art(33, { paragraph: 2 });
const EXTENSION_WORKDAYS = 20;

export const extend: Verb<Extend> = {
  term: '延长答复期限',
  basis: BASIS,
  causes: '答复期限延长，最长20个工作日；同一起算日只延长一次，应当书面告知申请人。',
  trace: 'extended',
  numbers: ['extension'],
  roles: ['officeHead'],
  from: ['inProcess', 'reasonPending', 'consulting', 'drafted', 'reviewed'],
  lastDay: dueOf,
  may(file, on, calendar) {
    const { facts } = file;
    if (lastOf(facts, 'delayed'))
      return refuse('REQ-15', art(35), '已经依第三十五条确定了延迟答复的期限，不再叠加延期。请在该期限内答复。');
    const base = clockBase(facts)!;
    const earlier = factsOf(facts, 'extended').find((f) => f.on >= base);
    if (earlier)
      return refuse(
        'REQ-15',
        BASIS,
        `${inProse(earlier.on)}已经延长过${earlier.workdays}个工作日，同一起算日只能延长一次。请在现在的期限内答复。`,
      );
    const due = dueOf(file, on, calendar);
    if (due && on > due)
      return refuse(
        'REQ-14',
        BASIS,
        `答复期限到${inProseWithWeekday(due)}为止，已经届满，不能用延期补救。请尽快答复，并向申请人说明。`,
      );
    return undefined;
  },
  act({ facts }, { on, consentedOn, workdays, why }) {
    const base = clockBase(facts)!;
    if (consentedOn > on || consentedOn < base)
      return refuse('REQ-14', BASIS, '负责人同意的日期应当在期限起算以后、告知申请人以前，请核对。');
    if (!isCount(workdays, 1, EXTENSION_WORKDAYS))
      return refuse(
        'REQ-14',
        BASIS,
        `延长的期限最长不得超过${EXTENSION_WORKDAYS}个工作日，请填1至${EXTENSION_WORKDAYS}。`,
      );
    if (isMissing(why)) return refuse('REQ-14', BASIS, '请写明延长的理由，告知书要用。');
    return { fact: { type: 'extended', on, consentedOn, workdays, why } };
  },
};
