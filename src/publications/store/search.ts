/**
 * 检索 [PUB-20, PUB-22] in two stages: at most 1,001 ids by grams; up to 1,000 → the phrase is looked up again and all are
 * ranked, more → newest first. Nothing ever ranks or counts everything.
 */
import { sql } from 'kysely';
import type { AgencyId } from '../../people/agency.ts';
import type { Db, Tx } from '../../platform/database.ts';
import { foldNumber } from '../../review/chinese-folding.ts';
import type { CivilDate } from '../../statute/civil-date.ts';
import type { DocumentId } from '../document.ts';
import type { DocumentKindName } from '../document-kinds.ts';
import { markedPassage, markHits } from '../mark-hits.ts';
import type { ListPage } from '../public-view.ts';
import { type FoundRow, facetsOf, type SearchHit, type SearchResult } from '../search-result.ts';
import { parseQuery, type SearchQuery, scopeConditions } from '../search-text.ts';
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
  const exact = await byNumber(db, typed, filters);
  const exactIds = new Set(exact.map(({ id }) => id));
  return byGrams(db, async (tx) => {
    const few = await fewIds(tx, query, filters);
    if (few === undefined) {
      const ids = await newest(tx, query, filters, from + page.size);
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

function matching(tx: Tx, { grams }: SearchQuery, filters: SearchFilters) {
  const condition = [...grams, ...scopeConditions(filters)].join(' & ');
  return tx.selectFrom('search').where(sql<boolean>`grams @@ ${condition}::tsquery`);
}

const FOUND_FIELDS = ['document_id as id', 'agency_id as agencyId', 'kind', 'year'] as const;

/** [PUB-22] 按文号、索引号直达. */
async function byNumber(db: Db, typed: string, filters: SearchFilters): Promise<FoundRow[]> {
  const number = foldNumber(typed);
  if (!/\d/.test(number)) return [];
  return db
    .selectFrom('search')
    .$if(filters.agencyIds !== undefined, (q) => q.where('agency_id', 'in', [...filters.agencyIds!, '']))
    .$if(filters.year !== undefined, (q) => q.where('year', '=', filters.year!))
    .$if(filters.kind !== undefined, (q) => q.where('kind', '=', filters.kind!))
    .where((q) => q.or([q('doc_no', '=', number), q('index_no', '=', number)]))
    .select(FOUND_FIELDS)
    .orderBy('published_at', 'desc')
    .limit(10)
    .execute();
}

/** The ids, when they are few enough to be ranked. */
async function fewIds(tx: Tx, query: SearchQuery, filters: SearchFilters): Promise<DocumentId[] | undefined> {
  const rows = await matching(tx, query, filters)
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

/** The newest `wanted` of many, year by year: the grams of a year are few enough to be sorted. */
async function newest(tx: Tx, query: SearchQuery, filters: SearchFilters, wanted: number): Promise<DocumentId[]> {
  const found: DocumentId[] = [];
  for (const year of filters.year === undefined ? await yearsDown(tx) : [filters.year]) {
    // Pairs may stand apart in more than a thousand texts of a year, and the phrase in an older one.
    for (let from = 0, isWhole = false; !isWhole; from += RANKED_AT_MOST) {
      const ids = await newestOfYear(tx, query, { ...filters, year }, from);
      isWhole = ids.length < RANKED_AT_MOST;
      for (let at = 0; at < ids.length; at += CHECKED_AT_ONCE) {
        found.push(...(await standing(tx, query, ids.slice(at, at + CHECKED_AT_ONCE))));
        if (found.length >= wanted) return found.slice(0, wanted);
      }
    }
  }
  return found;
}

const CHECKED_AT_ONCE = 100;

/** A thousand of a year, behind the `from` newest. */
async function newestOfYear(tx: Tx, query: SearchQuery, filters: SearchFilters, from: number): Promise<DocumentId[]> {
  const rows = await tx
    .with(
      (cte) => cte('found').materialized(),
      () => matching(tx, query, filters).select(['document_id', 'published_at']),
    )
    .selectFrom('found')
    .select('document_id')
    .orderBy('published_at', 'desc')
    .orderBy('document_id', 'desc')
    .limit(RANKED_AT_MOST)
    .offset(from)
    .execute();
  return rows.map((row) => row.document_id);
}

/** Years with documents, the last first. */
async function yearsDown(tx: Tx): Promise<number[]> {
  const end = (order: 'asc' | 'desc') => tx.selectFrom('search').select('year').orderBy('published_at', order).limit(1);
  const [last, first] = [await end('desc').executeTakeFirst(), await end('asc').executeTakeFirst()];
  if (!last || !first) return [];
  return Array.from({ length: last.year - first.year + 1 }, (_, i) => last.year - i);
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
