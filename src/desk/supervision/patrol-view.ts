/** 每日巡查 on screen: a month of an agency, and one sheet. */
import { type Permission, permitInSome } from '../../people/actor.ts';
import type { AgencyId } from '../../people/agency.ts';
import { namesOfOfficers } from '../../people/store.ts';
import type { House } from '../../perform.ts';
import { addDays, addMonths, type CivilDate, civil, civilDateAt } from '../../statute/civil-date.ts';
import { isRefusal, type Refusal } from '../../statute/refusal.ts';
import { countStandings, type PatrolDay, patrolDays } from '../../supervision/patrol/month.ts';
import {
  PATROL_SIGHTS,
  PATROL_STANDINGS,
  type PatrolSheet,
  type PatrolStanding,
  standingOf,
} from '../../supervision/patrol/patrol.ts';
import { permitHandingOver, permitRoster, permitSigning } from '../../supervision/patrol/permissions.ts';
import { machineWords, PATROL_POINTS, type PatrolPointName } from '../../supervision/patrol/points.ts';
import { PATROL_DAYS, plannedBetween, type Roster, rosterOn, TURNS } from '../../supervision/patrol/roster.ts';
import { findSheet, rostersOf, sheetsBetween } from '../../supervision/store/patrol.ts';
import { NO_SUCH_SHEET, patrolOfficers } from '../../supervision/store/patrol-stairs.ts';
import { watchFacts } from '../../supervision/store/watch-facts.ts';
import { VERDICTS } from '../../supervision/verdict.ts';
import { type AgencyNames, agencyNames, agencyTerms } from '../agency-names.ts';
import type { PatrolDayView, PatrolMonthView, PatrolSheetView } from '../contract/patrol.ts';
import { handOf } from '../people/hand-of.ts';
import { enter, type Officer, refuseAgency } from '../reach.ts';
import type { PatrolQuery } from './patrol-schemas.ts';

export interface PatrolMonth {
  readonly agencyId: AgencyId;
  readonly month: string;
  readonly rosters: readonly Roster[];
  readonly days: readonly PatrolDay[];
}

/** The month asked for; of the agency asked for, else of the first that patrols. */
export async function patrolMonth(
  officer: Officer,
  { agencyId, month }: PatrolQuery,
  house: House,
): Promise<PatrolMonth | Refusal> {
  const agencies = enter('findings', officer);
  if (isRefusal(agencies)) return agencies;
  const closed = agencyId === undefined ? undefined : refuseAgency('findings', officer, agencyId);
  if (closed) return closed;
  const today = civilDateAt(house.now());
  const all = await rostersOf(house.db, agencies);
  const shown = agencyId ?? all[0]?.agencyId ?? (agencies.includes(officer.agencyId) ? officer.agencyId : agencies[0]!);
  const rosters = all.filter((roster) => roster.agencyId === shown);
  const first = civil(`${month ?? today.slice(0, 7)}-01`);
  const last = addDays(addMonths(first, 1), -1);
  const planned = plannedBetween(rosters, first, last, house.calendar());
  return {
    agencyId: shown,
    month: first.slice(0, 7),
    rosters,
    days: patrolDays(planned, await sheetsBetween(house.db, [shown], first, last), today),
  };
}

export async function patrolMonthView(
  officer: Officer,
  query: PatrolQuery,
  house: House,
): Promise<PatrolMonthView | Refusal> {
  const found = await patrolMonth(officer, query, house);
  if (isRefusal(found)) return found;
  const { agencyId, month, rosters, days } = found;
  const today = civilDateAt(house.now());
  const agencies = enter('findings', officer) as readonly AgencyId[];
  const nameOf = await agencyNames(house.db);
  const eligible = [...(await patrolOfficers(house.db, agencyId, today))];
  const roster = rosterOn(rosters, today) ?? rosters[0];
  const names = await namesOfOfficers(house.db, [
    ...new Set([...eligible, ...(roster?.officerIds ?? []), ...days.map(({ officerId }) => officerId)]),
  ]);
  const called = (id: string) => names.get(id) ?? '已离任人员';
  const counts = countStandings(days);
  return {
    today,
    month,
    agency: termOf(agencyId, nameOf),
    agencies: agencyTerms(agencies, nameOf),
    days: days.map((day) => dayView(day, called)),
    daysOff: daysOffIn(month, house),
    counts: (Object.keys(counts) as PatrolStanding[]).map((standing) => ({
      standing,
      term: PATROL_STANDINGS[standing].term,
      count: counts[standing],
    })),
    roster: roster
      ? {
          from: roster.from,
          turn: TURNS[roster.turn].term,
          days: PATROL_DAYS[roster.days].term,
          officers: roster.officerIds.map(called),
        }
      : null,
    setting: may(permitInSome(officer, (as) => permitRoster(as, agencyId))),
    officers: eligible.map((id) => ({ name: id, term: called(id) })),
    turns: choices(TURNS),
    dayChoices: choices(PATROL_DAYS),
  };
}

function daysOffIn(month: string, { calendar }: House): { on: CivilDate; name: string }[] {
  const found: { on: CivilDate; name: string }[] = [];
  for (let day = civil(`${month}-01`); day.startsWith(month); day = addDays(day, 1)) {
    const name = calendar().holidayName(day);
    if (name !== undefined) found.push({ on: day, name });
  }
  return found;
}

function dayView(
  { day, officerId, standing, sheet, problems }: PatrolDay,
  called: (id: string) => string,
): PatrolDayView {
  const { term } = PATROL_STANDINGS[standing];
  return { day, standing, term, officer: called(officerId), sheetId: sheet?.id ?? null, problems };
}

/** The sheet, or the same answer whether it is another agency's or none at all. */
export async function sheetFor(officer: Officer, id: string, { db }: House): Promise<PatrolSheet | Refusal> {
  const agencies = enter('findings', officer);
  if (isRefusal(agencies)) return agencies;
  const sheet = await findSheet(db, id);
  return sheet && agencies.includes(sheet.agencyId) ? sheet : NO_SUCH_SHEET;
}

/** How many steps it has taken: what an act was decided upon. */
export function seenOf({ handOvers, signed }: PatrolSheet): number {
  return handOvers.length + (signed ? 1 : 0);
}

export async function patrolSheetView(officer: Officer, id: string, house: House): Promise<PatrolSheetView | Refusal> {
  const sheet = await sheetFor(officer, id, house);
  if (isRefusal(sheet)) return sheet;
  const { agencyId, day, coversFrom, officerId, handOvers, signed } = sheet;
  const today = civilDateAt(house.now());
  const eligible = [...(await patrolOfficers(house.db, agencyId, today))];
  const hands = [officerId, ...handOvers.flatMap(({ from, to }) => [from, to]), ...(signed ? [signed.by] : [])];
  const names = await namesOfOfficers(house.db, [...new Set([...eligible, ...hands])]);
  const called = (by: string) => handOf({ by }, names);
  const standing = standingOf(sheet, today);
  const machine = signed?.machine ?? machineWords(await watchFacts(house.db, agencyId, today));
  const points = signed ? signed.answers.map(({ point }) => point) : (Object.keys(PATROL_POINTS) as PatrolPointName[]);
  return {
    id: sheet.id,
    seen: seenOf(sheet),
    today,
    day,
    coversFrom,
    standing,
    term: PATROL_STANDINGS[standing].term,
    agency: (await agencyNames(house.db))(agencyId),
    officer: called(officerId),
    officerId,
    handOvers: handOvers.map((one) => ({ ...one, from: called(one.from), to: called(one.to) })),
    signed: signed && { by: called(signed.by), on: signed.on, lateBecause: signed.lateBecause },
    points: points.map((name) => pointView(name, sheet, machine)),
    sights: choices(PATROL_SIGHTS),
    signing: may(permitInSome(officer, (as) => permitSigning(as, sheet))),
    handingOver: may(permitInSome(officer, (as) => permitHandingOver(as, sheet))),
    officers: eligible.filter((one) => one !== officerId).map((one) => ({ name: one, term: called(one) })),
  };
}

function pointView(
  name: PatrolPointName,
  { signed }: PatrolSheet,
  machine: ReturnType<typeof machineWords>,
): PatrolSheetView['points'][number] {
  const { term, look, basis, certainty } = PATROL_POINTS[name];
  const { state, says } = machine[name];
  const answer = signed?.answers.find(({ point }) => point === name);
  return {
    name,
    term,
    look,
    basis,
    certainty,
    machine: { state, term: VERDICTS[state].term, says },
    answer: answer ? { sight: answer.sight, term: PATROL_SIGHTS[answer.sight].term, says: answer.says } : null,
  };
}

function may(permission: Permission): PatrolMonthView['setting'] {
  return { allowed: permission.allowed, why: permission.allowed ? null : permission.refusal.says };
}

function choices(table: Readonly<Record<string, { readonly term: string }>>) {
  return Object.entries(table).map(([name, { term }]) => ({ name, term }));
}

function termOf(id: AgencyId, nameOf: AgencyNames) {
  return { name: id, term: nameOf(id) };
}
