/** 信息处理费台账 [FEE-15], and 导出: who took it, of which year and agencies, stands in the ledger before a line is handed out. */
import type { AgencyId } from '../../people/agency.ts';
import type { Stairs } from '../../perform.ts';
import type { Db } from '../../platform/database.ts';
import { art } from '../../statute/articles.ts';
import { civilFromParts } from '../../statute/civil-date.ts';
import { refuse } from '../../statute/refusal.ts';
import { type FeeEntry, feeEntries } from '../fees/fee-ledger.ts';
import { permitFees } from '../permissions.ts';
import { factsByFile } from './lists.ts';
import { toRequest } from './tables.ts';

/** In the order of their day. */
export async function feeLedger(db: Db, agencyIds: readonly AgencyId[], year: number): Promise<FeeEntry[]> {
  if (agencyIds.length === 0) return [];
  const rows = await db
    .selectFrom('info_requests as r')
    .selectAll('r')
    .where('r.id', 'in', (q) =>
      q
        .selectFrom('request_facts as f')
        .select('f.request_id')
        .where('f.agency_id', 'in', agencyIds)
        .where('f.type', 'in', ['feeNoticed', 'paid', 'refunded'])
        .where('f.happened_on', '>=', civilFromParts(year, 1, 1))
        .where('f.happened_on', '<=', civilFromParts(year, 12, 31)),
    )
    .execute();
  const facts = await factsByFile(
    db,
    rows.map(({ id }) => id),
  );
  return rows
    .flatMap((row) => feeEntries(toRequest(row), facts.get(row.id) ?? [], year))
    .sort((a, b) => a.on.localeCompare(b.on) || a.requestId.localeCompare(b.requestId) || a.n - b.n);
}

export interface ExportFees {
  readonly verb: 'exportFees';
  readonly year: number;
  readonly agencyIds: readonly AgencyId[];
}

export const feeExportStairs: Stairs<readonly FeeEntry[], readonly FeeEntry[], ExportFees> = {
  room: 'requests',
  load: (tx, { agencyIds, year }) => feeLedger(tx, agencyIds, year),
  permit: (actor, { agencyIds }) => permitFees(actor, agencyIds),
  decide(entries, { year, agencyIds }, { actor }) {
    if (entries.length === 0)
      return refuse('FEE-15', art(42, { paragraph: 2 }), `${year}年没有收费的记录，没有可以导出的。请选另一年。`);
    return {
      next: entries,
      entry: {
        verb: 'exportedFees',
        subject: agencyIds.length === 1 ? agencyIds[0]! : 'fees',
        agencyId: actor.kind === 'officer' ? actor.agencyId : agencyIds[0]!,
        basis: `${art(42, { paragraph: 2 })}（导出${year}年信息处理费台账，${agencyIds.length} 个机关，${entries.length} 笔）`,
        content: { year, agencyIds, entries: entries.map(({ requestId, n }) => `${requestId}/${n}`) },
      },
    };
  },
  save: async () => {},
};
