/** Histories as tests tell them: in the JSON of the command, reckoned with the built-in calendar. */
import { civil } from '../../src/statute/civil-date.ts';
import { isRefusal, type Refusal } from '../../src/statute/refusal.ts';
import { readHistory } from '../../src/statute/reply-clock/read-history.ts';
import type { Reckoning } from '../../src/statute/reply-clock/reckoning.ts';
import { replyDue } from '../../src/statute/reply-clock/reply-due.ts';
import { DEFAULT_SETTINGS, type StatuteSettings } from '../../src/statute/settings.ts';
import { builtInCalendar } from '../../src/statute/work-calendar.ts';

export type Fields = Record<string, unknown>;

export interface Told {
  /** A day stands for an application handed in at the counter on it. */
  readonly receipt: Fields | string;
  readonly events?: readonly Fields[];
  readonly today?: string;
  readonly settings?: Partial<StatuteSettings>;
}

export function event(type: string, on: string, more: Fields = {}): Fields {
  return { type, on, ...more };
}

/** What the clock answers, refusals included. */
export function answer({ receipt, events = [], today = '2026-12-31', settings }: Told): Reckoning | Refusal {
  const given = typeof receipt === 'string' ? { channel: 'counter', submitted: receipt } : receipt;
  const history = readHistory({ receipt: given, events }, civil(today));
  if (history === undefined) throw new Error('not of the shape of a history');
  return isRefusal(history) ? history : replyDue(history, builtInCalendar, { ...DEFAULT_SETTINGS, ...settings });
}

/** The reckoning of a history that can be. */
export function reckon(told: Told): Reckoning {
  const reckoning = answer(told);
  if (isRefusal(reckoning)) throw new Error(`${reckoning.code} ${reckoning.says}`);
  return reckoning;
}
