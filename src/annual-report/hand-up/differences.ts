/**
 * 录入与记录的差额 Difference [ANR-52]: a cell that a person entered and that the records of the agency tell otherwise. Entered figures stand where
 * nothing is recorded; as soon as something is, the two are held against each other, and neither is preferred in silence.
 */
import { art } from '../../statute/articles.ts';
import { type Refusal, refuse } from '../../statute/refusal.ts';
import { allCells, cellName } from '../check/figures/cells.ts';
import type { HandEntered } from '../check/finding.ts';
import type { ReportFigures } from '../report.ts';
import { enteredPointers, told } from './figure-cells.ts';

export interface Difference {
  /** Pointer of the cell. */
  readonly where: string;
  readonly entered: number;
  readonly recorded: number;
}

type Tables = Pick<ReportFigures, 'table2' | 'table3' | 'table4'>;

/** Totals follow their cells and are not told again. Nothing differs from records that are not there. */
export function differencesOf(entered: Tables, recorded: Tables, year: number): Difference[] {
  const [ours, here] = [entered, recorded].map(
    (tables) => new Map(allCells(tables).map(({ where, figure }) => [where, figure ?? 0])),
  ) as [Map<string, number>, Map<string, number>];
  if ([...here.values()].every((figure) => figure === 0)) return [];
  return enteredPointers(year).flatMap((where) => {
    const [by, from] = [ours.get(where) ?? 0, here.get(where) ?? 0];
    return by === from ? [] : [{ where, entered: by, recorded: from }];
  });
}

/** As a clerk reads it: 表二“行政许可”：录入 7，记录 5. */
export function differenceTold({ where, entered, recorded }: Difference): string {
  return `${cellName(where)}：录入 ${entered}，记录 ${recorded}`;
}

/** What has come up since somebody last said why the entered figures count. */
export function notYetAnswered(now: readonly Difference[], answered: readonly Difference[]): Difference[] {
  const known = new Set(answered.map(differenceTold));
  return now.filter((difference) => !known.has(differenceTold(difference)));
}

/** [ANR-52] Asked again when the figures are to count: ANR-48 was asked when they were entered, and records came since. */
export function refuseDiffering(unit: string, differences: readonly Difference[]): Refusal {
  return refuse(
    'ANR-52',
    art(50),
    `${unit}在本系统里有了记录，录入的数与记录不同：${told(differences.map(differenceTold))}。请退回，由该单位按记录编报；仍按录入的数计入的，请写明理由。`,
  );
}

/** The same for the check of a report into which the figures go. */
export function handEntered(unit: string, differences: readonly Difference[]): HandEntered[] {
  return differences.map(({ where, entered, recorded }) => ({
    where,
    unit,
    entered,
    recorded,
    beside: '本系统的记录',
  }));
}
