/**
 * 排名 rankOf [ANR-37]: from more to less, within one year only. A share of few cases moves with a single one: below `SMALLEST_BASE` it gets no
 * place, and every other carries the range in which it may lie by chance (95 %, Wilson), so that neighbours are not told apart who are not.
 */
import type { ComparedMeasure, Comparison } from './compare-reports.ts';

export const SMALLEST_BASE = 20;

export interface Place {
  /** Index of the subject in the comparison. */
  readonly subject: number;
  readonly label: string;
  readonly value: number;
  readonly base: number | null;
  /** Equal values share a place; null where the base is too small. */
  readonly place: number | null;
  /** Of a share: the range it may lie in by chance, in percent. */
  readonly range: readonly [number, number] | null;
}

export interface YearRanking {
  readonly year: number | null;
  readonly places: readonly Place[];
  /** Labels of those that do not tell it. */
  readonly unranked: readonly string[];
}

export interface Ranking {
  readonly measure: Pick<ComparedMeasure, 'key' | 'term' | 'unit'>;
  readonly years: readonly YearRanking[];
  readonly cautions: readonly string[];
}

/** @returns undefined where the comparison has no such measure */
export function rankOf(comparison: Comparison, key: string): Ranking | undefined {
  const measure = comparison.tables.flatMap(({ measures }) => measures).find((one) => one.key === key);
  if (!measure) return undefined;
  const years = [...new Set(comparison.subjects.map(({ year }) => year))].sort((a, b) => (a ?? 0) - (b ?? 0));
  const ranked = years.map((year) => yearRanking(comparison, measure, year));
  const few = ranked.some(({ places }) => places.some(({ place }) => place === null));
  return {
    measure: { key, term: measure.term, unit: measure.unit },
    years: ranked,
    cautions: [
      '名次从多到少排列，不是从好到差。',
      measure.unit === '%'
        ? '比例后面括号里是由于件数有限而可能上下波动的范围（95%）；范围互相重叠的，不能说谁高谁低。'
        : '这是总量，随人口、职能和下属单位的数目变化，宜与比例对照着看。',
      ...(few ? [`基数不到 ${SMALLEST_BASE} 件的，多一件少一件就差很多，列出而不排名。`] : []),
    ],
  };
}

function yearRanking({ subjects }: Comparison, measure: ComparedMeasure, year: number | null): YearRanking {
  const here = subjects.flatMap((subject, at) => (subject.year === year ? [{ ...subject, at }] : []));
  const told = here.flatMap(({ at, label }) => {
    const { value, base = null } = measure.values[at]!;
    return value === null ? [] : [{ subject: at, label, value, base }];
  });
  const sound = (base: number | null) => measure.unit !== '%' || (base ?? 0) >= SMALLEST_BASE;
  const ordered = told.toSorted(
    (a, b) => Number(sound(b.base)) - Number(sound(a.base)) || b.value - a.value || a.subject - b.subject,
  );
  const places = ordered.map((one): Place => {
    const ahead = told.filter((other) => sound(other.base) && other.value > one.value).length;
    const range = measure.unit === '%' && one.base ? wilson(one.value / 100, one.base) : null;
    return { ...one, place: sound(one.base) ? ahead + 1 : null, range };
  });
  return {
    year,
    places,
    unranked: here.filter(({ at }) => measure.values[at]!.value === null).map(({ label }) => label),
  };
}

const Z = 1.96;

/** Wilson's interval of a share of `n` cases, in percent; a ratio above one (several reviews a case) has none. */
function wilson(share: number, n: number): readonly [number, number] | null {
  if (share > 1) return null;
  const middle = (share + Z ** 2 / (2 * n)) / (1 + Z ** 2 / n);
  const half = (Z / (1 + Z ** 2 / n)) * Math.sqrt((share * (1 - share)) / n + Z ** 2 / (4 * n ** 2));
  return [100 * Math.max(0, middle - half), 100 * Math.min(1, middle + half)];
}
