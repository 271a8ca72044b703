/** ENTERED: figures that a person set in place of records, held against what the records say now; neither is preferred in silence. */
import type { CheckSubject, HandEntered, Observation } from '../finding.ts';
import { total } from '../worked-sum.ts';
import { cellName } from './cells.ts';

const NAMED_AT_MOST = 10;

export function enteredFigures({ options: { handEntered = [] } }: CheckSubject): Observation[] {
  const byCell = new Map<string, HandEntered[]>();
  for (const one of handEntered) byCell.set(one.where, [...(byCell.get(one.where) ?? []), one]);
  return [...byCell].map(([where, all]) => {
    const named = all.slice(0, NAMED_AT_MOST).map(differing).join('；');
    const more = all.length > NAMED_AT_MOST ? `；等 ${all.length} 处` : '';
    return {
      where,
      says: `${cellName(where)}里有人工录入的数与记录不同：${named}${more}。报告按录入的数计入。`,
      advice: '核对哪一个对：记录对的，改按记录计入；录入的数对的，补录、更正记录，或者由负责人写明理由后放行。',
      left: total(all.map(({ entered }) => entered)),
      right: total(all.map(({ recorded }) => recorded)),
    };
  });
}

function differing({ unit, entered, recorded, beside }: HandEntered): string {
  return `${unit}录入 ${entered}，${beside} ${recorded}`;
}
