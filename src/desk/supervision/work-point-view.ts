/** 工作要点 on screen: a year of it, one of it, and the year as a sheet. */
import { permitInSome } from '../../people/actor.ts';
import { namesOfOfficers } from '../../people/store.ts';
import type { House } from '../../perform.ts';
import type { FilledSheet } from '../../platform/papers/sheet.ts';
import { civilDateAt, yearOf } from '../../statute/civil-date.ts';
import { isRefusal, type Refusal } from '../../statute/refusal.ts';
import { lightOf } from '../../statute/reply-clock/light.ts';
import { workdaysBetween } from '../../statute/workdays.ts';
import { NO_SUCH_POINT } from '../../supervision/store/work-point-stairs.ts';
import { findPoint, workPointsOf } from '../../supervision/store/work-points.ts';
import { WORK_POINT_VERBS, type WorkPointVerb } from '../../supervision/work-points/decide.ts';
import { LIST_ROLES, permitPoint } from '../../supervision/work-points/permissions.ts';
import {
  countPoints,
  daysLate,
  standingOfPoint,
  WORK_POINT_NOTES,
  WORK_POINT_STANDINGS,
  type WorkPoint,
  type WorkPointStanding,
} from '../../supervision/work-points/work-point.ts';
import { type AgencyNames, agencyNames, agencyTerms } from '../agency-names.ts';
import type { WorkPointLine, WorkPointPage, WorkPointView } from '../contract/work-points.ts';
import { handOf } from '../people/hand-of.ts';
import { agenciesWith, enter, type Officer } from '../reach.ts';
import type { WorkPointQuery } from './work-point-schemas.ts';

const STANDINGS = Object.keys(WORK_POINT_STANDINGS) as WorkPointStanding[];

export async function workPointPage(
  officer: Officer,
  { year: asked, standing }: WorkPointQuery,
  house: House,
): Promise<WorkPointPage | Refusal> {
  const agencies = enter('findings', officer);
  if (isRefusal(agencies)) return agencies;
  const today = civilDateAt(house.now());
  const year = asked ?? yearOf(today);
  const points = await workPointsOf(house.db, agencies, year);
  const nameOf = await agencyNames(house.db);
  const counts = countPoints(points, today);
  const mayList = agenciesWith(LIST_ROLES, officer);
  const shown =
    standing === undefined
      ? points
      : points.filter((point) => point.withdrawnBecause === null && standingOfPoint(point, today) === standing);
  return {
    year,
    today,
    lines: shown.map((point) => workPointLine(point, house, nameOf)),
    counts: STANDINGS.map((name) => ({
      standing: name,
      term: WORK_POINT_STANDINGS[name].term,
      count: counts[name],
    })),
    agencies: agencyTerms(mayList, nameOf),
    owners: agencyTerms(mayList, nameOf),
  };
}

export function workPointLine(point: WorkPoint, house: House, nameOf: AgencyNames): WorkPointLine {
  const [today, calendar] = [civilDateAt(house.now()), house.calendar()];
  const { id, number, heading, title, basis, dueOn, doneOn, withdrawnBecause } = point;
  const standing = standingOfPoint(point, today);
  return {
    ...{ id, number, heading, title, basis, owner: nameOf(point.ownerId), dueOn, doneOn, withdrawnBecause, standing },
    light: standing === 'done' || withdrawnBecause !== null ? 'done' : lightOf(dueOn, false, today, calendar),
    workdaysLeft: workdaysBetween(today, dueOn, calendar),
    term: withdrawnBecause === null ? WORK_POINT_STANDINGS[standing].term : '已撤销',
    daysLate: withdrawnBecause === null ? daysLate(point, today) : 0,
    proofs: point.proofs.length,
  };
}

/** The point, or the same answer whether it is another agency's or none at all. */
export async function pointFor(officer: Officer, id: string, { db }: House): Promise<WorkPoint | Refusal> {
  const agencies = enter('findings', officer);
  if (isRefusal(agencies)) return agencies;
  const point = await findPoint(db, id);
  return point && [point.agencyId, point.ownerId].some((one) => agencies.includes(one)) ? point : NO_SUCH_POINT;
}

export async function workPointView(officer: Officer, id: string, house: House): Promise<WorkPointView | Refusal> {
  const point = await pointFor(officer, id, house);
  if (isRefusal(point)) return point;
  const nameOf = await agencyNames(house.db);
  const hands = [...point.notes, ...point.proofs].map(({ by }) => by);
  const names = await namesOfOfficers(house.db, [...new Set(hands)]);
  return {
    line: workPointLine(point, house, nameOf),
    ...{ year: point.year, agency: nameOf(point.agencyId), ownerId: point.ownerId },
    ...{ seen: point.version, today: civilDateAt(house.now()) },
    notes: point.notes.map((note) => ({
      ...{ term: WORK_POINT_NOTES[note.kind].term, on: note.on, by: handOf(note, names), says: note.says },
    })),
    proofs: point.proofs.map((proof) => ({
      ...{ id: proof.id, by: handOf(proof, names) },
      title: proof.type === 'file' ? proof.name : proof.title,
      address: proof.type === 'file' ? null : proof.address,
      bytes: proof.type === 'file' ? proof.bytes : null,
    })),
    verbs: (Object.keys(WORK_POINT_VERBS) as WorkPointVerb[]).map((verb) => verbView(verb, point, officer)),
    owners: agencyTerms(agenciesWith(LIST_ROLES, officer), nameOf),
  };
}

function verbView(verb: WorkPointVerb, point: WorkPoint, officer: Officer): WorkPointView['verbs'][number] {
  const { term } = WORK_POINT_VERBS[verb];
  const permission = permitInSome(officer, (as) => permitPoint(as, verb, point));
  const fits = point.withdrawnBecause === null && (verb === 'returnPoint') === (point.doneOn !== null);
  if (!permission.allowed) return { verb, term, allowed: false, why: permission.refusal.says };
  return { verb, term, allowed: fits, why: fits ? null : '现在的状态不用办这一步。' };
}

/** 年度工作要点 as a sheet. */
export function workPointSheet({ year, lines, counts }: WorkPointPage): FilledSheet {
  return {
    title: `政务公开工作要点 ${year}`,
    heads: ['序号', '板块', '工作要点', '依据', '责任单位', '完成时限', '状态', '完成日期', '晚的天数', '佐证', '说明'],
    lines: lines.map((one) => [
      ...[one.number, one.heading, one.title, one.basis, one.owner, one.dueOn, one.term],
      ...[one.doneOn ?? '', one.daysLate > 0 ? one.daysLate : null, one.proofs, one.withdrawnBecause ?? ''],
    ]),
    notes: [`${year}年：${counts.map(({ term, count }) => `${term} ${count} 项`).join('，')}。撤销的不计。`],
  };
}
