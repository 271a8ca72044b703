/** Lists of what is public, newest first; each page is found by index. */
import type { SelectQueryBuilder } from 'kysely';
import type { AgencyId } from '../../people/agency.ts';
import type { Database, Db } from '../../platform/database.ts';
import type { CivilDate } from '../../statute/civil-date.ts';
import type { ColumnKey } from '../columns.ts';
import type { DocumentId } from '../document.ts';
import { validityOn } from '../normative.ts';
import type { ListPage, PublicLine, PublicList } from '../public-view.ts';
import type { DocumentRow } from './rows.ts';
import './tables.ts';

/** What a line shows, and what its validity follows from. */
export const LINE_FIELDS = [
  'documents.id',
  'documents.title',
  'documents.kind',
  'documents.agency_id',
  'documents.issuer',
  'documents.doc_no',
  'documents.published_on',
  'documents.effective_on',
  'documents.expires_on',
  'documents.ending',
] as const;

type LineRow = Pick<
  DocumentRow,
  | 'id'
  | 'title'
  | 'kind'
  | 'agency_id'
  | 'issuer'
  | 'doc_no'
  | 'published_on'
  | 'effective_on'
  | 'expires_on'
  | 'ending'
>;

export function toLine(row: LineRow, today: CivilDate): PublicLine {
  const dates = { effectiveOn: row.effective_on, expiresOn: row.expires_on, ending: row.ending };
  return {
    id: row.id,
    title: row.title,
    kind: row.kind,
    agencyId: row.agency_id,
    issuer: row.issuer,
    docNo: row.doc_no,
    publishedOn: row.published_on!,
    validity: validityOn(dates, today),
  };
}

/** 栏目列表: documents of a column and of those below it. */
export async function latestIn(db: Db, key: ColumnKey, page: ListPage, today: CivilDate): Promise<PublicList> {
  const [lines, total] = await Promise.all([linesIn(db, key, page, today), countIn(db, key)]);
  return { lines, total };
}

/** A page of a column, without how many there are: to count a long one takes longer than to find its page. */
export async function linesIn(db: Db, key: ColumnKey, page: ListPage, today: CivilDate): Promise<PublicLine[]> {
  const wanted = placedIn(db, key)
    .select(['document_id', 'published_at'])
    .orderBy('published_at', 'desc')
    .orderBy('document_id', 'desc')
    .limit(page.size)
    .offset((page.number - 1) * page.size);
  const rows = await db
    .selectFrom(wanted.as('wanted'))
    .innerJoin('documents', 'documents.id', 'wanted.document_id')
    .select(LINE_FIELDS)
    .orderBy('wanted.published_at', 'desc')
    .orderBy('wanted.document_id', 'desc')
    .execute();
  return rows.map((row) => toLine(row, today));
}

export async function countIn(db: Db, key: ColumnKey): Promise<number> {
  const { n } = await placedIn(db, key)
    .select((q) => q.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return n;
}

function placedIn(db: Db, key: ColumnKey) {
  return db.selectFrom('placements').where('column_key', '=', key).where('live', '=', true);
}

/** 最新公开, for the home page and, with an agency, its own page. */
export async function latest(
  db: Db,
  page: ListPage,
  today: CivilDate,
  only: { readonly agencyId?: AgencyId } = {},
): Promise<PublicList> {
  const ofAgency = <T>(query: SelectQueryBuilder<Database, 'documents', T>) =>
    only.agencyId === undefined ? query : query.where('agency_id', '=', only.agencyId);
  const published = ofAgency(db.selectFrom('documents').where('state', '=', 'published'));
  const [rows, counted] = await Promise.all([
    published
      .select(LINE_FIELDS)
      .orderBy('published_at', 'desc')
      .orderBy('id', 'desc')
      .limit(page.size)
      .offset((page.number - 1) * page.size)
      .execute(),
    published.select((q) => q.fn.countAll<number>().as('n')).executeTakeFirstOrThrow(),
  ]);
  return { lines: rows.map((row) => toLine(row, today)), total: counted.n };
}

/** The lines of published documents by id, for those who found the ids otherwise. */
export async function linesOf(
  db: Db,
  ids: readonly DocumentId[],
  today: CivilDate,
): Promise<ReadonlyMap<DocumentId, PublicLine>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('documents')
    .select(LINE_FIELDS)
    .where('id', 'in', ids)
    .where('state', '=', 'published')
    .execute();
  return new Map(rows.map((row) => [row.id, toLine(row, today)]));
}
