/** 期限阶梯 as it is drawn: the knots the desk tells, with today among them, and between which of them nothing is counted. */
import type { KnotView } from '../../../../src/desk/contract.ts';

export interface Rung {
  readonly on: string;
  readonly says: string;
  readonly basis: string;
  readonly kind: KnotView['kind'] | 'today';
  /** The line below the rung: days that count, days that do not, or days that have not come. */
  readonly below: 'counted' | 'stands-still' | 'ahead';
}

/** @param running whether the clock of the file still runs: a closed file has no today */
export function rungsOf(knots: readonly KnotView[], today: string, running: boolean): Rung[] {
  const inOrder: (KnotView | { on: string; says: string; basis: string; kind: 'today' })[] = [...knots];
  if (running) {
    const after = knots.findIndex(({ on, kind }) => on > today || (kind === 'due' && on >= today));
    inOrder.splice(after < 0 ? knots.length : after, 0, { on: today, says: '今天', basis: '', kind: 'today' });
  }
  let still = false;
  let ahead = false;
  return inOrder.map((knot) => {
    if (knot.kind === 'waits') still = true;
    else if (knot.kind !== 'today' && knot.kind !== 'aside') still = false;
    if (knot.kind === 'today') ahead = true;
    return { ...knot, below: still ? 'stands-still' : ahead ? 'ahead' : 'counted' };
  });
}
