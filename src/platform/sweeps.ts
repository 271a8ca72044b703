/**
 * Sweeps: recurring work that finds what is due now (deadlines that became visible, messages to send, files to clear).
 * A sweep is bounded and idempotent and asks the database, not a timer, what to do: a server that was off for the
 * weekend catches up with its first round.
 */
import { setTimeout as delay } from 'node:timers/promises';
import type { Logger } from './log.ts';
import { noteSweep } from './pulse.ts';

export interface Sweep {
  /** In the log: `recheck-deadlines`. */
  readonly name: string;
  readonly everySeconds: number;
  run(now: Date): Promise<void>;
}

export interface Sweeper {
  /** Starts every sweep that is due and not still running. @returns when those started now are done */
  round(now: Date): Promise<void>;
  /** Lets those under way finish, for so long; starts none any more. What is cut off comes again with the next start. */
  stop(): Promise<void>;
}

/** How long the end of the program waits for them. */
const LONGEST_SWEEP_MS = 30_000;

/** Each runs in the first round, then at its own pace; one that fails is logged and tried again when next due. */
export function createSweeper(sweeps: readonly Sweep[], log: Logger, patienceMs = LONGEST_SWEEP_MS): Sweeper {
  const begunAt = new Map<Sweep, number>();
  const underWay = new Map<Sweep, Promise<void>>();
  let stopped = false;

  const isDue = (sweep: Sweep, now: Date) =>
    !underWay.has(sweep) && now.getTime() - (begunAt.get(sweep) ?? -Infinity) >= sweep.everySeconds * 1_000;

  const begin = (sweep: Sweep, now: Date) => {
    begunAt.set(sweep, now.getTime());
    const work = Promise.resolve()
      .then(() => sweep.run(now))
      .then(() => noteSweep(sweep.name, 'ok', now))
      .catch((error) => {
        noteSweep(sweep.name, 'failed', now);
        log.error({ sweep: sweep.name, err: error }, 'sweep failed');
      })
      .finally(() => underWay.delete(sweep));
    underWay.set(sweep, work);
    return work;
  };

  return {
    async round(now) {
      if (stopped) return;
      await Promise.all(sweeps.filter((sweep) => isDue(sweep, now)).map((sweep) => begin(sweep, now)));
    },
    async stop() {
      stopped = true;
      const patience = new AbortController();
      const late = delay(patienceMs, undefined, { signal: patience.signal }).catch(() => {});
      await Promise.race([Promise.all(underWay.values()), late]);
      patience.abort();
      if (underWay.size > 0)
        log.warn({ sweeps: [...underWay.keys()].map(({ name }) => name) }, 'sweeps cut off by the stop');
    },
  };
}

/** Rounds once a second until stopped; those under way are left to the sweeper. */
export function keepSweeping(sweeper: Pick<Sweeper, 'round'>, now: () => Date): { stop(): void } {
  const round = () => void sweeper.round(now());
  const timer = setInterval(round, 1_000);
  round();
  return { stop: () => clearInterval(timer) };
}
