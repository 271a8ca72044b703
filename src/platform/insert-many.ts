/**
 * Many rows at once. They travel as one JSON value for some hundreds: a statement with a parameter for each field is dearer to write, to send and to
 * read than the rows themselves.
 */
import { type Insertable, sql } from 'kysely';
import type { Database, Tx } from './database.ts';

const BATCH = 250;

export function batchesOf<T>(all: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(all.length / BATCH) }, (_, i) => all.slice(i * BATCH, (i + 1) * BATCH));
}

/** @param rowOf every row names the same columns; instants and days as JSON writes them */
export async function insertMany<Table extends keyof Database & string, T>(
  tx: Tx,
  table: Table,
  all: readonly T[],
  rowOf: (one: T) => Insertable<Database[Table]>,
): Promise<void> {
  for (const batch of batchesOf(all)) {
    const rows = batch.map(rowOf);
    const columns = sql.join(Object.keys(rows[0]!).map((name) => sql.ref(name)));
    await sql`
      insert into ${sql.table(table)} (${columns})
      select ${columns} from jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::jsonb)`.execute(
      tx,
    );
  }
}
