/**
 * 跟随台账 [LED-3]: several processes may serve one county (two portals, two desks). Each reads in the ledger what the others did and drops
 * what it has kept of it. Whoever acted waits, before he says so, until every living process has read that far; one that has not been able
 * to read for so long that nobody waits for it any more (its lease is over) uses nothing it kept until it has read on.
 */
import { setTimeout as delay } from 'node:timers/promises';
import type { Db } from '../../platform/database.ts';
import type { LedgerEntry } from '../entry.ts';
import { endFollowing, entriesAfter, ledgerHead, noteRead, someAreBehind } from '../store.ts';

/** What is told of an entry. */
export type News = Pick<LedgerEntry, 'seq' | 'room' | 'verb' | 'subject'>;

export interface Follower {
  /** Whoever keeps something made of the records; told before an entry counts as read. */
  onNews(hear: (news: readonly News[]) => Promise<void> | void): void;
  /** Reads what is new. @throws when the database does not answer */
  catchUp(): Promise<void>;
  /** Whether what is kept may be used. */
  isCurrent(): boolean;
  /** Resolves when everything done before this call has been read by every process whose lease still runs; never rejects. */
  everybodyHasRead(): Promise<void>;
  /** Nobody has to wait for this process any more. */
  leave(): Promise<void>;
}

export interface FollowerSettings {
  readonly db: Db;
  /** Of this process. */
  readonly id: string;
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
  const { db, id, elapsed = () => performance.now(), leaseMs = LEASE_MS } = settings;
  const hearers: ((news: readonly News[]) => Promise<void> | void)[] = [];
  let [read, noted, leaseUntil] = [(await ledgerHead(db)).seq, -1, -Infinity];
  let [underWay, next]: (Promise<void> | undefined)[] = [];

  async function readOn(): Promise<void> {
    const since = elapsed();
    for (;;) {
      const news = await entriesAfter(db, read, PAGE);
      if (news.length > 0) {
        for (const hear of hearers) await hear(news);
        read = news.at(-1)!.seq;
      }
      if (news.length < PAGE) break;
    }
    // Told when it has something new to say or half its lease is over.
    if (read === noted && leaseUntil - since > leaseMs / 2) return;
    await noteRead(db, id, read, leaseMs);
    [noted, leaseUntil] = [read, since + leaseMs];
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
    isCurrent: () => elapsed() < leaseUntil,
    async everybodyHasRead() {
      const since = elapsed();
      for (let all: number | undefined; ; ) {
        try {
          await catchUp();
          all ??= read;
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
