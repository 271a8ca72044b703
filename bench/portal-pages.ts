/** 不经缓存的页面: whole pages of the portal, asked of the program itself: the database, the page, its compression; each address once. */
import type { FastifyInstance } from 'fastify';
import type { Db } from '../src/platform/database.ts';
import { portalFor } from '../src/portal/portal.fixture.ts';
import { civil } from '../src/statute/civil-date.ts';
import { builtInCalendar } from '../src/statute/work-calendar.ts';

export const TODAY = civil('2026-01-05');

/** A portal over a generated database, that keeps nothing from before. */
export function freshPortal(db: Db, change: Parameters<typeof portalFor>[1] = {}): FastifyInstance {
  const now = () => new Date(`${TODAY}T02:00:00Z`);
  return portalFor({ db, now, newId: () => 'none', calendar: () => builtInCalendar }, change).app;
}

export interface PageTimes {
  readonly p50: number;
  readonly p95: number;
  /** The slowest and how slow. */
  readonly worst: string;
}

export interface Timed {
  readonly what: string;
  readonly ms: number;
}

/** Milliseconds from the question to the whole page. */
export async function pageTimes(app: FastifyInstance, addresses: readonly string[]): Promise<PageTimes> {
  const taken: Timed[] = [];
  for (const address of addresses) {
    const since = performance.now();
    const { statusCode } = await app.inject({ method: 'GET', url: address, headers: { 'accept-encoding': 'br' } });
    // A short column has no hundredth page; that it has none is found out just as it would be shown.
    if (statusCode !== 200 && statusCode !== 404) throw new Error(`${address} answered ${statusCode}`);
    taken.push({ what: decodeURIComponent(address), ms: performance.now() - since });
  }
  return summed(taken);
}

export function summed(taken: readonly Timed[]): PageTimes {
  const sorted = [...taken].sort((a, b) => a.ms - b.ms);
  const at = (share: number) => Math.round(sorted[Math.floor((sorted.length - 1) * share)]!.ms * 10) / 10;
  return { p50: at(0.5), p95: at(0.95), worst: `${sorted.at(-1)!.what} ${at(1)} ms` };
}
