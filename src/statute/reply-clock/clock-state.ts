/**
 * 计时状态: where the clock of one application stands while its record is replayed, and the few questions and moves every effect
 * needs. It lives inside one replay and is never kept.
 */
import { art } from '../articles.ts';
import type { CivilDate } from '../civil-date.ts';
import type { Issue } from '../issue.ts';
import type { StatuteSettings } from '../settings.ts';
import type { WorkCalendar } from '../work-calendar.ts';
import type { Charge } from './charges.ts';
import type { Consultation } from './consultations.ts';
import { named } from './impossible.ts';
import type { Recorded } from './order.ts';
import type { Certainty, Step } from './reckoning.ts';
import { countReply, type Stop } from './stops.ts';

/** 答复期限. 《条例》第三十三条第二款:自收到申请之日起20个工作日内予以答复. */
export const REPLY_WORKDAYS = 20;

/** 补正告知及其回音. */
export interface Correction {
  readonly asked: CivilDate;
  /** False where the notice came too late to have an effect (CLK-7). */
  readonly effective: boolean;
  readonly noticeReceived: CivilDate | null;
  readonly workdays: number;
  received: CivilDate | null;
}

/** 一件申请在某一时刻的计时状态. */
export interface ClockState {
  readonly received: CivilDate;
  readonly today: CivilDate;
  readonly calendar: WorkCalendar;
  readonly settings: StatuteSettings;
  readonly consultations: readonly Consultation[];
  readonly charges: readonly Charge[];
  /** 停表: consultations, and with `feeClockMode: resume` the time from fee notice to payment. */
  readonly stops: Stop[];
  /** 起算日 (CLK-2) and the fact that made it. */
  base: CivilDate;
  baseIs: '收到申请' | '收到补正' | '完成缴费';
  /** 延期, in workdays, counted from the present base. */
  extension: number;
  delayedUntil: CivilDate | null;
  correction: Correction | null;
  /** The delivered notice that is neither paid nor withdrawn. */
  charge: Charge | null;
  /** What the period was when a payment restarted it: the conservative line counts on from there. */
  beforePayment: { readonly base: CivilDate; readonly workdays: number; readonly stop: Stop } | null;
  signed: CivilDate | null;
  end: { readonly by: 'served' | 'withdrawn' | 'abandoned'; on: CivilDate; receivedOn: CivilDate | null } | null;
  readonly steps: Step[];
  readonly issues: Issue[];
}

/** 期限的现状. `awaiting`: nothing runs until a correction or a payment comes in, and then it starts anew. */
export type Standing =
  | { readonly runs: 'to'; readonly due: CivilDate; readonly skipped: number }
  | { readonly runs: 'paused'; readonly used: number; readonly left: number }
  | { readonly runs: 'awaiting'; readonly what: 'correction' | 'payment' };

export function standing(run: ClockState): Standing {
  if (run.correction?.effective && run.correction.received === null) return { runs: 'awaiting', what: 'correction' };
  if (run.charge) return { runs: 'awaiting', what: 'payment' };
  if (run.delayedUntil) return { runs: 'to', due: run.delayedUntil, skipped: 0 };
  const counted = countReply(run.base, REPLY_WORKDAYS + run.extension, run.stops, run.calendar);
  if (counted.due === null) return { runs: 'paused', used: counted.used, left: counted.left };
  return { runs: 'to', due: counted.due, skipped: counted.skipped };
}

/** 期限届满前: up to and including the due day; a period that stands still has not run out. */
export function inTime(run: ClockState, on: CivilDate): boolean {
  const now = standing(run);
  return now.runs !== 'to' || on <= now.due;
}

/** 重新起算 [CLK-2, CLK-5]: extension and delay fall away; a consultation still out keeps only its days after the new base. */
export function restart(run: ClockState, on: CivilDate, baseIs: ClockState['baseIs']): void {
  run.base = on;
  run.baseIs = baseIs;
  if (run.settings.extensionAfterReset === 'cleared') run.extension = 0;
  run.delayedUntil = null;
  run.beforePayment = null;
}

/** What a line about a new start adds where an extension was given before it. */
export function fallenAway(before: number, now: Pick<ClockState, 'extension'>): string {
  return before > 0 && now.extension === 0 ? `；此前延长的 ${before} 个工作日不再计，可以另行延期` : '';
}

export function step(run: ClockState, rule: string, certainty: Certainty, basis: string, says: string): void {
  run.steps.push({ rule, says, basis, certainty });
}

export function issue(
  run: ClockState,
  rule: string,
  event: Recorded,
  says: string,
  advice: string,
  { severity = 'warning', basis = art(33) }: { severity?: Issue['severity']; basis?: string } = {},
): void {
  run.issues.push({
    code: rule,
    severity,
    where: `/events/${event.at}`,
    says: `${named(event)}：${says}`,
    basis,
    advice,
  });
}
