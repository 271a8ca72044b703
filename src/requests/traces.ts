/**
 * 经过与留痕 [REQ-52]: which entry of the ledger stands behind each fact. The ledger keeps the hash of what was recorded; a fact that was
 * changed afterwards finds its entry no more, and the file says so.
 */
import { canonical, type LedgerEntry, sm3 } from '../ledger/entry.ts';
import type { RequestFact } from './facts.ts';
import type { InfoRequest } from './info-request.ts';

/** What the ledger hashes when a file is opened. */
export function openingContent(request: InfoRequest, facts: readonly RequestFact[]): unknown {
  const { number, channel, applicantKind, wanted, formWanted } = request;
  return { number, channel, applicantKind, wanted, formWanted, facts };
}

/** By number of the fact; a fact without an entry is missing. */
export function tracesOf(
  { request, facts }: { readonly request: InfoRequest; readonly facts: readonly RequestFact[] },
  entries: readonly LedgerEntry[],
): ReadonlyMap<number, LedgerEntry> {
  const byHash = new Map(entries.map((entry) => [entry.contentHash, entry]));
  const entryFor = (content: unknown) => byHash.get(sm3(canonical(content)));
  const traces = new Map<number, LedgerEntry>();
  facts.forEach((fact, i) => {
    const entry = entryFor([fact]);
    if (entry) traces.set(fact.n, entry);
    const opening = traces.has(1) ? undefined : entryFor(openingContent(request, facts.slice(0, i + 1)));
    if (opening) for (const { n } of facts.slice(0, i + 1)) traces.set(n, opening);
  });
  return traces;
}
