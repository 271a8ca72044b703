/**
 * 按列对齐的空格: in column-aligned text a blank cell is only a gap. The rows with all seven figures show where the columns stand, or
 * the head does; a figure belongs to the column it stands in, and a row is read so only where its sum, or close alignment with
 * whole rows, is a witness.
 */
import type { Figure } from '../../report.ts';
import { fold } from './fold.ts';
import { sumsUp } from './splits.ts';

const WIDTH = 7;

interface Placed {
  readonly value: number;
  readonly centre: number;
}

interface Columns {
  readonly centres: readonly number[];
  /** Seen in a whole row nearby, not only in the head. */
  readonly whole: boolean;
}

/** Reads the line at `at` of a table; null where its figures cannot be placed for sure. */
export function alignedCells(lines: readonly string[], at: number): Figure[] | null {
  const placed = figuresIn(lines[at]!);
  const columns = columnsNear(lines, at);
  if (placed === null || placed.length === 0 || placed.length >= WIDTH || columns === null) return null;
  const cells: Figure[] = Array(WIDTH).fill(null);
  let before = -1;
  for (const { value, centre } of placed) {
    const column = columnAt(columns.centres, centre);
    if (column === null || column <= before) return null;
    cells[column] = value;
    before = column;
  }
  const adds = cells[WIDTH - 1] !== null && sumsUp(cells.map((cell) => cell ?? 0));
  return adds || (columns.whole && placed.every(({ centre }) => columns.centres.some((c) => Math.abs(c - centre) <= 1)))
    ? cells
    : null;
}

/** Figures apart by blanks, to the right of the label; null where something else stands among them. */
function figuresIn(line: string): Placed[] | null {
  const text = fold(line);
  if (text.length !== line.length) return null;
  const figures = [...text.matchAll(/(?<=\s\s)\d+(?=\s|$)/g)];
  return figures.map((match) => ({ value: Number(match[0]), centre: match.index + match[0].length / 2 }));
}

const NEAR = 16;

function columnsNear(lines: readonly string[], at: number): Columns | null {
  for (let distance = 1; distance <= NEAR; distance++) {
    for (const line of [lines[at - distance], lines[at + distance]]) {
      const figures = line === undefined ? null : figuresIn(line);
      if (figures?.length === WIDTH) return { centres: figures.map(({ centre }) => centre), whole: true };
    }
  }
  const centres = HEAD.map((name) => centreOf(lines, name));
  return centres.every((centre, i) => centre !== null && (i === 0 || centre > centres[i - 1]!))
    ? { centres: centres as number[], whole: false }
    : null;
}

/** First words of the column heads; the rest of a head may stand on the next line. */
const HEAD = ['自然人', '商业', '科研', '社会', '法律', '其他', '总计'];

function centreOf(lines: readonly string[], name: string): number | null {
  const spaced = new RegExp([...name].join('\\s{0,2}'));
  for (const line of lines) {
    if (/\d/.test(line) || /其他处理|其他法律/.test(line)) continue;
    const match = spaced.exec(line);
    if (match) return match.index + match[0].length / 2;
  }
  return null;
}

/** The column a figure stands in: much nearer to it than to the next. */
function columnAt(centres: readonly number[], centre: number): number | null {
  const ranked = centres.map((c, i) => ({ i, far: Math.abs(c - centre) })).sort((a, b) => a.far - b.far);
  const [first, second] = ranked;
  return first && second && first.far * 2.5 < second.far ? first.i : null;
}
