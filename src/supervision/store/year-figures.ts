/** 监督保障的年度件数: the records first, and the figure as what they add. */
import type { AgencyId } from '../../people/agency.ts';
import type { Db } from '../../platform/database.ts';
import { type CivilDate, civilFromParts } from '../../statute/civil-date.ts';
import { FINDING_KINDS } from '../finding-kinds.ts';
import { PATROL_STANDINGS, standingOf } from '../patrol/patrol.ts';
import type { SupervisionCounts, SupervisionFigure } from '../year-figures.ts';
import { sheetsBetween } from './patrol.ts';
import { trainingsOf } from './trainings.ts';
import { workPointsOf } from './work-points.ts';

export interface SupervisionRecord {
  readonly agencyId: AgencyId;
  readonly title: string;
  readonly note: string;
  readonly on: CivilDate;
  /** What it adds. */
  readonly share: number;
  /** Where the console shows it. */
  readonly path: string;
}

type Finder = (db: Db, agencyIds: readonly AgencyId[], year: number) => Promise<SupervisionRecord[]>;

const RECORDS_OF: Readonly<Record<SupervisionFigure, Finder>> = {
  async patrols(db, agencyIds, year) {
    const [first, last] = [civilFromParts(year, 1, 1), civilFromParts(year, 12, 31)];
    return (await sheetsBetween(db, agencyIds, first, last))
      .filter(({ signed }) => signed !== null)
      .map((sheet) => ({
        ...{ agencyId: sheet.agencyId, title: `${sheet.day} 的巡查单`, on: sheet.day, share: 1 },
        note: PATROL_STANDINGS[standingOf(sheet, last)].term,
        path: `/patrol/${sheet.id}`,
      }));
  },
  tickets: (db, agencyIds, year) => tickets(db, agencyIds, year, 'opened_on'),
  closed: (db, agencyIds, year) => tickets(db, agencyIds, year, 'closed_on'),
  trainings: (db, agencyIds, year) => heldTrainings(db, agencyIds, year, () => 1),
  persons: (db, agencyIds, year) => heldTrainings(db, agencyIds, year, (persons) => persons),
  workPoints: (db, agencyIds, year) => points(db, agencyIds, year, false),
  pointsDone: (db, agencyIds, year) => points(db, agencyIds, year, true),
};

async function tickets(
  db: Db,
  agencyIds: readonly AgencyId[],
  year: number,
  day: 'opened_on' | 'closed_on',
): Promise<SupervisionRecord[]> {
  const rows = await db
    .selectFrom('rectification_tickets as t')
    .innerJoin('watched_sites as s', 's.id', 't.site_id')
    .select(['t.id', 't.agency_id', 't.number', 't.kind', 's.name', `t.${day} as on`])
    .where('t.agency_id', 'in', agencyIds)
    .where(`t.${day}`, '>=', civilFromParts(year, 1, 1))
    .where(`t.${day}`, '<=', civilFromParts(year, 12, 31))
    .orderBy(`t.${day}`)
    .orderBy('t.number')
    .execute();
  return rows.map(({ id, agency_id, number, kind, name, on }) => ({
    ...{ agencyId: agency_id, title: `${number} ${FINDING_KINDS[kind].term}`, note: name, on: on!, share: 1 },
    path: `/tickets/${id}`,
  }));
}

async function heldTrainings(
  db: Db,
  agencyIds: readonly AgencyId[],
  year: number,
  shareOf: (persons: number) => number,
): Promise<SupervisionRecord[]> {
  return (await trainingsOf(db, agencyIds, year)).flatMap(({ id, agencyId, title, heldOn, attended, guests }) => {
    if (heldOn === null) return [];
    const persons = attended.length + guests;
    const note = `到场 ${persons} 人`;
    return [{ agencyId, title, note, on: heldOn, share: shareOf(persons), path: `/trainings/${id}` }];
  });
}

/** Of the lists of these agencies; what they own in the list of another is counted there. */
async function points(
  db: Db,
  agencyIds: readonly AgencyId[],
  year: number,
  doneOnly: boolean,
): Promise<SupervisionRecord[]> {
  return (await workPointsOf(db, agencyIds, year))
    .filter(({ agencyId, withdrawnBecause }) => agencyIds.includes(agencyId) && withdrawnBecause === null)
    .filter(({ doneOn }) => !doneOnly || doneOn !== null)
    .map(({ id, agencyId, number, title, dueOn, doneOn }) => ({
      ...{ agencyId, title: `第${number}项 ${title}`, on: doneOn ?? dueOn, share: 1, path: `/work-points/${id}` },
      note: doneOn === null ? '没有完成' : '完成',
    }));
}

export async function supervisionBehind(
  db: Db,
  agencyIds: readonly AgencyId[],
  year: number,
  figure: SupervisionFigure,
): Promise<SupervisionRecord[]> {
  return agencyIds.length === 0 ? [] : RECORDS_OF[figure](db, agencyIds, year);
}

export async function countSupervision(
  db: Db,
  agencyIds: readonly AgencyId[],
  year: number,
): Promise<SupervisionCounts> {
  const sum = async (figure: SupervisionFigure) =>
    (await supervisionBehind(db, agencyIds, year, figure)).reduce((whole, { share }) => whole + share, 0);
  return {
    patrols: await sum('patrols'),
    tickets: await sum('tickets'),
    closed: await sum('closed'),
    trainings: await sum('trainings'),
    persons: await sum('persons'),
    workPoints: await sum('workPoints'),
    pointsDone: await sum('pointsDone'),
  };
}
