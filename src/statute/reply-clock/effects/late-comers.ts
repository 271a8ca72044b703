/**
 * 终结以后 [CLK-16]: once the reply is out, or the application withdrawn or abandoned, nothing moves the clock. What comes in
 * goes on file; an act of the agency upon a period that is over is impossible.
 */
import { art } from '../../articles.ts';
import type { Refusal } from '../../refusal.ts';
import { FEE_BASIS } from '../charges.ts';
import { type ClockState, issue } from '../clock-state.ts';
import { EVENT_TERMS } from '../history.ts';
import { impossible } from '../impossible.ts';
import type { Recorded } from '../order.ts';
import { servedAgain } from './ending.ts';

export function afterTheEnd(
  run: ClockState,
  end: NonNullable<ClockState['end']>,
  event: Recorded,
): Refusal | undefined {
  switch (event.type) {
    case 'served':
      if (end.by !== 'served') break;
      servedAgain(end, event);
      return undefined;
    case 'replied':
      if (end.by !== 'served' || run.signed === null) break;
      return filed(run, event, '请另发更正答复，救济期限按新答复计算。');
    case 'correction-received':
      if (end.by === 'abandoned') return impossible(event, art(30), '已经记为视为放弃。请把补正件按新申请登记。');
      return filed(run, event, '请核对补正件的内容，必要时按新申请登记。');
    case 'fee-paid':
      return filed(run, event, '请退还所缴费用。', FEE_BASIS);
    case 'third-party-answered':
    case 'co-producer-answered':
    case 'agency-answered':
    case 'consultation-withdrawn':
    case 'fee-withdrawn':
      return filed(run, event, '附卷备查。');
    default:
      break;
  }
  return impossible(event, art(33), `本件已于 ${end.on} ${EVENT_TERMS[end.by]}，此后不会再有这一步。请核对日期。`);
}

function filed(run: ClockState, event: Recorded, advice: string, basis = art(33)): undefined {
  issue(run, 'CLK-16', event, '本件已经办结，不影响期限。', advice, { severity: 'hint', basis });
}
