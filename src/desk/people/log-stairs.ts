/** 导出操作日志 [SEC-55]: what colleagues did leaves the house, so who took it, by which filter, stands in the ledger first. */
import type { LedgerEntry } from '../../ledger/entry.ts';
import { type EntryFilter, entriesBy } from '../../ledger/store.ts';
import type { Stairs } from '../../perform.ts';
import { permitLookList } from '../../requests/looks.ts';
import { refuse } from '../../statute/refusal.ts';

export interface ExportLog {
  readonly verb: 'exportLog';
  readonly filter: EntryFilter;
}

/** 一次导出的上限: what was left out is not passed over in silence. */
const AT_MOST = 20_000;

const BASIS = '《网络安全法》第二十一条第（三）项';

export const logStairs: Stairs<readonly LedgerEntry[], readonly LedgerEntry[], ExportLog> = {
  room: 'ledger',
  load: (tx, { filter }) => entriesBy(tx, filter, AT_MOST + 1),
  permit: (actor, { filter }) => permitLookList(actor, filter.agencyIds),
  decide(found, { filter }, { actor }) {
    if (found.length === 0)
      return refuse('SEC-55', BASIS, '没有符合条件的操作，没有可以导出的。请改一改人员、机关或者日期。');
    if (found.length > AT_MOST)
      return refuse('SEC-55', BASIS, `符合条件的超过 ${AT_MOST} 条，没有导出。请填上“从”“到”的日期，分几次导出。`);
    const { agencyIds } = filter;
    return {
      next: found,
      entry: {
        verb: 'exportedLog',
        subject: agencyIds.length === 1 ? agencyIds[0]! : 'log',
        agencyId: actor.kind === 'officer' ? actor.agencyId : agencyIds[0]!,
        basis: `${BASIS}（导出 ${found.length} 条，${agencyIds.length} 个机关）`,
        content: { filter, first: found.at(-1)!.seq, last: found[0]!.seq, count: found.length },
      },
    };
  },
  save: async () => {},
};
