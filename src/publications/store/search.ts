/**
 * 检索 [PUB-20, PUB-22] in two stages: at most 1,001 ids by grams; up to 1,000 → the phrase is looked up again and all are
 * ranked, more → newest first, month by month. Nothing ever ranks or counts everything.
 */
import { sql } from 'kysely';
import type { AgencyId } from '../../people/agency.ts';
import { anyOf, type Db, type Tx } from '../../platform/database.ts';
import { foldNumber } from '../../review/chinese-folding.ts';
import { type CivilDate, civilDateAt } from '../../statute/civil-date.ts';
import type { DocumentId } from '../document.ts';
import type { DocumentKindName } from '../document-kinds.ts';
import { numbersMeant } from '../document-number.ts';
import { markedPassage, markHits } from '../mark-hits.ts';
import { type Month, monthWindows } from '../month-windows.ts';
import type { ListPage } from '../public-view.ts';
import { type FoundRow, facetsOf, type SearchHit, type SearchResult } from '../search-result.ts';
import { type AskedScope, parseQuery, type SearchQuery, scopeConditions } from '../search-text.ts';
import { titleCutter } from '../title-words.ts';
import { linesOf } from './lists.ts';
import './tables.ts';

export interface SearchFilters {
  readonly agencyIds?: readonly AgencyId[];
  readonly year?: number;
  readonly kind?: DocumentKindName;
}

const RANKED_AT_MOST = 1_000;
/** Characters of the passage shown under a title. */
const PASSAGE = 120;

export async function search(
  db: Db,
  typed: string,
  filters: SearchFilters,
  page: ListPage,
  today: CivilDate,
): Promise<SearchResult> {
  const query = parseQuery(typed, await titleCutter());
  const { terms } = query;
  if (terms.length === 0) return { hits: [], total: 0, facets: facetsOf([]), terms };
  const from = (page.number - 1) * page.size;
  const [exact, windows] = await Promise.all([byNumber(db, typed, filters), windowsDown(db, filters)]);
  const exactIds = new Set(exact.map(({ id }) => id));
  return byGrams(db, async (tx) => {
    const pieces = newestFirst(tx, query, filters, windows);
    const newest = (await pieces.next()).value ?? [];
    // What the last months hold too often is not looked for in all the others: that walk over the index is the long one.
    const few = newest.length > RANKED_AT_MOST ? undefined : await fewIds(tx, query, filters);
    if (few === undefined) {
      const ids = await firstStanding(tx, query, [newest, pieces], from + page.size);
      const shown = [...exactIds, ...ids.filter((id) => !exactIds.has(id))].slice(from, from + page.size);
      return { hits: await hitsOf(tx, shown, exactIds, terms, today), total: null, facets: null, terms };
    }
    const byText = await ranked(tx, query, few);
    const found = [...exact, ...byText.filter(({ id }) => !exactIds.has(id))];
    const shown = found.slice(from, from + page.size).map(({ id }) => id);
    const hits = await hitsOf(tx, shown, exactIds, terms, today);
    return { hits, total: found.length, facets: facetsOf(found), terms };
  });
}

/**
 * The planner does not know what reading a tsvector out of line costs: for frequent words it would walk the table, and a word that
 * was frequent only years ago would take seconds. So the index of grams is the only way to them.
 */
function byGrams<T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> {
  return db
    .transaction()
    .setAccessMode('read only')
    .execute(async (tx) => {
      await sql`select set_config('enable_seqscan', 'off', true)`.execute(tx);
      return work(tx);
    });
}

function matching(tx: Tx, { grams }: SearchQuery, scope: AskedScope) {
  const condition = [...grams, ...scopeConditions(scope)].join(' & ');
  return tx.selectFrom('search').where(sql<boolean>`grams @@ ${condition}::tsquery`);
}

const FOUND_FIELDS = ['document_id as id', 'agency_id as agencyId', 'kind', 'year'] as const;

/** [PUB-22] 按文号、索引号直达: of the numbers that may be meant, the longest that is one. */
async function byNumber(db: Db, typed: string, filters: SearchFilters): Promise<readonly FoundRow[]> {
  const rows = await db
    .selectFrom('search')
    .$if(filters.agencyIds !== undefined, (q) => q.where('agency_id', 'in', [...filters.agencyIds!, '']))
    .$if(filters.year !== undefined, (q) => q.where('year', '=', filters.year!))
    .$if(filters.kind !== undefined, (q) => q.where('kind', '=', filters.kind!))
    .where((q) => q.or([sql<boolean>`doc_no = ${anyOf(numbersMeant(typed))}`, q('index_no', '=', foldNumber(typed))]))
    .select([...FOUND_FIELDS, sql<number>`length(coalesce(doc_no, ''))`.as('length')])
    .orderBy('published_at', 'desc')
    .limit(10)
    .execute();
  const longest = Math.max(...rows.map(({ length }) => length));
  return rows.filter(({ length }) => length === longest);
}

/** The ids, when they are few enough to be ranked. */
async function fewIds(tx: Tx, query: SearchQuery, scope: AskedScope): Promise<DocumentId[] | undefined> {
  const rows = await matching(tx, query, scope)
    .select('document_id')
    .limit(RANKED_AT_MOST + 1)
    .execute();
  return rows.length > RANKED_AT_MOST ? undefined : rows.map((row) => row.document_id);
}

/** All of a few in order: every term in the title, words of the title, the newest. */
async function ranked(tx: Tx, query: SearchQuery, ids: readonly DocumentId[]): Promise<FoundRow[]> {
  const inTitle = query.terms.map((term) => sql<boolean>`position(${term} in title) > 0`);
  return tx
    .selectFrom('search')
    .where(sql<boolean>`document_id = any(${ids})`)
    .where(phrasesStand(query))
    .select(FOUND_FIELDS)
    .orderBy(sql`${sql.join(inTitle, sql` and `)}`, 'desc')
    .orderBy(sql`ts_rank(title_words, ${query.words ?? ''}::tsquery)`, 'desc')
    .orderBy('published_at', 'desc')
    .orderBy('document_id', 'desc')
    .execute();
}

type Pieces = AsyncGenerator<readonly DocumentId[], void>;

/** The first `wanted` in which every phrase stands as it was typed. */
async function firstStanding(
  tx: Tx,
  query: SearchQuery,
  [first, rest]: readonly [first: readonly DocumentId[], rest: Pieces],
  wanted: number,
): Promise<DocumentId[]> {
  const found: DocumentId[] = [];
  for (let ids: readonly DocumentId[] | undefined = first; ids; ids = (await rest.next()).value ?? undefined) {
    for (let at = 0; at < ids.length; at += CHECKED_AT_ONCE) {
      found.push(...(await standing(tx, query, ids.slice(at, at + CHECKED_AT_ONCE))));
      if (found.length >= wanted) return found.slice(0, wanted);
    }
  }
  return found;
}

const CHECKED_AT_ONCE = 50;

/** All that match, window by window, in pieces of a thousand: the matches of some months are few enough to be sorted. */
async function* newestFirst(tx: Tx, query: SearchQuery, filters: SearchFilters, windows: Windows): Pieces {
  for (const months of windows) {
    for (let from = 0, isWhole = false; !isWhole; from += PIECE) {
      const ids = await pieceOf(tx, query, { ...filters, months }, from);
      isWhole = ids.length < PIECE;
      yield ids;
    }
  }
}

/** More than are ranked, so that the first piece may tell. */
const PIECE = RANKED_AT_MOST + 1;

/** Those of some months, behind the `from` newest. */
async function pieceOf(tx: Tx, query: SearchQuery, scope: AskedScope, from: number): Promise<DocumentId[]> {
  const rows = await tx
    .with(
      (cte) => cte('found').materialized(),
      () => matching(tx, query, scope).select(['document_id', 'published_at']),
    )
    .selectFrom('found')
    .select('document_id')
    .orderBy('published_at', 'desc')
    .orderBy('document_id', 'desc')
    .limit(PIECE)
    .offset(from)
    .execute();
  return rows.map((row) => row.document_id);
}

type Windows = readonly (readonly Month[])[];

/** Documents in the first window: a word in every second one is found to be frequent there. */
const RECENT = 2_500;

/** Months with documents, the last first. */
async function windowsDown(db: Db, { year }: SearchFilters): Promise<Windows> {
  const published = db
    .selectFrom('search')
    .$if(year !== undefined, (q) => q.where('published_at', '<', new Date(`${year! + 1}-01-01T00:00:00+08:00`)));
  const at = (order: 'asc' | 'desc', offset: number) =>
    published.select('published_at').orderBy('published_at', order).offset(offset).limit(1);
  const { last, recent, first } = await db
    .selectNoFrom([at('desc', 0).as('last'), at('desc', RECENT).as('recent'), at('asc', 0).as('first')])
    .executeTakeFirstOrThrow();
  if (!first || !last) return [];
  const days = { first: civilDateAt(first), recent: civilDateAt(recent ?? first), last: civilDateAt(last) };
  return monthWindows(days, year);
}

/** Those of the ids in which every phrase stands as it was typed, in the same order. */
async function standing(tx: Tx, query: SearchQuery, ids: readonly DocumentId[]): Promise<readonly DocumentId[]> {
  if (query.recheck.length === 0) return ids;
  const rows = await tx
    .selectFrom('search')
    .where(sql<boolean>`document_id = any(${ids})`)
    .where(phrasesStand(query))
    .select('document_id')
    .execute();
  const held = new Set(rows.map((row) => row.document_id));
  return ids.filter((id) => held.has(id));
}

/** Every term as it was typed, where its pairs alone would also fit words that stand apart. */
function phrasesStand({ recheck }: SearchQuery) {
  return sql<boolean>`${sql.join([sql`true`, ...recheck.map((term) => sql`position(${term} in folded) > 0`)], sql` and `)}`;
}

async function hitsOf(
  db: Db,
  ids: readonly DocumentId[],
  exact: ReadonlySet<DocumentId>,
  terms: readonly string[],
  today: CivilDate,
): Promise<SearchHit[]> {
  if (ids.length === 0) return [];
  const [lines, texts] = await Promise.all([
    linesOf(db, ids, today),
    db
      .selectFrom('documents')
      .innerJoin('editions', (j) =>
        j.onRef('editions.document_id', '=', 'documents.id').onRef('editions.n', '=', 'documents.live_edition'),
      )
      .select(['documents.id', 'editions.body_text'])
      .where('documents.id', 'in', ids)
      .execute(),
  ]);
  const textOf = new Map(texts.map((row) => [row.id, row.body_text]));
  return ids.flatMap((id) => {
    const line = lines.get(id);
    if (!line) return [];
    const passage = markedPassage(textOf.get(id) ?? '', terms, PASSAGE);
    return [{ line, title: markHits(line.title, terms), passage, exact: exact.has(id) }];
  });
}
