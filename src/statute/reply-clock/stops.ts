/**
 * 停表 [CLK-3] and the count that skips it [CLK-1]. 《条例》第三十三条第三款:行政机关征求第三方和其他机关意见所需时间不计算在前款规定的期限内.
 */
import { addDays, type CivilDate } from '../civil-date.ts';
import type { StatuteSettings } from '../settings.ts';
import type { WorkCalendar } from '../work-calendar.ts';
import { addWorkdays, type Skip, workdaysBetween } from '../workdays.ts';

/** 一段停表: the days from `from` to `to`, both taken out; empty when `to` is earlier. `to` null: nobody knows its end. */
export interface Stop {
  readonly from: CivilDate;
  readonly to: CivilDate | null;
}

/** The day of sending is the agency's and the day of the answer is not, unless the settings say otherwise. */
export function stopBetween(
  sent: CivilDate,
  ended: CivilDate | null,
  edges: StatuteSettings['consultationEdges'] = 'sentDayCounts',
): Stop {
  return {
    from: edges === 'neitherCounts' ? sent : addDays(sent, 1),
    to: ended !== null && edges === 'bothCount' ? addDays(ended, -1) : ended,
  };
}

/** 并集: a day in several stops is taken out once. */
export function skipOf(stops: readonly Stop[]): Skip {
  return (day) => stops.some(({ from, to }) => day >= from && (to === null || day <= to));
}

/** 数出的期限: its last day, or, where it stands still without known end, the workdays used and left. */
export type Counted =
  | { readonly due: CivilDate; readonly skipped: number }
  | { readonly due: null; readonly used: number; readonly left: number };

/** 应答复日 = addWorkdays(base, 20 + 延期, 停表). A stop that begins after the last day has no effect on it (CLK-14). */
export function countReply(base: CivilDate, workdays: number, stops: readonly Stop[], calendar: WorkCalendar): Counted {
  const ending = skipOf(stops.filter(({ to }) => to !== null));
  const endless = stops.flatMap(({ from, to }) => (to === null ? from : [])).sort()[0];
  if (endless !== undefined) {
    const used = Math.max(0, workdaysBetween(base, addDays(endless, -1), calendar, ending));
    if (used < workdays) return { due: null, used, left: workdays - used };
  }
  const due = addWorkdays(base, workdays, calendar, ending);
  return { due, skipped: workdaysBetween(base, due, calendar) - workdays };
}
