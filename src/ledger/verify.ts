/** 校验留痕链 [LED-2]: names the first entry that was changed, removed or inserted. */
import { CHAIN_START, type ChainEnd, hashOf, type LedgerEntry } from './entry.ts';

/** Where the chain breaks. `entry` is what stands there; null when nothing does. */
export interface ChainFault {
  readonly seq: number;
  readonly why: keyof typeof FAULT_TERMS;
  readonly entry: LedgerEntry | null;
  readonly expected: string;
  readonly found: string;
}

export const FAULT_TERMS = {
  missing: '这一条不见了',
  changed: '这一条的内容被改动过',
  unchained: '这一条接不上前一条，前面有改动或者这一条是后来放进去的',
  'cut-off': '链尾与登记的不符，末尾的条目被删除过或者添加过',
} as const;

/** Follows entries in order of number from `end`. @returns the first fault, or where the chain now ends */
export function followChain(entries: readonly LedgerEntry[], end: ChainEnd = CHAIN_START): ChainEnd | ChainFault {
  let last = end;
  for (const entry of entries) {
    const seq = last.seq + 1;
    if (entry.seq !== seq)
      return { seq, why: 'missing', entry: null, expected: `第${seq}条`, found: `第${entry.seq}条` };
    if (entry.previous !== last.hash)
      return { seq, why: 'unchained', entry, expected: last.hash, found: entry.previous };
    const hash = hashOf(entry);
    if (hash !== entry.hash) return { seq, why: 'changed', entry, expected: entry.hash, found: hash };
    last = { seq, hash };
  }
  return last;
}

/** The end that was reached against the end that every append has moved. */
export function compareEnds(reached: ChainEnd, head: ChainEnd): ChainEnd | ChainFault {
  if (head.seq === reached.seq && head.hash === reached.hash) return reached;
  const said = ({ seq, hash }: ChainEnd) => `共${seq}条，链尾 ${hash}`;
  const seq = Math.min(reached.seq, head.seq) + 1;
  return { seq, why: 'cut-off', entry: null, expected: said(head), found: said(reached) };
}

export function isFault(result: ChainEnd | ChainFault): result is ChainFault {
  return 'why' in result;
}
