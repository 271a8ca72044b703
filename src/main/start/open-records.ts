/**
 * 数据库的连接: one database, or for a portal that is given a replica as well two: what only reads goes to the replica as far as it shows what this
 * process has been told of [LED-4], everything else to the primary.
 */
import { randomUUID } from 'node:crypto';
import { type Follower, followLedger } from '../../ledger/store/follow-ledger.ts';
import { holdsChainTo } from '../../ledger/store/followers.ts';
import type { Config } from '../../platform/config.ts';
import { type Db, databaseOver, openDatabase, openPool } from '../../platform/database.ts';
import type { Logger } from '../../platform/log.ts';
import { noteReading } from '../../platform/pulse.ts';
import { unlessAway } from '../../platform/reading/database-away.ts';
import { type Floor, openReading, type Reading, type ReplicaState } from '../../platform/reading/reading.ts';

export interface Records {
  readonly db: Db;
  readonly follower: Follower;
  /** For who only reads what is public; the same database where there is no replica. */
  readonly reading: Db;
  /** The same, for who hears the news. */
  readonly hearing: Db;
  /** Absent where there is none. */
  readonly replica: Replica | undefined;
}

export interface Replica extends Pick<Reading, 'state' | 'look'> {
  /** Connections to it and nowhere else. */
  readonly db: Db;
}

export interface RecordsSettings {
  readonly config: Pick<Config, 'nameStatements' | 'readDatabaseUrl'>;
  readonly connectionString: string;
  readonly newestMigration: string;
  readonly log: Pick<Logger, 'warn'>;
  readonly atEnd: (close: () => Promise<void>) => void;
}

/** Who follows waits no longer for a database that hangs: half a lease. */
const FOLLOW_WITHIN_MS = 2_500;

export async function openRecords(settings: RecordsSettings): Promise<Records> {
  const { config, log, atEnd } = settings;
  const { connectionString } = settings;
  const { nameStatements } = config;
  // PostgreSQL may hang up on a connection that is just taking its leave.
  let closing = false;
  const onError = (error: Error) => closing || log.warn({ err: error }, 'database connection lost');
  const connection = { connectionString, nameStatements, onError };
  const open = (db: Db) => {
    atEnd(() => {
      closing = true;
      return db.destroy();
    });
    return db;
  };
  const replicaUrl = config.readDatabaseUrl;
  if (!replicaUrl) {
    const db = open(openDatabase(connection));
    return {
      db,
      follower: await followed({ db, id: randomUUID() }, atEnd),
      reading: db,
      hearing: db,
      replica: undefined,
    };
  }

  // Asked five times a second: that they are away is told once, by others.
  const bounded = {
    nameStatements,
    connectWithinMs: FOLLOW_WITHIN_MS,
    answerWithinMs: FOLLOW_WITHIN_MS,
    maxConnections: 2,
  };
  const followedDb = open(openDatabase({ ...bounded, connectionString }));
  const replica = open(openDatabase({ ...bounded, connectionString: replicaUrl }));
  const follower = await followed({ db: followedDb, id: randomUUID(), replica }, atEnd);
  const isAway = () => follower.isCutOff();
  const db = open(databaseOver(unlessAway(openPool({ ...connection, connectWithinMs: CONNECT_WITHIN_MS }), isAway)));
  const reading = openReading({
    ...{ replicaUrl, primaryUrl: connectionString, nameStatements },
    newestMigration: settings.newestMigration,
    floor: floorOf(follower, db),
    news: follower,
    onRead: noteReading,
    onState: (state, error) => log.warn({ replica: state, ...(error ? { err: error } : {}) }, SAYS[state]),
    onError,
  });
  const looking = setInterval(() => void reading.look(), LOOK_EVERY_MS).unref();
  atEnd(() => {
    clearInterval(looking);
    return reading.close();
  });
  const { hearing, state, look } = reading;
  return { db, follower, reading: reading.db, hearing, replica: { db: replica, state, look } };
}

const CONNECT_WITHIN_MS = 10_000;
/** A replica that did not answer is asked again. */
const LOOK_EVERY_MS = 1_000;

const SAYS: Readonly<Record<ReplicaState, string>> = {
  used: 'the replica is read from again',
  behind: 'the replica is behind; the primary is read from',
  away: 'the replica does not answer; the primary is read from',
};

async function followed(
  settings: Parameters<typeof followLedger>[0],
  atEnd: RecordsSettings['atEnd'],
): Promise<Follower> {
  const follower = await followLedger(settings);
  atEnd(() => follower.leave().catch(() => {}));
  return follower;
}

/** One for each end of the chain that is told of. */
function floorOf(follower: Pick<Follower, 'told'>, db: Db): () => Floor {
  let end = follower.told();
  let floor: Floor = { proof: holdsChainTo(db, end) };
  return () => {
    const now = follower.told();
    if (now !== end) [end, floor] = [now, { proof: holdsChainTo(db, now) }];
    return floor;
  };
}
