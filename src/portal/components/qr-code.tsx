/** 二维码 [PRT-88]: an address as a picture drawn by the server, so that a page on paper or on a big screen leads to the phone. */
import { encode } from 'uqr';
import { inAttribute } from '../in-attribute.ts';

/** Modules of white around it, without which phones find nothing. */
const BORDER = 4;

export function QrCode({ text, label }: { readonly text: string; readonly label: string }): JSX.Element {
  const { data, size } = encode(text, { ecc: 'M', border: BORDER });
  return (
    <svg class="qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={inAttribute(label)}>
      <rect width={size} height={size} fill="#fff" />
      <path d={runsOf(data)} fill="#000" />
    </svg>
  );
}

/** One stroke for each run of dark modules, row by row. */
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
