/** CROSS_CASE: the report's figures against what the files of the year count. A person may set another figure, with a reason. */
import type { CheckSubject, Observation } from '../finding.ts';
import { difference } from '../worked-sum.ts';
import { allCells, table2Cells, table3Cells, table4Cells } from './cells.ts';

export function countedCells({ report, options }: CheckSubject): Observation[] {
  const { counted, overrides = [] } = options;
  if (!counted) return [];
  const ours = new Map(
    [
      ...table2Cells(counted.table2 ?? {}),
      ...table3Cells(counted.rows ?? {}),
      ...table4Cells(counted.table4 ?? {}),
    ].map(({ where, figure }) => [where, figure]),
  );
  return allCells(report).flatMap(({ where, name, figure }): Observation[] => {
    const count = ours.get(where);
    if (count === undefined || count === null || figure === null || figure === count) return [];
    const reason = overrides.find((override) => override.where === where)?.reason.trim();
    return [
      {
        where,
        says: `${name}填 ${figure}，台账统计 ${count}，${difference(figure, count)}。${reason ? `人工填写的理由：${reason}。` : ''}`,
        advice: reason ? '发布时一并说明。' : '按台账改正，或者写明人工填写的理由。',
        left: figure,
        right: count,
        ...(reason ? { severity: 'hint' as const } : {}),
      },
    ];
  });
}
