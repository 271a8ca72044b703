/** T2_STOCK: last year's valid documents, plus those made, minus those repealed, are this year's. Holds only where 废止 includes lapsed documents. */
import type { Table2 } from '../../report.ts';
import type { CheckSubject, Observation } from '../finding.ts';
import { difference, total } from '../worked-sum.ts';

const KINDS = [
  ['regulations', '规章'],
  ['normativeDocuments', '行政规范性文件'],
] as const satisfies readonly (readonly [keyof Table2, string])[];

export function documentStock({ report, options }: CheckSubject): Observation[] {
  const before = options.previous?.table2;
  // The trial format counts 对外公开总数量, which is not 现行有效件数.
  if (!before || !report.table2) return [];
  return KINDS.flatMap(([kind, label]): Observation[] => {
    const { made, repealed, valid } = report.table2?.[kind] ?? { made: null, repealed: null, valid: null };
    const stock = before[kind].valid;
    if (made === null || repealed === null || valid === null || stock === null) return [];
    const expected = total([stock, made, -repealed]);
    const lapsed = kind === 'normativeDocuments' ? (options.registeredLapses ?? 0) : 0;
    if (expected === valid || expected - lapsed === valid) return [];
    return [
      {
        where: `/table2/${kind}/valid`,
        says: `${label}：上年有效 ${stock} + 本年制发 ${made} − 本年废止 ${repealed} = ${expected}，与现行有效 ${valid} ${difference(expected, valid)}。`,
        advice: '说明差额：到期失效、宣布失效、划转，或统计范围变化的件数。',
        left: expected,
        right: valid,
      },
    ];
  });
}
