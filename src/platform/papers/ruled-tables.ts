/**
 * 表格线: the cells that the lines drawn on a sheet enclose, and the words in them. Only geometry: nothing here knows what a PDF is.
 * Lengths in points, from the upper left corner of the sheet.
 */
import { escapeText } from './escape-text.ts';

export interface Placed {
  readonly x: number;
  /** Of the line the letters stand on. */
  readonly y: number;
  readonly width: number;
  readonly size: number;
  readonly text: string;
  /** A line is drawn through all of it, or through a part that cannot be told. */
  readonly struck?: 'all' | 'part';
}

/** A drawn line: `level` where it runs from left to right at `at`, else from top to bottom. */
export interface Ruling {
  readonly level: boolean;
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

export interface RuledTable {
  readonly top: number;
  readonly bottom: number;
  readonly html: string;
}

/** Lines nearer than this are one: browsers print the border of each cell apart from that of the next. */
const NEAR = 3;
/** Letters reach so far over a line without crossing it. */
const OVER = 1.5;

/** @returns undefined where a run of words crosses a line, so that its figures cannot be told apart */
export function ruledTables(
  rulings: readonly Ruling[],
  words: readonly Placed[],
): { tables: RuledTable[]; outside: Placed[] } | undefined {
  const tables: RuledTable[] = [];
  const strikes = rulings.filter((line) => words.some((word) => strikesOut(line, word)));
  let outside = [...words];
  for (const lines of connected(rulings.filter((line) => !strikes.includes(line)))) {
    const grid = gridOf(lines);
    if (!grid) continue;
    const covered = outside.filter((word) => grid.covers(word));
    if (covered.length === 0) continue;
    const parts = covered.map((word) => parted(word, grid.crossed(word)));
    if (parts.includes(undefined)) return undefined;
    const inside = parts.flatMap((words) => words ?? []).map((word) => withStrikes(word, strikes));
    outside = outside.filter((word) => !covered.includes(word));
    tables.push({ top: grid.ys[0]!, bottom: grid.ys.at(-1)!, html: grid.html(inside) });
  }
  return { tables: tables.sort((a, b) => a.top - b.top), outside };
}

/** A run that was put together from several cells, when it has a blank for every line it crosses and no other. */
function parted(word: Placed, lines: readonly number[]): Placed[] | undefined {
  if (lines.length === 0) return [word];
  const texts = word.text.trim().split(/\s+/);
  if (texts.length !== lines.length + 1) return undefined;
  return texts.map((text, i) => {
    const x = i === 0 ? word.x : lines[i - 1]! + OVER;
    return { ...word, text, x, width: (lines[i] ?? word.x + word.width) - x };
  });
}

/** A level line through the middle of figures, no longer than they are: no border of a cell runs there. */
function strikesOut({ level, at, from, to }: Ruling, { x, y, width, size, text }: Placed): boolean {
  if (!level || at < y - size * 0.6 || at > y - size * 0.15) return false;
  return from > x - OVER && to < x + width + OVER && /\d/.test(text);
}

function withStrikes(word: Placed, strikes: readonly Ruling[]): Placed {
  const { x, y, width, size } = word;
  const through = strikes.filter(
    ({ at, from, to }) => at > y - size * 0.6 && at < y - size * 0.15 && from < x + width && to > x,
  );
  if (through.length === 0) return word;
  const all = through.some(({ from, to }) => from < x + OVER && to > x + width - OVER);
  return { ...word, struck: all ? 'all' : 'part' };
}

/** Lines that touch belong to one table. */
function connected(rulings: readonly Ruling[]): Ruling[][] {
  const left = new Set(rulings);
  const groups: Ruling[][] = [];
  for (const first of rulings) {
    if (!left.delete(first)) continue;
    const group = [first];
    for (const line of group)
      for (const other of left)
        if (touch(line, other)) {
          left.delete(other);
          group.push(other);
        }
    groups.push(group);
  }
  return groups;
}

function touch(a: Ruling, b: Ruling): boolean {
  if (a.level === b.level) return Math.abs(a.at - b.at) < NEAR && a.from < b.to + NEAR && b.from < a.to + NEAR;
  return a.at > b.from - NEAR && a.at < b.to + NEAR && b.at > a.from - NEAR && b.at < a.to + NEAR;
}

function gridOf(lines: readonly Ruling[]) {
  const xs = apart(lines.filter(({ level }) => !level).map(({ at }) => at));
  const ys = apart(lines.filter(({ level }) => level).map(({ at }) => at));
  if (xs.length < 3 || ys.length < 2) return undefined;
  /** Whether a line runs at `at` past the middle of the stretch. */
  const drawn = (level: boolean, at: number, from: number, to: number) => {
    const middle = (from + to) / 2;
    return lines.some(
      (line) => line.level === level && Math.abs(line.at - at) < NEAR && line.from < middle && middle < line.to,
    );
  };
  const middleOf = ({ x, y, width, size }: Placed) => ({ x: x + width / 2, y: y - size * 0.35 });
  const placeOf = (word: Placed) => {
    const { x, y } = middleOf(word);
    return { column: xs.findLastIndex((edge) => edge <= x), row: ys.findLastIndex((edge) => edge <= y) };
  };
  return {
    ys,
    covers(word: Placed): boolean {
      const { x, y } = middleOf(word);
      return x > xs[0]! && x < xs.at(-1)! && y > ys[0]! && y < ys.at(-1)!;
    },
    /** The lines a run of words crosses, from left to right. */
    crossed(word: Placed): number[] {
      const { row } = placeOf(word);
      return xs.filter(
        (x) => x > word.x + OVER && x < word.x + word.width - OVER && drawn(false, x, ys[row]!, ys[row + 1]!),
      );
    },
    html(words: readonly Placed[]): string {
      const taken = ys.map(() => new Set<number>());
      const rows: string[] = [];
      for (let row = 0; row < ys.length - 1; row += 1) {
        let html = '';
        for (let column = 0; column < xs.length - 1; column += 1) {
          if (taken[row]!.has(column)) continue;
          let right = column + 1;
          while (right < xs.length - 1 && !drawn(false, xs[right]!, ys[row]!, ys[row + 1]!)) right += 1;
          let below = row + 1;
          while (below < ys.length - 1 && !drawn(true, ys[below]!, xs[column]!, xs[column + 1]!)) below += 1;
          for (let y = row; y < below; y += 1) for (let x = column; x < right; x += 1) taken[y]!.add(x);
          const here = words.filter((word) => {
            const place = placeOf(word);
            return place.row >= row && place.row < below && place.column >= column && place.column < right;
          });
          html += `<td colspan="${right - column}" rowspan="${below - row}">${htmlIn(here)}</td>`;
        }
        rows.push(`<tr>${html}</tr>`);
      }
      return `<table>${rows.join('')}</table>`;
    },
  };
}

function htmlIn(words: readonly Placed[]): string {
  const marks = new Map(
    words.flatMap((word): [Placed, Placed][] => {
      const figure = words.find((other) => isMarkOf(word, other));
      return figure ? [[word, figure]] : [];
    }),
  );
  return linesOf(words.filter((word) => !marks.has(word)))
    .map((line) =>
      line
        .map((word, i) => {
          const raised = [...marks].flatMap(([mark, figure]) =>
            figure === word ? [mark.text.replace(/\D/g, '')] : [],
          );
          const before = line[i - 1];
          return (
            (before && isDoubtful(before, word) ? ' ' : '') +
            drawnText(word) +
            raised.map((n) => `<sup>${n}</sup>`).join('')
          );
        })
        .join(''),
    )
    .join('\n');
}

function drawnText({ text, struck }: Placed): string {
  if (struck === 'all') return `<s>${escapeText(text)}</s>`;
  // Which of the figures stands is not in the text: what is no figure is asked of a person.
  return escapeText(text) + (struck === 'part' && /^[\d\s]+$/.test(text) ? '？' : '');
}

/** The number of a note: smaller than the figure it stands behind, and higher. */
function isMarkOf(mark: Placed, figure: Placed): boolean {
  const up = figure.y - mark.y;
  return (
    mark !== figure &&
    /^[[(［（]?\d{1,2}[\])］）]?$/.test(mark.text.trim()) &&
    /\d$/.test(figure.text.trim()) &&
    mark.size < figure.size * 0.95 &&
    up > figure.size * 0.15 &&
    up < figure.size &&
    Math.abs(mark.x - figure.x - figure.width) < figure.size * 0.4
  );
}

/** Digits of another size behind a figure may be a note or not. */
function isDoubtful(before: Placed, word: Placed): boolean {
  return /\d$/.test(before.text) && /^\d/.test(word.text) && Math.abs(before.size - word.size) > before.size * 0.03;
}

function apart(values: readonly number[]): number[] {
  const out: number[] = [];
  for (const value of [...values].sort((a, b) => a - b))
    if (out.length === 0 || value - out.at(-1)! >= NEAR) out.push(value);
  return out;
}

/** Words by the line they stand on, from top to bottom and left to right. */
export function linesOf(placed: readonly Placed[]): Placed[][] {
  const lines: Placed[][] = [];
  for (const words of [...placed].sort((a, b) => a.y - b.y || a.x - b.x)) {
    const line = lines.at(-1);
    if (line && Math.abs(line[0]!.y - words.y) < Math.min(line[0]!.size, words.size) * 0.4) line.push(words);
    else lines.push([words]);
  }
  return lines.map((line) => line.sort((a, b) => a.x - b.x));
}
