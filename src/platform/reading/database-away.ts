/** 连不上数据库: asking nothing of one that is known to be away, and whether what went wrong is that the database did not answer, which is nobody's fault and over in a while. */
import type { PostgresPool, PostgresPoolClient } from 'kysely';
import type pg from 'pg';

const CODES: ReadonlySet<unknown> = new Set([
  // The server stops, crashed, starts.
  '57P01',
  '57P02',
  '57P03',
  // It takes no more connections.
  '53300',
  // Nobody took the place of the primary yet: whoever answers only lets read.
  '25006',
]);

const NETWORK: ReadonlySet<unknown> = new Set([
  ...['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH', 'ENOTFOUND', 'EAI_AGAIN'],
]);

/** What the driver says by itself, without a code. */
const SAYINGS =
  /^(?:Connection terminated|timeout expired|timeout exceeded when trying to connect|Query read timeout|Client has encountered a connection error)/;

/** Nothing is asked of a database that has not answered for so long. */
export class DatabaseAway extends Error {
  constructor() {
    super('the database is known to be away');
  }
}

/** Nobody is kept waiting for a connection that is not to be had. */
export function unlessAway(pool: pg.Pool, isAway: () => boolean): PostgresPool {
  return {
    async connect() {
      if (isAway()) throw new DatabaseAway();
      return (await pool.connect()) as unknown as PostgresPoolClient;
    },
    end: () => pool.end(),
  };
}

export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code } = error as { code?: unknown };
  if (error instanceof DatabaseAway || CODES.has(code) || NETWORK.has(code)) return true;
  return (typeof code === 'string' && /^08.{3}$/.test(code)) || SAYINGS.test(error.message);
}
