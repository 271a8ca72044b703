/** 表格线: the cells that the lines drawn on a sheet enclose, and the letters in them. Only geometry: nothing here knows what a PDF is. */
import type { Letter, Ruling } from './letters.ts';
import { type Box, boxOf, type Corner, holds } from './matrix.ts';
import { cellHtml, isThrough } from './ruled-cell.ts';
import { type Grid, gridOf, type Place } from './ruled-grid.ts';
import { lineTurnedBack, quarterOfTable, type Turned, turnedBack, withoutAcross, withoutAslant } from './upright.ts';
import { type Word, wordsOf } from './words.ts';

export interface RuledTable {
  readonly top: number;
  readonly bottom: number;
  readonly html: string;
}

/** Lines nearer than this are one: browsers print the border of each cell apart from that of the next. */
const NEAR = 3;
/** Letters reach so far over a line without crossing it. */
const OVER = 1.5;
/** Figures may reach so far out of their table. */
const BEYOND = 40;
/** Two columns are drawn by no fewer lines. */
const FEWEST = 5;
/** A line that cuts off less than this share of a letter passes it by. */
const SLICE = 0.2;

export function ruledTables<Each extends Turned>(
  rulings: readonly Ruling[],
  given: readonly Each[],
): { readonly tables: RuledTable[]; readonly outside: Each[] } {
  const letters = withoutAslant(given);
  const frames = connected(rulings).map((lines) => frameOf(lines, letters));
  // A level line that is part of no table strikes out what it runs through.
  const loose = frames.flatMap(({ lines, grid }) => (grid ? [] : lines.filter(({ level }) => level)));
  const tables: RuledTable[] = [];
  const left = new Set<Each>(letters);
  for (const { lines, grid, quarters, struck } of frames) {
    const inside = grid ? [...left].filter((letter) => grid.covers(...middleOf(turnedBack(letter, quarters)))) : [];
    if (!grid || inside.length === 0) continue;
    for (const letter of inside) left.delete(letter);
    const { top, bottom, ...sides } = boxOf(cornersOf(lines));
    const box = { top, bottom, left: sides.left - BEYOND, right: sides.right + BEYOND };
    const words = wordsIn(box, letters, quarters);
    const strikes = [...struck, ...loose.map((line) => lineTurnedBack(line, quarters))];
    tables.push({ top, bottom, html: tableHtml(grid, words, strikes) });
  }
  const outside = withoutAcross([...left]).filter((letter) => !loose.some((line) => isThrough(line, letter)));
  return { tables: tables.sort((a, b) => a.top - b.top), outside };
}

interface Frame {
  readonly lines: readonly Ruling[];
  readonly grid: Grid | undefined;
  /** How far the table is turned on the sheet. */
  readonly quarters: number;
  /** Lines through figures, in the sheet of the table. */
  readonly struck: readonly Ruling[];
}

function frameOf(lines: readonly Ruling[], letters: readonly Turned[]): Frame {
  if (lines.length < FEWEST) return { lines, grid: undefined, quarters: 0, struck: [] };
  const box = boxOf(cornersOf(lines));
  const quarters = quarterOfTable(letters.filter(({ x, y }) => holds(box, x, y)));
  const words = wordsIn(box, letters, quarters);
  const upright = lines.map((line) => lineTurnedBack(line, quarters));
  const struck = upright.filter((line) => words.some((word) => strikesOut(line, word)));
  return {
    lines,
    quarters,
    struck,
    grid: gridOf(
      upright.filter((line) => !struck.includes(line)),
      NEAR,
    ),
  };
}

/** Words that begin in a box, upright as its table is. */
function wordsIn(box: Box, letters: readonly Turned[], quarters: number): Word[] {
  const within = letters.filter(({ x, y }) => holds(box, x, y));
  return wordsOf(withoutAcross(within.map((letter) => turnedBack(letter, quarters))));
}

function cornersOf(lines: readonly Ruling[]): Corner[] {
  return lines.flatMap(({ level, at, from, to }): Corner[] =>
    level
      ? [
          [from, at],
          [to, at],
        ]
      : [
          [at, from],
          [at, to],
        ],
  );
}

function middleOf({ x, y, width, size }: Letter): [x: number, y: number] {
  return [x + width / 2, y - size * 0.35];
}

function tableHtml(grid: Grid, words: readonly Word[], strikes: readonly Ruling[]): string {
  const unsure = placesUnsure(grid, words);
  const within = new Map<string, Letter[]>();
  for (const letter of words.flatMap(({ letters }) => letters)) {
    if (!grid.covers(...middleOf(letter))) continue;
    const key = keyOf(grid.placeOf(...middleOf(letter)));
    within.set(key, [...(within.get(key) ?? []), letter]);
  }
  const rows = grid.rows.map((cells) =>
    cells.map(({ places, colspan, rowspan, open }) => {
      const keys = places.map(keyOf);
      const here = keys.flatMap((key) => within.get(key) ?? []);
      if (open && here.length === 0) return '';
      const text = cellHtml(
        here,
        strikes,
        keys.some((key) => unsure.has(key)),
      );
      return `<td colspan="${colspan}" rowspan="${rowspan}">${text}</td>`;
    }),
  );
  return `<table>${rows.map((cells) => `<tr>${cells.join('')}</tr>`).join('')}</table>`;
}

function keyOf({ row, column }: Place): string {
  return `${row} ${column}`;
}

/** Cells whose figures reach over a line: how much of them belongs to which is not told. */
function placesUnsure(grid: Grid, words: readonly Word[]): Set<string> {
  const unsure = new Set<string>();
  for (const { letters } of words) {
    if (!letters.some(({ text }) => /\d/.test(text))) continue;
    letters.forEach((letter, i) => {
      const place = grid.placeOf(...middleOf(letter));
      const { x, y, width, size } = letter;
      for (const beside of grid.cutting({
        left: x + width * SLICE,
        right: x + width * (1 - SLICE),
        top: y - size * 0.6,
        bottom: y - size * 0.15,
      }))
        for (const each of [place, beside]) unsure.add(keyOf(each));
      const last = letters[i - 1];
      const before = last && grid.placeOf(...middleOf(last));
      if (!before || !grid.areApart(before, place) || isWider(letters, i)) return;
      for (const each of [before, place]) unsure.add(keyOf(each));
    });
  }
  return unsure;
}

/** Whether the gap before a letter is wider than those between the others of its word. */
function isWider(letters: readonly Letter[], at: number): boolean {
  const gaps = letters.slice(1).map(({ x }, i) => x - letters[i]!.x - letters[i]!.width);
  const others = gaps.filter((_, i) => i !== at - 1);
  return gaps[at - 1]! > Math.max(0, ...others) + letters[at]!.size * 0.08;
}

/** A level line through the middle of figures, no longer than they are: no border of a cell runs there. */
function strikesOut({ level, at, from, to }: Ruling, { x, y, width, size, text }: Word): boolean {
  if (!level || at < y - size * 0.6 || at > y - size * 0.15) return false;
  return from > x - OVER && to < x + width + OVER && /\d/.test(text);
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
