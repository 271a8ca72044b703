/**
 * 从备库读: connections for whoever only reads, to a streaming replica as long as it shows what must be seen, else to the primary, few at a time.
 * What must be seen is told by whoever follows the records (the floor); who could not follow for a while may have missed something, so he reads on
 * first, or is led to the primary. A session is asked once for each floor whether its server holds it; a
 * server that was started again may have gone back, but then its sessions are gone as well. Behind a pooler a session is no server, so there
 * every reading is a transaction that asks first.
 */
import { setTimeout as delay } from 'node:timers/promises';
import type { PostgresPool, PostgresPoolClient } from 'kysely';
import type pg from 'pg';
import { type Db, databaseOver, openPool } from '../database.ts';
import { isDatabaseAway } from './database-away.ts';

/** 必须看得到的: an object of its own for each state of the records that nobody may be shown less than. */
export interface Floor {
  /** A question whose one row says `there: true` where the state is held. */
  readonly proof: { readonly sql: string; readonly parameters: readonly unknown[] };
}

/** 备库的情况: read from; behind what must be seen; not answering. */
export type ReplicaState = 'used' | 'behind' | 'away';

/** Whoever tells the floor. */
export interface News {
  /** Whether it is all that anybody may have been told of. */
  isCurrent(): boolean;
  /** @throws when the database does not answer */
  catchUp(): Promise<void>;
  /** Whether the primary has been away so long that nobody can have been told of anything more. */
  isCutOff(): boolean;
}

export interface ReadingSettings {
  readonly replicaUrl: string;
  readonly primaryUrl: string;
  /** The newest step of the tables that the program expects (`migrate.ts`). */
  readonly newestMigration: string;
  readonly floor: () => Floor;
  readonly news: News;
  readonly nameStatements?: boolean;
  readonly onState?: (state: ReplicaState, error?: Error) => void;
  /** A connection that nobody used was lost. */
  readonly onError?: (error: Error) => void;
  /** Where a reading went. */
  readonly onRead?: (from: 'replica' | 'primary') => void;
  /** Milliseconds that only grow, and the wait for some of them. */
  readonly elapsed?: () => number;
  readonly wait?: (ms: number) => Promise<unknown>;
}

export interface Reading {
  /** Gives what must be seen, wherever it comes from. @throws DatabaseAway and the like when it can be had nowhere */
  readonly db: Db;
  /** For who hears the news, and so cannot wait for it: gives what the floor says. */
  readonly hearing: Db;
  state(): ReplicaState;
  /** Asks a replica that did not answer whether it does again. Never rejects. */
  look(): Promise<void>;
  close(): Promise<void>;
}

/** A replica that follows well is there within a few milliseconds: for so long it is waited for, counted from the floor. */
const PATIENCE_MS = 150;
const ASK_EVERY_MS = 10;
/** One that is known to be behind is waited for no more, and not asked by every reader. */
const LEFT_ALONE_MS = 100;

/** How long a reader waits for the news. */
const NEWS_MS = 1_000;

const REPLICA_CONNECTIONS = 8;
/** So many readings at the same time are led to the primary, and wait so long for their turn: it has its own work to do. */
export const MOST_AT_PRIMARY = 3;
const TURN_WITHIN_MS = 5_000;
const CONNECT_WITHIN_MS = 2_000;
const ANSWER_WITHIN_MS = 5_000;

export function openReading(settings: ReadingSettings): Reading {
  const { replicaUrl, primaryUrl, newestMigration, floor, news, nameStatements = true } = settings;
  const { onState = () => {}, onRead = () => {}, elapsed = () => performance.now(), wait = delay } = settings;
  const { onError = () => {} } = settings;
  const limits = { nameStatements, onError, connectWithinMs: CONNECT_WITHIN_MS, answerWithinMs: ANSWER_WITHIN_MS };
  const replica = openPool({
    ...{ ...limits, connectionString: replicaUrl, maxConnections: REPLICA_CONNECTIONS },
  });
  const primary = openPool({
    ...{ ...limits, connectionString: primaryUrl, maxConnections: MOST_AT_PRIMARY },
    waitAtMostMs: TURN_WITHIN_MS,
  });
  let state: ReplicaState = 'used';
  let [raised, raisedAt, behindAt] = [floor(), elapsed(), -Infinity];
  const sessions = new WeakMap<pg.PoolClient, Session>();

  function become(next: ReplicaState, error?: Error): void {
    if (state === next) return;
    state = next;
    onState(next, error);
  }

  function newestFloor(): Floor {
    const newest = floor();
    if (newest !== raised) [raised, raisedAt] = [newest, elapsed()];
    return newest;
  }

  /** @returns undefined when its tables are not those the program expects, or not yet */
  async function sessionOf(client: pg.PoolClient): Promise<Session | undefined> {
    const known = sessions.get(client);
    if (known) return known;
    const asked = await client.query<{ pid: number; fits: boolean }>(SESSION, [newestMigration]);
    const { pid, fits } = asked.rows[0]!;
    const { processID } = client as unknown as { readonly processID: number | null };
    if (!fits) return undefined;
    const session: Session = { pooled: pid !== processID, holds: undefined };
    sessions.set(client, session);
    return session;
  }

  /** Whether what is read over this connection shows enough. One through a pooler is in a transaction afterwards. */
  async function shows(client: pg.PoolClient): Promise<Session | undefined> {
    const session = await sessionOf(client);
    if (!session) return undefined;
    if (session.pooled) await client.query('begin transaction read only');
    for (;;) {
      const newest = newestFloor();
      if (!session.pooled && session.holds === newest) return session;
      const { proof } = newest;
      const { rows } = await client.query<{ there: boolean }>(proof.sql, [...proof.parameters]);
      if (rows[0]?.there) {
        session.holds = newest;
        return session;
      }
      if (state !== 'used' || elapsed() - raisedAt >= PATIENCE_MS) {
        if (session.pooled) await client.query('rollback');
        return undefined;
      }
      await wait(ASK_EVERY_MS);
    }
  }

  async function fromReplica(): Promise<PostgresPoolClient | undefined> {
    newestFloor();
    if (elapsed() - behindAt < LEFT_ALONE_MS) return undefined;
    let client: pg.PoolClient | undefined;
    try {
      client = await replica.connect();
      const session = await shows(client);
      become(session ? 'used' : 'behind');
      if (session) return readingOver(client, session.pooled);
      behindAt = elapsed();
      client.release();
    } catch (error) {
      client?.release(error as Error);
      failed(error);
    }
    return undefined;
  }

  /** @returns whether the same may be asked of the primary */
  function failed(error: unknown): boolean {
    if (isDatabaseAway(error)) become('away', error as Error);
    return isDatabaseAway(error) || isConflict(error);
  }

  async function fromPrimary(): Promise<pg.PoolClient> {
    const client = await primary.connect();
    onRead('primary');
    return client;
  }

  function readingOver(client: pg.PoolClient, pooled: boolean): PostgresPoolClient {
    onRead('replica');
    let [inTransaction, over] = [false, false];
    let instead: pg.PoolClient | undefined;
    const giveBack = (error?: Error) => {
      if (over) return;
      over = true;
      if (error || !pooled) return client.release(error);
      client.query('rollback').then(
        () => client.release(),
        (late) => client.release(late),
      );
    };
    const query = async (text: string, values: unknown[]) => {
      if (instead) return instead.query(text, values);
      inTransaction ||= BEGINS.test(text);
      try {
        return await client.query(text, values);
      } catch (error) {
        const elsewhere = failed(error);
        if (elsewhere) giveBack(error as Error);
        if (!elsewhere || inTransaction) throw error;
        instead = await fromPrimary();
        return instead.query(text, values);
      }
    };
    return {
      query: query as unknown as PostgresPoolClient['query'],
      release() {
        giveBack();
        instead?.release();
      },
    };
  }

  async function isToldAll(): Promise<boolean> {
    if (news.isCurrent()) return true;
    const patience = new AbortController();
    const late = delay(NEWS_MS, undefined, { signal: patience.signal }).catch(() => {});
    await Promise.race([news.catchUp().catch(() => {}), late]);
    patience.abort();
    return news.isCurrent() || news.isCutOff();
  }

  const end = async () => void (await Promise.all([replica.end(), primary.end()]));
  const readingIf = (mayReplica: () => Promise<boolean>, end: () => Promise<void>) => {
    const connect = async () =>
      (state !== 'away' && (await mayReplica()) ? await fromReplica() : undefined) ?? (await fromPrimary());
    return databaseOver({ connect, end } as unknown as PostgresPool);
  };
  const db = readingIf(isToldAll, end);
  return {
    db,
    hearing: readingIf(
      async () => true,
      async () => {},
    ),
    state: () => state,
    async look() {
      if (state === 'away') (await fromReplica())?.release();
    },
    close: () => db.destroy(),
  };
}

interface Session {
  /** Somebody stands between, who may lead every transaction to another server. */
  readonly pooled: boolean;
  /** The last floor it was found to hold; it goes on holding it. */
  holds: Floor | undefined;
}

const SESSION = 'select pg_backend_pid() as pid, exists(select from migration where name = $1) as fits';

const BEGINS = /^(?:begin|start transaction)/;

/** The replica gave up a reading to go on with its replaying. */
function isConflict(error: unknown): boolean {
  return ['40001', '40P01'].includes((error as { code?: string }).code ?? '');
}
