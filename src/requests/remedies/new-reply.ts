/**
 * 责令重新答复 [REM-14] (《行政复议法》第六十四条、第六十六条；《行政诉讼法》第七十条、第七十二条): from when the new reply is due, and on which day.
 */
import { afterDays } from '../../statute/calendar-periods.ts';
import { type CivilDate, inProse } from '../../statute/civil-date.ts';
import type { WorkCalendar } from '../../statute/work-calendar.ts';
import { addWorkdays, crossesProvisional } from '../../statute/workdays.ts';
import { conclusionOf } from './conclusions.ts';
import { factIn, instancesOf, type RemedyFact } from './remedy-facts.ts';

export interface OrderedReply {
  /** Number of the fact that orders it. */
  readonly result: number;
  readonly from: CivilDate;
  /** The day the document names; null where it names none. */
  readonly replyBy: CivilDate | null;
}

/**
 * What the latest result orders; null where it orders nothing or was not received yet. A decision on reconsideration counts from its
 * receipt, a judgment from when it takes effect, which at first instance is when the period for appeal has run out.
 */
export function orderedReply(facts: readonly RemedyFact[], calendar: WorkCalendar): OrderedReply | null {
  const instance = instancesOf(facts).at(-1);
  const concluded = instance && factIn(instance, 'concluded');
  if (!instance || !concluded?.orders || concluded.receivedOn === null) return null;
  const { n, receivedOn, replyBy, conclusion } = concluded;
  const days = instance.stage === 'firstInstance' ? conclusionOf(conclusion).appealDays : null;
  return { result: n, from: days ? afterDays(receivedOn, days, calendar).last : receivedOn, replyBy };
}

const WORKDAYS = 20;

export interface NewReplyDue {
  readonly due: CivilDate;
  readonly provisional: boolean;
  /** The arithmetic. */
  readonly says: string;
}

export function newReplyDue(
  { from, replyBy }: Pick<OrderedReply, 'from' | 'replyBy'>,
  calendar: WorkCalendar,
): NewReplyDue {
  if (replyBy) return { due: replyBy, provisional: false, says: `决定书、判决书定的最后一日：${inProse(replyBy)}` };
  const due = addWorkdays(from, WORKDAYS, calendar);
  return {
    due,
    provisional: crossesProvisional(from, due, calendar),
    says: `没有另定期限，自${inProse(from)}起${WORKDAYS}个工作日，至${inProse(due)}`,
  };
}
