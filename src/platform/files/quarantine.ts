/**
 * 隔离的文件 [FIL-18, FIL-19]: which kept files may not be opened, and why: nobody could say yet whether they are clean, or a virus was found in
 * them. Whoever reads a file asks here first. A row says nothing of what the file is called or whose it is.
 */
import { type Refusal, refuse } from '../../statute/refusal.ts';
import type { Db, Tx } from '../database.ts';

declare module '../database.ts' {
  interface Database {
    quarantined_files: {
      id: string;
      state: QuarantineState;
      sha256: string;
      since: Date;
      tried_at: Date | null;
      finding: string;
    };
  }
}

export type QuarantineState = 'waiting' | 'infected';

export interface QuarantinedFile {
  readonly id: string;
  readonly state: QuarantineState;
  readonly sha256: string;
  readonly since: Date;
}

const BASIS = '附件的要求';

export const QUARANTINE_SAYS: Readonly<Record<QuarantineState, Refusal>> = {
  waiting: refuse(
    'FIL-18',
    BASIS,
    '这个文件还没有查毒，现在不能打开、不能使用：病毒检查程序没有应答，恢复以后系统会自动补查。请过一会儿再试；一直这样的，请找系统管理员。',
  ),
  infected: refuse(
    'FIL-19',
    BASIS,
    '这个文件查出病毒，已经隔离，不能打开。请联系提交的人，请他杀毒以后重新提交，或者改用纸质材料。',
  ),
};

/** Thrown by whoever reads such a file; the face tells the sentence. */
export class FileQuarantined extends Error {
  override readonly name = 'FileQuarantined';
  readonly refusal: Refusal;
  constructor(state: QuarantineState) {
    super(`the file is in quarantine: ${state}`);
    this.refusal = QUARANTINE_SAYS[state];
  }
}

/** Beside the name of a file, in place of what opens it. */
export const QUARANTINE_TERMS: Readonly<Record<QuarantineState, string>> = {
  waiting: '等待查毒，查过以后才能打开',
  infected: '查出病毒，已经隔离',
};

export async function quarantineFile(db: Db, id: string, sha256: string, at: Date): Promise<void> {
  await db
    .insertInto('quarantined_files')
    .values({ id, state: 'waiting', sha256, since: at, tried_at: null, finding: '' })
    .execute();
}

export async function quarantineStateOf(db: Db, id: string): Promise<QuarantineState | undefined> {
  const row = await db.selectFrom('quarantined_files').select('state').where('id', '=', id).executeTakeFirst();
  return row?.state;
}

/** Of these those that are in it, and why in words. */
export async function quarantinedAmong(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db.selectFrom('quarantined_files').select(['id', 'state']).where('id', 'in', ids).execute();
  return new Map(rows.map(({ id, state }) => [id, QUARANTINE_TERMS[state]]));
}

export async function countQuarantined(db: Db): Promise<Readonly<Record<QuarantineState, number>>> {
  const rows = await db
    .selectFrom('quarantined_files')
    .select(['state', (q) => q.fn.countAll<number>().as('n')])
    .groupBy('state')
    .execute();
  const of = (state: QuarantineState) => Number(rows.find((row) => row.state === state)?.n ?? 0);
  return { waiting: of('waiting'), infected: of('infected') };
}

/** Those that wait, the one tried longest ago first. */
export async function waitingFiles(db: Db, most: number): Promise<readonly QuarantinedFile[]> {
  const rows = await db
    .selectFrom('quarantined_files')
    .select(['id', 'state', 'sha256', 'since'])
    .where('state', '=', 'waiting')
    .orderBy('tried_at', (order) => order.asc().nullsFirst())
    .orderBy('id')
    .limit(most)
    .execute();
  return rows;
}

export async function noteTry(db: Db, id: string, at: Date): Promise<void> {
  await db.updateTable('quarantined_files').set({ tried_at: at }).where('id', '=', id).execute();
}

/** Found clean, or gone. */
export async function releaseFile(db: Db, id: string): Promise<void> {
  await db.deleteFrom('quarantined_files').where('id', '=', id).execute();
}

/** Locked. @returns false when somebody settled it before */
export async function lockWaiting(tx: Tx, id: string): Promise<boolean> {
  const row = await tx
    .selectFrom('quarantined_files')
    .select('id')
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .forUpdate()
    .executeTakeFirst();
  return row !== undefined;
}

export async function condemnFile(tx: Tx, id: string, finding: string): Promise<void> {
  await tx.updateTable('quarantined_files').set({ state: 'infected', finding }).where('id', '=', id).execute();
}
