/** 二维码 [PRT-88]: an address as a picture drawn by the server, so that a page on paper or on a big screen leads to the phone. */
import { qrPath } from '../../platform/qr-path.ts';
import { inAttribute } from '../in-attribute.ts';

export function QrCode({ text, label }: { readonly text: string; readonly label: string }): JSX.Element {
  const { size, d } = qrPath(text);
  return (
    <svg class="qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={inAttribute(label)}>
      <rect width={size} height={size} fill="#fff" />
      <path d={d} fill="#000" />
    </svg>
  );
}
