/**
 * 装入 [OPS-4]: the rows of a backup into the tables they came from, in one transaction: all of them or none. Foreign keys are taken off
 * meanwhile and come back at the end, when the database checks every one of them; rules that forbid changing (the ledger's) sleep as long.
 */
import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { withClient } from '../database.ts';
import { Damaged } from './damaged.ts';
import type { Manifest } from './manifest.ts';
import { PLAIN_COPY, TABLES } from './snapshot.ts';

export interface Loader {
  /** The next piece of a table; pieces of one table come one after the other. */
  load(table: string, piece: Buffer): Promise<void>;
}

/**
 * Commits when `work` is done, and only then. Tables of the backup that this program does not have (somebody's own, beside ours) are left out.
 * @returns their names; @throws Damaged when counts or columns are not those of the manifest
 */
export async function loadTables(
  connectionString: string,
  { tables: all, sequences }: Pick<Manifest, 'tables' | 'sequences'>,
  work: (loader: Loader) => Promise<void>,
): Promise<readonly string[]> {
  return withClient(connectionString, async (client) => {
    await client.query(PLAIN_COPY);
    await client.query('begin');
    const { tables, strange } = await compareTables(client, all);
    const names = tables.map(({ name }) => pg.escapeIdentifier(name));
    const keys = await foreignKeys(client);
    for (const { table, name } of keys) await client.query(`alter table ${table} drop constraint ${name}`);
    for (const name of names) await client.query(`alter table ${name} disable trigger user`);
    await client.query(`truncate ${names.join(', ')}`);
    await copyIn(client, tables, ({ load }) =>
      work({ load: async (table, piece) => (strange.includes(table) ? undefined : load(table, piece)) }),
    );
    for (const { name, last } of sequences)
      await client.query('select setval(to_regclass($1), $2::bigint)', [pg.escapeIdentifier(name), last]);
    for (const { table, name, definition } of keys)
      await client.query(`alter table ${table} add constraint ${name} ${definition}`);
    for (const name of names) await client.query(`alter table ${name} enable trigger user`);
    for (const { name, rows } of tables) if ((await count(client, name)) !== rows) throw new Damaged(`tables/${name}`);
    await client.query('commit');
    await client.query('analyze');
    return strange;
  });
}

async function copyIn(
  client: pg.Client,
  tables: Manifest['tables'],
  work: (loader: Loader) => Promise<void>,
): Promise<void> {
  let open: { table: string; copy: ReturnType<typeof copyFrom> } | undefined;
  const close = async () => {
    if (!open) return;
    open.copy.end();
    await finished(open.copy);
    open = undefined;
  };
  await work({
    async load(table, piece) {
      const rows = await unpack(piece, table);
      if (open?.table !== table) {
        await close();
        const columns = tables.find(({ name }) => name === table)?.columns;
        if (!columns) throw new Damaged(`tables/${table}`);
        const list = columns.map((column) => pg.escapeIdentifier(column)).join(', ');
        open = { table, copy: client.query(copyFrom(`copy ${pg.escapeIdentifier(table)} (${list}) from stdin`)) };
        // What goes wrong is told by `finished` and by the writes.
        open.copy.on('error', () => {});
      }
      if (open.copy.errored) throw open.copy.errored;
      if (!open.copy.write(rows)) await Promise.race([once(open.copy, 'drain'), finished(open.copy)]);
    },
  });
  await close();
}

const inflate = promisify(gunzip);
/** A piece is four megabytes and the rest of a row. */
const LARGEST = 1024 * 1024 * 1024;

async function unpack(piece: Buffer, table: string): Promise<Buffer> {
  return inflate(piece, { maxOutputLength: LARGEST }).catch(() => {
    throw new Damaged(`tables/${table}`);
  });
}

async function compareTables(client: pg.Client, tables: Manifest['tables']) {
  const { rows } = await client.query<{ name: string; columns: string[] }>(TABLES);
  const strange = tables.map(({ name }) => name).filter((name) => !rows.some((row) => row.name === name));
  const known = tables.filter(({ name }) => !strange.includes(name));
  const said = (list: readonly { name: string; columns: readonly string[] }[]) =>
    list.map(({ name, columns }) => `${name} ${[...columns].sort()}`);
  const [here, there] = [said(rows), said(known)];
  const odd = there.find((line) => !here.includes(line)) ?? here.find((line) => !there.includes(line));
  if (odd) throw new Damaged(`tables/${odd.split(' ')[0]}`);
  return { tables: known, strange };
}

async function foreignKeys(client: pg.Client) {
  const { rows } = await client.query<{ table: string; name: string; definition: string }>(
    `select conrelid::regclass::text as table, quote_ident(conname) as name, pg_get_constraintdef(oid) as definition
     from pg_constraint where contype = 'f' and connamespace = quote_ident(current_schema())::regnamespace order by 1, 2`,
  );
  return rows;
}

async function count(client: pg.Client, table: string): Promise<number> {
  const { rows } = await client.query<{ n: string }>(`select count(*) as n from ${pg.escapeIdentifier(table)}`);
  return Number(rows[0]!.n);
}
