/**
 * Sweeps: recurring work that finds what is due now (deadlines that became visible, messages to send, files to clear).
 * A sweep is bounded and idempotent and asks the database, not a timer, what to do: a server that was off for the
 * weekend catches up with its first round.
 */
import type { Logger } from './log.ts';

export interface Sweep {
  /** In the log: `recheck-deadlines`. */
  readonly name: string;
  readonly everySeconds: number;
  run(now: Date): Promise<void>;
}

export interface Sweeper {
  /** Starts every sweep that is due and not still running. @returns when those started now are done */
  round(now: Date): Promise<void>;
  /** Lets those under way finish; starts none any more. */
  stop(): Promise<void>;
}

/** Each runs in the first round, then at its own pace; one that fails is logged and tried again when next due. */
export function createSweeper(sweeps: readonly Sweep[], log: Logger): Sweeper {
  const begunAt = new Map<Sweep, number>();
  const underWay = new Map<Sweep, Promise<void>>();
  let stopped = false;

  const isDue = (sweep: Sweep, now: Date) =>
    !underWay.has(sweep) && now.getTime() - (begunAt.get(sweep) ?? -Infinity) >= sweep.everySeconds * 1_000;

  const begin = (sweep: Sweep, now: Date) => {
    begunAt.set(sweep, now.getTime());
    const work = Promise.resolve()
      .then(() => sweep.run(now))
      .catch((error) => log.error({ sweep: sweep.name, err: error }, 'sweep failed'))
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
      await Promise.all(underWay.values());
    },
  };
}

/** Rounds once a second until stopped. */
export function keepSweeping(sweeper: Sweeper, now: () => Date): { stop(): Promise<void> } {
  const round = () => void sweeper.round(now());
  const timer = setInterval(round, 1_000);
  round();
  return {
    stop() {
      clearInterval(timer);
      return sweeper.stop();
    },
  };
}
