/** T3_CARRY: this year's 二、上年结转 is last year's 四、结转下年度继续办理, column by column. */
import { APPLICANT_COLUMNS } from '../../form.ts';
import type { CheckSubject, Observation } from '../finding.ts';
import { difference } from '../worked-sum.ts';
import { rowPointer } from './cells.ts';

export function carryOver({ report, options }: CheckSubject): Observation[] {
  const { previous, carryCaveat } = options;
  if (!previous) return [];
  return APPLICANT_COLUMNS.flatMap((name, column): Observation[] => {
    const taken = report.table3.rows['2']?.[column] ?? null;
    const handedOver = previous.table3.rows['4']?.[column] ?? null;
    if (taken === null || handedOver === null || taken === handedOver) return [];
    return [
      {
        where: `${rowPointer('2')}/${column}`,
        says: `上年年报“${name}”列结转下年 ${handedOver} 件，本年“上年结转”写 ${taken} 件，${difference(taken, handedOver)}。${carryCaveat ? `说明：${carryCaveat}。` : ''}`,
        advice: '以上年已公布年报的最新版本为准；上年数有误的，先更正上年年报。',
        left: taken,
        right: handedOver,
        ...(carryCaveat ? { severity: 'warning' as const } : {}),
      },
    ];
  });
}
