/**
 * 原文 [ANR-40]: the lines of a report's tables as they stand in its file, so that a person can settle a figure with the source before him: the
 * page where the file has pages, the number of the line, and which rows of Table 3 it names.
 */
import type { Regions, TableName } from './regions.ts';
import type { Piece } from './source/piece.ts';
import { labelsIn } from './tables/labels.ts';

export interface SourceLine {
  readonly table: TableName;
  /** Position among all lines and rows of the file, from 1. */
  readonly at: number;
  /** Page of a PDF, from 1; null where the file has none. */
  readonly page: number | null;
  readonly text: string;
  /** Codes of the rows of Table 3 it names. */
  readonly rows: readonly string[];
}

/** More are no table of the form. */
const MOST_LINES = 400;
const LONGEST_LINE = 4_000;

export function sourceLines(
  pieces: readonly Piece[],
  regions: Regions,
  pageOf: (piece: Piece) => number | null,
): SourceLine[] {
  const positions = new Map(pieces.map((piece, at) => [piece, at + 1]));
  const tables = ['table2', 'table3', 'table4'] as const;
  return tables
    .flatMap((table) =>
      regions[table].map((piece): SourceLine => {
        const text = printed(piece);
        const rows = table === 'table3' ? labelsIn(text).map(({ code }) => code) : [];
        return { table, at: positions.get(piece) ?? 0, page: pageOf(piece), text, rows: [...new Set(rows)] };
      }),
    )
    .filter(({ text }) => text.trim() !== '')
    .slice(0, MOST_LINES);
}

/** Cells apart from each other, blank ones too: their number tells which is missing. */
function printed(piece: Piece): string {
  const text =
    piece.kind === 'line'
      ? piece.text
      : piece.cells
          .filter(({ own }) => own)
          .map(({ text }) => text.replace(/\s+/g, ' '))
          .join(' │ ');
  return text.length > LONGEST_LINE ? `${text.slice(0, LONGEST_LINE)}……` : text;
}
