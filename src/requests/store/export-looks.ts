/** 导出查阅记录 [SEC-24]: what officers looked at leaves the house, so who took it, by which filter, stands in the ledger first. */
import type { LedgerEntry } from '../../ledger/entry.ts';
import { type EntryFilter, entriesOfKind } from '../../ledger/store.ts';
import type { Stairs } from '../../perform.ts';
import { refuse } from '../../statute/refusal.ts';
import { LOOK, permitLookList } from '../looks.ts';

export interface ExportLooks {
  readonly verb: 'exportLooks';
  readonly filter: EntryFilter;
}

export interface Looks {
  readonly entries: readonly LedgerEntry[];
  readonly total: number;
}

/** 一次导出的上限. */
export const LOOKS_AT_MOST = 10_000;

const BASIS = '《个人信息保护法》第五十四条';

export const exportLooksStairs: Stairs<Looks, Looks, ExportLooks> = {
  room: 'requests',
  load: (tx, { filter }) => entriesOfKind(tx, LOOK, filter, { number: 1, size: LOOKS_AT_MOST }),
  permit: (actor, { filter }) => permitLookList(actor, filter.agencyIds),
  decide(found, { filter }, { actor }) {
    if (found.entries.length === 0)
      return refuse('SEC-24', BASIS, '没有符合条件的查阅记录，没有可以导出的。请改一改条件，看到记录后再导出。');
    const { agencyIds } = filter;
    return {
      next: found,
      entry: {
        verb: 'exportedLooks',
        subject: agencyIds.length === 1 ? agencyIds[0]! : 'looks',
        agencyId: actor.kind === 'officer' ? actor.agencyId : agencyIds[0]!,
        basis: `${BASIS}（导出 ${found.entries.length} 条查阅记录，${agencyIds.length} 个机关）`,
        content: { filter, entries: found.entries.map(({ seq }) => seq) },
      },
    };
  },
  save: async () => {},
};
