/** 确认收到 (《条例》第三十一条): the day agency and applicant confirm an application that came without a signature. The clock starts. */
import { art } from '../../statute/articles.ts';
import { unexplainedDelay } from './late-confirmation.ts';
import { isMissing } from './particulars.ts';
import type { FileAct, Verb } from './verb.ts';

export interface ConfirmReceipt extends FileAct {
  readonly verb: 'confirmReceipt';
  /** Why it took long [REQ-4]; otherwise empty. */
  readonly why: string;
}

export const confirmReceipt: Verb<ConfirmReceipt> = {
  term: '确认收到',
  basis: art(31),
  causes: '这一天就是收到申请之日，20个工作日的答复期限从次日起算。',
  trace: 'confirmedReceipt',
  roles: ['handler', 'officeHead'],
  from: ['submitted'],
  act(file, { on, why }, scene) {
    const unexplained = unexplainedDelay(file.request.arrivedOn, on, why, scene.calendar);
    if (unexplained) return unexplained;
    return {
      fact: { type: 'received', on, ...(isMissing(why) ? {} : { why }) },
      state: 'inProcess',
      set: { receivedOn: on },
    };
  },
};
