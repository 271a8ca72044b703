/** NONNEG_INT [ANR-11, ANR-73]: 件数 are whole numbers of at least 0; 行政事业性收费 (万元) may have decimals. */
import type { Report } from '../../report.ts';
import type { CheckSubject, Observation } from '../finding.ts';
import { allCells } from './cells.ts';

const FEES = '/table2/feesWan';

export function wholeNumbers({ report }: CheckSubject): Observation[] {
  const printed = misprintsIn(report);
  return allCells(report).flatMap(({ where, name, figure }): Observation[] => {
    const text = printed[where];
    if (text === undefined) return [];
    const says = `${name}填了 ${text}，${where === FEES ? '收费金额不能是负数' : '件数应是不小于 0 的整数'}。`;
    return [{ where, says, advice: '核对原始数据后改正。', left: figure, right: null }];
  });
}

/** As printed, by pointer: what a reading noted, and what a file of data or a person says in the place of a count. */
export function misprintsIn(
  report: Pick<Report, 'table2' | 'table3' | 'table4' | 'misprints'>,
): Record<string, string> {
  const impossible = allCells(report).filter(
    ({ where, figure }) => figure !== null && (figure < 0 || !(where === FEES || Number.isInteger(figure))),
  );
  return { ...Object.fromEntries(impossible.map(({ where, figure }) => [where, String(figure)])), ...report.misprints };
}
