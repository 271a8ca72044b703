/** 旁边的期限 [CLK-20]: the other days a file lives by, and the stricter days that only warn (保守线). */
import { art, LAWS } from '../articles.ts';
import { afterDays, afterMonths, type PeriodEnd } from '../calendar-periods.ts';
import { addDays, type CivilDate } from '../civil-date.ts';
import { addWorkdays, crossesProvisional } from '../workdays.ts';
import { FEE_BASIS, lastPaymentDay } from './charges.ts';
import { type ClockState, REPLY_WORKDAYS } from './clock-state.ts';
import { CONSULTED, OPINION_WORKDAYS, silenceEnds } from './consultations.ts';
import { CORRECTION_NOTICE_WORKDAYS } from './effects/correction.ts';
import type { SideClock } from './reckoning.ts';
import { countReply } from './stops.ts';

export function sideClocksOf(run: ClockState, arrival: CivilDate | null): SideClock[] {
  return [
    correctionNotice(run),
    ...correctionPeriod(run),
    ...opinions(run),
    ...payments(run),
    ...conservativeLines(run, arrival),
    ...remedies(run),
  ];
}

function correctionNotice({ received, calendar, correction, end, today }: ClockState): SideClock {
  const due = addWorkdays(received, CORRECTION_NOTICE_WORKDAYS, calendar);
  return {
    clock: 'correction-notice',
    term: '补正告知末日',
    due,
    provisional: crossesProvisional(received, due, calendar),
    open: correction === null && end === null && today <= due,
    says: `申请内容不明确的，至迟 ${due} 一次性告知补正；此后只能释明`,
    basis: art(30),
    certainty: '依据',
  };
}

function correctionPeriod({ correction, calendar, end }: ClockState): SideClock[] {
  if (!correction?.effective) return [];
  const { asked, noticeReceived, workdays, received } = correction;
  const from = noticeReceived ?? asked;
  const due = addWorkdays(from, workdays, calendar);
  return [
    {
      clock: 'correction-period',
      term: '补正期',
      due,
      provisional: crossesProvisional(from, due, calendar),
      open: received === null && end === null,
      ...(noticeReceived && { abandonableFrom: addDays(due, 1) }),
      says: noticeReceived
        ? `${noticeReceived} 收到告知书，${workdays} 个工作日至 ${due}；无正当理由逾期不补正的，自 ${addDays(due, 1)} 起可记视为放弃`
        : `告知书送达日未记，按发出当日送达暂算至 ${due}；补录送达日以前不能记视为放弃`,
      basis: art(30),
      certainty: '推论',
    },
  ];
}

function opinions({ consultations, calendar, settings, end, today }: ClockState): SideClock[] {
  return consultations.map((consultation) => {
    const { whom, who, asked, received, ended } = consultation;
    const { term, basis, silence } = CONSULTED[whom];
    const named = who === undefined ? {} : { who };
    const awaited = ended === null && end === null;
    if (whom === 'agency') {
      const from = received ?? asked;
      const due = addWorkdays(from, settings.agencyReminderWorkdays, calendar);
      const provisional = crossesProvisional(from, due, calendar);
      const says = `${due} 仍未答复的请催办；${silence}`;
      const clock = { clock: 'agency-reminder', term: '其他机关催办日', certainty: '推论' } as const;
      return { ...clock, due, provisional, open: awaited, ...named, says, basis };
    }
    const due = silenceEnds(consultation, calendar);
    return {
      clock: whom,
      term: `${term}意见期`,
      due,
      provisional: due !== null && crossesProvisional(received ?? asked, due, calendar),
      open: awaited && (due === null || today <= due),
      ...named,
      says:
        due === null
          ? `对方收到征求意见书的日子未记，${OPINION_WORKDAYS} 个工作日不起算`
          : `${received} 收到，${OPINION_WORKDAYS} 个工作日至 ${due}；${silence}`,
      basis,
      certainty: '依据',
    };
  });
}

function payments({ charges, calendar, end }: ClockState): SideClock[] {
  return charges
    .filter((charge) => charge.withdrawn === null && charge.void === null)
    .map((charge) => {
      const due = lastPaymentDay(charge, calendar);
      const abandonableFrom = due && addDays(due, 1);
      return {
        clock: 'fee-payment',
        term: '缴费末日',
        due,
        provisional: due !== null && crossesProvisional(charge.noticed, due, calendar),
        open: charge.paid === null && end === null,
        ...(abandonableFrom && { abandonableFrom }),
        says: due
          ? `${charge.received} 收到收费通知，次日起 20 个工作日至 ${due}；未缴清的，自 ${abandonableFrom} 起可记视为放弃`
          : '申请人收到收费通知的日子未记，缴费期不起算，不能记视为放弃',
        basis: FEE_BASIS,
        certainty: '依据',
      };
    });
}

function conservativeLines(run: ClockState, arrival: CivilDate | null): SideClock[] {
  const { base, baseIs, received, extension, stops, calendar, end, delayedUntil, beforePayment: before } = run;
  if (delayedUntil) return [];
  const lines: SideClock[] = [];
  const line = (clock: 'conservative-arrival' | 'conservative-resume', from: CivilDate, due: CivilDate | null) =>
    due && {
      clock,
      due,
      provisional: crossesProvisional(from, due, calendar),
      open: end === null,
    };
  if (arrival !== null && arrival !== received && baseIs === '收到申请') {
    const early = line(
      'conservative-arrival',
      arrival,
      countReply(arrival, REPLY_WORKDAYS + extension, stops, calendar).due,
    );
    if (early)
      lines.push({
        ...early,
        term: '保守线（自到达日起）',
        says: `自到达日 ${arrival} 起算为 ${early.due}，只作提示；能在此前答复的请在此前答复`,
        basis: art(31),
        certainty: '推论',
      });
  }
  if (before && baseIs === '完成缴费') {
    const resumed = line(
      'conservative-resume',
      before.base,
      countReply(before.base, before.workdays, [...stops, before.stop], calendar).due,
    );
    if (resumed)
      lines.push({
        ...resumed,
        term: '保守线（缴费后续算）',
        says: `若缴费后不重新计算而是续算剩余期限，为 ${resumed.due}；自 ${base} 重新计算的原文待核，只作提示`,
        basis: FEE_BASIS,
        certainty: '待核',
      });
  }
  return lines;
}

function remedies({ end, calendar, today }: ClockState): SideClock[] {
  return end?.by === 'served' ? remedyPeriods(end.receivedOn, calendar, today) : [];
}

/** 救济期限 of a reply. @param from the day the applicant got it; null while it is not known */
export function remedyPeriods(from: CivilDate | null, calendar: ClockState['calendar'], today: CivilDate): SideClock[] {
  const remedy = (
    clock: 'reconsideration' | 'litigation',
    term: string,
    length: string,
    basis: string,
    period: PeriodEnd | null,
  ): SideClock => ({
    clock,
    term,
    due: period?.last ?? null,
    provisional: period?.provisional ?? false,
    open: period === null || today <= period.last,
    says: period ? `申请人 ${from} 收到答复，${length}至 ${period.last}` : '申请人签收答复的日子未记，不起算',
    basis,
    certainty: '依据',
  });
  return [
    remedy(
      'reconsideration',
      '申请行政复议',
      '六十日',
      `${LAWS.reconsideration}第二十条`,
      from && afterDays(from, 60, calendar),
    ),
    remedy(
      'litigation',
      '提起行政诉讼（直接起诉）',
      '六个月',
      `${LAWS.litigation}第四十六条`,
      from && afterMonths(from, 6, calendar),
    ),
  ];
}
