/**
 * 补正 [CLK-7, CLK-8, CLK-9]. 《条例》第三十条:行政机关应当给予指导和释明,并自收到申请之日起7个工作日内一次性告知申请人作出补正,说明需要补正的事项和合理的补正期限.
 * 答复期限自行政机关收到补正的申请之日起计算.
 */
import { art } from '../../articles.ts';
import type { Refusal } from '../../refusal.ts';
import { addWorkdays } from '../../workdays.ts';
import { type ClockState, type Correction, fallenAway, inTime, issue, restart, step } from '../clock-state.ts';
import type { ClockEvent } from '../history.ts';
import { impossible } from '../impossible.ts';
import type { Recorded } from '../order.ts';

export const CORRECTION_NOTICE_WORKDAYS = 7;
const BASIS = art(30);

type Of<T extends ClockEvent['type']> = Recorded & { readonly type: T };

export function correctionAsked(run: ClockState, event: Of<'correction-asked'>): Refusal | undefined {
  if (run.correction)
    return impossible(
      event,
      BASIS,
      '补正只能一次性告知，本件已经告知过。其余问题请电话释明并留记录，按可理解的范围答复。',
    );
  const workdays = event.workdays ?? run.settings.correctionWorkdays;
  if (!Number.isInteger(workdays) || workdays < 1)
    return impossible(event, BASIS, `补正期应当是 1 以上整数个工作日，现为 ${workdays}。请按告知书填写。`);
  const last = addWorkdays(run.received, CORRECTION_NOTICE_WORKDAYS, run.calendar);
  const timely = event.on <= last;
  const effective = timely || (run.settings.lateCorrection === 'reset' && inTime(run, event.on));
  run.correction = {
    asked: event.on,
    effective,
    noticeReceived: event.receivedOn ?? null,
    workdays,
    received: null,
  };
  if (timely) {
    step(run, 'CLK-7', '依据', BASIS, `${event.on} 发出补正告知书，在收到申请之日起 7 个工作日（至 ${last}）以内`);
  } else if (effective) {
    step(run, 'CLK-7', '推论', BASIS, `${event.on} 发出补正告知书，迟于第 7 个工作日 ${last}，按本机关设置仍重新起算`);
  } else {
    step(run, 'CLK-7', '推论', BASIS, `${event.on} 发出补正告知书，迟于第 7 个工作日 ${last}：期限不停，也不重新计算`);
    issue(
      run,
      'CLK-7',
      event,
      `迟于收到申请之日起的第 7 个工作日 ${last}，不影响答复期限。`,
      '不能再以逾期不补正或者补正后仍不明确处理；请与申请人沟通释明，按可理解的范围答复。',
      { basis: BASIS },
    );
  }
  return undefined;
}

export function correctionReceived(run: ClockState, event: Of<'correction-received'>): Refusal | undefined {
  const { correction } = run;
  if (!correction) return impossible(event, BASIS, '此前没有发出补正告知书。请核对是否漏记，或者改记为往来材料。');
  if (!correction.effective) {
    step(run, 'CLK-7', '推论', BASIS, `${event.on} 收到补正；补正告知逾期，答复期限照原计算`);
  } else if (correction.received !== null) {
    step(
      run,
      'CLK-8',
      '推论',
      BASIS,
      `${event.on} 又收到补充材料；以第一份补正件 ${correction.received} 为准，不再重新计算`,
    );
  } else {
    noteLateness(run, correction, event);
    correction.received = event.on;
    const { extension } = run;
    restart(run, event.on, '收到补正');
    const says = `${event.on} 收到补正，答复期限自当日起重新计算，当日不计${fallenAway(extension, run)}`;
    step(run, 'CLK-2', '依据', BASIS, says);
  }
  return undefined;
}

function noteLateness(run: ClockState, { noticeReceived, workdays }: Correction, event: Recorded): void {
  const last = noticeReceived && addWorkdays(noticeReceived, workdays, run.calendar);
  if (last && event.on > last)
    issue(
      run,
      'CLK-9',
      event,
      `补正期已于 ${last} 届满，尚未记为视为放弃，按接受补正重新计算。`,
      '请写明接受逾期补正的正当理由；不接受的，按新申请登记。',
      { severity: 'hint', basis: BASIS },
    );
}
