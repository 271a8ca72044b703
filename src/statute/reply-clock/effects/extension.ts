/**
 * 延期 [CLK-6] and 延迟答复 [CLK-11]. 《条例》第三十三条第二款:需要延长答复期限的,应当经政府信息公开工作机构负责人同意并告知申请人,延长的期限最长不得超过20个工作日.
 * 第三十五条:申请理由合理,但是无法在第三十三条规定的期限内答复的,可以确定延迟答复的合理期限并告知申请人.
 */
import { art } from '../../articles.ts';
import type { CivilDate } from '../../civil-date.ts';
import type { Refusal } from '../../refusal.ts';
import { type ClockState, inTime, issue, standing, step } from '../clock-state.ts';
import type { ClockEvent } from '../history.ts';
import { impossible } from '../impossible.ts';
import type { Recorded } from '../order.ts';

const MOST_WORKDAYS = 20;
const EXTENSION = art(33, { paragraph: 2 });
const DELAY = art(35);

type Of<T extends ClockEvent['type']> = Recorded & { readonly type: T };

export function extended(run: ClockState, event: Of<'extended'>): Refusal | undefined {
  const { workdays, on, approved = on } = event;
  if (!Number.isInteger(workdays) || workdays < 1)
    return impossible(event, EXTENSION, `延长的期限应当是 1 至 20 个工作日的整数，现为 ${workdays}。`);
  if (workdays > MOST_WORKDAYS)
    return impossible(event, EXTENSION, `延长 ${workdays} 个工作日，超过最长 20 个工作日。请在 20 个工作日以内确定。`);
  if (run.extension > 0 && run.settings.extensions === 'once')
    return impossible(event, EXTENSION, `自 ${run.base}（${run.baseIs}）起已经延期一次，不能再延。请尽快答复。`);
  if (run.extension + workdays > MOST_WORKDAYS)
    return impossible(
      event,
      EXTENSION,
      `连同此前的延期共 ${run.extension + workdays} 个工作日，超过最长 20 个工作日。`,
    );
  const defect = extensionDefect(run, on, approved);
  if (defect) {
    step(run, defect.rule, '推论', defect.basis, `${on} 告知延期无效，维持原日：${defect.says}`);
    issue(run, defect.rule, event, `延期无效，维持原日：${defect.says}。`, defect.advice, { basis: defect.basis });
    return undefined;
  }
  run.extension += workdays;
  const consent = approved === on ? '负责人同意并于当日告知' : `负责人 ${approved} 同意，${on} 告知`;
  step(run, 'CLK-6', '依据', EXTENSION, `${consent}延长 ${workdays} 个工作日，均在原应答复日以前（含当日）`);
  return undefined;
}

/** Why an extension has no effect; consent and notice must both come while the period runs. */
function extensionDefect(run: ClockState, on: CivilDate, approved: CivilDate) {
  if (run.delayedUntil)
    return {
      rule: 'CLK-11',
      basis: DELAY,
      says: `已经确定延迟答复至 ${run.delayedUntil}，不再叠加延期`,
      advice: '请在告知的日期以前答复。',
    };
  const now = standing(run);
  const due = now.runs === 'to' ? now.due : '';
  const why = !inTime(run, on)
    ? `告知迟于应答复日 ${due}`
    : !inTime(run, approved)
      ? `负责人同意迟于应答复日 ${due}`
      : approved < run.base
        ? `负责人 ${approved} 的同意早于 ${run.base}（${run.baseIs}）重新起算，不及于新的期限`
        : undefined;
  return why && { rule: 'CLK-6', basis: EXTENSION, says: why, advice: '期限届满后不能以延期补救，请立即答复。' };
}

export function delayed(run: ClockState, event: Of<'delayed'>): Refusal | undefined {
  const { on, until } = event;
  if (until < on) return impossible(event, DELAY, `延迟答复的日期 ${until} 早于告知之日。请核对。`);
  const now = standing(run);
  const why = run.delayedUntil
    ? `已经确定延迟答复至 ${run.delayedUntil}，不再另定`
    : now.runs === 'to' && on > now.due
      ? `告知迟于应答复日 ${now.due}`
      : undefined;
  if (why) {
    step(run, 'CLK-11', '推论', DELAY, `${on} 告知延迟答复没有效果，维持原日：${why}`);
    issue(run, 'CLK-11', event, `没有效果，维持原日：${why}。`, '请立即答复。', { basis: DELAY });
    return undefined;
  }
  run.delayedUntil = until;
  step(run, 'CLK-11', '依据', DELAY, `${on} 告知延迟至 ${until} 答复，以告知的日期替换应答复日，此后不再叠加延期`);
  return undefined;
}
