/** NONNEG_INT: 件数 are whole numbers of at least 0; 行政事业性收费 (万元) may have decimals. */
import type { CheckSubject, Observation } from '../finding.ts';
import { allCells } from './cells.ts';

export function wholeNumbers({ report }: CheckSubject): Observation[] {
  return allCells(report).flatMap(({ where, name, figure }): Observation[] => {
    const decimals = where === '/table2/feesWan';
    if (figure === null || (figure >= 0 && (decimals || Number.isInteger(figure)))) return [];
    const says = `${name}填了 ${figure}，${decimals ? '收费金额不能是负数' : '件数应是不小于 0 的整数'}。`;
    return [{ where, says, advice: '核对原始数据后改正。', left: figure, right: null }];
  });
}
