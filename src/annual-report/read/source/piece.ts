/**
 * 原文的片段 Piece: what every kind of file is brought to before anything is understood: lines of text and rows of cells, in
 * the order a person reads them.
 */
export interface Line {
  readonly kind: 'line';
  /** As printed; blanks at the start and inside kept, because columns may stand in them. */
  readonly text: string;
  /** Whether the source says that a paragraph ends here; a line of a PDF may stop in mid-sentence. */
  readonly whole: boolean;
}

export interface Cell {
  readonly text: string;
  /** False where a merged cell reaches into a further column or row. */
  readonly own: boolean;
}

export interface Row {
  readonly kind: 'row';
  readonly cells: readonly Cell[];
  /** Rows of one table share a number. */
  readonly table: number;
}

export type Piece = Line | Row;

export function line(text: string, whole = false): Line {
  return { kind: 'line', text, whole };
}

/** All words of a piece, cells apart from each other. */
export function textOf(piece: Piece): string {
  if (piece.kind === 'line') return piece.text;
  return piece.cells.flatMap(({ text, own }) => (own ? [text] : [])).join(' ');
}
