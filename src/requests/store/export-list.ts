/**
 * 导出列表 [STA-1, STA-3]: many files at once leave the house, so it climbs the staircase though nothing is changed: who took how many,
 * by which filter, stands in the ledger before a line is handed out. Words looked for may name a person: they are hashed only.
 */
import type { Stairs } from '../../perform.ts';
import { refuse } from '../../statute/refusal.ts';
import { permitExport } from '../permissions.ts';
import { STATES } from '../states.ts';
import { type Lines, listRequests, type RequestFilter } from './lists.ts';

export interface ExportList {
  readonly verb: 'exportList';
  readonly filter: Omit<RequestFilter, 'page'>;
}

/** 一次导出的上限. */
export const EXPORTED_AT_MOST = 10_000;

const BASIS = '《个人信息保护法》第五十一条';

export const exportStairs: Stairs<Lines, Lines, ExportList> = {
  room: 'requests',
  load: (tx, { filter }, { today, calendar }) =>
    listRequests(tx, { ...filter, page: { number: 1, size: EXPORTED_AT_MOST } }, today, calendar),
  permit: (actor, { filter }) => permitExport(actor, filter.agencyIds),
  decide(found, { filter }, { actor }) {
    const { lines } = found;
    if (lines.length === 0)
      return refuse('STA-1', BASIS, '没有符合条件的申请，没有可以导出的。请改一改条件，看到申请后再导出。');
    const narrowed = [
      `导出 ${lines.length} 件`,
      `${filter.agencyIds.length} 个机关`,
      ...(filter.states ?? []).map((state) => `状态：${STATES[state].term}`),
      ...(filter.light ? [`红黄灯：${filter.light}`] : []),
      ...(filter.text ? ['按查找词'] : []),
    ];
    return {
      next: found,
      entry: {
        verb: 'exportedList',
        subject: filter.agencyIds.length === 1 ? filter.agencyIds[0]! : 'list',
        agencyId: actor.kind === 'officer' ? actor.agencyId : filter.agencyIds[0]!,
        basis: `${BASIS}（${narrowed.join('，')}）`,
        content: { filter, files: lines.map(({ id }) => id) },
      },
    };
  },
  save: async () => {},
};
