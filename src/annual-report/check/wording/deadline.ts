/**
 * DEADLINE: 《条例》第四十九条: 县级以上人民政府部门应当在每年1月31日前…公布, 县级以上地方人民政府的…应当在每年3月31日前. A date is no
 * period: it is not moved by a weekend (推论).
 */
import { civil, inProse } from '../../../statute/civil-date.ts';
import type { CheckSubject, Observation } from '../finding.ts';

export function deadline({ report, level, options }: CheckSubject): Observation[] {
  const { publishedOn } = options;
  if (publishedOn === undefined || report.year === null || level === 'unknown') return [];
  const due = civil(`${report.year + 1}-${level === 'department' ? '01-31' : '03-31'}`);
  if (publishedOn <= due) return [];
  const says = `${inProse(publishedOn)}公布，晚于 ${inProse(due)}。`;
  return [{ where: '/publishedOn', says, advice: '逾期也应公布；由主管部门记入督办。' }];
}
