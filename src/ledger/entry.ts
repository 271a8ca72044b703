/**
 * 留痕 LedgerEntry: what was done, by whom, on what basis (《条例》第四十五条: 登记、审核、办理、答复、归档). Each entry carries the
 * SM3 hash of its canonical content chained to the one before it, so that a changed, missing or inserted entry shows.
 */
import { createHash } from 'node:crypto';

/** What an act leaves behind. `content` is hashed and not stored: the ledger holds no identity. */
export interface Footprint {
  /** Past tense: `extended`, `published`. */
  readonly verb: string;
  readonly room: string;
  readonly subject: string;
  readonly agencyId: string;
  readonly basis: string;
  readonly content: unknown;
}

export interface LedgerEntry {
  readonly seq: number;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly actorId: string;
  readonly agencyId: string;
  readonly room: string;
  readonly verb: string;
  readonly subject: string;
  readonly basis: string;
  readonly contentHash: string;
  readonly previous: string;
  readonly hash: string;
}

export interface ChainEnd {
  readonly seq: number;
  readonly hash: string;
}

export const CHAIN_START: ChainEnd = { seq: 0, hash: '0'.repeat(64) };

/** The next entry of the chain. */
export function entryAfter(end: ChainEnd, footprint: Footprint, actorId: string, at: Date): LedgerEntry {
  const body = {
    seq: end.seq + 1,
    at: at.toISOString(),
    actorId,
    agencyId: footprint.agencyId,
    room: footprint.room,
    verb: footprint.verb,
    subject: footprint.subject,
    basis: footprint.basis,
    contentHash: sm3(canonical(footprint.content)),
    previous: end.hash,
  };
  return { ...body, hash: hashOf(body) };
}

/** The hash an entry must have, from everything in it but the hash itself. */
export function hashOf(entry: Omit<LedgerEntry, 'hash'>): string {
  const { seq, at, actorId, agencyId, room, verb, subject, basis, contentHash, previous } = entry;
  return sm3(canonical({ seq, at, actorId, agencyId, room, verb, subject, basis, contentHash, previous }));
}

/** JSON with sorted keys and no white space, so that equal content has one text. Undefined members are left out. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((v) => canonical(v ?? null)).join(',')}]`;
  if (value !== null && typeof value === 'object' && !(value instanceof Date)) {
    const members = Object.entries(value)
      .filter(([, v]) => v !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([k, v]) => `${JSON.stringify(k)}:${canonical(v)}`);
    return `{${members.join(',')}}`;
  }
  return JSON.stringify(value ?? null);
}

/** A hash in groups, so that a line of a paper can end within it. */
export function grouped(hash: string): string {
  return hash.replace(/(.{8})(?=.)/g, '$1 ');
}

/** The text an entry's hash is taken of. */
export function textOfEntry({ hash: _, ...entry }: LedgerEntry): string {
  return canonical(entry);
}

/** SM3 (GB/T 32905), hexadecimal. */
export function sm3(text: string): string {
  return createHash('sm3').update(text).digest('hex');
}
