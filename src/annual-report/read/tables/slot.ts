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

/** `undefined`: something is printed that is no clear figure. An array of one figure: so, if arithmetic confirms it. */
export type CellFigure = Figure | undefined | { readonly perhaps: number };

export function cellFigure(text: string): CellFigure {
  const reading = readCell(text);
  if (reading.says === 'figure') return reading.value;
  if (reading.says === 'nothing') return null;
  return reading.says === 'pieces' ? { perhaps: Number(reading.digits.join('')) } : undefined;
}
