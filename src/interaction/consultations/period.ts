/**
 * 征集期限 [INT-12, INT-13]: how long a matter must stay open, and its last day. The day it is published does not count, the days are those of the calendar,
 * and a last day that is no workday moves on (《民法典》第二百零一条、第二百零三条): the period only becomes longer.
 */
import { addDays, type CivilDate } from '../../statute/civil-date.ts';
import { type Refusal, refuse } from '../../statute/refusal.ts';
import type { StatuteSettings } from '../../statute/settings.ts';
import type { WorkCalendar } from '../../statute/work-calendar.ts';

interface PeriodRule {
  readonly term: string;
  readonly basis: string;
  /** In days; the county's own where no law says. */
  readonly least: (settings: Pick<StatuteSettings, 'consultationDays'>) => number;
}

export const PERIOD_RULES = {
  decision: {
    term: '重大行政决策',
    basis: '《重大行政决策程序暂行条例》第十五条',
    least: () => 30,
  },
  market: {
    term: '与市场主体生产经营活动密切相关的行政规范性文件',
    basis: '《优化营商环境条例》第六十二条第二款',
    least: () => 30,
  },
  normative: {
    term: '其他行政规范性文件',
    basis: '国办发〔2018〕37号',
    least: ({ consultationDays }) => consultationDays,
  },
  other: {
    term: '其他事项',
    basis: '国办秘函〔2019〕19号检查指标',
    least: ({ consultationDays }) => consultationDays,
  },
} as const satisfies Record<string, PeriodRule>;
export type PeriodRuleName = keyof typeof PERIOD_RULES;
export const PERIOD_RULE_NAMES = Object.keys(PERIOD_RULES) as PeriodRuleName[];

export const LONGEST_DAYS = 365;

/** [INT-12] 一般不少于30日: shorter only with the reason that the public reads as well. */
export function refusePeriod(
  { matter, days, whyShorter }: { readonly matter: PeriodRuleName; readonly days: number; readonly whyShorter: string },
  settings: StatuteSettings,
): Refusal | undefined {
  const { basis, least, term } = PERIOD_RULES[matter];
  if (!Number.isInteger(days) || days < 1 || days > LONGEST_DAYS)
    return refuse('INT-12', basis, `期限要写明是几日，一日到 ${LONGEST_DAYS} 日。`);
  if (days >= least(settings) || whyShorter.trim() !== '') return undefined;
  return refuse(
    'INT-12',
    basis,
    `${term}公开征求意见一般不少于 ${least(settings)} 日，这里只有 ${days} 日。请延长；确因紧急等原因要缩短的，写明理由，和征求意见稿一起公布。`,
  );
}

/** [INT-13] Open until the end of this day. */
export function lastDay(opensOn: CivilDate, days: number, calendar: Pick<WorkCalendar, 'isWorkday'>): CivilDate {
  let last = addDays(opensOn, days);
  while (!calendar.isWorkday(last)) last = addDays(last, 1);
  return last;
}

/** [INT-20] 结果公布的期限: no text sets one, the county promises it. */
export function resultDue(closesOn: CivilDate, settings: Pick<StatuteSettings, 'consultationResultDays'>): CivilDate {
  return addDays(closesOn, settings.consultationResultDays);
}
