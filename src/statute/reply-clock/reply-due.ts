/**
 * 答复期限 [CLK-1…20]. 《条例》第三十三条第二款:行政机关不能当场答复的,应当自收到申请之日起20个工作日内予以答复;需要延长答复期限的,……延长的期限最长不得超过20个工作日.
 * Due day, ladder and side clocks follow from recorded facts by replay; nobody enters or stores a due day.
 */
import { art } from '../articles.ts';
import { type CivilDate, civil } from '../civil-date.ts';
import type { Issue } from '../issue.ts';
import { arrivalDate, CHANNELS, type Receipt, receiptDate } from '../receipt.ts';
import { isRefusal, type Refusal, refuse } from '../refusal.ts';
import type { StatuteSettings } from '../settings.ts';
import type { WorkCalendar } from '../work-calendar.ts';
import { addWorkdays, crossesProvisional, workdaysBetween } from '../workdays.ts';
import { REPLY_WORKDAYS, standing } from './clock-state.ts';
import { conclude, warn } from './conclusion.ts';
import type { History } from './history.ts';
import { isLate, lightOf } from './light.ts';
import { inLawfulOrder } from './order.ts';
import { contradiction } from './plausible.ts';
import type { Reckoning, SideClock, Step } from './reckoning.ts';
import { replay } from './replay.ts';
import { sideClocksOf } from './side-clocks.ts';

/** 2019 年修订的《条例》施行日. */
export const IN_FORCE = civil('2019-05-15');

/** Confirmation this many workdays after arrival asks for a reason. */
const SLOW_CONFIRMATION = 2;

export function replyDue(
  history: History,
  calendar: WorkCalendar,
  settings: StatuteSettings = calendar.settings,
): Reckoning | Refusal {
  const { receipt, today } = history;
  const received = receiptDate(receipt);
  const events = inLawfulOrder(history.events);
  const wrong = contradiction(history, received, events);
  if (wrong) return wrong;
  if (received === null) return notReceived(receipt, today, calendar);
  if (received < IN_FORCE)
    return refuse(
      'CLK-17',
      art(56),
      `${received} 收到的申请适用修订前的条例（15 + 15 个工作日），系统不计算。请由人工按旧条例核定期限。`,
    );
  const run = replay(received, today, events, calendar, settings);
  if (isRefusal(run)) return run;
  const now = standing(run);
  const due = now.runs === 'to' ? now.due : null;
  const provisional = due !== null && !run.delayedUntil && crossesProvisional(run.base, due, calendar);
  conclude(run, now);
  warn(run, now, provisional);
  const arrival = arrivalDate(receipt);
  return {
    received,
    due,
    provisional,
    steps: [receiptStep(receipt, received), ...run.steps],
    sideClocks: sideClocksOf(run, arrival),
    light: run.end ? 'done' : lightOf(due, provisional, today, calendar),
    late: isLate(run, due),
    issues: [...slowConfirmation(receipt, arrival, received, calendar), ...run.issues],
  };
}

function receiptStep(receipt: Receipt, received: CivilDate): Step {
  const { term, dayZero, basis } = CHANNELS[receipt.channel];
  const facts = {
    submitted: `${received} 提交`,
    signedFor: `${received} 由本机关签收`,
    confirmed: `${received} 与申请人确认`,
    acknowledged: receipt.confirmed ? `${received} 人工确认` : `${received} 提交成功并出具回执，即为双方确认`,
  };
  return {
    rule: 'RCV-1',
    says: `${term}，${facts[dayZero]}：收到申请之日为 ${received}，当日不计`,
    basis,
    certainty: receipt.channel === 'other' || receipt.channel === 'unannounced' ? '推论' : '依据',
  };
}

function slowConfirmation(
  { channel }: Receipt,
  arrival: CivilDate | null,
  received: CivilDate,
  calendar: WorkCalendar,
): Issue[] {
  const workdays = arrival === null ? 0 : workdaysBetween(arrival, received, calendar);
  if (workdays < SLOW_CONFIRMATION) return [];
  return [
    {
      code: 'RCV-3',
      severity: 'warning',
      where: '/receipt/confirmed',
      says: `申请 ${arrival} 到达，${received} 才确认，迟了 ${workdays} 个工作日。`,
      basis: CHANNELS[channel].basis,
      advice: '请写明迟延的原因，附每次联系的时间和结果；答复尽量不晚于自到达日起算的保守线。',
    },
  ];
}

function notReceived(receipt: Receipt, today: CivilDate, calendar: WorkCalendar): Reckoning {
  const { term, dayZero, basis } = CHANNELS[receipt.channel];
  const unsigned = dayZero === 'signedFor';
  const arrival = arrivalDate(receipt);
  const says = `${term}，${unsigned ? '本机关尚未签收' : '尚未与申请人确认'}：答复期限没有起算`;
  return {
    received: null,
    due: null,
    provisional: false,
    steps: [{ rule: 'RCV-1', says, basis, certainty: '依据' }],
    sideClocks: arrival === null ? [] : [fromArrival(arrival, basis, calendar)],
    light: 'paused',
    late: false,
    issues: unsigned || arrival === today ? [] : [unconfirmed(arrival ?? receipt.submitted, basis)],
  };
}

function fromArrival(arrival: CivilDate, basis: string, calendar: WorkCalendar): SideClock {
  const due = addWorkdays(arrival, REPLY_WORKDAYS, calendar);
  return {
    clock: 'conservative-arrival',
    term: '保守线（自到达日起）',
    due,
    provisional: crossesProvisional(arrival, due, calendar),
    open: true,
    says: `自到达日 ${arrival} 起算为 ${due}，只作提示`,
    basis,
    certainty: '推论',
  };
}

function unconfirmed(arrival: CivilDate, basis: string): Issue {
  return {
    code: 'RCV-3',
    severity: 'warning',
    where: '/receipt/confirmed',
    says: `申请 ${arrival} 到达，至今没有与申请人确认。`,
    basis,
    advice: '请立即联系申请人确认，并记录每次联系的时间、方式和结果；联系不上的，自恢复联络之日起算。',
  };
}
