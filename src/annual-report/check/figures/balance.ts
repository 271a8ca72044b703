/** T3_BAL 勾稽关系: 第一项加第二项之和,等于第三项加第四项之和, in each of the seven columns. */
import { APPLICANT_COLUMNS } from '../../form.ts';
import type { CheckSubject, Observation } from '../finding.ts';
import { difference, total, workedSum } from '../worked-sum.ts';
import { cellsOf } from './blank-as-zero.ts';

export function balance({ report }: CheckSubject): Observation[] {
  return APPLICANT_COLUMNS.flatMap((name, column): Observation[] => {
    const taken = cellsOf(report, ['1', '2'], column)?.map((cell) => cell.value);
    const settled = cellsOf(report, ['3.7', '4'], column)?.map((cell) => cell.value);
    if (!taken || !settled) return [];
    const [left, right] = [total(taken), total(settled)];
    if (left === right) return [];
    return [
      {
        where: `/table3/columns/${column}`,
        says: `表三“${name}”列：新收加上年结转 ${workedSum(taken)}，办理结果总计加结转下年 ${workedSum(settled)}，${difference(left, right)}。`,
        advice: '核对这一列的一、二、三（七）、四项：每件申请要么已有结果，要么结转下年。',
        left,
        right,
      },
    ];
  });
}
