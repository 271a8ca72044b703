/** 更正申请的列表和统计 [REQ-126]: their own, beside 表三 and never in it. */
import { sql } from 'kysely';
import type { AgencyId } from '../../../people/agency.ts';
import type { Db } from '../../../platform/database.ts';
import { civilFromParts } from '../../../statute/civil-date.ts';
import type { CorrectionLetterName } from '../../personal-corrections/letter-kinds.ts';
import type { CorrectionLetter } from '../../personal-corrections/letters.ts';
import type { CorrectionOutcomeName } from '../../personal-corrections/outcomes.ts';
import type { PersonalCorrectionFile, PersonalCorrectionId } from '../../personal-corrections/personal-correction.ts';
import type { Page } from '../lists.ts';
import { toCorrection, toCorrectionFact } from './tables.ts';

export interface CorrectionLine extends PersonalCorrectionFile {
  readonly maskedName: string;
}

/** Stands where an identity was erased. */
const ERASED = '（已删除）';

/** What waits first, then the newest. */
export async function listCorrections(
  db: Db,
  agencyIds: readonly AgencyId[],
  { number, size }: Page,
  which: 'all' | 'unanswered' = 'all',
): Promise<readonly CorrectionLine[]> {
  if (agencyIds.length === 0) return [];
  let found = db
    .selectFrom('personal_corrections as c')
    .leftJoin('personal_correction_applicants as a', 'a.correction_id', 'c.id')
    .where('c.agency_id', 'in', agencyIds);
  if (which === 'unanswered') found = found.where('c.replied_on', 'is', null);
  const rows = await found
    .selectAll('c')
    .select('a.masked_name')
    .orderBy('c.received_on', 'desc')
    .orderBy('c.id')
    .limit(size)
    .offset((number - 1) * size)
    .execute();
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const facts = await db
    .selectFrom('personal_correction_facts')
    .selectAll()
    .where('correction_id', 'in', ids)
    .orderBy('n')
    .execute();
  return rows.map((row) => ({
    correction: toCorrection(row),
    facts: facts.filter((fact) => fact.correction_id === row.id).map(toCorrectionFact),
    maskedName: row.masked_name ?? ERASED,
  }));
}

export async function maskedNameOfCorrection(db: Db, id: PersonalCorrectionId): Promise<string | undefined> {
  const row = await db
    .selectFrom('personal_correction_applicants')
    .select('masked_name')
    .where('correction_id', '=', id)
    .executeTakeFirst();
  return row?.masked_name;
}

export interface CorrectionFigures {
  readonly total: number;
  /** Received in the year. */
  readonly received: number;
  /** Answered in the year, by outcome. */
  readonly answered: Readonly<Partial<Record<CorrectionOutcomeName, number>>>;
}

export async function countCorrections(
  db: Db,
  agencyIds: readonly AgencyId[],
  year: number,
): Promise<CorrectionFigures> {
  if (agencyIds.length === 0) return { total: 0, received: 0, answered: {} };
  const [from, to] = [civilFromParts(year, 1, 1), civilFromParts(year, 12, 31)];
  const all = db.selectFrom('personal_corrections').where('agency_id', 'in', agencyIds);
  const n = sql<number>`count(*)`.as('n');
  const { n: total } = await all.select(n).executeTakeFirstOrThrow();
  const { n: received } = await all
    .where('received_on', '>=', from)
    .where('received_on', '<=', to)
    .select(n)
    .executeTakeFirstOrThrow();
  const rows = await all
    .where('replied_on', '>=', from)
    .where('replied_on', '<=', to)
    .select('outcome')
    .select(n)
    .groupBy('outcome')
    .execute();
  return { total, received, answered: Object.fromEntries(rows.map(({ outcome, n }) => [outcome, n])) };
}

/** A letter as it was issued; undefined when that fact issued none of the kind. */
export async function findCorrectionLetter(
  db: Db,
  id: PersonalCorrectionId,
  n: number,
  kind: CorrectionLetterName,
): Promise<CorrectionLetter | undefined> {
  return db
    .selectFrom('personal_correction_letters')
    .select(['kind', 'number', 'paper'])
    .where('correction_id', '=', id)
    .where('n', '=', n)
    .where('kind', '=', kind)
    .executeTakeFirst();
}
