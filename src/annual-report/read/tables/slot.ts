/**
 * 一行的数 Figures: what the source shows for one row before arithmetic. `cells`: figures apart from each other, read as printed.
 * `glued`: digits whose borders are lost. `unread`: figures are there, but not which cell each fills.
 */
import type { Figure } from '../../report.ts';
import { readCell } from './figure-text.ts';

export type Reading =
  | { readonly kind: 'cells'; readonly cells: readonly CellFigure[] }
  | { readonly kind: 'glued'; readonly digits: readonly string[] }
  | { readonly kind: 'unread' };

/** Neither -23 nor 13.4 is a count of applications or documents; whether 6.196 is 6196 the source does not say. */
export function isCount(value: number): boolean {
  return Number.isInteger(value) && value >= 0;
}

/** `undefined`: something is printed that is no clear figure. An array of one figure: so, if arithmetic confirms it. */
export type CellFigure = Figure | undefined | { readonly perhaps: number; readonly first: number };

export function cellFigure(text: string): CellFigure {
  const reading = readCell(text);
  if (reading.says === 'figure') return isCount(reading.value) ? reading.value : undefined;
  if (reading.says === 'nothing') return null;
  if (reading.says !== 'pieces' || reading.digits[0] === '0') return undefined;
  return { perhaps: Number(reading.digits.join('')), first: Number(reading.digits[0]) };
}
