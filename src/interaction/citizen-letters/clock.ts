/**
 * 答复期限 [INT-2, INT-3]: 简单常见问题 in five workdays, others in the days the agency promises; a letter without an answer three months after it
 * was received is a veto (国办秘函〔2019〕19号单项否决“互动回应差”). Both run from the day of receipt whoever holds the letter: a transfer stops nothing.
 */
import { addDays, addMonths, type CivilDate, inProseWithWeekday } from '../../statute/civil-date.ts';
import { lightOf } from '../../statute/reply-clock/light.ts';
import type { Certainty, Light } from '../../statute/reply-clock/reckoning.ts';
import type { WorkCalendar } from '../../statute/work-calendar.ts';
import { addWorkdays, workdaysBetween } from '../../statute/workdays.ts';
import type { LetterFile } from './citizen-letter.ts';

/** [INT-2] 简单常见问题. */
export const SIMPLE_WORKDAYS = 5;
/** [INT-3] Days after receipt at which a letter turns yellow, orange and red, before any way of counting three months. */
export const VETO_WARNINGS = { yellow: 60, orange: 80, red: 90 } as const;
const INSPECTION = '国办秘函〔2019〕19号检查指标';

export interface LetterClock {
  readonly due: CivilDate;
  readonly provisional: boolean;
  readonly light: Light;
  readonly late: boolean;
  readonly workdaysLeft: number;
  /** 三个月: the last day on which an answer is no veto. */
  readonly vetoOn: CivilDate;
  readonly veto: 'none' | 'yellow' | 'orange' | 'red' | 'over';
  readonly steps: readonly { readonly says: string; readonly basis: string; readonly certainty: Certainty }[];
}

export function letterClock(
  { letter }: Pick<LetterFile, 'letter'>,
  today: CivilDate,
  calendar: WorkCalendar,
): LetterClock {
  const { receivedOn, answeredOn, simple } = letter;
  // Not looked at yet, it may be a simple one.
  const days = simple === false ? calendar.settings.letterWorkdays : SIMPLE_WORKDAYS;
  const due = addWorkdays(receivedOn, days, calendar);
  const provisional = calendar.provisional(due);
  const vetoOn = addMonths(receivedOn, 3);
  return {
    due,
    provisional,
    light: answeredOn === null ? lightOf(due, provisional, today, calendar) : 'done',
    late: (answeredOn ?? today) > due,
    workdaysLeft: workdaysBetween(today, due, calendar),
    vetoOn,
    veto: answeredOn === null ? vetoAt(receivedOn, vetoOn, today) : 'none',
    steps: [
      {
        says: `${inProseWithWeekday(receivedOn)} 收到来信，当日不计；转办不重新起算`,
        basis: '《民法典》第二百零一条',
        certainty: '推论',
      },
      {
        says: `${simple === false ? '承诺' : simple ? '简单常见问题' : '还没有受理，先按简单问题'} ${days} 个工作日，${inProseWithWeekday(due)} 为最后一日`,
        basis: INSPECTION,
        certainty: '待核',
      },
      {
        says: `${inProseWithWeekday(vetoOn)} 满三个月，次日仍未答复的构成单项否决`,
        basis: INSPECTION,
        certainty: '依据',
      },
    ],
  };
}

function vetoAt(receivedOn: CivilDate, vetoOn: CivilDate, today: CivilDate): LetterClock['veto'] {
  const reached = (days: number) => today >= addDays(receivedOn, days);
  if (today > vetoOn) return 'over';
  // Three months over February are 89 days: red on their last day at the latest.
  if (today === vetoOn || reached(VETO_WARNINGS.red)) return 'red';
  if (reached(VETO_WARNINGS.orange)) return 'orange';
  return reached(VETO_WARNINGS.yellow) ? 'yellow' : 'none';
}
