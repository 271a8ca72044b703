/** AGG 汇总: each cell of a government's report is the sum of its agencies' cells; agencies that have not reported are named. */
import type { CheckSubject, Observation } from '../finding.ts';
import { difference, total, workedSum } from '../worked-sum.ts';
import { allCells, figureAt } from './cells.ts';

export function aggregate({ report, options }: CheckSubject): Observation[] {
  const { subordinates } = options;
  if (!subordinates) return [];
  const silent = subordinates.filter(({ figures }) => figures === null).map(({ unit }) => unit);
  const reported = subordinates.flatMap(({ figures }) => figures ?? []);
  const isWhole = silent.length === 0 || subordinates.some(({ rest }) => rest);
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
    // What has not been reported, and is not recorded here, may make up the rest, never take away.
    if (figure === null || figure === sum || (!isWhole && figure > sum)) return [];
    const working = parts.length > 12 ? `${parts.length} 项合计 ${sum}` : `相加 ${workedSum(parts)}`;
    const says = `${name}填 ${figure}，下级和本级${working}，${difference(figure, sum)}。`;
    return [{ where, says, advice: '逐单元格相加，不去重；查出漏加或重复加的单位。', left: figure, right: sum }];
  });
  return [...missing, ...differing];
}
