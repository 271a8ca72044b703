/** 案卷附件: the rows that say which kept file belongs to which application. Names are sealed, the ledger holds hashes. */
import { type Selectable, sql } from 'kysely';
import type { Scene, Stairs } from '../../perform.ts';
import type { Database, Db, Tx } from '../../platform/database.ts';
import type { KeptFile } from '../../platform/files/file-store.ts';
import type { KeyRing } from '../../platform/key-file.ts';
import type { SealedColumn } from '../../platform/sealed-column.ts';
import type { Finding } from '../../review/finding.ts';
import { art } from '../../statute/articles.ts';
import { isRefusal, type Refusal, refuse } from '../../statute/refusal.ts';
import type { InfoRequest, RequestFile, RequestId } from '../info-request.ts';
import {
  type Attachment,
  type FilePurposeName,
  mayRemove,
  mayUseFor,
  NO_SUCH_ATTACHMENT,
  permitAddFile,
  permitHandIn,
  permitRemoveFile,
} from '../request-files.ts';
import { factsOfFile, type requestStairs } from './stairs.ts';
import { toRequest } from './tables.ts';

declare module '../../platform/database.ts' {
  interface Database {
    request_files: {
      id: string;
      request_id: string;
      agency_id: string;
      fact_n: number | null;
      purpose: FilePurposeName;
      task_id: string | null;
      name_sealed: string;
      kind: string;
      bytes: number;
      sha256: string;
      findings: readonly Finding[];
      added_by: string;
      added_at: Date;
    };
  }
}

/** With its name: for whoever may see the file. */
export interface NamedAttachment extends Attachment {
  readonly name: string;
}

export interface AddFile {
  readonly verb: 'addFile';
  readonly requestId: RequestId;
  readonly purpose: FilePurposeName;
  readonly taskId: string | null;
  readonly file: KeptFile;
  /** Of what is to be provided: what was found in it [FIL-14]. */
  readonly findings?: readonly Finding[];
  /** Of the officer who adds it. */
  readonly taskIds: ReadonlySet<string>;
}

/** Of the applicant, in the transaction of what it came with. */
export interface HandInFile {
  readonly verb: 'handInFile';
  readonly requestId: RequestId;
  readonly codeDigest: string;
  readonly purpose: FilePurposeName;
  /** Number of the fact it came with. */
  readonly factN: number;
  readonly file: KeptFile;
}

export interface RemoveFile {
  readonly verb: 'removeFile';
  readonly requestId: RequestId;
  readonly fileId: string;
}

interface Found {
  readonly file: RequestFile;
  readonly attachment: Attachment | undefined;
}

type Shelved =
  | { readonly did: 'added'; readonly attachment: NamedAttachment }
  | { readonly did: 'removed'; readonly attachment: Attachment };

type ShelfCommand = AddFile | HandInFile | RemoveFile;

export function attachmentStairs(keys: Pick<KeyRing, 'seal'>): Stairs<Found, Shelved, ShelfCommand> {
  return {
    room: 'requests',
    async load(tx, command) {
      const file = await loadRequestFile(tx, command.requestId, 'lock');
      if (!file) return refuse('NO_SUCH_FILE', art(45), '没有这件申请，请刷新列表后重新选择。');
      if (command.verb === 'addFile') return { file, attachment: undefined };
      if (command.verb === 'handInFile')
        return (await findAttachment(tx, command.file.id)) ? HANDED_IN_BEFORE : { file, attachment: undefined };
      const attachment = await findAttachment(tx, command.fileId);
      return attachment?.requestId === command.requestId ? { file, attachment } : NO_SUCH_ATTACHMENT;
    },
    permit(actor, command, { file, attachment }) {
      if (command.verb === 'handInFile') return permitHandIn(actor, command, file);
      // Whose upload it is decides what may be taken away; a task that it was added for still is his.
      if (command.verb === 'addFile')
        return permitAddFile({ actor, taskIds: command.taskIds }, file.request, command.taskId);
      const taskId = attachment!.taskId;
      return permitRemoveFile({ actor, taskIds: new Set([taskId!]) }, file.request, taskId);
    },
    decide({ file, attachment }, command, scene) {
      const { request } = file;
      const shelved =
        command.verb === 'removeFile' ? removed(attachment!, file, scene) : added(request, command, scene);
      if ('refused' in shelved) return shelved;
      const { did, attachment: one } = shelved;
      return {
        next: shelved,
        entry: {
          verb: `${did}File`,
          subject: request.id,
          agencyId: request.agencyId,
          basis: art(45),
          content: { id: one.id, purpose: one.purpose, kind: one.kind, bytes: one.bytes, sha256: one.sha256 },
        },
      };
    },
    async save(tx, shelved) {
      if (shelved.did === 'added') return insertAttachment(tx, shelved.attachment, keys);
      await tx.deleteFrom('request_files').where('id', '=', shelved.attachment.id).execute();
    },
  };
}

/** A form that was sent already brought them: the file belongs to that application. */
const HANDED_IN_BEFORE = refuse(
  'FIL-11',
  art(45),
  '有的文件已经随另一次提交收下，不能再用一次，这一次还没有登记。其他内容都在，请重新选择文件。',
);

function added(request: InfoRequest, command: AddFile | HandInFile, { actor, at }: Scene): Shelved {
  const { file, purpose } = command;
  const attachment = {
    ...file,
    requestId: request.id,
    agencyId: request.agencyId,
    factN: command.verb === 'handInFile' ? command.factN : null,
    purpose,
    taskId: command.verb === 'addFile' ? command.taskId : null,
    findings: (command.verb === 'addFile' && command.findings) || [],
    addedBy: actor.id,
    addedAt: at,
  };
  return { did: 'added', attachment };
}

function removed(attachment: Attachment, file: RequestFile, { actor }: Scene): Shelved | Refusal {
  return mayRemove(attachment, file, actor)
    ? { did: 'removed', attachment }
    : refuse('FIL-10', art(45), '只能删除自己上传、还没有用过的附件；随答复稿提供的，退回修改以后才能删除。');
}

export async function insertAttachment(
  tx: Tx,
  { findings = [], ...one }: Omit<NamedAttachment, 'findings'> & Partial<Pick<NamedAttachment, 'findings'>>,
  keys: Pick<KeyRing, 'seal'>,
): Promise<void> {
  const row = {
    id: one.id,
    request_id: one.requestId,
    agency_id: one.agencyId,
    fact_n: one.factN,
    purpose: one.purpose,
    task_id: one.taskId,
    name_sealed: keys.seal(one.name, contextOf(one.id)),
    kind: one.kind,
    bytes: one.bytes,
    sha256: one.sha256,
    findings: sql<readonly Finding[]>`${JSON.stringify(findings)}::jsonb`,
    added_by: one.addedBy,
    added_at: one.addedAt,
  };
  await tx.insertInto('request_files').values(row).execute();
}

/**
 * 随一步入卷 [FIL-10]: an act that names files received before. They are looked at before it is decided and tied to its first fact in the
 * transaction of the act; when one may not be used, the act is not done.
 */
export function withAttachments(
  stairs: ReturnType<typeof requestStairs>,
  fileIds: readonly string[],
  /** Of an act on a task. */
  taskId: string | null = null,
): ReturnType<typeof requestStairs> {
  const ids = [...new Set(fileIds)];
  if (ids.length === 0) return stairs;
  return {
    ...stairs,
    async load(tx, command, scene) {
      const loaded = await stairs.load(tx, command, scene);
      if (isRefusal(loaded) || loaded.file === null) return loaded;
      const rows = await tx.selectFrom('request_files').selectAll().where('id', 'in', ids).forUpdate().execute();
      const { id } = loaded.file.request;
      const usable = rows.filter((row) => mayUseFor(toAttachment(row), { requestId: id, taskId }, scene.actor));
      if (usable.length === ids.length) return loaded;
      return refuse('FIL-10', art(45), '有的附件不是你为这件申请上传的，或者已经用过。请刷新页面，重新选择。');
    },
    async save(tx, next, loaded, scene) {
      await stairs.save(tx, next, loaded, scene);
      const n = next.facts[loaded.file?.facts.length ?? 0]!.n;
      await tx.updateTable('request_files').set({ fact_n: n }).where('id', 'in', ids).execute();
    },
  };
}

/** In the order they came. */
export async function listAttachments(db: Db, id: RequestId, keys: Pick<KeyRing, 'open'>): Promise<NamedAttachment[]> {
  const rows = await db
    .selectFrom('request_files')
    .selectAll()
    .where('request_id', '=', id)
    .orderBy('added_at')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({ ...toAttachment(row), name: keys.open(row.name_sealed, contextOf(row.id)) }));
}

export async function findAttachment(db: Db, id: string): Promise<Attachment | undefined> {
  const row = await db.selectFrom('request_files').selectAll().where('id', '=', id).executeTakeFirst();
  return row && toAttachment(row);
}

export async function attachmentName(db: Db, id: string, keys: Pick<KeyRing, 'open'>): Promise<string> {
  const row = await db.selectFrom('request_files').select('name_sealed').where('id', '=', id).executeTakeFirstOrThrow();
  return keys.open(row.name_sealed, contextOf(id));
}

/** Which of these kept files a row names: the sweep leaves them. */
export async function namedAttachments(db: Db, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await db.selectFrom('request_files').select('id').where('id', 'in', ids).execute();
  return new Set(rows.map(({ id }) => id));
}

/** Every kept file that a row names: a backup must hold them. */
export async function attachmentIds(db: Db): Promise<readonly string[]> {
  return (await db.selectFrom('request_files').select('id').execute()).map(({ id }) => id);
}

/** What `permitRequestFile` judges by. */
export async function loadRequestFile(db: Db, id: RequestId, lock?: 'lock'): Promise<RequestFile | undefined> {
  const found = db.selectFrom('info_requests').selectAll().where('id', '=', id);
  const row = await (lock ? found.forUpdate() : found).executeTakeFirst();
  return row && { request: toRequest(row), facts: await factsOfFile(db, id), codeDigest: row.code_digest };
}

function toAttachment(row: Selectable<Database['request_files']>): Attachment {
  return {
    id: row.id,
    requestId: row.request_id,
    agencyId: row.agency_id,
    factN: row.fact_n,
    purpose: row.purpose,
    taskId: row.task_id,
    kind: row.kind,
    bytes: Number(row.bytes),
    sha256: row.sha256,
    findings: row.findings,
    addedBy: row.added_by,
    addedAt: row.added_at,
  };
}

function contextOf(id: string): string {
  return `request_files/${id}`;
}

export const SEALED_FILE_NAMES: SealedColumn = { table: 'request_files', row: 'id', column: 'name_sealed', contextOf };
