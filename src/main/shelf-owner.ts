/**
 * 桶归谁 [OPS-20]: beside the files of a bucket lies the number and the hash of an entry of the ledger whose files they are. A database that has no such
 * entry is another county's, a copy that was left behind, or older than the files: to it every file it does not know would be nobody's, and the
 * sweep would take it away.
 */
import { entryHash, ledgerHead } from '../ledger/store.ts';
import type { Db } from '../platform/database.ts';
import type { Shelf } from '../platform/files/shelf.ts';
import { type Refusal, refuse } from '../statute/refusal.ts';

export interface ShelfOwner {
  /** @throws Error when the files are not ours: whoever would take some away lets it be */
  prove(): Promise<void>;
  /** So far this database has come; whoever is behind it from now on is told. */
  note(): Promise<void>;
}

type Marked = Pick<Shelf, 'mark' | 'where'>;

export function shelfOwner(db: Db, shelf: Marked): ShelfOwner {
  return {
    async prove() {
      const foreign = await whyNotOurs(db, shelf);
      if (foreign) throw new Error(foreign.says);
    },
    note: () => claimShelf(db, shelf),
  };
}

/** The files are ours from now on, whoever had them before. */
export async function claimShelf(db: Db, { mark }: Marked): Promise<void> {
  const { seq, hash } = await ledgerHead(db);
  await mark?.write(`${seq} ${hash}\n`);
}

export async function whyNotOurs(db: Db, { mark, where }: Marked): Promise<Refusal | undefined> {
  const text = await mark?.read();
  if (text === undefined) return undefined;
  const [, seq, hash] = /^(\d{1,15}) (\S+)\s*$/.exec(text) ?? [];
  // Of a database in which nothing was done yet it says nothing.
  if (seq === '0' || (hash !== undefined && (await entryHash(db, Number(seq))) === hash)) return undefined;
  return refuse(
    'OPS-20',
    '启动设置 GONGKAI_BUCKET',
    `${where} 里的附件属于另一个数据库，或者比现在这个数据库新：用下去，这个数据库里没有登记的附件会被当作没有人要的清理掉。另一个县、试验用的，请换一个前缀；数据库是恢复到以前时刻的，确认只有这一套系统在用以后，运行 gongkai files claim，再启动。`,
  );
}
