/**
 * 站点可用性 [SUP-30, SUP-31] (国办秘函〔2019〕19号, 单项否决“站点无法访问”): over seven days, more than 20 looks each, what was not open after 15 seconds must stay below
 * 5 %. Both bounds are met by being reached (“含”). A wall against machines is left to a person; fewer looks than the notice asks for give a trend, no verdict.
 */
import { addDays, type CivilDate, civilDateAt } from '../../statute/civil-date.ts';
import { rulesOn } from '../rule-sets.ts';
import type { Verdict } from '../verdict.ts';

/** 一次访问. */
export interface Probe {
  readonly at: Date;
  readonly result: 'open' | 'failed' | 'wall' | 'notLooked';
  readonly millis: number;
}

export interface Availability extends Verdict {
  readonly looks: number;
  readonly failures: number;
  readonly share: number;
}

/** @param today the last day of the window */
export function availability(probes: readonly Probe[], today: CivilDate): Availability {
  const { looksPerDay, days, openMs, failShare, warnShare } = rulesOn(today).availability;
  const first = addDays(today, 1 - days);
  const counted = probes.filter(({ at, result }) => {
    const day = civilDateAt(at);
    return first <= day && day <= today && (result === 'open' || result === 'failed');
  });
  const failures = counted.filter(({ result, millis }) => result === 'failed' || millis >= openMs).length;
  const looks = counted.length;
  const share = looks === 0 ? 0 : failures / looks;
  const figure = { looks, failures, share };
  const said = `${first} 至 ${today} 访问 ${looks} 次，打不开 ${failures} 次（${(share * 100).toFixed(1)}%）`;
  if (looks < looksPerDay * days)
    return { state: 'notLooked', says: `${said}，不足 ${looksPerDay * days} 次，不下结论。`, ...figure };
  if (share >= failShare) return { state: 'failed', says: `${said}，达到 5%，属于单项否决。`, ...figure };
  if (share >= warnShare) return { state: 'warning', says: `${said}，接近 5%。`, ...figure };
  return { state: 'fine', says: `${said}。`, ...figure };
}
