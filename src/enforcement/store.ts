/** The only SQL of `enforcement/`. */
import { sql } from 'kysely';
import type { AgencyId } from '../people/agency.ts';
import type { Stairs } from '../perform.ts';
import type { Db } from '../platform/database.ts';
import type { CivilDate } from '../statute/civil-date.ts';
import { decide } from './decide.ts';
import type { DecisionCount, RecordCounts, YearTotals } from './decision-count.ts';
import { permit } from './permissions.ts';
import type { RegisterKindName } from './register-kinds.ts';

declare module '../platform/database.ts' {
  interface Database {
    decision_counts: {
      id: string;
      agency_id: string;
      kind: RegisterKindName;
      charge: string;
      month: CivilDate;
      amount: number;
      recorded_at: Date;
    };
  }
}

export const enforcementStairs: Stairs<null, RecordCounts, RecordCounts> = {
  room: 'enforcement',
  load: async () => null,
  permit,
  decide: (_, command, scene) => decide(command, scene),
  async save(tx, next, _, scene) {
    for (let from = 0; from < next.counts.length; from += 1_000) {
      const rows = next.counts.slice(from, from + 1_000).map((count) => ({
        id: scene.newId(),
        agency_id: next.agencyId,
        kind: count.kind,
        charge: count.charge,
        month: count.month,
        amount: count.amount,
        recorded_at: scene.at,
      }));
      await tx
        .insertInto('decision_counts')
        .values(rows)
        .onConflict((conflict) =>
          conflict
            .columns(['agency_id', 'kind', 'charge', 'month'])
            .doUpdateSet((q) => ({ amount: q.ref('excluded.amount'), recorded_at: q.ref('excluded.recorded_at') })),
        )
        .execute();
    }
  },
};

/** 本年处理决定数量 and 本年收费金额 of the agencies together; fees in 分. */
export async function countDecisions(db: Db, agencyIds: readonly AgencyId[], year: number): Promise<YearTotals> {
  const rows = await db
    .selectFrom('decision_counts')
    .select(['kind', sql<number>`sum(amount)::bigint`.as('total')])
    .where('agency_id', 'in', agencyIds)
    .where('month', '>=', firstOf(year))
    .where('month', '<', firstOf(year + 1))
    .groupBy('kind')
    .execute();
  const totals = { licensing: 0, punishment: 0, coercion: 0, fee: 0 };
  for (const row of rows) totals[row.kind] = row.total;
  return totals;
}

/** The months behind one figure of Table 2, agency by agency. */
export async function countsBehind(
  db: Db,
  agencyIds: readonly AgencyId[],
  year: number,
  kind: RegisterKindName,
): Promise<(DecisionCount & { agencyId: AgencyId })[]> {
  const rows = await db
    .selectFrom('decision_counts')
    .select(['agency_id', 'kind', 'charge', 'month', 'amount'])
    .where('agency_id', 'in', agencyIds)
    .where('kind', '=', kind)
    .where('month', '>=', firstOf(year))
    .where('month', '<', firstOf(year + 1))
    .orderBy('month')
    .orderBy('agency_id')
    .execute();
  return rows.map((r) => ({ agencyId: r.agency_id, kind: r.kind, charge: r.charge, month: r.month, amount: r.amount }));
}

function firstOf(year: number): CivilDate {
  return `${year}-01-01` as CivilDate;
}
