/**
 * Brings the database to the shape this program expects: `migrations/NNNN-name.sql` in the order of their numbers, each
 * in a transaction of its own, forward only. What was applied is recorded with its digest, so that nobody edits history.
 * Two programs that start at once take turns through one locked row (session locks do not survive a pooler).
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';
import { isRefusal, type Refusal, refuse } from '../statute/refusal.ts';
import { withClient } from './database.ts';

export interface Migration {
  readonly name: string;
  readonly text: string;
}

export interface Migrated {
  /** Names of the migrations applied now. */
  readonly applied: readonly string[];
  /** Nothing had ever been applied: the database was new. */
  readonly wasNew: boolean;
}

const NAME = /^\d{4}-[a-z0-9-]+\.sql$/;

export function readMigrations(folder: string): readonly Migration[] {
  const names = readdirSync(folder).filter((name) => NAME.test(name));
  return names.sort().map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }));
}

/** @throws Error naming the migration whose statements fail; those before it stay applied */
export async function migrate(connectionString: string, migrations: readonly Migration[]): Promise<Migrated | Refusal> {
  return withClient(connectionString, async (client) => {
    await client.query(RECORD);
    const applied: string[] = [];
    for (;;) {
      const step = await applyNext(client, migrations);
      if (isRefusal(step)) return step;
      if (step.applied === undefined) return { applied, wasNew: applied.length === step.recorded };
      applied.push(step.applied);
    }
  });
}

/** Whether any migration was ever applied; changes nothing. */
export async function isNewDatabase(connectionString: string): Promise<boolean> {
  return withClient(connectionString, async (client) => {
    const found = await client.query<{ there: boolean }>(`select to_regclass('migration') is not null as there`);
    return !found.rows[0]?.there || (await recorded(client)).length === 0;
  });
}

/** Whether the database has the shape this program expects; changes nothing. */
export async function isUpToDate(connectionString: string, migrations: readonly Migration[]): Promise<boolean> {
  return (await migrationsLeft(connectionString, migrations)) === 0;
}

/** How many of the program's migrations the database still lacks; changes nothing. */
export async function migrationsLeft(
  connectionString: string,
  migrations: readonly Migration[],
): Promise<number | Refusal> {
  if (await isNewDatabase(connectionString)) return migrations.length;
  const history = await withClient(connectionString, recorded);
  return compareHistory(history, migrations) ?? migrations.length - history.length;
}

/** `insert … on conflict` makes the second starter wait for the first, where `create … if not exists` may collide. */
const RECORD = `
  do $$ begin
    create table if not exists migration (
      name text primary key, digest text not null, applied_at timestamptz not null default now()
    );
    create table if not exists migration_turn (only_row boolean primary key check (only_row));
  exception when unique_violation or duplicate_table or duplicate_object then null;
  end $$;
  insert into migration_turn values (true) on conflict do nothing;`;

interface Recorded {
  readonly name: string;
  readonly digest: string;
}

async function recorded(client: pg.Client): Promise<Recorded[]> {
  return (await client.query<Recorded>('select name, digest from migration order by name')).rows;
}

async function applyNext(
  client: pg.Client,
  migrations: readonly Migration[],
): Promise<{ applied: string | undefined; recorded: number } | Refusal> {
  await client.query('begin');
  try {
    await client.query('select from migration_turn for update');
    const history = await recorded(client);
    const refused = compareHistory(history, migrations);
    const next = migrations[history.length];
    if (refused || !next) {
      await client.query('rollback');
      return refused ?? { applied: undefined, recorded: history.length };
    }
    await client.query(next.text).catch((error: Error) => {
      throw new Error(`migrations/${next.name}: ${error.message}`, { cause: error });
    });
    await client.query('insert into migration (name, digest) values ($1, $2)', [next.name, digestOf(next)]);
    await client.query('commit');
    return { applied: next.name, recorded: history.length + 1 };
  } catch (error) {
    await client.query('rollback').catch(() => {});
    throw error;
  }
}

/** What was applied must be the beginning of what the program knows, word for word. */
export function compareHistory(history: readonly Recorded[], migrations: readonly Migration[]): Refusal | undefined {
  const known = new Map(migrations.map((migration) => [migration.name, migration]));
  for (const [index, { name, digest }] of history.entries()) {
    const migration = known.get(name);
    if (!migration) return newerDatabase(name);
    if (digest !== digestOf(migration)) return changed(name);
    if (migrations[index] !== migration) return outOfTurn(migrations[index]!.name, name);
  }
  return undefined;
}

/** Line ends do not count: a checkout on another system may write them differently. */
function digestOf({ text }: Migration): string {
  return createHash('sha256').update(text.replaceAll('\r\n', '\n')).digest('hex');
}

function newerDatabase(name: string): Refusal {
  return refuse(
    'DATABASE_IS_NEWER',
    '数据库升级记录',
    `这个数据库由更新的程序升级过（${name}），本版本不认识它。请换回那一版程序，或从升级前的备份恢复。`,
  );
}

function changed(name: string): Refusal {
  return refuse(
    'MIGRATION_CHANGED',
    '数据库升级记录',
    `升级脚本 migrations/${name} 与当初执行的内容不同。已执行的脚本不能修改：请恢复原文，改动写进新的脚本。`,
  );
}

function outOfTurn(missing: string, after: string): Refusal {
  return refuse(
    'MIGRATION_OUT_OF_TURN',
    '数据库升级记录',
    `升级脚本 migrations/${missing} 的编号排在已执行的 ${after} 之前。新脚本的编号必须排在最后。`,
  );
}
