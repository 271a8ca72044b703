/**
 * 更正申请的期限 [REQ-121]. 《条例》第四十一条 names none; by default 20 workdays, as for a reply, from the day after it was received. Asking for proof
 * does not stop it: where the Regulation is silent the earlier day is taken.
 */
import { art } from '../../statute/articles.ts';
import { type CivilDate, inProseWithWeekday } from '../../statute/civil-date.ts';
import { lightOf } from '../../statute/reply-clock/light.ts';
import type { Certainty, Light } from '../../statute/reply-clock/reckoning.ts';
import type { WorkCalendar } from '../../statute/work-calendar.ts';
import { addWorkdays, workdaysBetween } from '../../statute/workdays.ts';
import { lastCorrectionFact } from './facts.ts';
import type { PersonalCorrectionFile } from './personal-correction.ts';

export interface CorrectionClock {
  readonly due: CivilDate;
  readonly provisional: boolean;
  readonly light: Light;
  /** Answered late, or not answered and the day has passed. */
  readonly late: boolean;
  readonly workdaysLeft: number;
  readonly steps: readonly { readonly says: string; readonly basis: string; readonly certainty: Certainty }[];
}

/** 更正申请的答复期限: twenty workdays by default. */
export function correctionDue(receivedOn: CivilDate, calendar: WorkCalendar): CivilDate {
  return addWorkdays(receivedOn, calendar.settings.personalCorrectionWorkdays, calendar);
}

export function correctionClock(
  { correction, facts }: PersonalCorrectionFile,
  today: CivilDate,
  calendar: WorkCalendar,
): CorrectionClock {
  const { receivedOn, repliedOn } = correction;
  const days = calendar.settings.personalCorrectionWorkdays;
  const due = correctionDue(receivedOn, calendar);
  const provisional = calendar.provisional(due);
  const asked = lastCorrectionFact(facts, 'proofAsked');
  return {
    due,
    provisional,
    light: repliedOn === null ? lightOf(due, provisional, today, calendar) : 'done',
    late: (repliedOn ?? today) > due,
    workdaysLeft: workdaysBetween(today, due, calendar),
    steps: [
      {
        says: `${inProseWithWeekday(receivedOn)} 收到更正申请，当日不计`,
        basis: '《民法典》第二百零一条',
        certainty: '依据',
      },
      ...(asked
        ? [
            {
              says: `${inProseWithWeekday(asked.on)} 要求补充证据，不停止计算`,
              basis: art(41),
              certainty: '推论',
            } as const,
          ]
        : []),
      {
        says: `数满 ${days} 个工作日，${inProseWithWeekday(due)} 为最后一日${provisional ? '（放假通知没有公布，暂估）' : ''}`,
        basis: `${art(41)}（没有写明期限，比照第三十三条）`,
        certainty: '推论',
      },
    ],
  };
}
