/**
 * 图片 → 几种尺寸 [PUB-64]: a picture is drawn anew from its dots, so that nothing else of the file is left: no place, no time, no device, no
 * hidden thumbnail. What would unfold into more dots than a page can use is not unfolded.
 */
import sharp from 'sharp';
import { type PictureCut, rectangleOf } from './picture-cut.ts';

export interface PictureSize {
  readonly width: number;
  readonly height: number;
  readonly content: Buffer;
}

export interface Picture {
  readonly kind: 'jpg' | 'png';
  /** The smallest first; the last is the picture itself. */
  readonly sizes: readonly PictureSize[];
}

/** `drawn`: SVG and the drawings of Windows, which are programs more than pictures. */
export type PictureFault = 'drawn' | 'notPicture' | 'tooLarge' | 'damaged';

// One thread a picture, and nothing kept between them: the rest of the machine answers the public.
sharp.concurrency(1);
sharp.cache(false);

/** Wider is not shown; a phone takes the smallest. */
const WIDTHS = [480, 960, 1600] as const;
/** Dots before it is made smaller: a scan of A3 at 400 dpi has 31 million. */
const MOST_DOTS = 50_000_000;
const SECONDS = 20;

/** First bytes, hexadecimal. */
const TAKEN = [
  { format: 'jpeg', starts: /^ffd8ff/ },
  { format: 'png', starts: /^89504e470d0a1a0a/ },
  { format: 'gif', starts: /^474946383[79]61/ },
  { format: 'webp', starts: /^52494646.{8}57454250/ },
] as const;
const DRAWN_TEXT = /^(?:\xef\xbb\xbf)?\s*<(?:\?xml|svg|!--|!DOCTYPE)/i;
/** EMF and WMF. */
const DRAWN = /^01000000.{72}20454d46|^d7cdc69a/;

/** @param cut what of it is shown: the rest is not there any more */
export async function pictureSizes(file: Buffer, cut?: PictureCut): Promise<Picture | PictureFault> {
  const head = file.subarray(0, 100).toString('hex');
  // By its first bytes, before any decoder sees it: what the name says is not believed.
  const taken = TAKEN.find(({ starts }) => starts.test(head));
  if (!taken) {
    const isDrawn = DRAWN.test(head) || DRAWN_TEXT.test(file.subarray(0, 100).toString('latin1'));
    return isDrawn ? 'drawn' : 'notPicture';
  }
  try {
    const options = { limitInputPixels: MOST_DOTS, failOn: 'error', pages: 1 } as const;
    const { width, height, format, hasAlpha } = await sharp(file, { ...options, limitInputPixels: false }).metadata();
    if (width * height > MOST_DOTS) return 'tooLarge';
    if (format !== taken.format) return 'damaged';
    const isPhoto = format === 'jpeg' || (format === 'webp' && !hasAlpha);
    const shown = cut ? await cutOut(sharp(file, options), cut, width, height) : file;
    if (!shown) return 'notPicture';
    const sizes: PictureSize[] = [];
    let before = 0;
    for (const most of WIDTHS) {
      // The one before is already as wide as the picture is.
      if ((sizes.at(-1)?.width ?? 0) < before) break;
      before = most;
      // Turned as the camera says first: what says so is left out afterwards.
      const drawn = sharp(shown, options).autoOrient().resize({ width: most, withoutEnlargement: true });
      const made = isPhoto ? drawn.jpeg({ quality: 82, mozjpeg: true }) : drawn.png({ compressionLevel: 9 });
      const { data: content, info: measured } = await made
        .timeout({ seconds: SECONDS })
        .toBuffer({ resolveWithObject: true });
      sizes.push({ width: measured.width, height: measured.height, content });
    }
    return { kind: isPhoto ? 'jpg' : 'png', sizes };
  } catch {
    return 'damaged';
  }
}

/** Cut in the dots as they lie in the file, then mirrored, then turned, as Word does. */
async function cutOut(
  picture: sharp.Sharp,
  cut: PictureCut,
  width: number,
  height: number,
): Promise<Buffer | undefined> {
  const rectangle = rectangleOf(cut, width, height);
  if (!rectangle) return undefined;
  const part = picture.extract(rectangle).flop(cut.across).flip(cut.down).png().timeout({ seconds: SECONDS });
  const mirrored = await part.toBuffer();
  return cut.quarters === 0
    ? mirrored
    : sharp(mirrored)
        .rotate(cut.quarters * 90)
        .png()
        .toBuffer();
}
