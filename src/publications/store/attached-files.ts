/** 附件: the rows of uploaded files, who may take one along, and which of them an edition names. */
import { sql } from 'kysely';
import { capacitiesOf } from '../../people/actor.ts';
import type { AgencyId } from '../../people/agency.ts';
import type { Scene, Stairs } from '../../perform.ts';
import type { Db, Tx } from '../../platform/database.ts';
import type { Finding } from '../../review/finding.ts';
import { art } from '../../statute/articles.ts';
import type { AttachedFile, AttachedFileId, UploadedFile } from '../attached-file.ts';
import type { DocumentId } from '../document.ts';
import { permitUpload } from '../permissions.ts';
import './tables.ts';

export interface AddAttachedFile {
  readonly verb: 'addAttachedFile';
  readonly file: Omit<UploadedFile, 'addedBy' | 'addedAt'>;
}

/** 上传附件: whoever may draft for the agency puts a file there; nothing takes it along yet. */
export const attachedFileStairs: Stairs<AgencyId, UploadedFile, AddAttachedFile> = {
  room: 'publications',
  load: async (_, { file }) => file.agencyId,
  permit: (actor, _, agencyId) => permitUpload(actor, agencyId),
  decide: (_, { file }, { actor, at }: Scene) => ({
    next: { ...file, addedBy: actor.id, addedAt: at.toISOString() },
    entry: {
      verb: 'attachedFileAdded',
      subject: file.id,
      agencyId: file.agencyId,
      basis: art(17),
      content: { id: file.id, kind: file.kind, bytes: file.bytes, sha256: file.sha256 },
    },
  }),
  async save(tx, next) {
    const { agencyId, addedBy, addedAt, findings, ...row } = next;
    await tx
      .insertInto('attached_files')
      .values({
        ...row,
        agency_id: agencyId,
        findings: sql<readonly Finding[]>`${JSON.stringify(findings)}::jsonb`,
        added_by: addedBy,
        added_at: new Date(addedAt),
      })
      .execute();
  },
};

/** An upload that no edition took along is cleared away after so many days; the day before, none takes it along any more. */
export const UNUSED_DAYS = 7;
const DAY_MS = 24 * 3_600_000;

/** Of these the ones the officer uploaded for the agency himself, not long ago. */
export async function filesToTake(
  tx: Tx,
  ids: readonly AttachedFileId[],
  agencyId: AgencyId,
  { actor, at }: Pick<Scene, 'actor' | 'at'>,
): Promise<Map<AttachedFileId, AttachedFile>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .selectFrom('attached_files')
    .select(['id', 'name', 'kind', 'bytes', 'sha256', 'findings'])
    .where('id', 'in', ids)
    .where('agency_id', '=', agencyId)
    .where(
      'added_by',
      'in',
      capacitiesOf(actor).map(({ id }) => id),
    )
    .where('added_at', '>', new Date(at.getTime() - (UNUSED_DAYS - 1) * DAY_MS))
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

/** 公开的附件: of the live edition of a published document, and of nothing else. */
export async function publicFile(
  db: Db,
  documentId: DocumentId,
  fileId: AttachedFileId,
): Promise<AttachedFile | undefined> {
  const row = await db
    .selectFrom('documents')
    .innerJoin('editions', (join) =>
      join.onRef('editions.document_id', '=', 'documents.id').onRef('editions.n', '=', 'documents.live_edition'),
    )
    .select('editions.attachments')
    .where('documents.id', '=', documentId)
    .where('documents.state', '=', 'published')
    .executeTakeFirst();
  return row?.attachments.find(({ id }) => id === fileId);
}

/** So much of a file is searched; a longer one is found by what it begins with. */
const WORDS_SEARCHED = 50_000;

export async function wordsOfFiles(tx: Tx, ids: readonly AttachedFileId[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await tx
    .selectFrom('attached_files')
    .select(['id', sql<string>`left(words, ${WORDS_SEARCHED})`.as('words')])
    .where('id', 'in', ids)
    .orderBy('id')
    .execute();
  return rows.map(({ words }) => words);
}

/** Which of these kept files a row names: the sweep of the file store leaves them. */
export async function namedAttachedFiles(db: Db, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await db.selectFrom('attached_files').select('id').where('id', 'in', ids).execute();
  return new Set(rows.map(({ id }) => id));
}

/** Every kept file that a row names: a backup must hold them. */
export async function attachedFileIds(db: Db): Promise<readonly string[]> {
  return (await db.selectFrom('attached_files').select('id').execute()).map(({ id }) => id);
}

/** 清理: uploads from before a day that no edition ever took along; their content goes with the next sweep of the store. */
export async function forgetUnusedFiles(db: Db, before: Date, most = 500): Promise<number> {
  const taken = sql<boolean>`exists (select 1 from editions
    where editions.attachments @> jsonb_build_array(jsonb_build_object('id', attached_files.id)))`;
  const { rows } = await sql<{ id: string }>`
    delete from attached_files where id in (
      select id from attached_files where added_at < ${before} and not ${taken} order by added_at limit ${most}
    ) returning id`.execute(db);
  return rows.length;
}
