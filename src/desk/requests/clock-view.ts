/** 期限一栏: ladder, visible arithmetic, side clocks, and the days in between that do or do not count. */
import { historyOf } from '../../requests/deadlines.ts';
import type { RequestFile } from '../../requests/info-request.ts';
import { deliveryKnots } from '../../requests/returned-mail.ts';
import { breaksBetween, makeUpDaysBetween } from '../../statute/breaks.ts';
import type { CivilDate } from '../../statute/civil-date.ts';
import { knotsOf } from '../../statute/reply-clock/knots.ts';
import type { Reckoning } from '../../statute/reply-clock/reckoning.ts';
import type { WorkCalendar } from '../../statute/work-calendar.ts';
import type { RequestFileView } from '../contract.ts';

type ClockView = RequestFileView['clock'];

/** Of a record that contradicts itself no clock is told; the line of the file says why. */
export const NO_CLOCK: ClockView = {
  due: null,
  provisional: false,
  knots: [],
  steps: [],
  sideClocks: [],
  breaks: [],
  makeUpDays: [],
};

export function clockView(
  file: Pick<RequestFile, 'request' | 'facts'>,
  reckoning: Reckoning,
  today: CivilDate,
  calendar: WorkCalendar,
): ClockView {
  const { received, due, provisional, steps, sideClocks } = reckoning;
  const [from, to] = [received ?? file.request.arrivedOn, due ?? today];
  return {
    due,
    provisional,
    knots: [
      ...knotsOf(historyOf(file, today), reckoning).map(({ kind, ...knot }) => ({
        ...knot,
        kind: kind === 'paused' ? ('waits' as const) : (kind ?? ('passed' as const)),
      })),
      ...deliveryKnots(file.facts, 'all').map((knot) => ({ ...knot, kind: 'aside' as const })),
    ].sort((a, b) => a.on.localeCompare(b.on)),
    steps: steps.map(({ says, basis, certainty }) => ({ says, basis, certainty })),
    sideClocks: sideClocks.map(({ term, due: last, says, open }) => ({ term, due: last, says, open })),
    breaks: breaksBetween(from, to, calendar).map(({ name, from: first, to: last }) =>
      first === last ? `${name}：${first}` : `${name}：${first} 至 ${last}`,
    ),
    makeUpDays: makeUpDaysBetween(from, to, calendar),
  };
}
