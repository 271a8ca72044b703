/**
 * 收费 [CLK-10]. 《政府信息公开信息处理费管理办法》第六条:行政机关在申请处理期限内发出收费通知;申请人应当在收到收费通知次日起20个工作日内缴纳,逾期未缴纳的视为放弃申请;
 * 申请处理期限从申请人完成缴费次日起重新计算(原文待核).
 */
import type { Refusal } from '../../refusal.ts';
import { type Charge, FEE_BASIS, lastPaymentDay, stopsTheClock } from '../charges.ts';
import { type ClockState, fallenAway, inTime, issue, REPLY_WORKDAYS, restart, standing, step } from '../clock-state.ts';
import { impossible } from '../impossible.ts';
import type { Recorded } from '../order.ts';
import { stopBetween } from '../stops.ts';

export function feeNoticed(run: ClockState, event: Recorded): Refusal | undefined {
  const charge = run.charges.find(({ at }) => at === event.at)!;
  if (charge.void === 'repeated') {
    step(run, 'CLK-10', '推论', FEE_BASIS, `${event.on} 再次发出收费通知，以已经送达的第一份为准`);
    return undefined;
  }
  const now = standing(run);
  if (!inTime(run, event.on))
    return impossible(
      event,
      FEE_BASIS,
      `收费通知应当在处理期限内发出，应答复日是 ${now.runs === 'to' ? now.due : ''}。逾期发出的无效，请立即答复。`,
    );
  if (stopsTheClock(charge)) {
    run.charge = charge;
    const received = charge.received === null ? '' : `，申请人 ${charge.received} 收到`;
    step(run, 'CLK-10', '依据', FEE_BASIS, `${event.on} 在处理期限内发出收费通知${received}，期限不走`);
  } else if (charge.withdrawn === null) {
    step(run, 'CLK-10', '推论', FEE_BASIS, `${event.on} 发出收费通知，送达日未知：缴费期不起算，期限照走`);
    if (charge.void === null)
      issue(
        run,
        'CLK-10',
        event,
        '不知道申请人哪一天收到收费通知，缴费期没有起算，答复期限照走。',
        '请查询投递结果；退件的，在应答复日以前换方式再送。',
        { basis: FEE_BASIS },
      );
  }
  return undefined;
}

export function feePaid(run: ClockState, event: Recorded): undefined {
  const charge = run.charges.find(({ settledAt, tooLate }) => settledAt === event.at || tooLate.includes(event.at))!;
  if (charge.settledAt !== event.at) {
    const last = lastPaymentDay(charge, run.calendar);
    step(run, 'CLK-10', '推论', FEE_BASIS, `${event.on} 才缴费，迟于缴费末日 ${last}：不恢复办理`);
    issue(
      run,
      'CLK-10',
      event,
      `迟于缴费末日 ${last}，不恢复办理。`,
      '请退还所缴费用，记为视为放弃；申请人可以重新申请。',
      {
        basis: FEE_BASIS,
      },
    );
    return;
  }
  if (charge.withdrawn !== null) {
    step(run, 'CLK-10', '推论', FEE_BASIS, `${event.on} 缴清，收费通知后来撤回，不重新起算`);
    return;
  }
  run.charge = null;
  if (run.settings.feeClockMode === 'resume') {
    run.stops.push(stopBetween(charge.noticed, event.on));
    step(run, 'CLK-10', '待核', FEE_BASIS, `${event.on} 缴清，自次日起续算剩余期限（本机关设置）`);
  } else {
    restartAt(run, charge, event);
  }
}

function restartAt(run: ClockState, charge: Charge, { on }: Recorded): void {
  const { base, extension, delayedUntil } = run;
  restart(run, on, '完成缴费');
  if (delayedUntil === null)
    run.beforePayment = { base, workdays: REPLY_WORKDAYS + extension, stop: stopBetween(charge.noticed, on) };
  step(
    run,
    'CLK-10',
    '待核',
    FEE_BASIS,
    `${on} 缴清，自次日起重新计算 ${REPLY_WORKDAYS} 个工作日${fallenAway(extension, run)}`,
  );
}

export function feeWithdrawn(run: ClockState, event: Recorded): undefined {
  step(run, 'CLK-10', '推论', FEE_BASIS, `${event.on} 机关撤回收费通知，视为期限从未停过`);
}
