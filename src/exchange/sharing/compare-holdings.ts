/** 对账 [XCH-6]: what they hold against what we have. What still waits to be sent is no difference yet. */
import type { Held } from './shared-copy.ts';

/** `missing`: they lack it; `differing`: they hold something else; `surplus`: they hold what is not public here. */
export type DifferenceKind = 'missing' | 'differing' | 'surplus';

export const DIFFERENCE_TERMS: Readonly<Record<DifferenceKind, string>> = {
  missing: '对方没有',
  differing: '内容不一致',
  surplus: '对方多出',
};

export interface Difference {
  readonly kind: DifferenceKind;
  readonly id: string;
  /** A mend must come after what they hold. */
  readonly theirRevision: number;
}

export interface Comparison {
  readonly ours: number;
  readonly theirs: number;
  /** Sent or waiting and not confirmed yet. */
  readonly underWay: number;
  readonly differences: readonly Difference[];
}

/**
 * @param ours digest by id, of everything that is or was public in the scope of the connection
 * @param theirs what they say they hold, by id
 * @param underWay ids of what is not confirmed
 */
export function compareHoldings(
  ours: ReadonlyMap<string, string>,
  theirs: ReadonlyMap<string, Held>,
  underWay: ReadonlySet<string>,
): Comparison {
  const differences: Difference[] = [];
  let waiting = 0;
  for (const [id, digest] of ours) {
    const held = theirs.get(id);
    if (held?.digest === digest) continue;
    if (underWay.has(id)) waiting += 1;
    else differences.push({ kind: held ? 'differing' : 'missing', id, theirRevision: held?.revision ?? 0 });
  }
  for (const [id, { revision, what }] of theirs) {
    if (ours.has(id) || what === 'withdrawal') continue;
    if (underWay.has(id)) waiting += 1;
    else differences.push({ kind: 'surplus', id, theirRevision: revision });
  }
  return { ours: ours.size, theirs: theirs.size, underWay: waiting, differences };
}
