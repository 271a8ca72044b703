/** 演示数据: the mark of a database whose people, papers and figures are all invented, so that it never passes as a real one. */
import type { Db, Tx } from './database.ts';

declare module './database.ts' {
  interface Database {
    demo_county: { only_row?: boolean; loaded_at: Date };
  }
}

export async function isDemoDatabase(db: Db): Promise<boolean> {
  return (await db.selectFrom('demo_county').select('loaded_at').executeTakeFirst()) !== undefined;
}

/** Within the transaction that loads it; a second load waits here for the first. @returns false when it is loaded already */
export async function markAsDemo(tx: Tx, at: Date): Promise<boolean> {
  const marked = await tx
    .insertInto('demo_county')
    .values({ loaded_at: at })
    .onConflict((c) => c.doNothing())
    .returning('loaded_at')
    .executeTakeFirst();
  return marked !== undefined;
}
