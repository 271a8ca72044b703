/** The straight lines a page of a PDF draws: strokes, and the thin rectangles that Word fills for them. */
import type { PDFPageProxy } from 'pdfjs-dist';
import type { Ruling } from './ruled-tables.ts';

type Matrix = readonly [number, number, number, number, number, number];

/** A filled rectangle no thicker than this is a line. */
const THIN = 2.5;
/** Shorter ones are parts of letters and signs. */
const SHORT = 3;
const MAX_RULINGS = 20_000;
/** Signs of a path in the library's own form. */
const [MOVE, LINE, CURVE, CLOSE] = [0, 1, 2, 3];

export async function rulingsOf(page: PDFPageProxy, sheet: Matrix): Promise<Ruling[]> {
  const { OPS } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const { fnArray, argsArray } = await page.getOperatorList();
  const rulings: Ruling[] = [];
  const kept: Matrix[] = [];
  let matrix: Matrix = sheet;
  fnArray.forEach((operation, i) => {
    const args = argsArray[i] as unknown[];
    if (operation === OPS.save || operation === OPS.paintFormXObjectBegin) kept.push(matrix);
    if (operation === OPS.restore || operation === OPS.paintFormXObjectEnd) matrix = kept.pop() ?? sheet;
    if (operation === OPS.transform) matrix = times(matrix, args as unknown as Matrix);
    if (operation === OPS.paintFormXObjectBegin && args[0]) matrix = times(matrix, args[0] as Matrix);
    if (operation !== OPS.constructPath || rulings.length > MAX_RULINGS) return;
    const [paint, [path]] = args as [number, [ArrayLike<number> | null]];
    if (!path) return;
    const strokes = [OPS.stroke, OPS.closeStroke, OPS.fillStroke, OPS.eoFillStroke].includes(paint);
    const fills = [OPS.fill, OPS.eoFill].includes(paint);
    if (strokes || fills) for (const corners of figuresIn(path, matrix)) rulings.push(...linesIn(corners, strokes));
  });
  return rulings;
}

type Corner = readonly [x: number, y: number];

/** The corners of each figure of a path; none of those with bent lines. */
function figuresIn(path: ArrayLike<number>, matrix: Matrix): Corner[][] {
  const figures: Corner[][] = [];
  let figure: Corner[] = [];
  const corner = (at: number): Corner => [
    matrix[0] * path[at]! + matrix[2] * path[at + 1]! + matrix[4],
    matrix[1] * path[at]! + matrix[3] * path[at + 1]! + matrix[5],
  ];
  for (let at = 0; at < path.length; ) {
    const sign = path[at];
    if (sign === MOVE) {
      if (figure.length > 1) figures.push(figure);
      figure = [corner(at + 1)];
      at += 3;
    } else if (sign === LINE) {
      figure.push(corner(at + 1));
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

function linesIn(corners: readonly Corner[], strokes: boolean): Ruling[] {
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
  const box = { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
  const [wide, high] = [box.right - box.left, box.bottom - box.top];
  if (high < THIN && wide > SHORT)
    return [{ level: true, at: (box.top + box.bottom) / 2, from: box.left, to: box.right }];
  if (wide < THIN && high > SHORT)
    return [{ level: false, at: (box.left + box.right) / 2, from: box.top, to: box.bottom }];
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

function times(a: Matrix, b: Matrix): Matrix {
  return [
    a[0] * b[0] + a[2] * b[1],
    a[1] * b[0] + a[3] * b[1],
    a[0] * b[2] + a[2] * b[3],
    a[1] * b[2] + a[3] * b[3],
    a[0] * b[4] + a[2] * b[5] + a[4],
    a[1] * b[4] + a[3] * b[5] + a[5],
  ];
}
