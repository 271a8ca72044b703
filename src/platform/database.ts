/**
 * The connection to PostgreSQL (≥ 15, one dialect everywhere). Each room declares its own tables by augmenting
 * `Database` in its store; nothing here knows a duty.
 */
import { createHash } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import {
  type Compilable,
  Kysely,
  PostgresDialect,
  type PostgresPool,
  type RawBuilder,
  sql,
  type Transaction,
} from 'kysely';
import pg from 'pg';

// biome-ignore lint/suspicious/noEmptyInterface: filled by `declare module` in the store of every room
export interface Database {}

export type Db = Kysely<Database>;
/** The first parameter of every store function that writes. */
export type Tx = Transaction<Database>;

export interface ConnectionSettings {
  readonly connectionString: string;
  readonly maxConnections?: number;
  /** Statements are named by their text, so that PostgreSQL plans each once; off behind transaction poolers. */
  readonly nameStatements?: boolean;
  readonly onError?: (error: Error) => void;
  /** Milliseconds for a connection to be made; however long where absent. Whoever waits for one in use waits as long as it takes. */
  readonly connectWithinMs?: number;
  /** Milliseconds for whoever waits for a connection in use. */
  readonly waitAtMostMs?: number;
  /** Milliseconds for an answer. */
  readonly answerWithinMs?: number;
}

/** Opens a pool. Connections are made on first use; `await db.destroy()` closes them. */
export function openDatabase(settings: ConnectionSettings): Db {
  return databaseOver(openPool(settings));
}

/** Of wherever the connections come from. */
export function databaseOver(pool: PostgresPool): Db {
  return new Kysely<Database>({ dialect: new PostgresDialect({ pool }) });
}

export function openPool(settings: ConnectionSettings): pg.Pool {
  const { onError = () => {}, connectWithinMs, waitAtMostMs, answerWithinMs } = settings;
  const Base = settings.nameStatements === false ? pg.Client : NamingClient;
  class Client extends Base {
    constructor(given: pg.ClientConfig) {
      // The pool's own limit would count the wait for a connection in use as well.
      super({ ...given, ...(connectWithinMs ? { connectionTimeoutMillis: connectWithinMs } : {}) });
    }
  }
  const pool = new pg.Pool({
    connectionString: settings.connectionString,
    max: settings.maxConnections ?? 8,
    types: TYPES,
    Client: Client as typeof pg.Client,
    ...(waitAtMostMs ? { connectionTimeoutMillis: waitAtMostMs } : {}),
    ...(answerWithinMs ? { query_timeout: answerWithinMs } : {}),
  });
  // Without these listeners a restart of the database ends the process.
  pool.on('error', onError);
  pool.on('connect', (client) => client.on('error', onError));
  return pool;
}

/** One session of its own, for what a pool is not made for: migrations, copies of whole tables. */
export async function withClient<T>(connectionString: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString, types: TYPES });
  client.on('error', () => {});
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Whether the database answers, and soon. */
export async function answers(db: Db, patienceMs = 2_000): Promise<boolean> {
  const asked = sql`select 1`.execute(db).then(
    () => true,
    () => false,
  );
  const patience = new AbortController();
  const late = delay(patienceMs, false, { signal: patience.signal }).catch(() => false);
  return Promise.race([asked, late]).finally(() => patience.abort());
}

/** The version of the server and what time it is there. */
export async function serverClock(db: Db): Promise<{ readonly version: string; readonly at: Date }> {
  const asked = sql<{
    version: string;
    at: Date;
  }>`select current_setting('server_version') as version, clock_timestamp() as at`;
  return (await asked.execute(db)).rows[0]!;
}

/** Whether the server replays what another one does, and lets nobody write. */
export async function isReplica(db: Db): Promise<boolean> {
  return (await sql<{ is: boolean }>`select pg_is_in_recovery() as is`.execute(db)).rows[0]!.is;
}

/** `= any(…)`: a list as one value, so that lists of every length are one statement, planned once. */
export function anyOf(texts: readonly string[]) {
  return sql<string>`any(${texts}::text[])`;
}

/**
 * Several writes as one statement, one way to the server and back. All see the rows as they were before, so no two may touch
 * the same row, and none may rely on another.
 */
export async function writeTogether(tx: Tx, writes: readonly (Compilable | RawBuilder<unknown>)[]): Promise<void> {
  const parts = writes.map((write, i) => sql`${sql.id(`write_${i}`)} as (${write})`);
  await sql`with ${sql.join(parts)} select`.execute(tx);
}

/** Dates stay civil (`2026-02-24`), counts become numbers, decimals stay text so that no digit is lost. */
const TYPES: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') => {
    if (oid === pg.types.builtins.DATE) return (text: string) => text;
    if (oid === pg.types.builtins.INT8) return Number;
    return pg.types.getTypeParser(oid, format as 'text');
  }) as typeof pg.types.getTypeParser,
};

/** Beyond so many texts (lists of ever other length) statements go unnamed: each name keeps a plan in every session. */
const MOST_NAMES = 400;

class NamingClient extends pg.Client {
  readonly #names = new Map<string, string>();

  // biome-ignore lint/suspicious/noExplicitAny: pg's query is overloaded eight ways; only the text form is named
  override query(...args: any[]): any {
    const [text, values] = args;
    if (typeof text === 'string' && Array.isArray(values)) {
      const name = this.#nameOf(text);
      if (name) return super.query({ name, text, values } as pg.QueryConfig, ...(args.slice(2) as []));
    }
    return super.query(...(args as Parameters<pg.Client['query']>));
  }

  #nameOf(text: string): string | undefined {
    const known = this.#names.get(text);
    if (known || this.#names.size >= MOST_NAMES) return known;
    const name = createHash('sha1').update(text).digest('base64');
    this.#names.set(text, name);
    return name;
  }
}
