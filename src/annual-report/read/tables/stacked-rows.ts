/**
 * 挤在一行里的几行 [ANR-63]: a row of the source that holds several of the form: line under line in each of its cells, or one behind the other where the page
 * lost the end of a row. Each must have a label of its own and seven figures of its own, else it stays one row and is not read.
 */
import { APPLICANT_COLUMNS } from '../../form.ts';
import type { Cell, Piece, Row } from '../source/piece.ts';
import { isFigureText, readCell } from './figure-text.ts';
import { rowNamed } from './labels.ts';

const WIDTH = APPLICANT_COLUMNS.length;

export function apartAgain(pieces: readonly Piece[]): readonly Piece[] {
  return pieces.flatMap((piece): readonly Piece[] =>
    piece.kind === 'row' ? (lineUnderLine(piece) ?? endToEnd(piece) ?? [piece]) : [piece],
  );
}

function lineUnderLine({ cells, table }: Row): Row[] | null {
  const own = cells.filter((cell) => cell.own).map(({ text }) => text.split('\n'));
  const figures = own.slice(-WIDTH);
  const labels = own.at(-WIDTH - 1);
  const [count] = labels ? [labels.length] : [0];
  if (!labels || count < 2 || figures.some((lines) => lines.length !== count || !lines.every(isFigure))) return null;
  return haveNames(labels)
    ? labels.map((label, at) =>
        rowOf(
          label,
          figures.map((lines) => lines[at]!),
          table,
        ),
      )
    : null;
}

/** Labels and seven figures, again and again. */
function endToEnd({ cells, table }: Row): Row[] | null {
  const own = cells.filter((cell) => cell.own).map(({ text }) => text);
  const rows: { label: string; figures: string[] }[] = [];
  for (const text of own) {
    const row = rows.at(-1);
    if (isFigureText(text) && text.trim() !== '') row?.figures.push(text);
    else if (!row || row.figures.length > 0) rows.push({ label: text, figures: [] });
    else row.label += ` ${text}`;
  }
  if (rows.length < 2 || rows.some(({ figures }) => figures.length !== WIDTH || !figures.every(isFigure))) return null;
  return haveNames(rows.map(({ label }) => label))
    ? rows.map(({ label, figures }) => rowOf(label, figures, table))
    : null;
}

function isFigure(text: string): boolean {
  return readCell(text).says === 'figure';
}

function haveNames(labels: readonly string[]): boolean {
  const codes = labels.map(rowNamed);
  return !codes.includes(null) && new Set(codes).size === codes.length;
}

function rowOf(label: string, figures: readonly string[], table: number): Row {
  return { kind: 'row', cells: [label, ...figures].map((text): Cell => ({ text, own: true })), table };
}
