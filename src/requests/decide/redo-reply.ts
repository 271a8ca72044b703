/**
 * 重新答复 [REM-14…REM-16]. 《行政复议法》第六十四条、第六十六条，《行政诉讼法》第七十条、第七十二条: the agency was ordered to reply anew, or corrects its
 * reply itself while the case is heard. The file opens again with a clock of its own; it is no new application.
 */

import { type Refusal, refuse } from '../../statute/refusal.ts';
import type { WorkCalendar } from '../../statute/work-calendar.ts';
import { factsOf, type RequestFact } from '../facts.ts';
import { orderedReply } from '../remedies/new-reply.ts';
import type { RemedyFile } from '../remedies/remedy.ts';
import { isMissing } from './particulars.ts';
import type { FileAct, Verb } from './verb.ts';

export interface RedoReply extends FileAct {
  readonly verb: 'redoReply';
  /** The case that orders it, or that is being heard while the agency corrects itself. */
  readonly remedyId: string;
  /** What was wrong with the reply and what will be different. */
  readonly why: string;
}

const BASIS = '《行政复议法》第六十四条，《行政诉讼法》第七十条';

export const redoReply: Verb<RedoReply> = {
  term: '重新答复',
  basis: BASIS,
  causes:
    '案卷重新打开，新的答复重新拟写、审核、签发、送达，期限按决定书、判决书；不是新的申请，年度报告表三不再计数。',
  trace: 'reopenedForNewReply',
  roles: ['handler', 'officeHead', 'legal'],
  from: ['served', 'abandoned', 'archived'],
  may: ({ facts, remedies = [] }, _on, calendar) =>
    remedies.some((remedy) => reasonFor(remedy, facts, calendar))
      ? undefined
      : refuse(
          'REM-15',
          BASIS,
          '没有复议、诉讼案件责令重新答复，也没有正在审理、可以自行纠正的案件。请先登记案件和结果。',
        ),
  act({ facts, remedies = [] }, { on, remedyId, why }, { calendar }) {
    const remedy = remedies.find(({ id }) => id === remedyId);
    const reason = remedy && reasonFor(remedy, facts, calendar);
    if (!remedy || !reason) return noReason();
    if (isMissing(why)) return refuse('REM-15', BASIS, '请写明原答复错在哪里、重新答复要改什么，承办人据此办理。');
    if (on < remedy.filedOn) return refuse('REM-15', BASIS, '重新答复不能早于案件受理，请核对日期。');
    const { result, from, replyBy } = reason === 'own' ? { result: null, from: on, replyBy: null } : reason;
    const { caseNumber } = remedy;
    return {
      fact: { type: 'reopened', on, remedy: remedyId, caseNumber, result, from, replyBy, why },
      state: 'redoing',
    };
  },
};

function noReason(): Refusal {
  return refuse('REM-15', BASIS, '所选的案件没有责令重新答复，或者已经重新答复过。请刷新案卷，核对案件的结果。');
}

/** What makes a case ask for a new reply: an order that was not followed yet, or that it is still being heard. */
export function reasonFor(
  { id, closedOn, facts: steps }: RemedyFile,
  facts: readonly RequestFact[],
  calendar: WorkCalendar,
): ReturnType<typeof orderedReply> | 'own' {
  const followed = (result: number | null) =>
    factsOf(facts, 'reopened').some((fact) => fact.remedy === id && fact.result === result);
  if (closedOn === null) return followed(null) ? null : 'own';
  const order = orderedReply(steps, calendar);
  return order && !followed(order.result) ? order : null;
}
