/** 租约: so long a thing is kept from others; whoever is at it renews it, and whoever dies with it loses it soon. */
import { sql } from 'kysely';
import type { Logger } from '../log.ts';

/** So long a thing waits longer for a process that was killed with it. */
const LEASE_SECONDS = 30;

/** By the database's clock, since those of several machines differ. */
export const LEASE = sql<Date>`clock_timestamp() + ${LEASE_SECONDS} * interval '1 second'`;

/** One renewal may fail, and the next still comes in time. */
const RENEW_EVERY_MS = (LEASE_SECONDS * 1_000) / 3;

export interface Holding {
  readonly renew: () => Promise<void>;
  readonly log: Pick<Logger, 'error'>;
  /** Does something again and again, until what it gives back is called. */
  readonly every?: ((ms: number, run: () => Promise<void>) => () => void) | undefined;
}

const byTimer: NonNullable<Holding['every']> = (ms, run) => {
  const timer = setInterval(() => void run(), ms);
  return () => clearInterval(timer);
};

/** Does the work, and renews the lease as long as it lasts. */
export function underLease<Result>(
  { renew, log, every = byTimer }: Holding,
  work: () => Promise<Result>,
): Promise<Result> {
  const stop = every(RENEW_EVERY_MS, () =>
    renew().catch((error) => log.error({ err: error }, 'a lease was not renewed')),
  );
  return work().finally(stop);
}
