/** T4_SUM: 结果维持、结果纠正、其他结果、尚未审结 make up 总计 in each of the three groups of Table 4. */
import { LITIGATION_COLUMNS, LITIGATION_GROUPS } from '../../form.ts';
import type { CheckSubject, Observation } from '../finding.ts';
import { difference, total, workedSum } from '../worked-sum.ts';
import { isUndecided } from './blank-as-zero.ts';

const TOTAL = LITIGATION_COLUMNS.length - 1;

export function litigationSum({ report }: CheckSubject): Observation[] {
  return LITIGATION_GROUPS.flatMap(({ key, label }): Observation[] => {
    const group = report.table4[key];
    const stated = group[TOTAL] ?? null;
    if (stated === null || group.some((_, i) => isUndecided(report, `/table4/${key}/${i}`))) return [];
    const parts = group.slice(0, TOTAL).map((figure) => figure ?? 0);
    const sum = total(parts);
    if (sum === stated) return [];
    return [
      {
        where: `/table4/${key}/${TOTAL}`,
        says: `表四“${label}”：维持、纠正、其他、未审结 ${workedSum(parts)}，与总计 ${stated} ${difference(sum, stated)}。`,
        advice: stated === 0 ? '总计格可能漏填，应填各项之和。' : '核对这一组的四项和总计。',
        left: sum,
        right: stated,
      },
    ];
  });
}
