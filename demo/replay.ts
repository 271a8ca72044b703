/**
 * 重放: the year is not written into tables but lived through. Every act climbs the same stairs as in the product, at the
 * moment it is said to have happened, in order; they share one transaction, so that a year loads in seconds and is
 * there whole or not at all.
 */
import { beginStretch, type Stretch } from '../src/ledger/store.ts';
import type { Actor } from '../src/people/actor.ts';
import { climb, type House, type Stairs } from '../src/perform.ts';
import type { Tx } from '../src/platform/database.ts';
import { isRefusal } from '../src/statute/refusal.ts';

/** One thing done at a moment. Acts of one story name its key, so that later ones find what earlier ones made. */
export interface Act {
  readonly at: Date;
  run(stage: Stage): Promise<void>;
}

export interface Stage {
  /** Climbs; a refusal is a fault of the script and ends the load. */
  perform<Loaded, State, Command extends { readonly verb: string }>(
    stairs: Stairs<Loaded, State, Command>,
    actor: Actor,
    command: Command,
  ): Promise<State>;
  readonly tx: Tx;
}

/** Acts between two reports of progress. */
const REPORTED = 100;

export interface Listener {
  onProgress(done: number, all: number): void;
  /** The load is to end here; everything is rolled back. */
  readonly stopped: AbortSignal;
}

/** Plays the acts in the order of their moments; acts of one moment keep the order they are given in. */
export async function replay(
  tx: Tx,
  house: House,
  acts: readonly Act[],
  { onProgress, stopped }: Listener,
): Promise<void> {
  const ledger = await beginStretch(tx);
  const inOrder = [...acts].sort((a, b) => a.at.getTime() - b.at.getTime());
  for (const [n, act] of inOrder.entries()) {
    if (n % REPORTED === 0) {
      stopped.throwIfAborted();
      onProgress(n, inOrder.length);
    }
    await act.run(stageAt(house, tx, act.at, ledger));
  }
  await ledger.end();
  onProgress(inOrder.length, inOrder.length);
}

/** 北京时间 on a day; minutes count from midnight. */
export function momentOf(day: string, minutes: number): Date {
  return new Date(Date.parse(`${day}T00:00:00+08:00`) + minutes * 60_000);
}

/** What is said to have happened long ago is told to nobody now. */
async function tellNobody(): Promise<void> {}

function stageAt(house: House, tx: Tx, at: Date, ledger: Stretch): Stage {
  const then: House = { ...house, now: () => at };
  return {
    tx,
    async perform(stairs, actor, command) {
      const result = await climb(tx, then, stairs, actor, command, ledger.append, tellNobody);
      if (isRefusal(result)) throw new Error(`示例县的一步被拒绝（${command.verb}）：${result.code} ${result.says}`);
      return result;
    },
  };
}
