/** 来信的列表、公开和统计. What the public reads comes from the masked columns alone. */
import { sql } from 'kysely';
import type { AgencyId } from '../../people/agency.ts';
import type { Db } from '../../platform/database.ts';
import { type CivilDate, civilFromParts } from '../../statute/civil-date.ts';
import {
  type CitizenLetter,
  LETTER_KINDS,
  type LetterKindName,
  OPEN_STATES,
} from '../citizen-letters/citizen-letter.ts';
import type { Interaction } from '../interaction.ts';
import { toLetter } from './letter-tables.ts';

export interface LetterLine extends CitizenLetter {
  readonly maskedName: string;
}

interface Page {
  readonly number: number;
  readonly size: number;
}

/** What waits first, the longest waiting on top; then the newest. */
export async function listLetters(
  db: Db,
  agencyIds: readonly AgencyId[],
  which: 'open' | 'all',
  { number, size }: Page,
): Promise<{ readonly lines: readonly LetterLine[]; readonly total: number }> {
  if (agencyIds.length === 0) return { lines: [], total: 0 };
  let found = db.selectFrom('citizen_letters as l').where('l.agency_id', 'in', agencyIds);
  if (which === 'open') found = found.where('l.state', 'in', OPEN_STATES);
  const { n } = await found.select(sql<number>`count(*)`.as('n')).executeTakeFirstOrThrow();
  const rows = await found
    .leftJoin('citizen_letter_writers as w', 'w.letter_id', 'l.id')
    .selectAll('l')
    .select('w.masked_name')
    .orderBy('l.received_on', which === 'open' ? 'asc' : 'desc')
    .orderBy('l.id')
    .limit(size)
    .offset((number - 1) * size)
    .execute();
  return {
    lines: rows.map((row) => ({ ...toLetter(row), maskedName: row.masked_name ?? '（已删除）' })),
    total: Number(n),
  };
}

export async function maskedWriter(db: Db, letterId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('citizen_letter_writers')
    .select('masked_name')
    .where('letter_id', '=', letterId)
    .executeTakeFirst();
  return row?.masked_name;
}

/** 公开的来信 [INT-8]: nothing else of a letter leaves the house. */
export interface PublicLetter {
  readonly id: string;
  readonly agency: string;
  readonly kind: LetterKindName;
  readonly title: string;
  readonly body: string;
  readonly answer: string;
  readonly receivedOn: CivilDate;
  readonly answeredOn: CivilDate;
}

function published(db: Db) {
  return db
    .selectFrom('citizen_letters as l')
    .innerJoin('agencies as a', 'a.id', 'l.agency_id')
    .where('l.published_on', 'is not', null)
    .select([
      'l.id',
      'a.name as agency',
      'l.kind',
      'l.public_title as title',
      'l.public_body as body',
      'l.public_answer as answer',
      'l.received_on as receivedOn',
      'l.answered_on as answeredOn',
    ])
    .$castTo<PublicLetter>();
}

export async function publicLetters(db: Db, { number, size }: Page): Promise<readonly PublicLetter[]> {
  return published(db)
    .orderBy('l.answered_on', 'desc')
    .orderBy('l.id')
    .limit(size + 1)
    .offset((number - 1) * size)
    .execute();
}

export async function publicLetter(db: Db, id: string): Promise<PublicLetter | undefined> {
  return published(db).where('l.id', '=', id).executeTakeFirst();
}

export interface LetterStatistics {
  readonly received: number;
  /** 受理: accepted in the year, each letter once; one that was refused afterwards is not among them. */
  readonly accepted: number;
  /** 不予受理 in the year. */
  readonly refused: number;
  /** 已答复 in the year; a letter that was refused is no answered one. */
  readonly answered: number;
  /** Calendar days from receipt to answer, of those answered in the year; null where none was. */
  readonly averageDays: number | null;
  readonly byKind: Readonly<Partial<Record<LetterKindName, number>>>;
  /** 满意度 of the year: how many rated, and the mean. */
  readonly rated: number;
  readonly score: number | null;
}

/** 受理反馈统计 [INT-9] of the whole county. */
export async function letterStatistics(db: Db, year: number): Promise<LetterStatistics> {
  const [from, to] = [civilFromParts(year, 1, 1), civilFromParts(year, 12, 31)];
  const kinds = await db
    .selectFrom('citizen_letters')
    .where('received_on', '>=', from)
    .where('received_on', '<=', to)
    .select(['kind', sql<number>`count(*)::int`.as('n')])
    .groupBy('kind')
    .execute();
  const settled = await db
    .selectFrom('citizen_letters as l')
    .innerJoin('citizen_letter_facts as f', 'f.letter_id', 'l.id')
    .where('f.type', 'in', ['answered', 'refused'])
    .where('l.answered_on', '>=', from)
    .where('l.answered_on', '<=', to)
    .select([
      sql<number>`(count(distinct l.id) filter (where f.type = 'answered'))::int`.as('answered'),
      sql<number>`(count(distinct l.id) filter (where f.type = 'refused'))::int`.as('refused'),
      sql<number | null>`(avg(l.answered_on - l.received_on) filter (where f.type = 'answered'))::float`.as('days'),
    ])
    .executeTakeFirstOrThrow();
  const { accepted } = await db
    .selectFrom('citizen_letter_facts as f')
    .where('f.type', '=', 'accepted')
    .where('f.happened_on', '>=', from)
    .where('f.happened_on', '<=', to)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('citizen_letter_facts as r')
            .select('r.n')
            .whereRef('r.letter_id', '=', 'f.letter_id')
            .where('r.type', '=', 'refused'),
        ),
      ),
    )
    .select(sql<number>`count(distinct f.letter_id)::int`.as('accepted'))
    .executeTakeFirstOrThrow();
  const ratings = await db
    .selectFrom('citizen_letter_facts')
    .where('type', '=', 'rated')
    .where('happened_on', '>=', from)
    .where('happened_on', '<=', to)
    .select([sql<number>`count(*)::int`.as('n'), sql<number | null>`avg((detail ->> 'score')::int)::float`.as('score')])
    .executeTakeFirstOrThrow();
  return {
    received: kinds.reduce((sum, { n }) => sum + n, 0),
    accepted,
    refused: settled.refused,
    answered: settled.answered,
    averageDays: settled.days,
    byKind: Object.fromEntries(kinds.map(({ kind, n }) => [kind, n])),
    rated: ratings.n,
    score: ratings.score,
  };
}

/** [INT-11] 受理办结的来信: answered in the year; one that was refused was not taken on, and one registered by hand is beside them. */
export async function lettersAnswered(db: Db, agencyIds: readonly AgencyId[], year: number): Promise<Interaction[]> {
  if (agencyIds.length === 0) return [];
  const rows = await db
    .selectFrom('citizen_letters as l')
    .select(['l.id', 'l.agency_id', 'l.query_number', 'l.kind', 'l.answered_on'])
    .where('l.agency_id', 'in', agencyIds)
    .where('l.answered_on', '>=', civilFromParts(year, 1, 1))
    .where('l.answered_on', '<=', civilFromParts(year, 12, 31))
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('citizen_letter_facts as f')
          .select('f.n')
          .whereRef('f.letter_id', '=', 'l.id')
          .where('f.type', '=', 'answered'),
      ),
    )
    .orderBy('l.answered_on')
    .orderBy('l.id')
    .execute();
  // The title is the citizen's own words and may name him: the number says which it is.
  return rows.map((r) => ({
    id: r.id,
    agencyId: r.agency_id,
    kind: 'inquiry',
    title: `来信 ${r.query_number}（${LETTER_KINDS[r.kind].term}）`,
    heldOn: r.answered_on!,
  }));
}
