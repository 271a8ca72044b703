import { describe, expect, it } from 'vitest';
import { CHAIN_START, type ChainEnd, canonical, entryAfter, type Footprint, type LedgerEntry, sm3 } from './entry.ts';
import { compareEnds, followChain } from './verify.ts';

const footprint = (subject: string): Footprint => ({
  verb: 'registered',
  room: 'requests',
  subject,
  agencyId: 'county',
  basis: '《条例》第三十一条',
  content: { subject, on: '2024-01-02' },
});

function chain(length: number): LedgerEntry[] {
  const entries: LedgerEntry[] = [];
  let end: ChainEnd = CHAIN_START;
  for (let i = 1; i <= length; i += 1) {
    const entry = entryAfter(end, footprint(`r${i}`), 'officer-1', new Date(Date.UTC(2024, 0, i)));
    entries.push(entry);
    end = entry;
  }
  return entries;
}

describe('ledger chain', () => {
  it('LED-1 hashes with SM3 as GB/T 32905 defines it', () =>
    expect(sm3('abc')).toBe('66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0'));

  it('LED-1 equal content has one text, whatever the order of its members', () =>
    expect(canonical({ b: [1, null], a: { d: 'x', c: undefined } })).toBe(canonical({ a: { d: 'x' }, b: [1, null] })));

  it('LED-2 accepts an untouched chain and tells its end', () => {
    const entries = chain(5);
    expect(followChain(entries)).toEqual({ seq: 5, hash: entries[4]!.hash });
  });

  it.each([
    ['a changed verb', (e: LedgerEntry[]) => e.splice(2, 1, { ...e[2]!, verb: 'replied' }), { seq: 3, why: 'changed' }],
    ['a removed entry', (e: LedgerEntry[]) => e.splice(1, 1), { seq: 2, why: 'missing' }],
    [
      'an entry made anew with a fitting hash',
      (e: LedgerEntry[]) => e.splice(1, 1, entryAfter(e[0]!, footprint('forged'), 'officer-2', new Date(0))),
      { seq: 3, why: 'unchained' },
    ],
  ])('LED-2 names the first broken entry: %s', (_, tamper, fault) => {
    const entries = chain(5);
    tamper(entries);
    expect(followChain(entries)).toMatchObject(fault);
  });
  it('LED-2 tells what is written at the fault and what the content gives', () => {
    const entries = chain(3);
    const forged = { ...entries[1]!, actorId: 'officer-2' };
    entries.splice(1, 1, forged);
    expect(followChain(entries)).toMatchObject({ entry: forged, expected: forged.hash });
  });

  it('LED-2 misses entries taken off the end', () => {
    const entries = chain(5);
    const reached = followChain(entries.slice(0, 3));
    expect(compareEnds(reached as ChainEnd, entries[4]!)).toMatchObject({ seq: 4, why: 'cut-off' });
    expect(compareEnds(reached as ChainEnd, entries[2]!)).toEqual(reached);
  });
});
