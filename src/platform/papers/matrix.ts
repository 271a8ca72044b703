/** 坐标变换: the six numbers of a PDF that turn, stretch and move what is drawn. */
export type Matrix = readonly [number, number, number, number, number, number];

export function times(a: Matrix, b: Matrix): Matrix {
  return [
    a[0] * b[0] + a[2] * b[1],
    a[1] * b[0] + a[3] * b[1],
    a[0] * b[2] + a[2] * b[3],
    a[1] * b[2] + a[3] * b[3],
    a[0] * b[4] + a[2] * b[5] + a[4],
    a[1] * b[4] + a[3] * b[5] + a[5],
  ];
}

export type Corner = readonly [x: number, y: number];

export function moved(matrix: Matrix, x: number, y: number): Corner {
  return [matrix[0] * x + matrix[2] * y + matrix[4], matrix[1] * x + matrix[3] * y + matrix[5]];
}

export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export function boxOf(corners: readonly Corner[]): Box {
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
}

export function holds({ left, right, top, bottom }: Box, x: number, y: number): boolean {
  return x >= left && x <= right && y >= top && y <= bottom;
}

/** What two boxes have in common; of no width or height where that is nothing. */
export function common(a: Box, b: Box): Box {
  const [left, top] = [Math.max(a.left, b.left), Math.max(a.top, b.top)];
  return {
    left,
    top,
    right: Math.max(left, Math.min(a.right, b.right)),
    bottom: Math.max(top, Math.min(a.bottom, b.bottom)),
  };
}

export function sizeOf({ left, right, top, bottom }: Box): number {
  return (right - left) * (bottom - top);
}

/** Whether what is drawn by it stands straight, or on its side. */
export function isUpright([a, b, c, d]: Matrix): boolean {
  return Math.abs(b * c) < 1e-6 * Math.abs(a * d) || Math.abs(a * d) < 1e-6 * Math.abs(b * c);
}
