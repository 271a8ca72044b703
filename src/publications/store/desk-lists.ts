/** Lists for officers: everything of the agencies they reach, drafts included. */
import type { AgencyId } from '../../people/agency.ts';
import type { Db } from '../../platform/database.ts';
import type { CivilDate } from '../../statute/civil-date.ts';
import type { DocumentId, DocumentState } from '../document.ts';
import type { DocumentKindName } from '../document-kinds.ts';
import type { ListPage } from '../public-view.ts';
import './tables.ts';

export interface DeskLine {
  readonly id: DocumentId;
  readonly agencyId: AgencyId;
  readonly kind: DocumentKindName;
  readonly state: DocumentState;
  readonly title: string;
  readonly docNo: string | null;
  readonly indexNo: string | null;
  readonly writtenOn: CivilDate;
  readonly publishedOn: CivilDate | null;
  /** A draft edition waits for publication. */
  readonly inWork: boolean;
}

export interface DeskFilters {
  readonly agencyIds: readonly AgencyId[];
  readonly state?: DocumentState;
  readonly kind?: DocumentKindName;
  /** Only those with a draft edition. */
  readonly inWork?: boolean;
  /** Part of the title. */
  readonly title?: string;
}

/** 稿件列表: what is in work first, then the newest. */
export async function documentsForDesk(
  db: Db,
  filters: DeskFilters,
  page: ListPage,
): Promise<{ readonly lines: readonly DeskLine[]; readonly total: number }> {
  const { agencyIds, state, kind, inWork, title } = filters;
  let query = db.selectFrom('documents').where('agency_id', 'in', agencyIds.length > 0 ? agencyIds : ['']);
  if (state !== undefined) query = query.where('state', '=', state);
  if (kind !== undefined) query = query.where('kind', '=', kind);
  if (inWork !== undefined) query = query.where('draft_edition', inWork ? 'is not' : 'is', null);
  if (title) query = query.where('title', 'like', `%${title.replace(/[\\%_]/g, '\\$&')}%`);
  const [rows, counted] = await Promise.all([
    query
      .select(['id', 'agency_id', 'kind', 'state', 'title', 'doc_no', 'index_no', 'written_on', 'published_on'])
      .select('draft_edition')
      .orderBy((q) => q('draft_edition', 'is not', null), 'desc')
      .orderBy('published_at', (o) => o.desc().nullsFirst())
      .orderBy('id', 'desc')
      .limit(page.size)
      .offset((page.number - 1) * page.size)
      .execute(),
    query.select((q) => q.fn.countAll<number>().as('n')).executeTakeFirstOrThrow(),
  ]);
  const lines = rows.map((row) => ({
    id: row.id,
    agencyId: row.agency_id,
    kind: row.kind,
    state: row.state,
    title: row.title,
    docNo: row.doc_no,
    indexNo: row.index_no,
    writtenOn: row.written_on,
    publishedOn: row.published_on,
    inWork: row.draft_edition !== null,
  }));
  return { lines, total: counted.n };
}

/** 到期未登记: documents whose last day in force has passed, for the sweep that records it; at most `limit`. */
export async function lapsedBy(db: Db, today: CivilDate, limit: number): Promise<DocumentId[]> {
  const rows = await db
    .selectFrom('documents')
    .select('id')
    .where('state', '=', 'published')
    .where('ended_on', 'is', null)
    .where('expires_on', '<', today)
    .orderBy('expires_on')
    .limit(limit)
    .execute();
  return rows.map(({ id }) => id);
}
