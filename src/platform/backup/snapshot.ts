/**
 * 快照 [OPS-1]: everything the database holds at one moment, read by one session in one REPEATABLE READ transaction while others go on writing.
 */
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { type Database, type Db, withClient } from '../database.ts';
import type { KeptTable, Manifest } from './manifest.ts';
import { pieceOf } from './manifest.ts';
import type { ArchiveWriter } from './write-archive.ts';

export interface Snapshot {
  readonly takenAt: Date;
  /** Sees what the snapshot sees. */
  readonly db: Db;
  readonly migrations: Manifest['migrations'];
  readonly sequences: Manifest['sequences'];
  /** Every table of the database into the archive, in the order of their names. */
  copyTables(writer: ArchiveWriter): Promise<readonly KeptTable[]>;
}

/** Text of COPY reads the same everywhere only when nobody's habits of date and number come between. */
export const PLAIN_COPY = `set datestyle to iso; set intervalstyle to postgres; set extra_float_digits to 1;
  set client_encoding to utf8; set timezone to utc`;

export async function withSnapshot<T>(connectionString: string, work: (snapshot: Snapshot) => Promise<T>): Promise<T> {
  return withClient(connectionString, async (client) => {
    await client.query(PLAIN_COPY);
    await client.query('begin isolation level repeatable read read only');
    // The first statement takes the snapshot.
    const { rows } = await client.query<{ at: Date }>('select clock_timestamp() as at');
    const migrations = await client.query('select name, digest from migration order by name');
    // Read after the snapshot, so never behind it.
    const sequences = await client.query(
      `select sequencename as name, last_value::text as last from pg_sequences
       where schemaname = current_schema() and last_value is not null order by 1`,
    );
    return work({
      takenAt: rows[0]!.at,
      db: seeingWith(client),
      migrations: migrations.rows,
      sequences: sequences.rows,
      copyTables: (writer) => copyTables(client, writer),
    });
  });
}

/** Kysely over the one session, which it neither opens nor closes. */
function seeingWith(client: pg.Client): Db {
  const session = { query: client.query.bind(client), release: () => {} };
  const pool = { connect: async () => session, end: async () => {} };
  return new Kysely<Database>({ dialect: new PostgresDialect({ pool: pool as unknown as pg.Pool }) });
}

/** Columns that are computed come back by themselves. */
export const TABLES = `
  select c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
  from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
  where c.relnamespace = quote_ident(current_schema())::regnamespace and c.relkind = 'r'
  group by c.relname order by c.relname`;

async function copyTables(client: pg.Client, writer: ArchiveWriter): Promise<KeptTable[]> {
  const tables: KeptTable[] = [];
  const { rows } = await client.query<{ name: string; columns: string[] }>(TABLES);
  for (const { name, columns } of rows) {
    const list = columns.map((column) => pg.escapeIdentifier(column)).join(', ');
    const copy = client.query(copyTo(`copy ${pg.escapeIdentifier(name)} (${list}) to stdout`));
    let n = 0;
    for await (const piece of inPieces(copy)) {
      await writer.add(pieceOf(name, n), await compress(piece));
      n += 1;
    }
    tables.push({ name, columns, rows: copy.rowCount });
  }
  return tables;
}

const compress = promisify(gzip);

const PIECE = 4 * 1024 * 1024;

async function* inPieces(rows: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let waiting: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of rows) {
    waiting.push(chunk);
    bytes += chunk.length;
    if (bytes < PIECE) continue;
    yield Buffer.concat(waiting);
    [waiting, bytes] = [[], 0];
  }
  if (bytes > 0) yield Buffer.concat(waiting);
}
