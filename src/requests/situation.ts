/** 现状 [REQ-54]: where a file stands and how much time is left, in the one sentence above the next step. */
import { type CivilDate, inProse, inProseWithWeekday } from '../statute/civil-date.ts';
import type { Reckoning } from '../statute/reply-clock/reckoning.ts';
import type { WorkCalendar } from '../statute/work-calendar.ts';
import { workdaysBetween } from '../statute/workdays.ts';
import { undecidedDissents } from './dissent.ts';
import { lastOf } from './facts.ts';
import { openDispute } from './fees/dispute.ts';
import { refundsOwed } from './fees/payments.ts';
import type { RequestFile } from './info-request.ts';
import { outcomeOf } from './outcomes.ts';
import { redoClock } from './redo.ts';
import { REPLY_CHAIN, replyStep } from './reply-review.ts';
import { replyCameBack } from './returned-mail.ts';
import { awaitedConsultations } from './standing.ts';

type Dated = Pick<RequestFile, 'request' | 'facts'>;

export function situationOf(file: Dated, clock: Reckoning, today: CivilDate, calendar: WorkCalendar): string {
  const redo = redoClock(file.facts, today, calendar);
  const left = redo ? timeLeft(redo, today, calendar) : file.request.closedOn ? '' : timeLeft(clock, today, calendar);
  return `${standing(file, clock, today, calendar)}${left}${feeMatters(file.facts)}`;
}

const OBJECTED = '答复已经拟好；第三方不同意公开，签发以前先决定怎样处理。';

function standing(file: Dated, { due, late }: Reckoning, today: CivilDate, calendar: WorkCalendar): string {
  const { state, arrivedOn, closedOn, outcome } = file.request;
  const closed = closedOn && outcome ? `${inProse(closedOn)}办结：${outcomeOf(outcome).term}` : '';
  switch (state) {
    case 'submitted':
      return `${inProse(arrivedOn)}到达，还没有和申请人确认，答复期限没有起算。`;
    case 'inProcess':
      return '正在办理。';
    case 'correctionPending':
      return '已经告知补正，等申请人补正；收到补正以前不计期限。';
    case 'reasonPending':
      return '已经要求申请人说明理由，期限照常计算。';
    case 'consulting': {
      const names = awaitedConsultations(file, today, calendar).map(({ name }) => `“${name}”`);
      return names.length > 0 ? `正在等${names.join('、')}的意见。` : '征求意见的期限已满，可以作出决定。';
    }
    case 'feePending':
      return due === null
        ? '申请人已经收到收费通知，等申请人缴费；缴清以前不计期限。'
        : '已经发出收费通知；申请人收到以前，期限照常计算。';
    case 'drafted':
      if (undecidedDissents(file.facts).length > 0) return OBJECTED;
      return `答复已经拟好，等${REPLY_CHAIN.find(({ name }) => name === replyStep(file.facts))!.term}。`;
    case 'reviewed':
      return undecidedDissents(file.facts).length > 0 ? OBJECTED : '答复已经审核，等签发。';
    case 'signed':
      return '答复已经签发，还没有送出；送出以前期限仍在计算。';
    case 'served':
      return `${closed}，${late ? '超过了答复期限' : '在答复期限以内'}。${replyCameBack(file.facts) ? '答复书已经退回，申请人还没有收到，救济期限没有起算；答复日不变。' : ''}`;
    case 'abandoned':
    case 'withdrawn':
      return `${closed}。`;
    case 'redoing':
      return `${closed}。${reopenedBecause(file.facts)}`;
    case 'archived':
      return `${closed}，已经归档。`;
  }
}

/** [FEE-12, FEE-13] What is owed to the applicant beside the reply. */
function feeMatters(facts: Dated['facts']): string {
  const owed = refundsOwed(facts).reduce((sum, { yuan }) => sum + yuan, 0);
  return `${openDispute(facts) ? '申请人对收费提出了异议，等答复。' : ''}${owed > 0 ? `收费通知撤回以后，还有${owed}元没有退还。` : ''}`;
}

function reopenedBecause(facts: Dated['facts']): string {
  const { caseNumber, result } = lastOf(facts, 'reopened')!;
  return result === null
    ? `“${caseNumber}”审理期间自行纠正，正在重新答复。`
    : `“${caseNumber}”责令重新答复，正在办理。`;
}

function timeLeft(
  { due, provisional }: Pick<Reckoning, 'due' | 'provisional'>,
  today: CivilDate,
  calendar: WorkCalendar,
): string {
  if (due === null) return '';
  const day = `${inProseWithWeekday(due)}${provisional ? '（暂估）' : ''}`;
  if (due === today) return `今天（${day}）是答复期限的最后一日。`;
  const days = workdaysBetween(today, due, calendar);
  if (today < due) return `答复期限到 ${day} 为止，还有 ${days} 个工作日。`;
  const over = days < 0 ? `，已经超过 ${-days} 个工作日` : '';
  return `答复期限已于 ${day} 届满${over}。请立即答复，并向申请人说明。`;
}
