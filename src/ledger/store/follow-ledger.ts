/**
 * 跟随台账 [LED-3]: several processes may serve one county (two portals, two desks). Each reads in the ledger what the others did and drops
 * what it has kept of it. Whoever acted waits, before he says so, until every living process has read that far; one that has not been able
 * to read for so long that nobody waits for it any more (its lease is over) uses nothing it kept until it has read on.
 *
 * [LED-4] With the database away, a process that also has a replica reads on there.
 */
import { setTimeout as delay } from 'node:timers/promises';
import type { Db } from '../../platform/database.ts';
import { isDatabaseAway } from '../../platform/reading/database-away.ts';
import { CHAIN_START, type ChainEnd, type LedgerEntry } from '../entry.ts';
import { ledgerHead } from '../store.ts';
import { endFollowing, entriesFrom, noteRead, showsAllReceived, someAreBehind } from './followers.ts';

/** What is told of an entry. */
export type News = Pick<LedgerEntry, 'seq' | 'room' | 'verb' | 'subject'>;

/**
 * 换了历史: the entry that was read last is not there any more. Where a replica that had not received everything takes the place of a primary
 * that died, what was done last is lost, and its numbers are given again. Whatever was kept is stale.
 */
export const REPLACED = { room: 'ledger', verb: 'replaced' } as const;

export interface Follower {
  /** Whoever keeps something made of the records; told before an entry counts as read. */
  onNews(hear: (news: readonly News[]) => Promise<void> | void): void;
  /** Reads what is new. @throws when the database does not answer */
  catchUp(): Promise<void>;
  /** Whether what is kept may be used. */
  isCurrent(): boolean;
  /** How far it has been told, also while the hearers are not done with it: nobody may be shown less. */
  told(): ChainEnd;
  /** Whether the database has not answered for as long as a lease. */
  isCutOff(): boolean;
  /** Resolves when everything done before this call has been read by every process whose lease still runs; never rejects. */
  everybodyHasRead(): Promise<void>;
  /** Nobody has to wait for this process any more. */
  leave(): Promise<void>;
}

export interface FollowerSettings {
  readonly db: Db;
  /** Of this process. */
  readonly id: string;
  /** Where it is read on while the database is away. */
  readonly replica?: Db | undefined;
  /** Milliseconds that only grow. */
  readonly elapsed?: () => number;
  readonly leaseMs?: number;
}

/** How often a process reads by itself: the longest anybody waits for one that lives. */
export const FOLLOW_EVERY_MS = 200;

const LEASE_MS = 5_000;
const PAGE = 500;
const ASK_AGAIN_MS = 20;

/** Begins at the end of the ledger: what is kept afterwards is made from what stands there. */
export async function followLedger(settings: FollowerSettings): Promise<Follower> {
  const { db, id, replica, elapsed = () => performance.now(), leaseMs = LEASE_MS } = settings;
  const hearers: ((news: readonly News[]) => Promise<void> | void)[] = [];
  let read: ChainEnd = await ledgerHead(db);
  let [told, noted, leaseUntil, replicaUntil, isAway] = [read, -1, -Infinity, -Infinity, false];
  let [underWay, next]: (Promise<void> | undefined)[] = [];

  async function tell(news: readonly News[], { seq, hash }: ChainEnd): Promise<void> {
    told = { seq, hash };
    for (const hear of hearers) await hear(news);
    read = told;
  }

  /** Tells what is new there. @returns false when the entry that was read last is another there, or not there */
  async function readFrom(source: Db): Promise<boolean> {
    for (;;) {
      const found = await entriesFrom(source, read.seq, PAGE + 1);
      const news = read.seq === CHAIN_START.seq ? found : found.slice(1);
      if (read.seq !== CHAIN_START.seq && !isSame(found[0], read)) return false;
      if (news.length > 0) await tell(news, news.at(-1)!);
      if (news.length < PAGE) return true;
    }
  }

  async function readPrimary(since: number): Promise<void> {
    if (!(await readFrom(db))) {
      // Noting is writing: what cannot be written to is a replica that has not taken the place of the primary, and may still catch up.
      await noteRead(db, id, 0, leaseMs);
      const head = await ledgerHead(db);
      await tell([{ ...REPLACED, seq: head.seq, subject: '' }], head);
      noted = -1;
    }
    // Told when it has something new to say or half its lease is over.
    if (read.seq === noted && leaseUntil - since > leaseMs / 2) return;
    await noteRead(db, id, read.seq, leaseMs);
    [noted, leaseUntil] = [read.seq, since + leaseMs];
  }

  async function readOn(): Promise<void> {
    const since = elapsed();
    try {
      await readPrimary(since);
      isAway = false;
    } catch (error) {
      isAway = isDatabaseAway(error);
      if (!isAway || !replica || !(await showsAllReceived(replica)) || !(await readFrom(replica))) throw error;
      replicaUntil = since + leaseMs;
    }
  }

  const begin = () => {
    underWay = readOn().finally(() => {
      underWay = undefined;
    });
    return underWay;
  };

  /** One under way may have begun before what the asker did: all who come meanwhile share the one after it. */
  function catchUp(): Promise<void> {
    if (!underWay) return begin();
    next ??= underWay
      .catch(() => {})
      .then(() => {
        next = undefined;
        return begin();
      });
    return next;
  }

  await catchUp();
  return {
    onNews: (hear) => void hearers.push(hear),
    catchUp,
    isCurrent: () => elapsed() < Math.max(leaseUntil, replicaUntil),
    told: () => told,
    isCutOff: () => isAway && elapsed() >= leaseUntil,
    async everybodyHasRead() {
      const since = elapsed();
      for (let all: number | undefined; ; ) {
        try {
          await catchUp();
          all ??= read.seq;
          if (!(await someAreBehind(db, id, all))) return;
        } catch {
          // The database is away: asked again as long as another process may still use what it kept.
        }
        if (elapsed() - since > leaseMs) return;
        await delay(ASK_AGAIN_MS);
      }
    },
    leave: () => endFollowing(db, id),
  };
}

function isSame(entry: ChainEnd | undefined, end: ChainEnd): boolean {
  return entry?.seq === end.seq && entry.hash === end.hash;
}

/** Reads on at its pace until stopped; a database that does not answer is asked again. */
export function keepFollowing(follower: Pick<Follower, 'catchUp'>): { stop(): void } {
  let resting = true;
  const timer = setInterval(() => {
    if (!resting) return;
    resting = false;
    follower
      .catchUp()
      .catch(() => {})
      .finally(() => {
        resting = true;
      });
  }, FOLLOW_EVERY_MS);
  return { stop: () => clearInterval(timer) };
}
