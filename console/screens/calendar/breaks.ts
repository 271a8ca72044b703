/** 放假时段: days off in a row for the same reason, as a notice tells them. */
import type { CalendarView } from '../../../src/desk/contract.ts';

export interface Break {
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly days: number;
}

const DAY = 86_400_000;

/** @param daysOff in the order of the year */
export function breaksOf(daysOff: CalendarView['daysOff']): Break[] {
  const breaks: Break[] = [];
  for (const { on, name } of daysOff) {
    const last = breaks.at(-1);
    if (last?.name === name && Date.parse(on) - Date.parse(last.to) === DAY)
      breaks[breaks.length - 1] = { ...last, to: on, days: last.days + 1 };
    else breaks.push({ name, from: on, to: on, days: 1 });
  }
  return breaks;
}
