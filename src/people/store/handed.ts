/**
 * 移交 [ORG-4]: what an agency holds and must go to its successor when it ends, as each room says of its own tables: which rows are open, how one is
 * called where nobody may see what it is about, and what goes along with it.
 */
import { type RawBuilder, sql } from 'kysely';
import type { Database, Db, Tx } from '../../platform/database.ts';
import type { CivilDate } from '../../statute/civil-date.ts';
import type { AgencyId } from '../agency.ts';
import type { OpenMatter } from '../reorganisation.ts';

/** One matter on its way: from which day the successor answers for it, on what basis, and who saw to it. */
export interface HandOverStep {
  readonly from: AgencyId;
  readonly fromName: string;
  readonly to: AgencyId;
  readonly toName: string;
  /** 撤销之日. */
  readonly since: CivilDate;
  readonly basis: string;
  readonly today: CivilDate;
  readonly at: Date;
  readonly by: string;
}

/** One kind of matter that an agency may hold. */
export interface HandedKind {
  readonly term: string;
  /** 件、项、人. */
  readonly measure: string;
  /** Whose ledger line it is, and by which verb. */
  readonly room: string;
  readonly trace: string;
  /** Open matters of an agency, the most urgent first. */
  open(db: Db, agencyId: AgencyId, lock?: 'lock'): Promise<OpenMatter[]>;
  move(tx: Tx, id: string, step: HandOverStep): Promise<void>;
}

export interface HandedRows extends Pick<HandedKind, 'term' | 'measure' | 'room'> {
  readonly trace?: string;
  readonly table: keyof Database;
  /** By which a row is known. */
  readonly key?: string;
  /** Whose it is: the column that changes. */
  readonly holder?: string;
  readonly open: RawBuilder<unknown>;
  /** 登记号, name: never what it is about. */
  readonly label: RawBuilder<unknown>;
  readonly due?: RawBuilder<unknown>;
  /** A column that is given once by an agency: where the successor has the same, the former agency's name is put behind it. */
  readonly number?: string;
  /** Tables whose rows belong to the matter and are looked for by agency. */
  readonly along?: readonly { readonly table: keyof Database; readonly key: string }[];
  /** What must be so before it changes hands, and what changes with it. */
  beforehand?(tx: Tx, id: string, step: HandOverStep): Promise<void>;
  also?(tx: Tx, id: string, step: HandOverStep): Promise<void>;
}

/** A kind whose matters are rows of one table. */
export function handedRows({
  key = 'id',
  holder = 'agency_id',
  trace = 'handedOver',
  due = sql`null::date`,
  along = [],
  ...rows
}: HandedRows): HandedKind {
  const { term, measure, room, table, number } = rows;
  const [known, column] = [sql.ref(key), sql.ref(holder)];
  return {
    ...{ term, measure, room, trace },
    async open(db, agencyId, lock) {
      const locked = lock ? sql`for update` : sql``;
      const { rows: found } = await sql<OpenMatter>`
        select ${known} as id, ${rows.label} as label, ${due} as "dueOn" from ${sql.table(table)}
        where ${column} = ${agencyId} and (${rows.open}) order by 3 nulls last, 1 ${locked}`.execute(db);
      return found.map(({ id, label, dueOn }) => ({ id, label, dueOn }));
    },
    async move(tx, id, step) {
      const { from, fromName, to } = step;
      await rows.beforehand?.(tx, id, step);
      if (number) {
        const given = sql.ref(number);
        await sql`update ${sql.table(table)} as mine set ${given} = ${given} || ${`（${fromName}）`}
          where mine.${known} = ${id} and exists (select 1 from ${sql.table(table)} as theirs
            where theirs.${column} = ${to} and theirs.${given} = mine.${given})`.execute(tx);
      }
      await sql`update ${sql.table(table)} set ${column} = ${to} where ${known} = ${id} and ${column} = ${from}`.execute(
        tx,
      );
      for (const { table: other, key } of along)
        await sql`update ${sql.table(other)} set agency_id = ${to} where ${sql.ref(key)} = ${id}`.execute(tx);
      await rows.also?.(tx, id, step);
    },
  };
}
