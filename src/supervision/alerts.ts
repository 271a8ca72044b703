/**
 * 报警 [SUP-38, SUP-39]: told when a verdict gets worse, once more each week while it stays beyond its limit, and never for having been away: what a server finds on
 * coming back is one message about how things are now.
 */
import { type CivilDate, daysBetween } from '../statute/civil-date.ts';
import type { IndicatorName } from './indicators.ts';
import { VERDICTS, type Verdict, type VerdictName } from './verdict.ts';

/** What was told last of one indicator. */
export interface Told {
  readonly indicator: IndicatorName;
  readonly state: VerdictName;
  readonly on: CivilDate;
}

const REPEAT_DAYS = 7;

export interface Judged {
  readonly indicator: IndicatorName;
  readonly verdict: Verdict;
}

/** @returns what is to be told today, together, and what is known to have been told afterwards */
export function alertsOf(
  judged: readonly Judged[],
  told: readonly Told[],
  today: CivilDate,
): { readonly tell: readonly Judged[]; readonly told: readonly Told[] } {
  const before = new Map(told.map((one) => [one.indicator, one]));
  const tell = judged.filter(({ indicator, verdict: { state } }) => {
    const last = before.get(indicator);
    if (VERDICTS[state].rank < VERDICTS.warning.rank) return false;
    if (!last || VERDICTS[state].rank > VERDICTS[last.state].rank) return true;
    return state === 'failed' && daysBetween(last.on, today) >= REPEAT_DAYS;
  });
  return {
    tell,
    told: judged.map(({ indicator, verdict: { state } }) => {
      const last = before.get(indicator);
      // Not having looked makes nothing better: what was told of before is not told again because of it.
      if (state === 'notLooked' && last) return last;
      const isTold = tell.some((one) => one.indicator === indicator);
      return { indicator, state, on: isTold || !last || last.state !== state ? today : last.on };
    }),
  };
}
