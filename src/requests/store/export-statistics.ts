/**
 * 导出统计 [STA-8]: the figures of a year leave the house as a sheet. Who took them, of which year and agencies, stands in the ledger before a line
 * is handed out, as for the list.
 */
import type { AgencyId } from '../../people/agency.ts';
import type { Stairs } from '../../perform.ts';
import { art } from '../../statute/articles.ts';
import { refuse } from '../../statute/refusal.ts';
import { permitExport } from '../permissions.ts';
import type { CountedFile } from '../statistics.ts';
import { countedFiles } from './statistics.ts';

export interface ExportStatistics {
  readonly verb: 'exportStatistics';
  readonly year: number;
  readonly agencyIds: readonly AgencyId[];
}

export const statisticsExportStairs: Stairs<readonly CountedFile[], readonly CountedFile[], ExportStatistics> = {
  room: 'requests',
  load: (tx, { agencyIds, year }, { today, calendar }) => countedFiles(tx, agencyIds, year, today, calendar),
  permit: (actor, { agencyIds }) => permitExport(actor, agencyIds),
  decide(files, { year, agencyIds }, { actor }) {
    if (files.length === 0)
      return refuse('STA-8', art(50), `${year}年没有计入统计的申请，没有可以导出的。请选另一年。`);
    return {
      next: files,
      entry: {
        verb: 'exportedStatistics',
        subject: agencyIds.length === 1 ? agencyIds[0]! : 'statistics',
        agencyId: actor.kind === 'officer' ? actor.agencyId : agencyIds[0]!,
        basis: `${art(50)}（导出${year}年统计，${agencyIds.length} 个机关，${files.length} 件）`,
        content: { year, agencyIds, files: files.map(({ id }) => id) },
      },
    };
  },
  save: async () => {},
};
