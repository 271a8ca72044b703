/**
 * 一行的数 Figures: what the source shows for one row before arithmetic. `cells`: figures apart from each other, read as printed.
 * `glued`: digits whose borders are lost. `unread`: figures are there, but not which cell each fills.
 */
import type { Figure } from '../../report.ts';
import { type FigureUnit, readCell } from './figure-text.ts';

export type Reading =
  | { readonly kind: 'cells'; readonly cells: readonly CellFigure[] }
  | { readonly kind: 'glued'; readonly digits: readonly string[] }
  | { readonly kind: 'unread' };

/** 印错的数 [ANR-73]: clear, and no count: neither -23 nor 13.4 nor 3人 is a number of applications or documents. */
export interface Misprint {
  readonly value: number;
  readonly asPrinted: string;
}

export function isMisprint(cell: unknown): cell is Misprint {
  return typeof cell === 'object' && cell !== null && 'asPrinted' in cell;
}

/** Of a broken figure: so, if arithmetic confirms it. */
interface Perhaps {
  readonly perhaps: number;
  readonly first: number;
}

/** `undefined`: something is printed that is no clear figure. */
export type CellFigure = Figure | undefined | Misprint | Perhaps;

/** Whether 6.196 is 6196 the source does not say. */
const PERHAPS_THOUSANDS = /^-?[1-9]\d{0,2}\.\d{3}$/;
const LONGEST = 20;

/** What a figure is where things are counted. @param printed the figure with its unit, as it stands there */
export function counted(value: number, unit: FigureUnit, printed: string): number | Misprint | undefined {
  if (unit === null && Number.isInteger(value) && value >= 0) return value;
  const asPrinted = printed.replace(/\s/g, '');
  const unsure = PERHAPS_THOUSANDS.test(asPrinted) || /^[\u2014\u2015]/.test(asPrinted) || asPrinted.length > LONGEST;
  return Number.isNaN(value) || unsure ? undefined : { value, asPrinted };
}

export function cellFigure(text: string): CellFigure {
  const reading = readCell(text);
  if (reading.says === 'figure') return counted(reading.value, reading.unit, text);
  if (reading.says === 'nothing') return null;
  if (reading.says !== 'pieces' || reading.digits[0] === '0') return undefined;
  return { perhaps: Number(reading.digits.join('')), first: Number(reading.digits[0]) };
}

/** Notices that go with the figures of a table. */
export interface Notices {
  readonly undecided: string[];
  /** By pointer, as printed. */
  readonly misprints: Record<string, string>;
}

export function noNotices(): Notices {
  return { undecided: [], misprints: {} };
}

/** The figure of a cell in its place, and what is to be said of it. */
export function told(cell: Figure | undefined | Misprint, pointer: string, notices: Notices): Figure {
  if (cell === undefined) notices.undecided.push(pointer);
  if (!isMisprint(cell)) return cell ?? null;
  notices.misprints[pointer] = cell.asPrinted;
  return cell.value;
}
