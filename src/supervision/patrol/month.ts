/** 巡查月历 [SUP-58]: every day the rosters ask for, with what became of it. What was asked for and has no signed sheet is missed, whether or not a sheet was made. */
import type { CivilDate } from '../../statute/civil-date.ts';
import { type PatrolSheet, type PatrolStanding, standingOf } from './patrol.ts';
import type { PlannedPatrol } from './roster.ts';

export interface PatrolDay {
  readonly day: CivilDate;
  readonly officerId: string;
  readonly standing: PatrolStanding;
  readonly sheet: PatrolSheet | undefined;
  /** Points that were not fine; null while nobody signed. */
  readonly problems: number | null;
}

/** A sheet that was made stays in its month, although a later roster would not ask for it. */
export function patrolDays(
  planned: readonly PlannedPatrol[],
  sheets: readonly PatrolSheet[],
  today: CivilDate,
): PatrolDay[] {
  const made = new Map(sheets.map((sheet) => [sheet.day, sheet]));
  const plan = new Map(planned.map((one) => [one.day, one.officerId]));
  return [...new Set([...made.keys(), ...plan.keys()])].sort().map((day) => {
    const sheet = made.get(day);
    return {
      day,
      officerId: sheet?.officerId ?? plan.get(day)!,
      standing: standingOf({ day, signed: sheet?.signed ?? null }, today),
      sheet,
      problems: sheet?.signed ? sheet.signed.answers.filter(({ sight }) => sight === 'problem').length : null,
    };
  });
}

export function countStandings(days: readonly PatrolDay[]): Readonly<Record<PatrolStanding, number>> {
  const count = { signed: 0, late: 0, missed: 0, today: 0, ahead: 0 };
  for (const { standing } of days) count[standing] += 1;
  return count;
}
