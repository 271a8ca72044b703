/** 登记的数量 as rows, and what of the register counts beside them. */
import { sql } from 'kysely';
import type { AgencyId } from '../../people/agency.ts';
import type { Stairs } from '../../perform.ts';
import { anyOf, type Db } from '../../platform/database.ts';
import { feesByMonth } from '../../requests/store/figures.ts';
import type { CivilDate } from '../../statute/civil-date.ts';
import { decide } from '../decide.ts';
import './decisions/tables.ts';
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
 * month was counted by hand that count stands, since it takes in what is not registered; `differingMonths` tells where the two differ.
 */
export async function countDecisions(db: Db, agencyIds: readonly AgencyId[], year: number): Promise<YearTotals> {
  const totals = { licensing: 0, punishment: 0, coercion: 0, fee: 0 };
  for (const { kind, amount } of await monthsCounted(db, agencyIds, year)) totals[kind] += amount;
  return totals;
}

/** A month of one kind, and where its figure comes from. */
export interface MonthCount extends DecisionCount {
  readonly agencyId: AgencyId;
}

/** [ENF-36] A month that was counted by hand and that the register tells otherwise. */
export interface DifferingMonth extends MonthCount {
  /** What stands in the register, in the unit of the amount. */
  readonly registered: number;
}

/** The months behind one figure of Table 2, agency by agency: what was counted by hand, and the register where nobody did. */
export async function countsBehind(
  db: Db,
  agencyIds: readonly AgencyId[],
  year: number,
  kind: RegisterKindName,
): Promise<MonthCount[]> {
  return (await monthsCounted(db, agencyIds, year)).filter((month) => month.kind === kind);
}

/** Of all kinds, in the order of the months. */
export async function monthsCounted(db: Db, agencyIds: readonly AgencyId[], year: number): Promise<MonthCount[]> {
  const [counted, registered] = await Promise.all([
    countedByHand(db, agencyIds, year),
    inRegister(db, agencyIds, year),
  ]);
  const byHand = new Set(counted.map(registerKey));
  const fromRegister = registered.filter((month) => !byHand.has(registerKey(month)));
  return [...counted, ...fromRegister].sort((a, b) => (a.month < b.month ? -1 : Number(a.month > b.month)));
}

/** [ENF-36] Months that were counted by hand although the register holds decisions of them, and not as many. */
export async function differingMonths(db: Db, agencyIds: readonly AgencyId[], year: number): Promise<DifferingMonth[]> {
  const [counted, registered] = await Promise.all([
    countedByHand(db, agencyIds, year),
    inRegister(db, agencyIds, year),
  ]);
  const held = new Map(registered.map((month) => [registerKey(month), month.amount]));
  return counted.flatMap((month): DifferingMonth[] => {
    const amount = held.get(registerKey(month));
    return amount === undefined || amount === month.amount ? [] : [{ ...month, registered: amount }];
  });
}

/** 信息处理费 is one charge among many; of decisions a month has one count. */
function registerKey({ agencyId, kind, month, charge }: MonthCount): string {
  if (kind !== 'fee') return `${kind}/${agencyId}/${month}`;
  return `${kind}/${agencyId}/${month}/${isProcessingFee(charge) ? FROM_FEE_LEDGER : charge}`;
}

function isProcessingFee(charge: string): boolean {
  return charge.includes('信息处理费');
}

async function countedByHand(db: Db, agencyIds: readonly AgencyId[], year: number): Promise<MonthCount[]> {
  const rows = await db
    .selectFrom('decision_counts')
    .select(['agency_id', 'kind', 'charge', 'month', 'amount'])
    .where('agency_id', '=', anyOf(agencyIds))
    .where('month', '>=', firstOf(year))
    .where('month', '<', firstOf(year + 1))
    .orderBy('month')
    .orderBy('agency_id')
    .orderBy('charge')
    .execute();
  return rows.map(({ agency_id, ...count }) => ({ agencyId: agency_id, ...count }));
}

/** What the register holds by itself: decisions, and of fees the 信息处理费 of the applications. */
async function inRegister(db: Db, agencyIds: readonly AgencyId[], year: number): Promise<MonthCount[]> {
  const decisions = db
    .selectFrom('registered_decisions as d')
    .select([
      'd.agency_id as agencyId',
      'd.kind',
      sql<CivilDate>`date_trunc('month', d.decided_on)::date`.as('month'),
      sql<number>`count(*)`.as('amount'),
    ])
    .where('d.agency_id', '=', anyOf(agencyIds))
    .where('d.decided_on', '>=', firstOf(year))
    .where('d.decided_on', '<', firstOf(year + 1))
    .groupBy(['d.agency_id', 'd.kind', sql`3`])
    .orderBy('d.agency_id')
    .execute();
  const [months, rows] = await Promise.all([feesByMonth(db, agencyIds, year), decisions]);
  const fees = months.map(({ yuan, ...month }) => ({
    ...{ ...month, kind: 'fee' as const, charge: FROM_FEE_LEDGER, amount: yuan * 100 },
  }));
  return [...rows.map((row) => ({ ...row, charge: FROM_REGISTER })), ...fees];
}

/** What the register counted, told apart from what a person entered. */
const FROM_REGISTER = '双公示登记';
/** [ENF-37] 信息处理费 is a fee of Table 2 as well (《信息处理费管理办法》). */
const FROM_FEE_LEDGER = '信息处理费（收费台账）';

/** Where the other figure of a differing month stands. */
export function registerOf(kind: RegisterKindName): string {
  return kind === 'fee' ? '信息处理费收费台账' : FROM_REGISTER;
}

function firstOf(year: number): CivilDate {
  return `${year}-01-01` as CivilDate;
}
