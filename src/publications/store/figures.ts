/** The figures of a year, and the list behind each [PUB-12, PUB-13]. */
import { sql } from 'kysely';
import type { AgencyId } from '../../people/agency.ts';
import type { Db } from '../../platform/database.ts';
import { type CivilDate, civilFromParts } from '../../statute/civil-date.ts';
import { SECTIONS, type Section } from '../columns.ts';
import { DOCUMENT_KINDS, type DocumentKindName, kindOf } from '../document-kinds.ts';
import type { FigureRow, NormativeFigures, PublicationFigure, PublicationFigures } from '../figures.ts';
import { endsOn, type NormativeSpan, stockFigures, stockShare } from '../normative.ts';
import { WITHDRAWAL_REASONS } from '../withdrawal.ts';
import './tables.ts';

/** 第一部分所列各数. `agencyIds` are the agencies the report covers. */
export async function publicationFigures(
  db: Db,
  agencyIds: readonly AgencyId[],
  year: number,
): Promise<PublicationFigures> {
  const published = db.selectFrom(publishedIn(db, agencyIds, year).select(['id', 'kind']).as('d'));
  const [kinds, sections, special] = await Promise.all([
    published
      .select(['d.kind', (q) => q.fn.countAll<number>().as('n')])
      .groupBy('d.kind')
      .execute(),
    published
      .innerJoin('placements', 'placements.document_id', 'd.id')
      .select(['placements.column_key', (q) => q.fn.countAll<number>().as('n')])
      .where('placements.column_key', 'in', SECTIONS)
      .groupBy('placements.column_key')
      .execute(),
    openSpecialColumns(db, agencyIds, year),
  ]);
  const several = await published
    .where('d.id', 'in', inSeveralSections(db))
    .select((q) => q.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  const byKind: Partial<Record<DocumentKindName, number>> = Object.fromEntries(kinds.map(({ kind, n }) => [kind, n]));
  const inSection = new Map(sections.map((row) => [row.column_key, row.n]));
  return {
    items: kinds.reduce((sum, { n }) => sum + n, 0),
    byColumn: Object.fromEntries(SECTIONS.map((s) => [s, inSection.get(s) ?? 0])) as Record<Section, number>,
    inTwoColumns: several.n,
    specialColumns: special.length,
    gazettes: byKind.gazette ?? 0,
    interpretations: byKind.interpretation ?? 0,
    meetings: byKind.meeting ?? 0,
    byKind,
  };
}

/** 表二第二十条第(一)项: made, repealed and valid at the end of the year, with what the stock identity needs. */
export async function normativeFigures(
  db: Db,
  agencyIds: readonly AgencyId[],
  year: number,
): Promise<NormativeFigures> {
  const spans = await countedSpans(db, agencyIds);
  const of = (counted: keyof NormativeFigures) =>
    stockFigures(
      spans.filter(({ kind }) => kindOf(kind).counted === counted),
      year,
    );
  return { regulations: of('regulations'), normativeDocuments: of('normativeDocuments') };
}

/** 取数依据: the records that make a figure, in the order of their day. For `specialColumns` an id is the column's key. */
export async function listBehindFigure(
  db: Db,
  agencyIds: readonly AgencyId[],
  year: number,
  figure: PublicationFigure,
): Promise<FigureRow[]> {
  if (figure === 'specialColumns') return openSpecialColumns(db, agencyIds, year);
  const [group, name] = figure.split('.') as [string, string | undefined];
  if (group === 'regulations' || group === 'normativeDocuments') {
    return behindStock(await countedSpans(db, agencyIds), group, name as 'made' | 'repealed' | 'valid', year);
  }
  const rows = await publishedIn(db, agencyIds, year)
    .$if(group === 'inTwoColumns', (q) => q.where('id', 'in', inSeveralSections(db)))
    .$if(group === 'kind', (q) => q.where('kind', '=', name as DocumentKindName))
    .$if(group === 'column', (q) =>
      q.where('id', 'in', (p) => p.selectFrom('placements').select('document_id').where('column_key', '=', name!)),
    )
    .select(['id', 'agency_id', 'title', 'doc_no', 'published_on'])
    .orderBy('published_at')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    agencyId: row.agency_id,
    title: row.title,
    docNo: row.doc_no,
    on: row.published_on!,
  }));
}

const NOT_COUNTED = Object.entries(WITHDRAWAL_REASONS).flatMap(([name, { counted }]) => (counted ? [] : [name]));

/** Distinct documents published in the year, without those taken back as mistakes within it. */
function publishedIn(db: Db, agencyIds: readonly AgencyId[], year: number) {
  const [first, last] = daysOf(year);
  return db
    .selectFrom('documents')
    .where('agency_id', 'in', agencyIds.length > 0 ? agencyIds : [''])
    .where('published_on', '>=', first)
    .where('published_on', '<=', last)
    .where((q) =>
      q.or([
        q('withdrawn_on', 'is', null),
        q('withdrawn_on', '>', last),
        q(sql<string>`withdrawal ->> 'reason'`, 'not in', NOT_COUNTED),
      ]),
    );
}

function inSeveralSections(db: Db) {
  return db
    .selectFrom('placements')
    .select('document_id')
    .where('column_key', 'in', ['news', 'overview', 'catalogue'])
    .groupBy('document_id')
    .having((p) => p.fn.countAll(), '>', 1);
}

async function openSpecialColumns(db: Db, agencyIds: readonly AgencyId[], year: number): Promise<FigureRow[]> {
  const [first, last] = daysOf(year);
  const rows = await db
    .selectFrom('special_columns')
    .selectAll()
    .where('agency_id', 'in', agencyIds.length > 0 ? agencyIds : [''])
    .where('opened_on', '<=', last)
    .where((q) => q.or([q('closed_on', 'is', null), q('closed_on', '>=', first)]))
    .orderBy('opened_on')
    .orderBy('key')
    .execute();
  return rows.map((c) => ({ id: c.key, agencyId: c.agency_id, title: c.name, docNo: null, on: c.opened_on }));
}

type CountedSpan = NormativeSpan & Omit<FigureRow, 'on'> & { readonly kind: DocumentKindName };

const COUNTED_KINDS = (Object.keys(DOCUMENT_KINDS) as DocumentKindName[]).filter((k) => kindOf(k).counted);

/** Every 规章 and 规范性文件 that ever counted: some hundreds in a county, so the pure rule adds them up. */
async function countedSpans(db: Db, agencyIds: readonly AgencyId[]): Promise<CountedSpan[]> {
  const rows = await db
    .selectFrom('documents')
    .select(['id', 'agency_id', 'kind', 'title', 'doc_no', 'written_on', 'counted_from', 'expires_on', 'ending'])
    .select('withdrawn_on')
    .where('agency_id', 'in', agencyIds.length > 0 ? agencyIds : [''])
    .where('kind', 'in', COUNTED_KINDS)
    .where('counted_from', 'is not', null)
    .orderBy('written_on')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    agencyId: row.agency_id,
    kind: row.kind,
    title: row.title,
    docNo: row.doc_no,
    writtenOn: row.written_on,
    countedFrom: row.counted_from!,
    endsOn: endsOn({ ending: row.ending, expiresOn: row.expires_on }),
    withdrawnOn: row.withdrawn_on,
  }));
}

function behindStock(
  spans: readonly CountedSpan[],
  counted: keyof NormativeFigures,
  figure: 'made' | 'repealed' | 'valid',
  year: number,
): FigureRow[] {
  return spans
    .filter((span) => kindOf(span.kind).counted === counted && stockShare(span, year)[figure] === 1)
    .map((span) => ({
      id: span.id,
      agencyId: span.agencyId,
      title: span.title,
      docNo: span.docNo,
      on: figure === 'repealed' ? span.endsOn! : span.writtenOn,
    }));
}

function daysOf(year: number): [first: CivilDate, last: CivilDate] {
  return [civilFromParts(year, 1, 1), civilFromParts(year, 12, 31)];
}
