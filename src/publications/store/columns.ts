/** 栏目树 of this county: the standard tree and its own special columns. */
import type { Stairs } from '../../perform.ts';
import type { Db, Tx } from '../../platform/database.ts';
import { art } from '../../statute/articles.ts';
import { type Refusal, refuse } from '../../statute/refusal.ts';
import { type Column, type ColumnKey, columnTree } from '../columns.ts';
import { decideColumn, type LoadedColumn, permitColumn } from '../decide-column.ts';
import { asColumn, type ColumnCommand, type SpecialColumn } from '../special-column.ts';
import './tables.ts';

/** The special columns in their order; closed ones too. */
export async function specialColumns(db: Db): Promise<SpecialColumn[]> {
  const rows = await db
    .selectFrom('special_columns')
    .selectAll()
    .orderBy('place')
    .orderBy('opened_on')
    .orderBy('key')
    .execute();
  return rows.map((row) => ({
    key: row.key,
    agencyId: row.agency_id,
    name: row.name,
    purpose: row.purpose,
    place: row.place,
    openedOn: row.opened_on,
    closedOn: row.closed_on,
  }));
}

/** Every column of the portal by key; closed special columns are left out. */
export async function allColumns(db: Db): Promise<ReadonlyMap<ColumnKey, Column>> {
  const own = await specialColumns(db);
  return columnTree(own.filter(({ closedOn }) => closedOn === null).map(asColumn));
}

/** What a command may name; the county's own are read only when one is named. */
export async function openColumns(tx: Tx, named: readonly ColumnKey[]): Promise<ReadonlyMap<ColumnKey, Column>> {
  return named.some((key) => key.startsWith('special.')) ? allColumns(tx) : columnTree();
}

export const columnStairs: Stairs<LoadedColumn, SpecialColumn, ColumnCommand> = {
  room: 'publications',
  load,
  permit: permitColumn,
  decide: decideColumn,
  save,
};

async function load(tx: Tx, command: ColumnCommand): Promise<LoadedColumn | Refusal> {
  const column = (await specialColumns(tx)).find(({ key }) => key === command.key) ?? null;
  if (command.verb === 'openColumn') return { column, agencyId: command.agencyId };
  if (column === null) return refuse('NO_SUCH_COLUMN', art(12), '没有这个专栏。请从列表里重新打开。');
  return { column, agencyId: column.agencyId };
}

async function save(tx: Tx, next: SpecialColumn): Promise<void> {
  await tx
    .insertInto('special_columns')
    .values({
      key: next.key,
      agency_id: next.agencyId,
      name: next.name,
      purpose: next.purpose,
      place: next.place,
      opened_on: next.openedOn,
      closed_on: next.closedOn,
    })
    .onConflict((c) =>
      c
        .column('key')
        .doUpdateSet({ name: next.name, purpose: next.purpose, place: next.place, closed_on: next.closedOn }),
    )
    .execute();
}
