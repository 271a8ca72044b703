/**
 * 收费通知 [CLK-10]: each notice paired with its payment or withdrawal. 缴费期自收到收费通知次日起 20 个工作日;期满后才缴的不恢复、应退还;机关撤回
 * 通知的,视为期限从未停过.
 */
import { LAWS } from '../articles.ts';
import type { CivilDate } from '../civil-date.ts';
import type { Refusal } from '../refusal.ts';
import type { WorkCalendar } from '../work-calendar.ts';
import { addWorkdays } from '../workdays.ts';
import { impossible } from './impossible.ts';
import type { Recorded } from './order.ts';

export const PAYMENT_WORKDAYS = 20;
export const FEE_BASIS = `${LAWS.feeMeasures}第六条`;

export interface Charge {
  readonly at: number;
  readonly noticed: CivilDate;
  readonly received: CivilDate | null;
  /** 完成缴费之日, within the period of payment. */
  paid: CivilDate | null;
  /** Numbers of the payments that came after the period: to be returned. They leave the notice as it stands. */
  readonly tooLate: number[];
  withdrawn: CivilDate | null;
  /** Number of the event that paid or withdrew it. */
  settledAt: number | null;
  /** `replaced`: never delivered and sent again; `repeated`: sent again although delivered. Neither stops the clock. */
  void: 'replaced' | 'repeated' | null;
}

export function chargesOf(events: readonly Recorded[], calendar: WorkCalendar): Charge[] | Refusal {
  const all: Charge[] = [];
  for (const event of events) {
    const open = all.findLast((c) => c.paid === null && c.withdrawn === null && c.void === null);
    if (event.type === 'fee-noticed') {
      const repeated = open !== undefined && open.received !== null;
      if (open && !repeated) open.void = 'replaced';
      all.push({
        at: event.at,
        noticed: event.on,
        received: event.receivedOn ?? null,
        paid: null,
        tooLate: [],
        withdrawn: null,
        settledAt: null,
        void: repeated ? 'repeated' : null,
      });
    } else if (event.type === 'fee-paid' || event.type === 'fee-withdrawn') {
      // [FEE-12] Withdrawn although it was paid: nothing was owed, so nothing stood still and nothing began anew.
      const paid =
        event.type === 'fee-withdrawn' ? all.findLast((c) => c.paid !== null && c.withdrawn === null) : undefined;
      if (!open && paid) {
        paid.withdrawn = event.on;
        continue;
      }
      if (!open) return impossible(event, FEE_BASIS, '没有与它对应的、尚未缴清的收费通知。请核对是否漏记了收费通知。');
      const last = lastPaymentDay(open, calendar);
      if (event.type === 'fee-paid' && last !== null && event.on > last) {
        open.tooLate.push(event.at);
        continue;
      }
      open.settledAt = event.at;
      if (event.type === 'fee-withdrawn') open.withdrawn = event.on;
      else open.paid = event.on;
    }
  }
  return all;
}

/** 缴费末日; null while the day the notice was received is not known. */
export function lastPaymentDay({ received }: Charge, calendar: WorkCalendar): CivilDate | null {
  return received === null ? null : addWorkdays(received, PAYMENT_WORKDAYS, calendar);
}

/**
 * Whether the notice stops the clock. An undelivered one does not (推论,从严: the period of payment has not begun), and payment
 * proves delivery.
 */
export function stopsTheClock({ received, paid, withdrawn, void: none }: Charge): boolean {
  return withdrawn === null && none === null && (received !== null || paid !== null);
}
