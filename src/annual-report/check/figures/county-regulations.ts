/** T2_REG: a county and what stands below it cannot make 规章 (《立法法》 gives that power to cities with districts and above). */
import { isCountyOrBelow } from '../agency-level.ts';
import type { CheckSubject, Observation } from '../finding.ts';
import { table2Cells } from './cells.ts';

export function countyRegulations({ report, level }: CheckSubject): Observation[] {
  if (!report.table2 || !isCountyOrBelow(report.unit, level)) return [];
  return table2Cells({ regulations: report.table2.regulations })
    .filter(({ figure }) => figure !== null && figure !== 0)
    .map(({ where, name, figure }) => ({
      where,
      says: `${name}填了 ${figure}，县级及以下机关没有规章制定权。`,
      advice: '规章一行填 0；是规范性文件的，填入“行政规范性文件”一行。',
      left: figure,
      right: 0,
    }));
}
