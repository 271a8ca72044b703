/** 各地共享的信息: what the public reads of what was delivered, with where it comes from; and which kept files it names. */
import type { Db } from '../../../platform/database.ts';
import { cleanBody } from '../../../publications/body.ts';
import type { SharedDocument } from '../../sharing/shared-copy.ts';
import './tables.ts';

export interface ReceivedLine {
  readonly sourceId: string;
  readonly source: string;
  readonly id: string;
  readonly title: string;
  readonly agency: string;
  /** ISO 8601. */
  readonly publishedAt: string;
}

export interface ReceivedPage {
  readonly lines: readonly ReceivedLine[];
  readonly total: number;
}

/** The newest first; of one source where it is named. What a closed source delivered stays. */
export async function receivedPage(
  db: Db,
  page: { readonly number: number; readonly size: number },
  sourceId?: string,
): Promise<ReceivedPage> {
  const shown = db
    .selectFrom('received_items')
    .innerJoin('sources', 'sources.id', 'received_items.source_id')
    .where('what', '=', 'document')
    .$if(sourceId !== undefined, (q) => q.where('source_id', '=', sourceId!));
  const [rows, { n }] = await Promise.all([
    shown
      .select(['source_id', 'name', 'item_id', 'title', 'published_at', 'item'])
      .orderBy('published_at', 'desc')
      .orderBy('source_id')
      .orderBy('item_id')
      .limit(page.size)
      .offset((page.number - 1) * page.size)
      .execute(),
    shown.select((q) => q.fn.countAll<number>().as('n')).executeTakeFirstOrThrow(),
  ]);
  const lines = rows.map(({ source_id: sourceOf, name, item_id: id, title, published_at, item }) => ({
    ...{ sourceId: sourceOf, source: name, id, title, agency: (item as SharedDocument).agency },
    publishedAt: published_at!.toISOString(),
  }));
  return { lines, total: n };
}

export interface ReceivedDocument {
  readonly source: { readonly id: string; readonly name: string; readonly siteUrl: string };
  /** Null: it was withdrawn at its source. */
  readonly document: SharedDocument | null;
}

export async function receivedDocument(db: Db, sourceId: string, id: string): Promise<ReceivedDocument | undefined> {
  const row = await db
    .selectFrom('received_items')
    .innerJoin('sources', 'sources.id', 'received_items.source_id')
    .select(['name', 'site_url', 'item'])
    .where('source_id', '=', sourceId)
    .where('item_id', '=', id)
    .where('what', '!=', 'columns')
    .executeTakeFirst();
  if (!row) return undefined;
  const document = row.item as SharedDocument | null;
  return {
    source: { id: sourceId, name: row.name, siteUrl: row.site_url },
    document: document && { ...document, bodyHtml: cleanBody(document.bodyHtml) },
  };
}

export interface ReceivedFile {
  readonly fileId: string;
  readonly name: string;
  readonly kind: string;
  readonly bytes: number;
}

/** A file or picture that the document names as it stands, and no other. */
export async function receivedFile(
  db: Db,
  sourceId: string,
  id: string,
  sha256: string,
): Promise<ReceivedFile | undefined> {
  const found = await receivedDocument(db, sourceId, id);
  const named = [...(found?.document?.files ?? []), ...(found?.document?.pictures ?? [])].find(
    (file) => file.sha256 === sha256,
  );
  if (!named) return undefined;
  const row = await db
    .selectFrom('received_files')
    .select(['file_id', 'kind', 'bytes'])
    .where('source_id', '=', sourceId)
    .where('sha256', '=', sha256)
    .executeTakeFirst();
  return row && { fileId: row.file_id, name: named.name, kind: row.kind, bytes: row.bytes };
}

/** Which of these kept files a row names: the sweep of the file store leaves them. */
export async function namedReceivedFiles(db: Db, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await db.selectFrom('received_files').select('file_id').where('file_id', 'in', ids).execute();
  return new Set(rows.map(({ file_id }) => file_id));
}

/** Every kept file that a row names: a backup must hold them. */
export async function receivedFileIds(db: Db): Promise<readonly string[]> {
  return (await db.selectFrom('received_files').select('file_id').execute()).map(({ file_id }) => file_id);
}

/** 收到了多少, by source. */
export async function receivedCounts(
  db: Db,
): Promise<ReadonlyMap<string, { readonly shown: number; readonly lastAt: Date }>> {
  const rows = await db
    .selectFrom('received_items')
    .select((q) => [
      'source_id',
      q.fn.countAll<number>().filterWhere('what', '=', 'document').as('shown'),
      q.fn.max('received_at').as('lastAt'),
    ])
    .groupBy('source_id')
    .execute();
  return new Map(rows.map(({ source_id, shown, lastAt }) => [source_id, { shown, lastAt }]));
}
