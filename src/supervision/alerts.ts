/**
 * 报警 [SUP-38, SUP-39]: told when a verdict gets worse, once more each week while it stays beyond its limit, and never for having been away: what a server finds on
 * coming back is one message about how things are now.
 */
import { type CivilDate, daysBetween } from '../statute/civil-date.ts';
import { INDICATORS, type IndicatorName } from './indicators.ts';
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

/** 夜间不打扰 [SUP-62]: from 21:00 to 8:00 nobody is told anything; what came up is told in the morning as it is then. Beijing keeps one time all year. */
export function isQuiet(at: Date): boolean {
  const hour = (at.getUTCHours() + 8) % 24;
  return hour < 8 || hour >= 21;
}

/**
 * 白天的告知 [SUP-62]: the first telling of a day is a digest of everything; after it only what is about to break or is broken is told, and the rest waits for the
 * next morning.
 */
export function toldNow(judged: readonly Judged[], digestIsOut: boolean): readonly Judged[] {
  return digestIsOut ? judged.filter(({ verdict }) => VERDICTS[verdict.state].rank >= VERDICTS.urgent.rank) : judged;
}

/** One line of a message: which site, which indicator, how it stands. */
export function alertLine(site: string, { indicator, verdict }: Judged): string {
  return `${site}“${INDICATORS[indicator].term}”${VERDICTS[verdict.state].term}`;
}
