/** 机构改革 as it is kept, and what an agency hands over of this room: officers with their posts, agencies below it. */
import { type Selectable, sql } from 'kysely';
import type { Database, Db, Tx } from '../../platform/database.ts';
import type { CivilDate } from '../../statute/civil-date.ts';
import type { Agency, AgencyId } from '../agency.ts';
import type { OpenMatter, Reorganisation, ReorganisationKind, ReorganisationState } from '../reorganisation.ts';
import '../store.ts';
import { type HandedKind, handedRows } from './handed.ts';

declare module '../../platform/database.ts' {
  interface Database {
    reorganisations: {
      id: string;
      kind: ReorganisationKind;
      on_day: CivilDate;
      basis: string;
      reason: string;
      about: readonly AgencyId[];
      successors: readonly AgencyId[];
      new_name: string;
      default_to: string;
      by_kind: Reorganisation['byKind'];
      singles: Reorganisation['singles'];
      state: ReorganisationState;
      made_by: string;
      made_at: Date;
      done_at: Date | null;
      handed_over: Reorganisation['handedOver'];
    };
  }
}

export async function saveReorganisation(tx: Tx, one: Reorganisation): Promise<void> {
  const row = {
    ...{ id: one.id, kind: one.kind, on_day: one.on, basis: one.basis, reason: one.reason },
    ...{ about: [...one.about], successors: [...one.successors], new_name: one.newName, default_to: one.defaultTo },
    by_kind: sql<Reorganisation['byKind']>`${JSON.stringify(one.byKind)}::jsonb`,
    singles: sql<Reorganisation['singles']>`${JSON.stringify(one.singles)}::jsonb`,
    handed_over: sql<Reorganisation['handedOver']>`${JSON.stringify(one.handedOver)}::jsonb`,
    ...{ state: one.state, made_by: one.madeBy, made_at: one.madeAt, done_at: one.doneAt },
  };
  await tx
    .insertInto('reorganisations')
    .values(row)
    .onConflict((same) =>
      same.column('id').doUpdateSet({ state: row.state, done_at: row.done_at, handed_over: row.handed_over }),
    )
    .execute();
}

/** The latest first. */
export async function listReorganisations(db: Db): Promise<Reorganisation[]> {
  const rows = await db
    .selectFrom('reorganisations')
    .selectAll()
    .orderBy('made_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map(toReorganisation);
}

/** Those whose day has come and that nobody has carried out. */
export async function reorganisationsDue(db: Db, today: CivilDate): Promise<string[]> {
  const rows = await db
    .selectFrom('reorganisations')
    .select('id')
    .where('state', '=', 'planned')
    .where('on_day', '<=', today)
    .orderBy('on_day')
    .orderBy('made_at')
    .execute();
  return rows.map(({ id }) => id);
}

/** Two who change the tree at once wait for one another: the second sees what the first has done. */
export async function lockTree(tx: Tx): Promise<void> {
  await tx.selectFrom('agencies').select('id').orderBy('id').forNoKeyUpdate().execute();
}

/** [ORG-3] The name of before is kept with the first day of the new one. */
export async function renameAgency(tx: Tx, id: AgencyId, name: string, on: CivilDate): Promise<void> {
  await sql`update agencies
    set former_names = former_names || jsonb_build_object('name', name, 'until', ${on}::text), name = ${name}
    where id = ${id}`.execute(tx);
}

/** [ORG-2] It stays, with its day and who came after it. */
export async function endAgency(tx: Tx, id: AgencyId, { on, successors }: NonNullable<Agency['ended']>): Promise<void> {
  await tx
    .updateTable('agencies')
    .set({ ended_on: on, successors: [...successors] })
    .where('id', '=', id)
    .execute();
}

/** 人员和岗位: whoever works there or holds a post there. Accounts that are stopped stay with the agency they belonged to. */
export const HANDED_OFFICERS: HandedKind = {
  ...{ term: '人员和岗位', measure: '人', room: 'people', trace: 'handedOver' },
  async open(db, agencyId, lock) {
    const { rows } = await sql<OpenMatter>`
      select o.id, o.name || '（' || o.sign_in_name || '）' as label, null::date as "dueOn" from officers o
      where o.active and (o.agency_id = ${agencyId}
        or exists (select 1 from officer_roles r where r.officer_id = o.id and r.agency_id = ${agencyId}))
      order by o.id ${lock ? sql`for update` : sql``}`.execute(db);
    return rows;
  },
  async move(tx, id, { from, to }) {
    await tx
      .updateTable('officers')
      .set({ agency_id: to })
      .where('id', '=', id)
      .where('agency_id', '=', from)
      .execute();
    await sql`insert into officer_roles (officer_id, role, agency_id)
      select officer_id, role, ${to} from officer_roles where officer_id = ${id} and agency_id = ${from}
      on conflict do nothing`.execute(tx);
    await tx.deleteFrom('officer_roles').where('officer_id', '=', id).where('agency_id', '=', from).execute();
  },
};

/** 下级机关. */
export const HANDED_AGENCIES: HandedKind = handedRows({
  ...{ term: '下级机关', measure: '个', room: 'people', trace: 'movedAgency', table: 'agencies', holder: 'parent_id' },
  open: sql`ended_on is null`,
  label: sql`name`,
});

function toReorganisation(row: Selectable<Database['reorganisations']>): Reorganisation {
  return {
    ...{ id: row.id, kind: row.kind, on: row.on_day, basis: row.basis, reason: row.reason },
    ...{ about: row.about, successors: row.successors, newName: row.new_name, defaultTo: row.default_to },
    ...{ byKind: row.by_kind, singles: row.singles, state: row.state },
    ...{ madeBy: row.made_by, madeAt: row.made_at, doneAt: row.done_at, handedOver: row.handed_over },
  };
}
