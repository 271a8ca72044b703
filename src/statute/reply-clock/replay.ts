/**
 * 计时重放 [CLK-1…18]: the recorded facts of one application are replayed in lawful order; what stands at the end is the due day.
 * Nothing but facts goes in, so the same record gives the same day whoever asks.
 */
import type { CivilDate } from '../civil-date.ts';
import { isRefusal, type Refusal } from '../refusal.ts';
import type { StatuteSettings } from '../settings.ts';
import type { WorkCalendar } from '../work-calendar.ts';
import { chargesOf } from './charges.ts';
import type { ClockState } from './clock-state.ts';
import { consultationsOf, stopOf } from './consultations.ts';
import { correctionAsked, correctionReceived } from './effects/correction.ts';
import { abandoned, replied, served, withdrawn } from './effects/ending.ts';
import { delayed, extended } from './effects/extension.ts';
import { feeNoticed, feePaid, feeWithdrawn } from './effects/fee.ts';
import { afterTheEnd } from './effects/late-comers.ts';
import { consulted, furtherAnswer } from './effects/opinion.ts';
import type { Recorded } from './order.ts';

export function replay(
  received: CivilDate,
  today: CivilDate,
  events: readonly Recorded[],
  calendar: WorkCalendar,
  settings: StatuteSettings,
): ClockState | Refusal {
  const consultations = consultationsOf(events, calendar);
  if (isRefusal(consultations)) return consultations;
  const charges = chargesOf(events, calendar);
  if (isRefusal(charges)) return charges;
  const run: ClockState = {
    received,
    today,
    calendar,
    settings,
    consultations,
    charges,
    stops: consultations.map((consultation) => stopOf(consultation, calendar, settings)),
    base: received,
    baseIs: '收到申请',
    extension: 0,
    delayedUntil: null,
    correction: null,
    charge: null,
    beforePayment: null,
    signed: null,
    end: null,
    steps: [],
    issues: [],
  };
  for (const event of events) {
    const refusal = run.end ? afterTheEnd(run, run.end, event) : apply(run, event);
    if (refusal) return refusal;
  }
  return run;
}

function apply(run: ClockState, event: Recorded): Refusal | undefined {
  switch (event.type) {
    case 'correction-asked':
      return correctionAsked(run, event);
    case 'correction-received':
      return correctionReceived(run, event);
    case 'third-party-asked':
    case 'co-producer-asked':
    case 'agency-asked':
      return consulted(run, event);
    case 'third-party-answered':
    case 'co-producer-answered':
    case 'agency-answered':
    case 'consultation-withdrawn':
      return furtherAnswer(run, event);
    case 'extended':
      return extended(run, event);
    case 'delayed':
      return delayed(run, event);
    case 'fee-noticed':
      return feeNoticed(run, event);
    case 'fee-paid':
      return feePaid(run, event);
    case 'fee-withdrawn':
      return feeWithdrawn(run, event);
    case 'replied':
      return replied(run, event);
    case 'served':
      return served(run, event);
    case 'withdrawn':
      return withdrawn(run, event);
    case 'abandoned':
      return abandoned(run, event);
  }
}
