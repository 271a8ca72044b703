/** The only SQL of `ledger/`. */
import { type SqlBool, sql } from 'kysely';
import { deputyHand, doerOf } from '../people/hand.ts';
import type { Db, Tx } from '../platform/database.ts';
import { CHAIN_START, type ChainEnd, entryAfter, type Footprint, type LedgerEntry } from './entry.ts';
import { type ChainFault, compareEnds, followChain, isFault } from './verify.ts';

declare module '../platform/database.ts' {
  interface Database {
    ledger_entries: {
      seq: number;
      at: Date;
      actor_id: string;
      agency_id: string;
      room: string;
      verb: string;
      subject: string;
      basis: string;
      content_hash: string;
      previous: string;
      hash: string;
    };
    ledger_head: { only: boolean; seq: number; hash: string };
    ledger_followers: { id: string; seen: number; until: Date };
  }
}

/** Appends within the transaction of the act; the head stays locked until it commits, so numbers have no gap. */
export async function append(tx: Tx, footprint: Footprint, actorId: string, at: Date): Promise<LedgerEntry> {
  const entry = entryAfter(await lockHead(tx), footprint, actorId, at);
  await write(tx, [entry]);
  return entry;
}

/** The same chain for many acts of one transaction, as when a county's year is loaded: written in stretches. */
export interface Stretch {
  append(footprint: Footprint, actorId: string, at: Date): Promise<LedgerEntry>;
  /** Writes what is not written yet; without it the last entries are lost. */
  end(): Promise<void>;
}

const STRETCH = 200;

export async function beginStretch(tx: Tx): Promise<Stretch> {
  let head: ChainEnd = await lockHead(tx);
  let unwritten: LedgerEntry[] = [];
  const end = async () => {
    if (unwritten.length > 0) await write(tx, unwritten);
    unwritten = [];
  };
  return {
    end,
    async append(footprint, actorId, at) {
      const entry = entryAfter(head, footprint, actorId, at);
      head = entry;
      unwritten.push(entry);
      if (unwritten.length === STRETCH) await end();
      return entry;
    },
  };
}

async function lockHead(tx: Tx): Promise<ChainEnd> {
  return tx.selectFrom('ledger_head').select(['seq', 'hash']).forUpdate().executeTakeFirstOrThrow();
}

/** Where the chain ends now. */
export async function ledgerHead(db: Db): Promise<ChainEnd> {
  return db.selectFrom('ledger_head').select(['seq', 'hash']).executeTakeFirstOrThrow();
}

/** Of the entry of this number; undefined when the chain does not reach so far. */
export async function entryHash(db: Db, seq: number): Promise<string | undefined> {
  const found = db.selectFrom('ledger_entries').select('hash').where('seq', '=', seq);
  return (await found.executeTakeFirst())?.hash;
}

/** Entries in order; the head moves to the last of them. */
async function write(tx: Tx, entries: readonly LedgerEntry[]): Promise<void> {
  const { seq, hash } = entries.at(-1)!;
  await tx
    .with('moved', (q) => q.updateTable('ledger_head').set({ seq, hash }).returning('seq'))
    .insertInto('ledger_entries')
    .values(
      entries.map((entry) => ({
        seq: entry.seq,
        at: new Date(entry.at),
        actor_id: entry.actorId,
        agency_id: entry.agencyId,
        room: entry.room,
        verb: entry.verb,
        subject: entry.subject,
        basis: entry.basis,
        content_hash: entry.contentHash,
        previous: entry.previous,
        hash: entry.hash,
      })),
    )
    .execute();
}

/** What was done to one subject, oldest first. */
export async function entriesOf(db: Db, room: string, subject: string): Promise<LedgerEntry[]> {
  const rows = await db
    .selectFrom('ledger_entries')
    .selectAll()
    .where('room', '=', room)
    .where('subject', '=', subject)
    .orderBy('seq')
    .execute();
  return rows.map(toEntry);
}

/** One kind of act, as footprints name it. */
export type ActKind = Readonly<Pick<Footprint, 'room' | 'verb'>>;

export interface EntryFilter {
  readonly agencyIds: readonly string[];
  /** Whoever's name he did it in. */
  readonly actorId?: string;
  /** The first moment, and the first that is over. */
  readonly from?: Date;
  readonly before?: Date;
}

/** The kind stands in the text of the statement, so that an index of that kind alone can be used. */
function ofKind(db: Db, { room, verb }: ActKind, filter: EntryFilter) {
  return through(db, filter).where(sql<SqlBool>`room = ${sql.lit(room)} and verb = ${sql.lit(verb)}`);
}

function through(db: Db, { agencyIds, actorId, from, before }: EntryFilter) {
  let found = db.selectFrom('ledger_entries').where('agency_id', 'in', agencyIds);
  if (actorId !== undefined)
    found = found.where(({ eb, or, fn, val }) =>
      or([eb('actor_id', '=', actorId), fn<boolean>('starts_with', ['actor_id', val(deputyHand(actorId, ''))])]),
    );
  if (from) found = found.where('at', '>=', from);
  return before ? found.where('at', '<', before) : found;
}

/** Every act whatever its kind, the latest first; no more than `limit`. */
export async function entriesBy(db: Db, filter: EntryFilter, limit: number): Promise<LedgerEntry[]> {
  if (filter.agencyIds.length === 0) return [];
  const rows = await through(db, filter).selectAll().orderBy('seq', 'desc').limit(limit).execute();
  return rows.map(toEntry);
}

/** Every act of a kind that the filter lets through, the latest first, and how many there are. */
export async function entriesOfKind(
  db: Db,
  kind: ActKind,
  filter: EntryFilter,
  page: { readonly number: number; readonly size: number },
): Promise<{ readonly entries: readonly LedgerEntry[]; readonly total: number }> {
  if (filter.agencyIds.length === 0) return { entries: [], total: 0 };
  const found = ofKind(db, kind, filter);
  const { total } = await found.select((of) => of.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const rows = await found
    .selectAll()
    .orderBy('seq', 'desc')
    .limit(page.size)
    .offset((page.number - 1) * page.size)
    .execute();
  return { entries: rows.map(toEntry), total };
}

/** Who did acts of this kind. */
export async function actorsOfKind(db: Db, kind: ActKind, agencyIds: readonly string[]): Promise<readonly string[]> {
  if (agencyIds.length === 0) return [];
  const rows = await ofKind(db, kind, { agencyIds }).select('actor_id').distinct().execute();
  return [...new Set(rows.map(({ actor_id }) => doerOf(actor_id)))];
}

/** [LED-2] Reads the whole chain in pages and compares its end with the head, as they stood at one moment. */
export async function verifyLedger(db: Db, page = 5_000): Promise<ChainEnd | ChainFault> {
  const snapshot = db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only');
  return snapshot.execute(async (tx) => {
    let end = CHAIN_START;
    for (;;) {
      const rows = await tx
        .selectFrom('ledger_entries')
        .selectAll()
        .where('seq', '>', end.seq)
        .orderBy('seq')
        .limit(page)
        .execute();
      const result = followChain(rows.map(toEntry), end);
      if (isFault(result)) return result;
      end = result;
      if (rows.length < page) break;
    }
    return compareEnds(end, await ledgerHead(tx));
  });
}

/** [LED-2] The same for the last so many entries alone: quick, and a change further back it does not see. */
export async function verifyLedgerEnd(db: Db, last: number): Promise<ChainEnd | ChainFault> {
  const snapshot = db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only');
  return snapshot.execute(async (tx) => {
    const head = await ledgerHead(tx);
    const rows = await tx
      .selectFrom('ledger_entries')
      .selectAll()
      .where('seq', '>', head.seq - last)
      .orderBy('seq')
      .execute();
    const [first] = rows;
    const start = first && head.seq > last ? { seq: first.seq - 1, hash: first.previous } : CHAIN_START;
    const end = followChain(rows.map(toEntry), start);
    return isFault(end) ? end : compareEnds(end, head);
  });
}

/** When the first entry was made: nothing here is older; undefined when there is none. */
export async function firstEntryAt(db: Db): Promise<Date | undefined> {
  const found = db.selectFrom('ledger_entries').select('at').orderBy('seq').limit(1);
  return (await found.executeTakeFirst())?.at;
}

/** When the last entry was made; undefined when there is none. */
export async function lastEntryAt(db: Db): Promise<Date | undefined> {
  const found = db.selectFrom('ledger_entries').select('at').orderBy('seq', 'desc').limit(1);
  return (await found.executeTakeFirst())?.at;
}

function toEntry(row: {
  seq: number;
  at: Date;
  actor_id: string;
  agency_id: string;
  room: string;
  verb: string;
  subject: string;
  basis: string;
  content_hash: string;
  previous: string;
  hash: string;
}): LedgerEntry {
  return {
    seq: row.seq,
    at: row.at.toISOString(),
    actorId: row.actor_id,
    agencyId: row.agency_id,
    room: row.room,
    verb: row.verb,
    subject: row.subject,
    basis: row.basis,
    contentHash: row.content_hash,
    previous: row.previous,
    hash: row.hash,
  };
}
