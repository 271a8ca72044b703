/** 全年一览: months side by side, a line for each agency, kind and charge, with the sum of the year. */
import type { DecisionCountsView } from '../../../src/desk/contract.ts';

export interface YearLine {
  readonly agency: string;
  readonly kind: string;
  readonly charge: string;
  /** 件 or 元. */
  readonly unit: string;
  /** January first; '' where nothing was entered. */
  readonly months: readonly string[];
  readonly total: string;
  /** What the register tells otherwise, a sentence for each month. */
  readonly differing: readonly string[];
}

export function yearLines(lines: DecisionCountsView['lines']): YearLine[] {
  const groups = new Map<string, DecisionCountsView['lines'][number][]>();
  for (const line of lines) {
    const key = JSON.stringify([line.agency, line.kind, line.charge]);
    groups.set(key, [...(groups.get(key) ?? []), line]);
  }
  return [...groups.values()].map((group) => {
    const [{ agency, kind, charge, amount }] = group as [(typeof group)[number]];
    const months = Array<string>(12).fill('');
    for (const line of group) months[Number(line.month.slice(5, 7)) - 1] = figureOf(line.amount);
    const total = sumOf(group.map((line) => figureOf(line.amount)));
    const differing = group.flatMap(({ month, amount: counted, registered }) =>
      registered === null ? [] : [`${Number(month.slice(5, 7))}月登记 ${counted}，${registered}`],
    );
    return { agency, kind, charge, unit: amount.split(' ')[1] ?? '', months, total, differing };
  });
}

/** `340.50` of `340.50 元`. */
function figureOf(amount: string): string {
  return amount.split(' ')[0] ?? '';
}

/** Summed in the smallest unit: fees have two decimals or none. */
function sumOf(figures: readonly string[]): string {
  const decimals = figures.some((figure) => figure.includes('.')) ? 2 : 0;
  const smallest = figures.map((figure) => Math.round(Number(figure) * 10 ** decimals));
  const sum = smallest.reduce((before, one) => before + one, 0);
  return decimals === 0 ? String(sum) : (sum / 100).toFixed(2);
}
