/** 二维码 as the path of a picture, one stroke for each run of dark modules. */
import { encode } from 'uqr';

/** Modules of white around it, without which phones find nothing. */
const BORDER = 4;

export interface QrPath {
  /** Modules on each side, the border included. */
  readonly size: number;
  /** For `<path d>`. */
  readonly d: string;
}

export function qrPath(text: string): QrPath {
  const { data, size } = encode(text, { ecc: 'M', border: BORDER });
  return { size, d: runsOf(data) };
}

function runsOf(rows: readonly (readonly boolean[])[]): string {
  return rows
    .flatMap((row, y) =>
      [
        ...row
          .map((dark) => (dark ? 'x' : ' '))
          .join('')
          .matchAll(/x+/g),
      ].map(({ index, 0: run }) => `M${index} ${y}h${run.length}v1h-${run.length}z`),
    )
    .join('');
}
