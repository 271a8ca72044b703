/** 正文里的数: a text with `{name}` in it, cut into words and figures. */
import type { ReportView } from '../../../src/desk/contract.ts';

export type LiveFigure = ReportView['liveFigures'][number];

export type Piece =
  | { readonly kind: 'words'; readonly text: string }
  | { readonly kind: 'figure'; readonly name: string; readonly term: string; readonly reads: string };

/**
 * Cuts a text of the report. `reads` is the same text with its figures written out, as they stood when it was frozen: there a
 * figure reads what it read then, whatever the records say now.
 */
export function piecesOf(text: string, reads: string, figures: readonly LiveFigure[]): Piece[] {
  const pieces: Piece[] = [];
  let rest = reads;
  const parts = text.split(/\{([\w.]+)\}/);
  for (let i = 0; i < parts.length; i += 2) {
    const words = parts[i] ?? '';
    if (words) pieces.push({ kind: 'words', text: words });
    rest = rest.slice(words.length);
    const name = parts[i + 1];
    if (name === undefined) break;
    const written = rest.slice(0, figureLength(rest));
    rest = rest.slice(written.length);
    const term = figures.find((figure) => figure.name === name)?.term ?? name;
    pieces.push({ kind: 'figure', name, term, reads: written });
  }
  return pieces;
}

function figureLength(text: string): number {
  return /^-?\d+(?:\.\d+)?/.exec(text)?.[0].length ?? 0;
}
