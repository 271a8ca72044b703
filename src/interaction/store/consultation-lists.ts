/** 民意征集调查的列表、意见和统计. What the public reads is named here field by field; an opinion leaves the house as the gist a person wrote of it. */
import { sql } from 'kysely';
import type { AgencyId } from '../../people/agency.ts';
import type { Db } from '../../platform/database.ts';
import { type CivilDate, civilFromParts } from '../../statute/civil-date.ts';
import { ADOPTION_NAMES, type AdoptionCounts, type AdoptionName } from '../consultations/adoption.ts';
import type { ConsultationId, PublicConsultation } from '../consultations/consultation.ts';
import type { Answers } from '../consultations/questions.ts';
import { ALL, type Tallies } from '../consultations/tally.ts';
import type { Interaction } from '../interaction.ts';
import { toConsultation } from './consultation-tables.ts';

interface Page {
  readonly number: number;
  readonly size: number;
}

export interface ConsultationLine extends PublicConsultation {
  readonly received: number;
}

/** The newest first; what is not opened yet on top. */
export async function listConsultations(
  db: Db,
  agencyIds: readonly AgencyId[],
  which: 'waiting' | 'all',
  { number, size }: Page,
): Promise<{ readonly lines: readonly ConsultationLine[]; readonly total: number }> {
  if (agencyIds.length === 0) return { lines: [], total: 0 };
  let found = db.selectFrom('public_consultations as c').where('c.agency_id', 'in', agencyIds);
  if (which === 'waiting') found = found.where('c.state', 'not in', ['released', 'stopped']);
  const { n } = await found.select(sql<number>`count(*)::int`.as('n')).executeTakeFirstOrThrow();
  const rows = await found
    .leftJoin('public_opinion_tallies as t', (on) => on.onRef('t.consultation_id', '=', 'c.id').on('t.place', '=', ALL))
    .selectAll('c')
    .select('t.n as received')
    .orderBy(sql`c.opens_on desc nulls first`)
    .orderBy('c.id')
    .limit(size)
    .offset((number - 1) * size)
    .execute();
  return { lines: rows.map((row) => ({ ...toConsultation(row), received: row.received ?? 0 })), total: n };
}

/** 门户: everything that was ever opened. */
export async function publicConsultations(db: Db, { number, size }: Page): Promise<readonly ConsultationLine[]> {
  const rows = await db
    .selectFrom('public_consultations as c')
    .selectAll('c')
    .where('c.opens_on', 'is not', null)
    .orderBy('c.opens_on', 'desc')
    .orderBy('c.id')
    .limit(size + 1)
    .offset((number - 1) * size)
    .execute();
  return rows.map((row) => ({ ...toConsultation(row), received: 0 }));
}

/** [INT-18] One cheap query, however many have answered. */
export async function talliesOf(db: Db, id: ConsultationId): Promise<Tallies> {
  const rows = await db
    .selectFrom('public_opinion_tallies')
    .select(['place', 'n'])
    .where('consultation_id', '=', id)
    .execute();
  return new Map(rows.map(({ place, n }) => [place, n]));
}

export async function adoptionCounts(db: Db, id: ConsultationId): Promise<AdoptionCounts> {
  const rows = await db
    .selectFrom('public_opinions')
    .select(['adoption', sql<number>`count(*)::int`.as('n')])
    .where('consultation_id', '=', id)
    .groupBy('adoption')
    .execute();
  const of = (adoption: AdoptionName | null) => rows.find((row) => row.adoption === adoption)?.n ?? 0;
  const counts = Object.fromEntries(ADOPTION_NAMES.map((name) => [name, of(name)]));
  return { ...counts, open: of(null) } as AdoptionCounts;
}

export interface OpinionLine {
  readonly id: string;
  readonly number: string;
  readonly receivedOn: CivilDate;
  readonly maskedName: string;
  readonly body: string;
  readonly answers: Answers;
  readonly adoption: AdoptionName | null;
  readonly reply: string;
  readonly gist: string;
}

/** As they came in; those without an answer first where that is asked. */
export async function opinionsOf(
  db: Db,
  id: ConsultationId,
  which: 'open' | 'all',
  { number, size }: Page,
): Promise<{ readonly lines: readonly OpinionLine[]; readonly total: number }> {
  let found = db.selectFrom('public_opinions as o').where('o.consultation_id', '=', id);
  if (which === 'open') found = found.where('o.adoption', 'is', null);
  const { n } = await found.select(sql<number>`count(*)::int`.as('n')).executeTakeFirstOrThrow();
  const rows = await found
    .leftJoin('public_opinion_writers as w', 'w.opinion_id', 'o.id')
    .selectAll('o')
    .select('w.masked_name')
    .orderBy('o.recorded_at')
    .orderBy('o.id')
    .limit(size)
    .offset((number - 1) * size)
    .execute();
  const lines = rows.map((row) => ({
    ...{ id: row.id, number: row.query_number, receivedOn: row.received_on, body: row.body, answers: row.answers },
    ...{ adoption: row.adoption, reply: row.reply ?? '', gist: row.gist ?? '' },
    maskedName: row.masked_name ?? '（匿名）',
  }));
  return { lines, total: n };
}

/** 公布的意见: the gist, what became of it and how many said so. */
export interface PublicOpinion {
  readonly gist: string;
  readonly adoption: AdoptionName;
  readonly reply: string;
  readonly n: number;
}

const SHOWN_AT_MOST = 500;

export async function publicOpinions(db: Db, id: ConsultationId): Promise<readonly PublicOpinion[]> {
  return db
    .selectFrom('public_opinions')
    .select(['gist', 'adoption', 'reply', sql<number>`count(*)::int`.as('n')])
    .where('consultation_id', '=', id)
    .where('gist', 'is not', null)
    .groupBy(['gist', 'adoption', 'reply'])
    .orderBy('n', 'desc')
    .orderBy('gist')
    .limit(SHOWN_AT_MOST)
    .$castTo<PublicOpinion>()
    .execute();
}

/** [INT-21] 本年开展的: opened in the year and not stopped. */
export async function consultationsHeld(db: Db, agencyIds: readonly AgencyId[], year: number): Promise<Interaction[]> {
  if (agencyIds.length === 0) return [];
  const rows = await db
    .selectFrom('public_consultations')
    .select(['id', 'agency_id as agencyId', 'title', 'opens_on'])
    .where('agency_id', 'in', agencyIds)
    .where('opens_on', '>=', civilFromParts(year, 1, 1))
    .where('opens_on', '<=', civilFromParts(year, 12, 31))
    .where('state', '<>', 'stopped')
    .orderBy('opens_on')
    .orderBy('id')
    .execute();
  return rows.map(({ opens_on, ...row }) => ({ ...row, kind: 'consultation', heldOn: opens_on! }));
}
