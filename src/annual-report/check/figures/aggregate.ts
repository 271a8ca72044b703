/** AGG 汇总: each cell of a government's report is the sum of its agencies' cells; agencies that have not reported are named. */
import type { Figure, ReportFigures, Table2, Table4 } from '../../report.ts';
import type { CheckSubject, Observation } from '../finding.ts';
import { difference, total, workedSum } from '../worked-sum.ts';
import { allCells } from './cells.ts';

export function aggregate({ report, options }: CheckSubject): Observation[] {
  const { subordinates } = options;
  if (!subordinates) return [];
  const silent = subordinates.filter(({ figures }) => figures === null).map(({ unit }) => unit);
  const reported = subordinates.flatMap(({ figures }) => figures ?? []);
  const missing: Observation[] =
    silent.length === 0
      ? []
      : [
          {
            where: '/subordinates',
            says: `有 ${silent.length} 个单位没有报数：${silent.join('、')}。`,
            advice: '催报，或者在报告中列明未纳入汇总的单位。',
            severity: 'warning',
          },
        ];
  const differing = allCells(report).flatMap(({ where, name, figure }): Observation[] => {
    const read = figureAt(where);
    const parts = reported.map((figures) => read(figures) ?? 0);
    const sum = total(parts);
    // What has not been reported may make up the rest, never take away.
    if (figure === null || figure === sum || (silent.length > 0 && figure > sum)) return [];
    const working = parts.length > 12 ? `合计 ${sum}` : workedSum(parts);
    const says = `${name}填 ${figure}，${parts.length} 个单位${working}，${difference(figure, sum)}。`;
    return [{ where, says, advice: '逐单元格相加，不去重；查出漏加或重复加的单位。', left: figure, right: sum }];
  });
  return [...missing, ...differing];
}

type Figures = Pick<ReportFigures, 'table2' | 'table3' | 'table4'>;

/** Reads one cell out of many reports: its pointer is taken apart once. */
function figureAt(where: string): (figures: Figures) => Figure | undefined {
  const [, table, first = '', second = '', third = ''] = where.split('/');
  if (table === 'table3') return ({ table3 }) => table3.rows[second]?.[Number(third)];
  if (table === 'table4') return ({ table4 }) => table4[first as keyof Table4][Number(second)];
  return ({ table2 }) => {
    const value = table2?.[first as keyof Table2];
    return typeof value === 'object' && value !== null ? value[second as keyof Stocked] : value;
  };
}

type Stocked = Table2['normativeDocuments'];
