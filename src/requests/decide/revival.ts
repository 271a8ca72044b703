/**
 * 恢复办理 [REQ-94]. 视为放弃 rests on 逾期 (《条例》第三十条、国办函〔2020〕109号第六条). No sweep declares it, a person does; and when it turns out that the correction
 * or the payment came within the period after all, nothing was given up: the application goes on from the day it came in, whenever that is written down.
 */
import { art } from '../../statute/articles.ts';
import { type CivilDate, inProse } from '../../statute/civil-date.ts';
import { type Refusal, refuse } from '../../statute/refusal.ts';
import type { WorkCalendar } from '../../statute/work-calendar.ts';
import { sideClockOf } from '../deadlines.ts';
import type { InfoRequest, RequestFile } from '../info-request.ts';

/** What was not done within which period, and the outcome under which that was recorded. */
const ABANDONED_AS = {
  'correction-period': { outcome: 'uncorrected', basis: art(30), thing: '补正', after: '请按新申请登记。' },
  'fee-payment': {
    outcome: 'feeUnpaid',
    basis: '国办函〔2020〕109号第六条',
    thing: '缴费',
    after: '请退还款项并登记退费，申请人可以重新申请。',
  },
} as const;

/** What an application has of its end once it goes on. */
export const NOT_CLOSED = {
  outcome: null,
  reportRow: null,
  closedOn: null,
} as const satisfies Partial<InfoRequest>;

/** Why an application that was taken for given up stays so. */
export function refuseRevival(
  file: RequestFile,
  period: keyof typeof ABANDONED_AS,
  on: CivilDate,
  calendar: WorkCalendar,
): Refusal | undefined {
  const { outcome, basis, thing, after } = ABANDONED_AS[period];
  if (file.request.outcome !== outcome) return refuse('REQ-94', basis, `这件申请不是因为没有${thing}而视为放弃的。`);
  const due = sideClockOf(file, period, on, calendar)?.due;
  return due && on <= due
    ? undefined
    : refuse(
        'REQ-94',
        basis,
        `这件申请已经视为放弃。${thing}期限到${due ? inProse(due) : '期满之日'}为止：期限以内${thing}、登记得晚的，按实际的日期补记，恢复办理；期满以后才${thing}的，${after}`,
      );
}
