/** 本人的消息 [MSG-7]: what each officer was told, in the product; kept whether or not a message went out as well. */
import type { Notice } from '../../people/notice.ts';
import type { Db, Tx } from '../../platform/database.ts';

declare module '../../platform/database.ts' {
  interface Database {
    officer_notices: {
      id: string;
      officer_id: string;
      agency_id: string;
      kind: string;
      subject: string;
      particulars: object;
      made_at: Date;
      read_at: Date | null;
    };
  }
}

export interface OfficerNotice {
  readonly id: string;
  readonly kind: string;
  readonly subject: string;
  readonly particulars: Notice['particulars'];
  readonly madeAt: Date;
  readonly read: boolean;
}

/** @param piece that told it: told twice, it is there once */
export async function keepNotices(
  tx: Tx,
  { agencyId, kind, subject, particulars }: Notice,
  officerIds: readonly string[],
  piece: { readonly id: string; readonly at: Date },
): Promise<void> {
  const rows = officerIds.map((officerId) => ({
    ...{ id: `${piece.id}:${officerId}`, officer_id: officerId, agency_id: agencyId },
    ...{ kind, subject, particulars, made_at: piece.at, read_at: null },
  }));
  await tx
    .insertInto('officer_notices')
    .values(rows)
    .onConflict((on) => on.column('id').doNothing())
    .execute();
}

/** Older ones are found in the files they speak of. */
const SHOWN = 100;

/** The latest first. */
export async function noticesFor(db: Db, officerId: string): Promise<OfficerNotice[]> {
  const rows = await db
    .selectFrom('officer_notices')
    .selectAll()
    .where('officer_id', '=', officerId)
    .orderBy('made_at', 'desc')
    .orderBy('id')
    .limit(SHOWN)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    subject: row.subject,
    particulars: row.particulars as Notice['particulars'],
    madeAt: row.made_at,
    read: row.read_at !== null,
  }));
}

export async function countUnread(db: Db, officerId: string): Promise<number> {
  const row = await db
    .selectFrom('officer_notices')
    .select((q) => q.fn.countAll<number>().as('n'))
    .where('officer_id', '=', officerId)
    .where('read_at', 'is', null)
    .executeTakeFirstOrThrow();
  return row.n;
}

/** Marks one of the officer's own as read, or all that he has been shown: those up to a moment. What is another's stays as it is. */
export async function markRead(
  tx: Tx,
  officerId: string,
  which: { readonly id: string } | { readonly until: Date },
  at: Date,
): Promise<void> {
  const own = tx
    .updateTable('officer_notices')
    .set({ read_at: at })
    .where('officer_id', '=', officerId)
    .where('read_at', 'is', null);
  await ('id' in which ? own.where('id', '=', which.id) : own.where('made_at', '<=', which.until)).execute();
}

/** What is long past is no news. */
export async function forgetNotices(db: Db, before: Date): Promise<void> {
  await db.deleteFrom('officer_notices').where('made_at', '<', before).execute();
}
