/**
 * 到期清除 beside applications [SEC-25, SEC-26]: who asked for a correction, who wrote a letter. What a person confirms is gone with his
 * confirmation: the sealed row, the code that opened the file, the rows of what lies on the disk; the content itself right after, and where a
 * process ends in between the sweep of unnamed files takes it. What was asked, done and answered stays.
 */
import { type RawBuilder, sql } from 'kysely';
import type { Actor } from '../../people/actor.ts';
import type { AgencyId } from '../../people/agency.ts';
import { climb, type House, inTransaction, type Stairs } from '../../perform.ts';
import type { Db, Tx } from '../../platform/database.ts';
import type { FileStore } from '../../platform/files/file-store.ts';
import { addMonths, type CivilDate } from '../../statute/civil-date.ts';
import { isRefusal, type Refusal, refuse } from '../../statute/refusal.ts';
import type { StatuteSettings } from '../../statute/settings.ts';
import { permitErasure } from '../retention.ts';
import { DUE_AT_MOST, ERASURE_BASIS, NO_LONGER_DUE } from './erasure.ts';

declare module '../../platform/database.ts' {
  interface Database {
    other_erasures: {
      room: string;
      subject: string;
      agency_id: string;
      number: string;
      due_on: CivilDate;
      confirmed_by: string;
      confirmed_at: Date;
    };
  }
}

/** Where a kind of file keeps who stands behind it. */
export interface SealedShelf {
  /** Of its entries in the ledger. */
  readonly room: string;
  readonly files: string;
  /** Column of the number a person knows it by. */
  readonly number: string;
  readonly sealed: string;
  readonly facts: string;
  /** Table of its files on the disk, where it has any: their names and what they show are his. */
  readonly onDisk?: string;
  /** Column of these that names the file. */
  readonly key: string;
  /** States after which nothing is done any more: the years run from the last fact. */
  readonly settled: readonly string[];
  /** What else ends with the identity. */
  readonly also?: (tx: Tx, id: string) => Promise<void>;
}

export interface DueIdentity {
  readonly id: string;
  readonly agencyId: AgencyId;
  readonly number: string;
  readonly settledOn: CivilDate;
  readonly dueOn: CivilDate;
  /** Its files on the disk, by id. */
  readonly files: readonly string[];
}

type Years = Pick<StatuteSettings, 'identityYears'>;

/** The oldest first. */
export async function dueIdentities(
  db: Db,
  shelf: SealedShelf,
  agencyIds: readonly AgencyId[],
  today: CivilDate,
  years: Years,
): Promise<readonly DueIdentity[]> {
  if (agencyIds.length === 0) return [];
  return settled(db, shelf, sql`c.agency_id in (${sql.join(agencyIds)})`, today, years);
}

async function settled(
  db: Db,
  { files, number, sealed, facts, onDisk, key, settled }: SealedShelf,
  which: RawBuilder<unknown>,
  today: CivilDate,
  { identityYears }: Years,
): Promise<readonly DueIdentity[]> {
  const months = 12 * Number(identityYears);
  const kept = onDisk
    ? sql`array(select k.id from ${sql.table(onDisk)} k where k.${sql.ref(key)} = c.id order by k.id)`
    : sql`array[]::text[]`;
  const { rows } = await sql<{
    id: string;
    agency_id: string;
    number: string;
    settled_on: CivilDate;
    kept: readonly string[];
  }>`
    select c.id, c.agency_id, c.${sql.ref(number)} as number, max(f.happened_on) as settled_on, ${kept} as kept
    from ${sql.table(files)} c
    join ${sql.table(sealed)} s on s.${sql.ref(key)} = c.id
    join ${sql.table(facts)} f on f.${sql.ref(key)} = c.id
    where c.state in (${sql.join(settled)}) and ${which}
    group by c.id, c.agency_id, number
    having max(f.happened_on) <= ${addMonths(today, -months)}
    order by settled_on, c.id
    limit ${DUE_AT_MOST}`.execute(db);
  return rows
    .map((row) => ({
      id: row.id,
      agencyId: row.agency_id,
      number: row.number,
      settledOn: row.settled_on,
      dueOn: addMonths(row.settled_on, months),
      files: row.kept,
    }))
    .filter(({ dueOn }) => dueOn < today);
}

interface EraseSealed {
  readonly verb: 'eraseIdentity';
  readonly id: string;
  readonly agencyId: AgencyId;
}

/** One that is no longer due, or of another agency, stops the whole list: the person has read another. */
export async function eraseSealed(
  house: House,
  shelf: SealedShelf,
  actor: Actor,
  { agencyId, ids }: { readonly agencyId: AgencyId; readonly ids: readonly string[] },
  files: Pick<FileStore, 'remove'>,
): Promise<{ readonly erased: number } | Refusal> {
  const distinct = [...new Set(ids)].sort();
  const erased = await inTransaction(house.db, async (tx) => {
    if (distinct.length === 0) return refuse('SEC-26', ERASURE_BASIS, '请先勾选要清除的案卷。');
    const unnamed: string[] = [];
    for (const id of distinct) {
      const done = await climb(tx, house, stairsOf(shelf), actor, { verb: 'eraseIdentity', id, agencyId });
      if (isRefusal(done)) return done;
      unnamed.push(...done.files);
    }
    return unnamed;
  });
  if (isRefusal(erased)) return erased;
  for (const id of erased) await files.remove(id);
  return { erased: distinct.length };
}

function stairsOf(shelf: SealedShelf): Stairs<DueIdentity, DueIdentity, EraseSealed> {
  return {
    room: shelf.room,
    async load(tx, { id, agencyId }, { today, calendar }) {
      await sql`select from ${sql.table(shelf.files)} where id = ${id} for update`.execute(tx);
      const which = sql`c.id = ${id} and c.agency_id = ${agencyId}`;
      const [due] = await settled(tx, shelf, which, today, calendar.settings);
      return due ?? NO_LONGER_DUE;
    },
    permit: (actor, { agencyId }) => permitErasure(actor, agencyId),
    decide: (due, { id, agencyId }) => ({
      next: due,
      entry: {
        verb: 'erasedIdentity',
        subject: id,
        agencyId,
        basis: due.files.length > 0 ? `${ERASURE_BASIS}（身份信息和 ${due.files.length} 个附件）` : ERASURE_BASIS,
        content: { number: due.number, dueOn: due.dueOn, ...(shelf.onDisk && { files: due.files.length }) },
      },
    }),
    async save(tx, { id, agencyId, number, dueOn }, _, { actor, at }) {
      for (const table of [shelf.sealed, shelf.onDisk])
        if (table) await sql`delete from ${sql.table(table)} where ${sql.ref(shelf.key)} = ${id}`.execute(tx);
      await shelf.also?.(tx, id);
      const row = { room: shelf.room, subject: id, agency_id: agencyId, number, due_on: dueOn };
      await tx
        .insertInto('other_erasures')
        .values({ ...row, confirmed_by: actor.id, confirmed_at: at })
        .execute();
    },
  };
}

/** The last that were confirmed, of every kind. */
export async function listOtherErasures(db: Db, agencyIds: readonly AgencyId[], limit: number) {
  if (agencyIds.length === 0) return [];
  return db
    .selectFrom('other_erasures')
    .select(['number', 'agency_id', 'confirmed_by', 'confirmed_at'])
    .where('agency_id', 'in', agencyIds)
    .orderBy('confirmed_at', 'desc')
    .orderBy('number')
    .limit(limit)
    .execute();
}
