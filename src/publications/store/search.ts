/**
 * 检索 [PUB-20, PUB-22] in two stages: at most 1,001 ids by grams; up to 1,000 → the phrase is looked up again and all are
 * ranked, more → newest first. Nothing ever ranks or counts everything.
 */
import { type SelectQueryBuilder, sql } from 'kysely';
import type { AgencyId } from '../../people/agency.ts';
import type { Database, Db } from '../../platform/database.ts';
import type { CivilDate } from '../../statute/civil-date.ts';
import { foldNumber } from '../chinese-folding.ts';
import type { DocumentId } from '../document.ts';
import type { DocumentKindName } from '../document-kinds.ts';
import { markedPassage, markHits } from '../mark-hits.ts';
import type { ListPage } from '../public-view.ts';
import { type FoundRow, facetsOf, type SearchHit, type SearchResult } from '../search-result.ts';
import { parseQuery, type SearchQuery } from '../search-text.ts';
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
  if (query.grams === null) return { hits: [], total: 0, facets: facetsOf([]), terms };
  const from = (page.number - 1) * page.size;
  const [exact, few] = await Promise.all([byNumber(db, typed, filters), fewIds(db, query, filters)]);
  const exactIds = new Set(exact.map(({ id }) => id));
  if (few === undefined) {
    const ids = (await newest(db, query, filters, from, page.size)).filter((id) => !exactIds.has(id));
    const shown = from === 0 ? [...exactIds, ...ids] : ids;
    return { hits: await hitsOf(db, shown, exactIds, terms, today), total: null, facets: null, terms };
  }
  const byText = await ranked(db, query, few);
  const found = [...exact, ...byText.filter(({ id }) => !exactIds.has(id))];
  const shown = found.slice(from, from + page.size).map(({ id }) => id);
  return { hits: await hitsOf(db, shown, exactIds, terms, today), total: found.length, facets: facetsOf(found), terms };
}

type Searched = SelectQueryBuilder<Database, 'search', object>;

function narrowed(query: Searched, { agencyIds, year, kind }: SearchFilters): Searched {
  let narrow = query;
  if (agencyIds !== undefined) narrow = narrow.where('agency_id', 'in', agencyIds.length > 0 ? agencyIds : ['']);
  if (year !== undefined) narrow = narrow.where('year', '=', year);
  if (kind !== undefined) narrow = narrow.where('kind', '=', kind);
  return narrow;
}

function matching(db: Db, { grams }: SearchQuery, filters: SearchFilters): Searched {
  return narrowed(db.selectFrom('search').where(sql<boolean>`grams @@ ${grams}::tsquery`), filters);
}

/** Every term as it was typed, where its pairs alone would also fit words that stand apart. */
function phrasesStand<T>(query: SelectQueryBuilder<Database, 'search', T>, { recheck }: SearchQuery) {
  return recheck.reduce((q, term) => q.where(sql<boolean>`position(${term} in folded) > 0`), query);
}

const FOUND_FIELDS = ['document_id as id', 'agency_id as agencyId', 'kind', 'year'] as const;

/** [PUB-22] 按文号、索引号直达. */
async function byNumber(db: Db, typed: string, filters: SearchFilters): Promise<FoundRow[]> {
  const number = foldNumber(typed);
  if (!/\d/.test(number)) return [];
  return narrowed(db.selectFrom('search'), filters)
    .where((q) => q.or([q('doc_no', '=', number), q('index_no', '=', number)]))
    .select(FOUND_FIELDS)
    .orderBy('published_at', 'desc')
    .limit(10)
    .execute();
}

/** The ids, when they are few enough to be ranked. */
async function fewIds(db: Db, query: SearchQuery, filters: SearchFilters): Promise<DocumentId[] | undefined> {
  const rows = await matching(db, query, filters)
    .select('document_id')
    .limit(RANKED_AT_MOST + 1)
    .execute();
  return rows.length > RANKED_AT_MOST ? undefined : rows.map((row) => row.document_id);
}

/** All of a few in order: every term in the title, words of the title, the newest. */
async function ranked(db: Db, query: SearchQuery, ids: readonly DocumentId[]): Promise<FoundRow[]> {
  const inTitle = query.terms.map((term) => sql<boolean>`position(${term} in title) > 0`);
  return phrasesStand(db.selectFrom('search'), query)
    .where(sql<boolean>`document_id = any(${ids})`)
    .select(FOUND_FIELDS)
    .orderBy(sql`${sql.join(inTitle, sql` and `)}`, 'desc')
    .orderBy(sql`ts_rank(title_words, ${query.words ?? ''}::tsquery)`, 'desc')
    .orderBy('published_at', 'desc')
    .orderBy('document_id', 'desc')
    .execute();
}

/** A page of many, newest first. */
async function newest(
  db: Db,
  query: SearchQuery,
  filters: SearchFilters,
  from: number,
  size: number,
): Promise<DocumentId[]> {
  const rows = await phrasesStand(matching(db, query, filters), query)
    .select('document_id')
    .orderBy('published_at', 'desc')
    .orderBy('document_id', 'desc')
    .offset(from)
    .limit(size)
    .execute();
  return rows.map((row) => row.document_id);
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
