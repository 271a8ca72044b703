/** T3_COL: every result of 三、本年度办理结果 makes up (七)总计, in each of the seven columns: errors of two columns can cancel in 总计. */
import { APPLICANT_COLUMNS, FORMATS, resultRows } from '../../form.ts';
import type { Report } from '../../report.ts';
import type { CheckSubject, Observation } from '../finding.ts';
import { difference, total, workedSum } from '../worked-sum.ts';
import { cellOf, cellsOf } from './blank-as-zero.ts';
import { TOTAL_COLUMN } from './cells.ts';

export function columnSum({ report }: CheckSubject): Observation[] {
  const codes = leafCodes(report);
  const complete = hasEveryResult(report, codes);
  return APPLICANT_COLUMNS.flatMap((name, column): Observation[] => {
    const parts = cellsOf(report, codes, column);
    const stated = cellOf(report, '3.7', column);
    if (!parts || !stated || parts.length === 0) return [];
    const sum = total(parts.map((cell) => cell.value));
    const assumed = stated.assumed || parts.some((cell) => cell.assumed);
    if (sum === stated.value || (stated.assumed && column < TOTAL_COLUMN)) return [];
    // A row the report lacks may hold what is missing, never what is too much.
    if (!complete && sum < stated.value) return [];
    return [
      {
        where: `/table3/columns/${column}`,
        says: `表三“${name}”列：各项办理结果 ${workedSum(parts.map((cell) => cell.value))}，与（七）总计 ${stated.value} ${difference(sum, stated.value)}${assumed ? '（空格按 0 计）' : ''}。`,
        advice: '逐行核对这一列的办理结果和（七）总计。一件申请只计一个结果。',
        left: sum,
        right: stated.value,
      },
    ];
  });
}

/** 3.1 to 3.6.3; reports that keep (六)其他处理 as one row have 3.6 instead of its three. */
export function leafCodes(report: Report): string[] {
  return Object.entries(report.table3.rows)
    .filter(([code, row]) => row !== null && code.startsWith('3.') && code !== '3.7')
    .map(([code]) => code)
    .filter((code, _, all) => !all.some((other) => other.startsWith(`${code}.`)));
}

function hasEveryResult(report: Report, codes: readonly string[]): boolean {
  const format = FORMATS.find(({ name }) => name === report.format);
  return (format ? resultRows(format) : []).every(({ code }) =>
    codes.some((present) => present === code || code.startsWith(`${present}.`)),
  );
}
