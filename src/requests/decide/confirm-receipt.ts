/** 确认收到 (《条例》第三十一条): the day agency and applicant confirm an application that came without a signature. The clock starts. */
import { art } from '../../statute/articles.ts';
import { refuse } from '../../statute/refusal.ts';
import { workdaysBetween } from '../../statute/workdays.ts';
import { isMissing } from './particulars.ts';
import type { FileAct, Verb } from './verb.ts';

export interface ConfirmReceipt extends FileAct {
  readonly verb: 'confirmReceipt';
  /** Why it took two workdays or more; otherwise empty. */
  readonly why: string;
}

/** 确认迟延 [REQ-4]: from this many workdays on the reason is asked for. */
const LATE_FROM_WORKDAYS = 2;

export const confirmReceipt: Verb<ConfirmReceipt> = {
  term: '确认收到',
  basis: art(31),
  causes: '这一天就是收到申请之日，20个工作日的答复期限从次日起算。',
  trace: 'confirmedReceipt',
  roles: ['handler', 'officeHead'],
  from: ['submitted'],
  act(file, { on, why }, scene) {
    const late = workdaysBetween(file.request.arrivedOn, on, scene.calendar);
    if (late >= LATE_FROM_WORKDAYS && isMissing(why))
      return refuse(
        'REQ-4',
        art(31),
        `申请到达后第${late}个工作日才确认。收到之日从确认日起算，请写明迟延的原因（例如每次联系申请人的时间和结果）。`,
      );
    return {
      fact: { type: 'received', on, ...(isMissing(why) ? {} : { why }) },
      state: 'inProcess',
      set: { receivedOn: on },
    };
  },
};
