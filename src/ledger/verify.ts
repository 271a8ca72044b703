/** 校验留痕链 [LED-2]: names the first entry that was changed, removed or inserted. */
import { CHAIN_START, type ChainEnd, hashOf, type LedgerEntry } from './entry.ts';

export type ChainFault =
  | { readonly seq: number; readonly why: 'missing' | 'changed' | 'unchained' }
  | { readonly seq: number; readonly why: 'cut-off' };

/** Follows entries in order of number from `end`. @returns the first fault, or where the chain now ends */
export function followChain(entries: readonly LedgerEntry[], end: ChainEnd = CHAIN_START): ChainEnd | ChainFault {
  let last = end;
  for (const entry of entries) {
    if (entry.seq !== last.seq + 1) return { seq: last.seq + 1, why: 'missing' };
    if (entry.previous !== last.hash) return { seq: entry.seq, why: 'unchained' };
    if (hashOf(entry) !== entry.hash) return { seq: entry.seq, why: 'changed' };
    last = { seq: entry.seq, hash: entry.hash };
  }
  return last;
}

export function isFault(result: ChainEnd | ChainFault): result is ChainFault {
  return 'why' in result;
}
