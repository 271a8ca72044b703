/**
 * 延迟答复 [REQ-17]. 《条例》第三十五条：申请理由合理，但是无法在第三十三条规定的期限内答复的，可以确定延迟答复的合理期限并告知申请人。The day told
 * replaces the due day; it is told before that has passed (CLK-11). How late it may be the Regulation leaves to what is reasonable: a county sets a bound.
 */
import { art } from '../../statute/articles.ts';
import { type CivilDate, inProse, inProseWithWeekday } from '../../statute/civil-date.ts';
import { refuse } from '../../statute/refusal.ts';
import { addWorkdays } from '../../statute/workdays.ts';
import { dueOf } from '../deadlines.ts';
import { restingState } from '../standing.ts';
import { isMissing } from './particulars.ts';
import type { FileAct, Verb } from './verb.ts';

export interface Delay extends FileAct {
  readonly verb: 'delay';
  /** The day told to the applicant. */
  readonly to: CivilDate;
  readonly why: string;
}

export const delay: Verb<Delay> = {
  term: '确定延迟答复的期限',
  basis: art(35),
  causes: '以告知申请人的合理期限代替原来的答复期限，此后不再延期。',
  trace: 'delayed',
  numbers: ['extension'],
  roles: ['officeHead'],
  from: ['reasonPending'],
  lastDay: dueOf,
  may(file, on, calendar) {
    const due = dueOf(file, on, calendar);
    return due && on > due
      ? refuse(
          'REQ-17',
          art(35),
          `答复期限到${inProseWithWeekday(due)}为止，已经届满，不能再确定延迟答复的期限。请尽快答复。`,
        )
      : undefined;
  },
  act(file, { on, to, why }, { calendar }) {
    const due = dueOf(file, on, calendar);
    if (due && to <= due)
      return refuse(
        'REQ-17',
        art(35),
        `原来的期限是${inProse(due)}，延迟答复的期限应当更晚；来得及的，请按原期限答复。`,
      );
    const most = calendar.settings.delayWorkdays;
    const last = addWorkdays(due ?? on, most, calendar);
    if (to > last)
      return refuse(
        'REQ-17',
        art(35),
        `延迟答复的期限应当合理：最晚可以到${inProseWithWeekday(last)}（原期限以后${most}个工作日）。请核对年份和日期。`,
      );
    if (isMissing(why)) return refuse('REQ-17', art(35), '请写明理由为什么合理、为什么无法按期答复。');
    return { fact: { type: 'delayed', on, to, why }, state: restingState(file.facts) };
  },
};
