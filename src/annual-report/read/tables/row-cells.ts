/** 行里的单元格: which cells of a table row are its label and which its figures, with merged, padded and further columns. */
import type { Cell } from '../source/piece.ts';
import { isFigureText, readCell } from './figure-text.ts';
import { fold } from './fold.ts';
import { isFormText, labelsIn } from './labels.ts';

export interface RowParts {
  /** Label cells of the row itself, in order. */
  readonly label: string;
  /** Cells after the label, as printed. */
  readonly values: readonly string[];
  /** The same with a 0 for each cell that is merged into a cell of 0: what is nothing together is nothing each. */
  readonly spread: readonly string[];
  /** Every cell in the column it stands in; `MERGED` where a figure reaches over several, since it tells none of them. */
  readonly placed: readonly string[];
}

const MERGED = '\ufffd';

export function partsOfRow(cells: readonly Cell[]): RowParts {
  const own = cells.filter(({ own }) => own).map(({ text }) => text);
  const last = lastLabel(own);
  const label = own.slice(0, last + 1).filter((text) => text.trim() !== '');
  const from = cells.findLastIndex(
    ({ own: is }, i) => is && cells.slice(0, i + 1).filter((cell) => cell.own).length === last + 1,
  );
  const spread = cells.slice(from + 1).flatMap(({ text, own: is }) => (is || fold(text).trim() === '0' ? [text] : []));
  const beside = from + 1 + cells.slice(from + 1).findIndex(({ text, own: is }) => is || text !== cells[from]?.text);
  return { label: label.join(' '), values: own.slice(last + 1), spread, placed: placedIn(cells.slice(beside)) };
}

function placedIn(cells: readonly Cell[]): string[] {
  return cells.map(({ text, own }, i) => {
    const reaches = cells[i + 1]?.own === false && cells[i + 1]?.text === text;
    return (own && !reaches) || /^0?$/.test(fold(text).trim()) ? text : MERGED;
  });
}

/** The last cell with words of the form, or later words before the first figure: a misprinted label is no word of the form. */
function lastLabel(own: readonly string[]): number {
  const onForm = own.findLastIndex((text) => isLabel(text) && (labelsIn(text).length > 0 || isFormText(text)));
  const figure = own.findIndex((text) => readCell(text).says === 'figure');
  const before = own.findLastIndex((text, i) => isLabel(text) && (figure === -1 || i < figure));
  return onForm >= 0 && figure === -1 ? onForm : Math.max(onForm, before);
}

function isLabel(text: string): boolean {
  return (
    text.trim() !== '' &&
    !isFigureText(text) &&
    /[\u3400-\u9fff]/.test(text) &&
    !startsWithFigure(text) &&
    !holdsFigure(text)
  );
}

/** `约14`, `35注1`: a figure that is not sure, and no label; the number before a label belongs to it. */
function holdsFigure(text: string): boolean {
  return (
    /\d/.test(text.replace(/^\s*[(（]?\d{1,2}[)）.、．:：]/, '')) && labelsIn(text).length === 0 && !isFormText(text)
  );
}

/** `22（其中修订16件）` is a figure with a note; `1.属于国家秘密` is a label. */
function startsWithFigure(text: string): boolean {
  return /^\s*[\d,.]+\s*[（(件]/.test(text);
}

/** Where the window of figures starts in rows of so many cells, as far as rows without blanks at either end show it. */
export type Starts = ReadonlyMap<number, ReadonlySet<number>>;

/** Learns from the rows of a table that leave no choice. */
export function startsIn(rows: readonly RowParts[], wanted: number): Starts {
  const starts = new Map<number, Set<number>>();
  for (const { values } of rows) {
    const [first, last] = filled(values);
    if (last - first + 1 !== wanted) continue;
    starts.set(values.length, (starts.get(values.length) ?? new Set()).add(first));
  }
  return starts;
}

/**
 * `wanted` cells out of more: blank ones at the end pad a row, blank ones at the start stand for a merged label. Rows of the same
 * length show which; without them the side that is filled to its end does.
 */
export function fitted(
  values: readonly string[],
  wanted: number,
  starts: Starts = new Map(),
): readonly string[] | null {
  if (values.length === wanted) return values;
  if (values.length < wanted) return null;
  const [first, last] = filled(values);
  if (last - first + 1 > wanted) return null;
  const [start, ...others] = starts.get(values.length) ?? [];
  if (start !== undefined && others.length === 0 && (first === -1 || (start <= first && last < start + wanted)))
    return values.slice(start, start + wanted);
  if (first === -1) return values.slice(0, wanted);
  if (last - first + 1 === wanted) return values.slice(first, last + 1);
  if (first === 0) return values.slice(0, wanted);
  return last === values.length - 1 ? values.slice(-wanted) : null;
}

function filled(values: readonly string[]): [first: number, last: number] {
  const blank = (text: string) => text.trim() === '';
  return [values.findIndex((text) => !blank(text)), values.findLastIndex((text) => !blank(text))];
}
