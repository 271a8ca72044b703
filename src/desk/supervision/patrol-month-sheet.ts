/** 巡查月表 [SUP-61]: a line for each point of each day, and one for each day nobody signed, so that what is missing is counted with the rest. */
import type { FilledSheet } from '../../platform/papers/sheet.ts';
import { countStandings, type PatrolDay } from '../../supervision/patrol/month.ts';
import { PATROL_SIGHTS, PATROL_STANDINGS } from '../../supervision/patrol/patrol.ts';
import { PATROL_POINTS } from '../../supervision/patrol/points.ts';
import { VERDICTS } from '../../supervision/verdict.ts';
import type { PatrolMonth } from './patrol-view.ts';

export function patrolMonthSheet(
  { month, days }: PatrolMonth,
  agency: string,
  called: (id: string) => string,
): FilledSheet {
  const over = days.filter(({ standing }) => standing !== 'ahead' && standing !== 'today');
  const { signed, late, missed } = countStandings(over);
  return {
    title: `巡查月表 ${month}`,
    heads: ['日期', '值班', '状态', '签字日期', '要点', '看到的', '说明', '系统', '系统的数据'],
    lines: days.flatMap((day) => linesOf(day, called)),
    notes: [
      `${agency}${month} 应当巡查 ${over.length} 天，当天签 ${signed} 张，补签 ${late} 张，缺 ${missed} 张。`,
      ...days.flatMap(({ day, sheet }) => {
        const because = sheet?.signed?.lateBecause;
        return because ? [`${day} 补签的原因：${because}`] : [];
      }),
    ],
  };
}

function linesOf({ day, officerId, standing, sheet }: PatrolDay, called: (id: string) => string): string[][] {
  const head = [day, called(officerId), PATROL_STANDINGS[standing].term, sheet?.signed?.on ?? ''];
  if (!sheet?.signed) return [[...head, '', '', '', '', '']];
  const { answers, machine } = sheet.signed;
  return answers.map(({ point, sight, says }) => [
    ...head,
    PATROL_POINTS[point].term,
    PATROL_SIGHTS[sight].term,
    says,
    VERDICTS[machine[point].state].term,
    machine[point].says,
  ]);
}
