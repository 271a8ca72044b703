/** The figures of a drawn path, and the straight lines among them: strokes, and the thin rectangles that Word fills for them. */

import type { Ruling } from './letters.ts';
import { type Box, boxOf, type Corner, common, type Matrix, moved } from './matrix.ts';

/** A filled rectangle no thicker than this is a line, and one twice as thick where it is long. */
const THIN = 2.5;
const LONG = 8;
/** Shorter ones are parts of letters and signs. */
const SHORT = 1.5;
/** Signs of a path in the library's own form. */
const [MOVE, LINE, CURVE, CLOSE] = [0, 1, 2, 3];

/** The corners of each figure of a path; none of those with bent lines. */
export function figuresIn(path: ArrayLike<number>, matrix: Matrix): Corner[][] {
  const figures: Corner[][] = [];
  let figure: Corner[] = [];
  for (let at = 0; at < path.length; ) {
    const sign = path[at];
    if (sign === MOVE) {
      if (figure.length > 1) figures.push(figure);
      figure = [moved(matrix, path[at + 1]!, path[at + 2]!)];
      at += 3;
    } else if (sign === LINE) {
      figure.push(moved(matrix, path[at + 1]!, path[at + 2]!));
      at += 3;
    } else if (sign === CURVE) {
      figure = [];
      at += 7;
    } else if (sign === CLOSE) {
      if (figure[0]) figure.push(figure[0]);
      at += 1;
    } else {
      return [];
    }
  }
  if (figure.length > 1) figures.push(figure);
  return figures;
}

export function isRectangle(corners: readonly Corner[]): boolean {
  if (corners.length < 4 || corners.length > 5) return false;
  const { left, right, top, bottom } = boxOf(corners);
  const near = (a: number, b: number) => Math.abs(a - b) < 0.5;
  return corners.every(([x, y]) => (near(x, left) || near(x, right)) && (near(y, top) || near(y, bottom)));
}

/** The straight lines of a figure, as far as they are not cut off. */
export function linesIn(corners: readonly Corner[], strokes: boolean, clip: Box): Ruling[] {
  return rulingsIn(corners, strokes).flatMap((line) => {
    const { left, right, top, bottom } = line.level
      ? common({ left: line.from, right: line.to, top: line.at, bottom: line.at }, clip)
      : common({ left: line.at, right: line.at, top: line.from, bottom: line.to }, clip);
    const [from, to] = line.level ? [left, right] : [top, bottom];
    const at = line.level ? top : left;
    return to - from > SHORT && Math.abs(at - line.at) < THIN ? [{ ...line, from, to }] : [];
  });
}

function isThin(thick: number, long: number): boolean {
  return long > SHORT && (thick < THIN || (thick < 2 * THIN && long > thick * LONG));
}

function rulingsIn(corners: readonly Corner[], strokes: boolean): Ruling[] {
  const box = boxOf(corners);
  const [wide, high] = [box.right - box.left, box.bottom - box.top];
  if (isThin(high, wide)) return [{ level: true, at: (box.top + box.bottom) / 2, from: box.left, to: box.right }];
  if (isThin(wide, high)) return [{ level: false, at: (box.left + box.right) / 2, from: box.top, to: box.bottom }];
  if (!strokes) return [];
  return corners.slice(1).flatMap(([x, y], i): Ruling[] => {
    const [x0, y0] = corners[i]!;
    if (Math.abs(y - y0) < 0.5 && Math.abs(x - x0) > SHORT)
      return [{ level: true, at: y, from: Math.min(x, x0), to: Math.max(x, x0) }];
    if (Math.abs(x - x0) < 0.5 && Math.abs(y - y0) > SHORT)
      return [{ level: false, at: x, from: Math.min(y, y0), to: Math.max(y, y0) }];
    return [];
  });
}
