/**
 * 日期核对 [CLK-16, RCV-4]: days that contradict each other make the history impossible. 确认日早于提交日、晚于今天的拒绝;收到日以前
 * 不会有办理;今天以后的事还没有发生.
 */
import { art } from '../articles.ts';
import type { CivilDate } from '../civil-date.ts';
import { CHANNELS, type Receipt } from '../receipt.ts';
import { type Refusal, refuse } from '../refusal.ts';
import type { ClockEvent, History } from './history.ts';
import { impossible } from './impossible.ts';
import type { Recorded } from './order.ts';

/** @returns the first contradiction, undefined when there is none */
export function contradiction(
  history: History,
  received: CivilDate | null,
  events: readonly Recorded[],
): Refusal | undefined {
  return inReceipt(history.receipt, history.today) ?? first(events, (event) => inEvent(event, received, history.today));
}

function inReceipt({ channel, submitted, signedFor, confirmed }: Receipt, today: CivilDate): Refusal | undefined {
  const wrong = (says: string) => refuse('RCV-4', CHANNELS[channel].basis, says);
  if (submitted > today) return wrong(`提交日 ${submitted} 晚于今天 ${today}。请核对日期。`);
  if (signedFor && signedFor < submitted)
    return wrong(`签收日 ${signedFor} 早于提交日 ${submitted}。请核对邮件签收单。`);
  if (signedFor && signedFor > today) return wrong(`签收日 ${signedFor} 晚于今天 ${today}。请核对日期。`);
  const arrived = CHANNELS[channel].dayZero === 'confirmed' ? (signedFor ?? submitted) : submitted;
  if (confirmed && confirmed < arrived)
    return wrong(`确认日 ${confirmed} 早于申请到达的 ${arrived}。请核对与申请人确认的记录。`);
  if (confirmed && confirmed > today) return wrong(`确认日 ${confirmed} 晚于今天 ${today}。请核对日期。`);
  return undefined;
}

function inEvent(event: Recorded, received: CivilDate | null, today: CivilDate): Refusal | undefined {
  const basis = art(31);
  if (received === null)
    return impossible(event, basis, '申请还没有收到（未签收或者未经双方确认），不会有办理。请先补录收到的事实。');
  if (event.on < received) return impossible(event, basis, `早于收到申请之日 ${received}。请核对日期。`);
  if (event.on > today) return impossible(event, basis, `晚于今天 ${today}，尚未发生，不能计算。请核对日期。`);
  return first(furtherDays(event), ({ term, day, notBefore }) => {
    if (day > today) return impossible(event, basis, `${term} ${day} 晚于今天 ${today}。请核对日期。`);
    const earliest = notBefore ?? received;
    return day < earliest ? impossible(event, basis, `${term} ${day} 早于 ${earliest}。请核对日期。`) : undefined;
  });
}

interface FurtherDay {
  readonly term: string;
  readonly day: CivilDate;
  /** The day of receipt where undefined. */
  readonly notBefore?: CivilDate;
}

/** The other days an event carries. A paper is received after it was sent; consent may precede its notice. */
function furtherDays(event: ClockEvent): FurtherDay[] {
  if (event.type === 'extended') return event.approved ? [{ term: '负责人同意日', day: event.approved }] : [];
  return 'receivedOn' in event && event.receivedOn
    ? [{ term: '对方收到日', day: event.receivedOn, notBefore: event.on }]
    : [];
}

function first<T, R>(values: readonly T[], find: (value: T) => R | undefined): R | undefined {
  for (const value of values) {
    const found = find(value);
    if (found !== undefined) return found;
  }
  return undefined;
}
