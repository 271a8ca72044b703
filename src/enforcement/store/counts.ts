/** 登记的数量 as rows, and what of the register counts beside them. */
import { sql } from 'kysely';
import type { AgencyId } from '../../people/agency.ts';
import type { Stairs } from '../../perform.ts';
import type { Db } from '../../platform/database.ts';
import type { CivilDate } from '../../statute/civil-date.ts';
import { decide } from '../decide.ts';
import './decisions.ts';
import type { DecisionCount, RecordCounts, YearTotals } from '../decision-count.ts';
import { permit } from '../permissions.ts';
import type { RegisterKindName } from '../register-kinds.ts';

declare module '../../platform/database.ts' {
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

/**
 * 本年处理决定数量 and 本年收费金额 of the agencies together; fees in 分. Decisions of the register count by themselves, shown or not [ENF-15], but where a
 * month was counted by hand that count holds, since it takes in what is not registered.
 */
export async function countDecisions(db: Db, agencyIds: readonly AgencyId[], year: number): Promise<YearTotals> {
  const totals = { licensing: 0, punishment: 0, coercion: 0, fee: 0 };
  const kinds = Object.keys(totals) as RegisterKindName[];
  const all = await Promise.all(kinds.map((kind) => countsBehind(db, agencyIds, year, kind)));
  for (const { kind, amount } of all.flat()) totals[kind] += amount;
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
  const counted = rows.map(({ agency_id, charge, month, amount }) => ({
    ...{ agencyId: agency_id, kind, charge, month, amount },
  }));
  if (kind !== 'licensing' && kind !== 'punishment') return counted;
  const registered = await db
    .selectFrom('registered_decisions as d')
    .select([
      'd.agency_id',
      sql<CivilDate>`date_trunc('month', d.decided_on)::date`.as('month'),
      sql<number>`count(*)`.as('amount'),
    ])
    .where('d.agency_id', 'in', agencyIds)
    .where('d.kind', '=', kind)
    .where('d.decided_on', '>=', firstOf(year))
    .where('d.decided_on', '<', firstOf(year + 1))
    .groupBy(['d.agency_id', sql`2`])
    .execute();
  const byHand = new Set(counted.map(({ agencyId, month }) => `${agencyId}/${month}`));
  const fromRegister = registered
    .filter(({ agency_id, month }) => !byHand.has(`${agency_id}/${month}`))
    .map(({ agency_id, month, amount }) => ({ agencyId: agency_id, kind, charge: FROM_REGISTER, month, amount }));
  return [...counted, ...fromRegister].sort((a, b) => (a.month < b.month ? -1 : Number(a.month > b.month)));
}

/** What the register counted, told apart from what a person entered. */
const FROM_REGISTER = '双公示登记';

function firstOf(year: number): CivilDate {
  return `${year}-01-01` as CivilDate;
}
