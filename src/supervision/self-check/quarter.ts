/**
 * 季度自查 [SUP-72, SUP-73] (国办秘函〔2019〕19号): the lines of the inspection for one site and one quarter, from what was recorded in it. Days are judged one by one by
 * the rules of their day; of what left no record for the quarter it is said that nobody looked.
 */
import { addDays, addMonths, type CivilDate, civil } from '../../statute/civil-date.ts';
import { availability, type Probe } from '../checks/availability.ts';
import type { SeenColumn } from '../checks/columns-online.ts';
import { columnsTogether } from '../checks/columns-together.ts';
import { type HomeSeen, homeFreshness } from '../checks/home-freshness.ts';
import { FINDING_KINDS, type FindingKindName } from '../finding-kinds.ts';
import { INDICATORS, type Indicator, type IndicatorName } from '../indicators.ts';
import { VERDICTS, type Verdict, type VerdictName } from '../verdict.ts';

export interface Quarter {
  readonly term: string;
  readonly first: CivilDate;
  readonly last: CivilDate;
}

/** @param text `2026-4` */
export function quarterOf(text: string): Quarter {
  const [year, n] = text.split('-').map(Number);
  const first = civil(`${year}-${String(n! * 3 - 2).padStart(2, '0')}-01`);
  return { term: `${year}年第${n}季度`, first, last: addDays(addMonths(first, 3), -1) };
}

export interface QuarterRecords {
  /** From a week before the quarter on. */
  readonly probes: readonly Probe[];
  readonly homes: readonly HomeSeen[];
  /** 查到的, accepted exceptions left out: how many in the quarter, and how many are not mended. */
  readonly found: ReadonlyMap<FindingKindName, { readonly all: number; readonly open: number }>;
  /** 栏目 as the rounds of the quarter saw them. */
  readonly columns: readonly { readonly on: CivilDate; readonly columns: readonly SeenColumn[] }[];
  /** Whether a round over the whole site ended in the quarter. */
  readonly walked: boolean;
  /** As judged last. */
  readonly now: ReadonlyMap<IndicatorName, { readonly verdict: Verdict; readonly on: CivilDate }>;
  readonly mistakes: { readonly received: number; readonly open: number; readonly late: number };
}

export interface SelfCheckLine extends Verdict {
  readonly indicator: Indicator;
}

/** @param today days after it are not judged */
export function selfCheck(records: QuarterRecords, quarter: Quarter, today: CivilDate): SelfCheckLine[] {
  const days = daysOf(quarter, today);
  const verdicts: Readonly<Record<IndicatorName, Verdict>> = {
    safety: ofFound(records, 'safety'),
    availability: dayByDay(days, (day) => availability(records.probes, day)),
    home: dayByDay(days, (day) => homeFreshness(until(records.homes, day), day)),
    columns: columnsRoundByRound(records),
    letters: asJudged(records, 'letters', quarter),
    links: ofFound(records, 'links'),
    marks: ofFound(records, 'marks'),
    reading: ofFound(records, 'reading'),
    ipv6: asJudged(records, 'ipv6', quarter),
    certificate: asJudged(records, 'certificate', quarter),
    reports: ofMistakes(records),
    accounts: asJudged(records, 'accounts', quarter),
  };
  return (Object.keys(INDICATORS) as IndicatorName[])
    .map((name) => ({ indicator: INDICATORS[name] as Indicator, ...verdicts[name] }))
    .filter(
      ({ indicator: { since, until: end } }) => since <= quarter.last && (end === undefined || quarter.first < end),
    );
}

function daysOf({ first, last }: Quarter, today: CivilDate): CivilDate[] {
  const days: CivilDate[] = [];
  for (let day = first; day <= last && day <= today; day = addDays(day, 1)) days.push(day);
  return days;
}

function until(homes: readonly HomeSeen[], day: CivilDate): HomeSeen[] {
  return homes.filter((seen) => seen.day <= day);
}

/** The worst of its days, with how many of them there were. */
function dayByDay(days: readonly CivilDate[], judge: (day: CivilDate) => Verdict): Verdict {
  const states = days.map((day) => ({ day, state: judge(day).state }));
  const looked = states.filter(({ state }) => state !== 'notLooked');
  if (looked.length === 0) return { state: 'notLooked', says: '本季度没有足够的访问记录，不下结论。' };
  const worst = looked.reduce((a, b) => (VERDICTS[b.state].rank > VERDICTS[a.state].rank ? b : a)).state;
  const such = looked.filter(({ state }) => state === worst).map(({ day }) => day);
  const gap = states.length - looked.length;
  const unseen = gap > 0 ? `另有 ${gap} 天不下结论。` : '';
  if (worst === 'fine') return { state: worst, says: `逐日判断 ${looked.length} 天，都正常。${unseen}` };
  return { state: worst, says: `${VERDICTS[worst].term} ${such.length} 天，最早 ${such[0]}。${unseen}` };
}

function ofFound({ found, walked }: QuarterRecords, indicator: IndicatorName): Verdict {
  const kinds = [...found].filter(([kind]) => {
    const known = FINDING_KINDS[kind];
    return 'indicator' in known && known.indicator === indicator;
  });
  const all = kinds.reduce((sum, [, { all: n }]) => sum + n, 0);
  const open = kinds.reduce((sum, [, { open: n }]) => sum + n, 0);
  if (all === 0) return walked ? { state: 'fine', says: '全站检查没有查到。' } : NOT_WALKED;
  const named = kinds.map(([kind, { all: n }]) => `${FINDING_KINDS[kind].term} ${n} 处`).join('，');
  const veto = INDICATORS[indicator].weight === 'veto';
  const state: VerdictName = open === 0 ? 'warning' : veto ? 'failed' : 'urgent';
  return { state, says: `${named}；没有改正 ${open} 处${veto ? '，请人工核对是否构成' : ''}。` };
}

/** [SUP-83] At one moment five columns stand still, or they do not: each round is judged by itself, and the worst is told. */
function columnsRoundByRound({ columns, walked }: QuarterRecords): Verdict {
  const rounds = columns.map(({ on, columns: seen }) => ({ on, verdict: columnsTogether(seen, on) }));
  const looked = rounds.filter(({ verdict }) => verdict.state !== 'notLooked');
  if (looked.length === 0)
    return walked ? { state: 'notLooked', says: '查完的各轮都没有看到能判断的栏目。' } : NOT_WALKED;
  const worst = looked.reduce((a, b) => (VERDICTS[b.verdict.state].rank > VERDICTS[a.verdict.state].rank ? b : a));
  return { state: worst.verdict.state, says: `查完 ${looked.length} 轮，最差的是 ${worst.on}：${worst.verdict.says}` };
}

const NOT_WALKED: Verdict = { state: 'notLooked', says: '本季度没有查完过一轮全站检查。' };

/** Only the last judgement is kept: it speaks for the quarter it was made in. */
function asJudged({ now }: QuarterRecords, indicator: IndicatorName, { first, last }: Quarter): Verdict {
  const known = now.get(indicator);
  if (!known || known.on < first || known.on > last) return { state: 'notLooked', says: '没有留下本季度的结论。' };
  return { state: known.verdict.state, says: `${known.on}：${known.verdict.says}` };
}

function ofMistakes({ mistakes: { received, open, late } }: QuarterRecords): Verdict {
  const says = `本季度收到 ${received} 条，没有办结 ${open} 条，超过一个月 ${late} 条。`;
  return { state: late > 0 ? 'failed' : open > 0 ? 'warning' : 'fine', says };
}
