/** 表格线 → 格: the rows and columns that connected lines draw, and which of their fields are one cell. */

import type { Ruling } from './letters.ts';
import { type Box, holds } from './matrix.ts';

export interface Place {
  readonly row: number;
  readonly column: number;
}

export interface RuledCell {
  /** Every field of the grid it reaches over. */
  readonly places: readonly Place[];
  readonly colspan: number;
  readonly rowspan: number;
  /** Nothing closes it on the right, where other rows of the table are closed: the row is shorter than they are. */
  readonly open: boolean;
}

export interface Grid {
  /** Level lines from top to bottom. */
  readonly ys: readonly number[];
  readonly rows: readonly (readonly RuledCell[])[];
  covers(x: number, y: number): boolean;
  placeOf(x: number, y: number): Place;
  /** Whether a line stands between two fields of one row. */
  areApart(left: Place, right: Place): boolean;
  /** The fields beyond the lines that cut through a box. */
  cutting(box: Box): Place[];
}

/** @param near lines nearer than this are one. @returns undefined where the lines are no table */
export function gridOf(given: readonly Ruling[], near: number): Grid | undefined {
  const lines = [...given, ...openSides(given, near)];
  const levels = lines.filter(({ level }) => level);
  const uprights = lines.filter(({ level }) => !level);
  const xs = apart(uprights, near);
  const ys = apart(levels, near);
  if (
    apart(
      given.filter(({ level }) => !level),
      near,
    ).length < 3 ||
    ys.length < 2
  )
    return undefined;
  const upright = edges(uprights, xs, ys, near);
  const level = edges(levels, ys, xs, near);
  const placeOf = (x: number, y: number): Place => ({
    column: xs.findLastIndex((edge) => edge <= x),
    row: ys.findLastIndex((edge) => edge <= y),
  });
  return {
    ys,
    rows: cellsOf(xs.length - 1, ys.length - 1, upright, level),
    covers: (x, y) => holds({ left: xs[0]!, right: xs.at(-1)!, top: ys[0]!, bottom: ys.at(-1)! }, x, y),
    placeOf,
    areApart: (left, right) => xs.some((_, at) => at > left.column && at <= right.column && upright[at]![left.row]),
    cutting({ left, right, top, bottom }) {
      const { row, column } = placeOf((left + right) / 2, (top + bottom) / 2);
      const beside = xs.flatMap((x, at) =>
        x > left && x < right && upright[at]![row] ? [{ row, column: at > column ? at : at - 1 }] : [],
      );
      const above = ys.flatMap((y, at) =>
        y > top && y < bottom && level[at]![column] ? [{ row: at > row ? at : at - 1, column }] : [],
      );
      return [...beside, ...above];
    },
  };
}

/** For every line of the grid, along which stretches it is drawn: past their middle. */
function edges(lines: readonly Ruling[], ats: readonly number[], across: readonly number[], near: number): boolean[][] {
  return ats.map((at) => {
    const here = unbroken(
      lines.filter((line) => Math.abs(line.at - at) < near),
      near,
    );
    return across.slice(1).map((to, i) => {
      const middle = (across[i]! + to) / 2;
      return here.some(([from, end]) => from < middle && middle < end);
    });
  });
}

/** Dots and dashes of one line are one. */
function unbroken(lines: readonly Ruling[], near: number): [from: number, to: number][] {
  const out: [number, number][] = [];
  for (const { from, to } of [...lines].sort((a, b) => a.from - b.from)) {
    const last = out.at(-1);
    if (last && from - last[1] < near) last[1] = Math.max(last[1], to);
    else out.push([from, to]);
  }
  return out;
}

function cellsOf(
  columns: number,
  rows: number,
  upright: readonly boolean[][],
  level: readonly boolean[][],
): RuledCell[][] {
  const closed = upright[columns]!.filter((drawn) => drawn).length > rows / 2;
  const taken = Array.from({ length: rows }, () => new Set<number>());
  return taken.map((_, row) => {
    const cells: RuledCell[] = [];
    for (let column = 0; column < columns; column += 1) {
      if (taken[row]!.has(column)) continue;
      let right = column + 1;
      while (right < columns && !upright[right]![row]) right += 1;
      let below = row + 1;
      while (below < rows && !level[below]![column]) below += 1;
      const places: Place[] = [];
      for (let y = row; y < below; y += 1)
        for (let x = column; x < right; x += 1) {
          taken[y]!.add(x);
          places.push({ row: y, column: x });
        }
      const open = closed && right === columns && !upright[columns]![row];
      cells.push({ places, colspan: right - column, rowspan: below - row, open });
    }
    return cells;
  });
}

function apart(lines: readonly Ruling[], near: number): number[] {
  const out: number[] = [];
  for (const { at } of [...lines].sort((a, b) => a.at - b.at))
    if (out.length === 0 || at - out.at(-1)! >= near) out.push(at);
  return out;
}

/** So many lines that end together tell of a side that is not drawn. */
const SIDE = 3;

/** 没有画线的边: a table without lines at its sides, or cut by the end of the page, reaches as far as the lines across. */
function openSides(lines: readonly Ruling[], near: number): Ruling[] {
  return [true, false].flatMap((level) => {
    const [along, across] = [
      lines.filter((line) => line.level === level),
      lines.filter((line) => line.level !== level),
    ];
    const drawn = along.map(({ at }) => at);
    return [Math.min, Math.max].flatMap((outer): Ruling[] => {
      const ends = across.map(({ from, to }) => outer(from, to));
      const at = outer(...ends);
      const there = across.filter((_, i) => Math.abs(ends[i]! - at) < near);
      if (there.length < SIDE || Math.abs(at - outer(...drawn)) < near || outer(at, ...drawn) !== at) return [];
      const places = there.map((line) => line.at);
      return [{ level, at, from: Math.min(...places), to: Math.max(...places) }];
    });
  });
}
