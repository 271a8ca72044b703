/** 监测的数据 as a patrol sheet reads them: what the watch knows of an agency's sites today, and the words it has for a point. */
import type { CivilDate } from '../../statute/civil-date.ts';
import type { FindingKindName } from '../finding-kinds.ts';
import type { IndicatorName } from '../indicators.ts';
import { VERDICTS, type Verdict, type VerdictName } from '../verdict.ts';

export interface WatchFacts {
  readonly sites: readonly {
    readonly name: string;
    readonly verdicts: ReadonlyMap<IndicatorName, Verdict>;
    /** 最近一轮全站检查; null before the first ended. */
    readonly roundOn: CivilDate | null;
  }[];
  /** 没有改正的 by kind. */
  readonly open: ReadonlyMap<FindingKindName, number>;
  /** 未答复的来信 of the agency. */
  readonly letters: Verdict;
}

export interface MachineWord {
  readonly state: VerdictName;
  readonly says: string;
}

export const UNKNOWN: MachineWord = { state: 'notLooked', says: '系统没有这一项的数据，请自己看。' };

/** The worst of what the sites show of an indicator, each by its name. */
export function ofIndicator(indicator: IndicatorName, { sites }: WatchFacts): MachineWord {
  const known = sites.flatMap(({ name, verdicts }) => {
    const verdict = verdicts.get(indicator);
    return verdict ? [{ name, verdict }] : [];
  });
  if (known.length === 0) return UNKNOWN;
  const worst = known.reduce((a, b) => (VERDICTS[b.verdict.state].rank > VERDICTS[a.verdict.state].rank ? b : a));
  return { state: worst.verdict.state, says: known.map(({ name, verdict }) => `${name}：${verdict.says}`).join('') };
}

/** 整改单里没有改正的 of some kinds; nothing is known before a round has ended. */
export function ofFindings(kinds: readonly FindingKindName[], what: string, { sites, open }: WatchFacts): MachineWord {
  const looked = sites.flatMap(({ roundOn }) => roundOn ?? []).sort();
  if (looked.length === 0) return UNKNOWN;
  const count = kinds.reduce((sum, kind) => sum + (open.get(kind) ?? 0), 0);
  const since = `${looked.at(-1)} 查完一轮`;
  return count === 0
    ? { state: 'fine', says: `${since}，${what}没有问题。` }
    : { state: 'warning', says: `${since}，${what}还有 ${count} 处没有改正。` };
}
