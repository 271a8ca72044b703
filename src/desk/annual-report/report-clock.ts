/** 年报的日子按什么算: today, the calendar, and the day on which the work in this system began [ANR-60]. */
import { firstEntryAt } from '../../ledger/store.ts';
import type { House } from '../../perform.ts';
import { type CivilDate, civilDateAt } from '../../statute/civil-date.ts';
import type { WorkCalendar } from '../../statute/work-calendar.ts';

export interface ReportClock {
  readonly today: CivilDate;
  readonly began: CivilDate;
  readonly calendar: WorkCalendar;
}

export async function reportClock({ db, now, calendar }: House): Promise<ReportClock> {
  const at = now();
  return { today: civilDateAt(at), began: civilDateAt((await firstEntryAt(db)) ?? at), calendar: calendar() };
}
