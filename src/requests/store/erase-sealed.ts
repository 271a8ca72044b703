/**
 * 到期清除 beside applications [SEC-25, SEC-26]: who asked for a correction, who wrote a letter. Such a file has nothing on the disk, so what a person
 * confirms is gone with his confirmation: the sealed row, and the code that opened the file. What was asked, done and answered stays.
 */
import { type RawBuilder, sql } from 'kysely';
import type { Actor } from '../../people/actor.ts';
import type { AgencyId } from '../../people/agency.ts';
import { climb, type House, inTransaction, type Stairs } from '../../perform.ts';
import type { Db, Tx } from '../../platform/database.ts';
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
  /** Column of the two that names the file. */
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
  { files, number, sealed, facts, key, settled }: SealedShelf,
  which: RawBuilder<unknown>,
  today: CivilDate,
  { identityYears }: Years,
): Promise<readonly DueIdentity[]> {
  const months = 12 * Number(identityYears);
  const { rows } = await sql<{ id: string; agency_id: string; number: string; settled_on: CivilDate }>`
    select c.id, c.agency_id, c.${sql.ref(number)} as number, max(f.happened_on) as settled_on
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
    }))
    .filter(({ dueOn }) => dueOn < today);
}

interface EraseSealed {
  readonly verb: 'eraseIdentity';
  readonly id: string;
  readonly agencyId: AgencyId;
}

/** One that is no longer due, or of another agency, stops the whole list: the person has read another. */
export function eraseSealed(
  house: House,
  shelf: SealedShelf,
  actor: Actor,
  { agencyId, ids }: { readonly agencyId: AgencyId; readonly ids: readonly string[] },
): Promise<{ readonly erased: number } | Refusal> {
  const distinct = [...new Set(ids)].sort();
  return inTransaction(house.db, async (tx) => {
    if (distinct.length === 0) return refuse('SEC-26', ERASURE_BASIS, '请先勾选要清除的案卷。');
    for (const id of distinct) {
      const done = await climb(tx, house, stairsOf(shelf), actor, { verb: 'eraseIdentity', id, agencyId });
      if (isRefusal(done)) return done;
    }
    return { erased: distinct.length };
  });
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
        basis: ERASURE_BASIS,
        content: { number: due.number, dueOn: due.dueOn },
      },
    }),
    async save(tx, { id, agencyId, number, dueOn }, _, { actor, at }) {
      await sql`delete from ${sql.table(shelf.sealed)} where ${sql.ref(shelf.key)} = ${id}`.execute(tx);
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
