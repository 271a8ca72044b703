/** 不透明的图片: a picture that lies over letters as a sheet of paper would, by what pdf.js made of it. */
import type { PDFPageProxy } from 'pdfjs-dist';

interface Decoded {
  readonly kind?: number;
  readonly data?: Uint8Array | Uint8ClampedArray | null;
}

/** Where the pictures of a page lie once they are decoded. */
export interface Pictures {
  has(name: string): boolean;
  get(name: string): unknown;
}

/** Those of the page, and those that pages share. */
export function picturesOf({ objs, commonObjs }: PDFPageProxy): Pictures {
  const lying = (name: string) => (name.startsWith('g_') ? commonObjs : objs) as Pictures;
  return { has: (name) => lying(name).has(name), get: (name) => lying(name).get(name) };
}

/** Of pdf.js: a bit or three bytes for each point; four with how much shines through. */
const [GREY, COLOURED, WITH_ALPHA] = [1, 2, 3];
/** So many points are looked at: a seal shines through almost everywhere. */
const SAMPLES = 400;

/** @param shown the name of a picture, or itself */
export function isOpaque(shown: unknown, pictures: Pictures): boolean {
  const picture = typeof shown === 'string' ? (pictures.has(shown) ? pictures.get(shown) : undefined) : shown;
  const { kind, data } = (picture ?? {}) as Decoded;
  if (kind === GREY || kind === COLOURED) return true;
  if (kind !== WITH_ALPHA || !data || data.length < 4) return false;
  const points = data.length >> 2;
  const step = Math.max(1, Math.floor(points / SAMPLES));
  for (let point = 0; point < points; point += step) if (data[point * 4 + 3] !== 255) return false;
  return true;
}
