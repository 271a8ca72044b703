/** T3_ROW: 自然人 and the five kinds of 法人或其他组织 make up 总计, in each of the 25 rows. */
import type { CheckSubject, Observation } from '../finding.ts';
import { difference, total, workedSum } from '../worked-sum.ts';
import { isUndecided } from './blank-as-zero.ts';
import { rowName, rowPointer, TOTAL_COLUMN } from './cells.ts';

export function rowSum({ report, occasion }: CheckSubject): Observation[] {
  const observations: Observation[] = [];
  const holdWithBlanks: string[] = [];
  for (const [code, row] of Object.entries(report.table3.rows)) {
    const stated = row?.[TOTAL_COLUMN] ?? null;
    const where = rowPointer(code);
    if (!row || stated === null || row.some((_, i) => isUndecided(report, `${where}/${i}`))) continue;
    const parts = row.slice(0, TOTAL_COLUMN).map((figure) => figure ?? 0);
    const sum = total(parts);
    const hasBlank = row.slice(0, TOTAL_COLUMN).includes(null);
    if (sum === stated) {
      if (hasBlank) holdWithBlanks.push(code);
      continue;
    }
    observations.push({
      where,
      says: `${rowName(code)}：各类申请人 ${workedSum(parts)}，与总计 ${stated} ${difference(sum, stated)}${hasBlank ? '（空格按 0 计）' : ''}。`,
      advice: '核对这一行各类申请人的件数和总计，改正不实的一项。',
      left: sum,
      right: stated,
    });
  }
  return occasion === 'read' ? [...observations, ...blankRows(holdWithBlanks)] : observations;
}

/** A report that leaves a whole column blank would say the same 25 times: one sentence then. */
function blankRows(codes: readonly string[]): Observation[] {
  const advice = '没有数据的格应填 0。';
  if (codes.length > 3) {
    const says = `表三有 ${codes.length} 行留有空格，空格按 0 计都能与总计对上。`;
    return [{ where: '/table3/rows', says, advice, severity: 'hint' }];
  }
  return codes.map((code) => ({
    where: rowPointer(code),
    says: `${rowName(code)}留有空格，空格按 0 计能与总计对上。`,
    advice,
    severity: 'hint',
  }));
}
