/** 阶梯的末级 and what a reader should be told at the end of a replay: the sum itself, and the warnings it calls for. */
import { art, LAWS } from '../articles.ts';
import { breaksBetween, makeUpDaysBetween } from '../breaks.ts';
import { addDays, type CivilDate, inProseWithWeekday } from '../civil-date.ts';
import { workdaysBetween } from '../workdays.ts';
import { FEE_BASIS, lastPaymentDay } from './charges.ts';
import { type ClockState, REPLY_WORKDAYS, type Standing, step } from './clock-state.ts';
import { CONSULTED } from './consultations.ts';

const REPLY = art(33, { paragraph: 2 });
const STOP = art(33, { paragraph: 3 });

/** Adds the line in which the arithmetic ends. */
export function conclude(run: ClockState, now: Standing): void {
  if (now.runs === 'awaiting' && now.what === 'correction') {
    step(run, 'CLK-2', '依据', art(30), `待补正：期限不走，自收到补正之日起重新计算 ${REPLY_WORKDAYS} 个工作日`);
  } else if (now.runs === 'awaiting') {
    step(run, 'CLK-10', '待核', FEE_BASIS, '待缴费：期限不走，自缴清次日起重新计算');
  } else if (now.runs === 'paused') {
    step(run, 'CLK-4', '推论', STOP, `暂停中（已用 ${now.used}、余 ${now.left} 日）：意见何时到不能确定，不给应答复日`);
  } else if (run.delayedUntil) {
    step(run, 'CLK-11', '依据', art(35), `应答复日为告知申请人的 ${inProseWithWeekday(now.due)}`);
  } else {
    step(run, 'CLK-1', '依据', REPLY, sum(run, now.due, now.skipped));
  }
  if (now.runs === 'to' && run.end?.by === 'served') {
    const over = workdaysBetween(now.due, run.end.on, run.calendar);
    const verdict = run.end.on <= now.due ? '按期' : `超期${over > 0 ? ` ${over} 个工作日` : ''}`;
    step(run, 'CLK-13', '依据', LAWS.service, `答复日 ${run.end.on}，应答复日 ${now.due}：${verdict}`);
  }
}

function sum({ base, baseIs, extension, calendar }: ClockState, due: CivilDate, skipped: number): string {
  const total =
    extension === 0 ? `${REPLY_WORKDAYS}` : `${REPLY_WORKDAYS} + ${extension} = ${REPLY_WORKDAYS + extension}`;
  const without = skipped === 0 ? '' : `剔除停表 ${skipped} 个工作日，`;
  const first = addDays(base, 1);
  const off = breaksBetween(first, due, calendar).map(({ name, from, to }) =>
    from === to ? `${name} ${from.slice(5)}` : `${name} ${from.slice(5)}—${to.slice(5)}`,
  );
  const worked = makeUpDaysBetween(first, due, calendar).map((day) => day.slice(5));
  return [
    `自 ${base}（${baseIs}，当日不计）次日起，${without}数满 ${total} 个工作日，应答复日为 ${inProseWithWeekday(due)}`,
    off.length > 0 ? `其间放假：${off.join('、')}` : '',
    worked.length > 0 ? `调休上班计入：${worked.join('、')}` : '',
  ]
    .filter(Boolean)
    .join('；');
}

/** Adds what follows from where the clock stands in the end, and not from a single event. */
export function warn(run: ClockState, now: Standing, provisional: boolean): void {
  const { issues, today, calendar } = run;
  if (now.runs === 'to' && !run.delayedUntil) warnOfIdleStops(run, now.due);
  if (provisional)
    issues.push({
      code: 'CLK-15',
      severity: 'hint',
      where: '/due',
      says: '应答复日是暂估：跨入的年份还没有公布节假日安排，只剔除了周末和法定节日，实际可能提前。',
      basis: LAWS.holidays,
      advice: '通知公布后录入日历，重新计算；在此之前请再提前 2 个工作日安排。',
    });
  if (run.signed && !run.end)
    issues.push({
      code: 'CLK-13',
      severity: 'hint',
      where: '/events',
      says: `答复已于 ${run.signed} 签发，还没有送出，仍在计时。`,
      basis: LAWS.service,
      advice: '请在应答复日以前交邮、送达签收或者发送成功。',
    });
  const last = run.charge && lastPaymentDay(run.charge, calendar);
  if (last && today > last && !run.end)
    issues.push({
      code: 'CLK-10',
      severity: 'hint',
      where: `/events/${run.charge?.at}`,
      says: `缴费期已于 ${last} 届满，未缴清。`,
      basis: FEE_BASIS,
      advice: `自 ${addDays(last, 1)} 起可以记为视为放弃申请，并告知申请人。`,
    });
}

/** CLK-14: asked on the last day or later, a question no longer stops anything. */
function warnOfIdleStops({ consultations, issues }: ClockState, due: CivilDate): void {
  for (const { at, whom, asked } of consultations.filter((consultation) => consultation.asked >= due))
    issues.push({
      code: 'CLK-14',
      severity: 'warning',
      where: `/events/${at}`,
      says: `${asked} 征求${CONSULTED[whom].term}意见时，期限在当日或者此前届满（应答复日 ${due}），不再停表。`,
      basis: STOP,
      advice: '征求意见至迟在应答复日的前一个工作日发出；现在请按已有材料答复，或者在期限届满前办理延期。',
    });
}
