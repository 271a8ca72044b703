/**
 * 定稿的数 printedFigure [ANR-70]: what a frozen report prints for a cell or a 数据项, whatever the records have come to since. A 数据项 that is no
 * cell is read where its chip stood in the text; one that the text does not use is not printed.
 */
import type { AnnualReport } from './annual-report.ts';
import { figureAt } from './check/figures/cells.ts';
import type { NarrativeSection, Report } from './report.ts';

export function printedFigure(
  { narrative, frozen }: Pick<AnnualReport, 'narrative' | 'frozen'>,
  figure: string,
  cell: string | undefined,
): number | null {
  if (!frozen) return null;
  return cell ? (figureAt(cell)(frozen) ?? null) : inText(narrative, frozen, `{${figure}}`);
}

function inText(written: readonly NarrativeSection[], { narrative }: Report, chip: string): number | null {
  for (const [at, { text }] of written.entries()) {
    const [before] = text.split(chip);
    if (before === undefined || before === text) continue;
    const printed = new RegExp(`^${patternOf(before)}(\\d+(?:\\.\\d+)?)`).exec(narrative[at]?.text ?? '')?.[1];
    if (printed !== undefined) return Number(printed);
  }
  return null;
}

/** The words as they stand, every chip among them as the figure it became. */
function patternOf(text: string): string {
  return text
    .split(/\{[a-z]+\.[A-Za-z]+\}/)
    .map((words) => words.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'))
    .join('\\d+(?:\\.\\d+)?');
}
