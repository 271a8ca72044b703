/**
 * 加密的列: where sealed values stand, so that a new key reaches all of them [SEC-16]. Each room declares its own in its store; a test compares
 * them with the columns of the database.
 */
import { sql } from 'kysely';
import type { Db, Tx } from './database.ts';
import type { KeyRing } from './key-file.ts';

export interface SealedColumn {
  readonly table: string;
  /** The column that names a row, and by which its value is bound. */
  readonly row: string;
  readonly column: string;
  contextOf(row: string): string;
}

export interface Resealed {
  /** Where to go on; null when nothing is left. */
  readonly next: string | null;
  readonly done: number;
  /** Rows whose value does not open. */
  readonly stuck: readonly string[];
}

/** How many values lie under which key. */
export async function countByKey(db: Db, { table, column }: SealedColumn): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ key: string; count: number }>`
    select split_part(${sql.ref(column)}, '.', 1) as key, count(*) as count
    from ${sql.table(table)} where ${sql.ref(column)} is not null group by 1`.execute(db);
  return new Map(rows.map(({ key, count }) => [key, count]));
}

const BATCH = 200;

/**
 * The next rows that do not lie under the newest key, in order of their names. A value that somebody changed or erased meanwhile is left to
 * him: only the one that was read is exchanged.
 */
export async function resealBatch(
  tx: Tx,
  { table, row, column, contextOf }: SealedColumn,
  ring: KeyRing,
  after: string,
): Promise<Resealed> {
  const [name, value] = [sql.ref(row), sql.ref(column)];
  const { rows } = await sql<{ name: string; value: string }>`
    select ${name} as name, ${value} as value from ${sql.table(table)}
    where ${name} > ${after} and split_part(${value}, '.', 1) <> ${ring.newestId()}
    order by ${name} limit ${BATCH}`.execute(tx);
  const stuck: string[] = [];
  const fresh: { name: string; value: string; sealed: string }[] = [];
  for (const one of rows) {
    const sealed = sealedAnew(one.value, contextOf(one.name), ring);
    if (sealed === undefined) stuck.push(one.name);
    else fresh.push({ ...one, sealed });
  }
  if (fresh.length > 0) {
    const values = fresh.map((one) => sql`(${one.name}, ${one.value}, ${one.sealed})`);
    await sql`update ${sql.table(table)} as kept set ${sql.id(column)} = fresh.sealed
      from (values ${sql.join(values)}) as fresh (name, value, sealed)
      where kept.${sql.id(row)} = fresh.name and kept.${sql.id(column)} = fresh.value`.execute(tx);
  }
  return { next: rows.length < BATCH ? null : rows.at(-1)!.name, done: fresh.length, stuck };
}

function sealedAnew(value: string, context: string, ring: KeyRing): string | undefined {
  try {
    return ring.seal(ring.open(value, context), context);
  } catch {
    return undefined;
  }
}

const SAMPLE = 20;

/** A few rows, opened. @returns the row of the first that does not open */
export async function sealedSample(
  db: Db,
  { table, row, column, contextOf }: SealedColumn,
  ring: Pick<KeyRing, 'open'>,
): Promise<string | undefined> {
  const { rows } = await sql<{ name: string; value: string }>`
    select ${sql.ref(row)} as name, ${sql.ref(column)} as value from ${sql.table(table)}
    where ${sql.ref(column)} is not null order by ${sql.ref(row)} desc limit ${SAMPLE}`.execute(db);
  return rows.find(({ name, value }) => !opens(value, contextOf(name), ring))?.name;
}

function opens(value: string, context: string, ring: Pick<KeyRing, 'open'>): boolean {
  try {
    ring.open(value, context);
    return true;
  } catch {
    return false;
  }
}
