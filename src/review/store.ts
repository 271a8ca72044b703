/** The only SQL of `review/`: the lists of words, every version of each. */
import { sql } from 'kysely';
import { type AgencyId, lineAbove } from '../people/agency.ts';
import { listAgencies } from '../people/store.ts';
import type { Stairs } from '../perform.ts';
import type { Db } from '../platform/database.ts';
import { refuse } from '../statute/refusal.ts';
import { type CountyWords, findersWords, shippedFinder, type WordFinder } from './county-words.ts';
import { decideWords, type LoadedWords, permitWords, WORDS_BASIS, type WordCommand } from './replace-words.ts';
import type { Wording } from './wording.ts';

declare module '../platform/database.ts' {
  interface Database {
    word_lists: {
      agency_id: string;
      version: number;
      words: readonly Wording[];
      allowed: readonly string[];
      hash: string;
      added_by: string;
      added_at: Date;
    };
  }
}

export const wordStairs: Stairs<LoadedWords, CountyWords, WordCommand> = {
  room: 'review',
  async load(tx, { agencyId }) {
    if (!(await listAgencies(tx)).some(({ id }) => id === agencyId))
      return refuse('NO_SUCH_AGENCY', WORDS_BASIS, '没有这个机关。请重新选择。');
    return { current: (await versionsInForce(tx)).find((one) => one.agencyId === agencyId) };
  },
  permit: (actor, { agencyId }) => permitWords(actor, agencyId),
  decide: decideWords,
  async save(tx, { agencyId, version, words, allowed, hash, by, at }) {
    await tx
      .insertInto('word_lists')
      .values({
        ...{ agency_id: agencyId, version, hash, added_by: by, added_at: new Date(at) },
        words: sql<readonly Wording[]>`${JSON.stringify(words)}::jsonb`,
        allowed: sql<readonly string[]>`${JSON.stringify(allowed)}::jsonb`,
      })
      .execute();
  },
};

/** The version each agency uses now. */
async function versionsInForce(db: Db) {
  return db
    .selectFrom('word_lists')
    .select(['agency_id as agencyId', 'version', 'hash'])
    .distinctOn('agency_id')
    .orderBy('agency_id')
    .orderBy('version', 'desc')
    .execute();
}

/** Compiled once for as long as the lists are the same: a text is checked in a moment, a list of ten thousand words is not read in one. */
const finders = new Map<string, WordFinder>();
const MOST_KEPT = 20;

/** [REV-22] What finds the words in force for an agency: the shipped ones, its own and those of the agencies above it. */
export async function wordsFor(db: Db, agencyId: AgencyId): Promise<WordFinder> {
  const inForce = await versionsInForce(db);
  const line = inForce.length > 0 ? lineAbove(agencyId, await listAgencies(db)) : [];
  const nearest = line.flatMap((id) => inForce.filter((one) => one.agencyId === id));
  if (nearest.length === 0) return shippedFinder;
  const key = nearest.map(({ hash }) => hash).join();
  const kept = finders.get(key);
  if (kept) return kept;
  const lists = await Promise.all(nearest.map((one) => findWords(db, one.agencyId, one.version)));
  const finder = findersWords(lists.filter((list) => list !== undefined));
  for (const old of [...finders.keys()].slice(0, Math.max(0, finders.size - MOST_KEPT + 1))) finders.delete(old);
  finders.set(key, finder);
  return finder;
}

/** One version, whole. */
export async function findWords(db: Db, agencyId: AgencyId, version: number): Promise<CountyWords | undefined> {
  const row = await db
    .selectFrom('word_lists')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('version', '=', version)
    .executeTakeFirst();
  return (
    row && {
      ...{ agencyId, version, words: row.words, allowed: row.allowed, hash: row.hash },
      ...{ by: row.added_by, at: row.added_at.toISOString() },
    }
  );
}

export interface WordVersion extends Pick<CountyWords, 'agencyId' | 'version' | 'by' | 'at'> {
  /** How many. */
  readonly words: number;
  readonly allowed: number;
}

/** 版本, the latest first, without their words. */
export async function wordVersions(db: Db, agencyIds: readonly AgencyId[]): Promise<WordVersion[]> {
  if (agencyIds.length === 0) return [];
  const rows = await db
    .selectFrom('word_lists')
    .select(['agency_id as agencyId', 'version', 'added_by', 'added_at'])
    .select([
      sql<number>`jsonb_array_length(words)`.as('words'),
      sql<number>`jsonb_array_length(allowed)`.as('allowed'),
    ])
    .where('agency_id', 'in', agencyIds)
    .orderBy('agency_id')
    .orderBy('version', 'desc')
    .execute();
  return rows.map(({ added_by, added_at, ...version }) => ({ ...version, by: added_by, at: added_at.toISOString() }));
}
