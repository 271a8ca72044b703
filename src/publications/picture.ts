/**
 * 正文里的图片 BodyPicture [PUB-64…66] (《条例》第十五条、第十七条): it stands in the body under the hash of its content, so that another picture makes
 * another edition. In the body it has one address; whoever shows the body says where its pictures are read.
 */
import type { AgencyId } from '../people/agency.ts';
import { art } from '../statute/articles.ts';
import { type Refusal, refuse } from '../statute/refusal.ts';

/** SHA-256 of the largest size, hexadecimal. */
export type PictureHash = string;

export interface BodyPicture {
  readonly agencyId: AgencyId;
  readonly sha256: PictureHash;
  readonly kind: 'jpg' | 'png';
  /** Kept files, the smallest first. */
  readonly sizes: readonly {
    readonly id: string;
    readonly width: number;
    readonly height: number;
    readonly bytes: number;
  }[];
}

/** The only address a picture of a body has. */
export const PICTURE_ADDRESS = /^\/pictures\/[0-9a-f]{64}$/;

export const addressOfPicture = (sha256: PictureHash) => `/pictures/${sha256}`;

/** How many stand in one body. */
export const MOST_PICTURES = 60;

/** Of a cleaned body, each once, in the order of the text. */
export function picturesIn(cleanHtml: string): PictureHash[] {
  return [...new Set([...cleanHtml.matchAll(/<img[^>]* src="\/pictures\/([0-9a-f]{64})"/g)].map(([, hash]) => hash!))];
}

/** Narrower ones are made of each, as far as it is wider itself. */
const NARROWER = [480, 960] as const;

/**
 * A cleaned body as it is shown: each picture at an address below `base`, narrower ones beside it for narrow screens.
 * @param base `/documents/ID`
 */
export function bodyShown(cleanHtml: string, base: string): string {
  return cleanHtml.replace(/<img\b[^>]*>/g, (tag) => {
    const hash = /\ssrc="\/pictures\/([0-9a-f]{64})"/.exec(tag)?.[1];
    if (hash === undefined) return tag;
    const address = `${base}/pictures/${hash}`;
    const width = Number(/\swidth="(\d{1,5})"/.exec(tag)?.[1] ?? 0);
    const narrower = NARROWER.filter((one) => one < width).map((one) => `${address}?width=${one} ${one}w`);
    const choice =
      narrower.length > 0
        ? ` srcset="${[...narrower, `${address} ${width}w`].join(', ')}" sizes="(max-width: ${width}px) 100vw, ${width}px"`
        : '';
    return tag.replace(/\ssrc="[^"]*"/, ` src="${address}"${choice} loading="lazy"`);
  });
}

/** The same where each picture has one address: on a page that is not at its own. */
export function bodyElsewhere(cleanHtml: string, addressOf: (sha256: PictureHash) => string): string {
  return cleanHtml.replace(/(<img\b[^>]*\ssrc=")\/pictures\/([0-9a-f]{64})"/g, (_, before: string, hash: string) => {
    return `${before}${addressOf(hash)}"`;
  });
}

/** The narrowest that is as wide as asked, else the widest. */
export function sizeFor(
  { sizes }: Pick<BodyPicture, 'sizes'>,
  width: number | undefined,
): BodyPicture['sizes'][number] {
  return (width === undefined ? undefined : sizes.find((size) => size.width >= width)) ?? sizes.at(-1)!;
}

/** A body names pictures somebody uploaded for its agency, and not too many. @param known of those it names */
export function refuseUnknownPictures(cleanHtml: string, known: ReadonlySet<PictureHash>): Refusal | undefined {
  const named = picturesIn(cleanHtml);
  if (named.length > MOST_PICTURES)
    return refuse('PUB-65', art(17), `正文里的图片最多 ${MOST_PICTURES} 张。请把多出来的作为附件。`);
  return named.every((hash) => known.has(hash))
    ? undefined
    : refuse(
        'PUB-65',
        art(17),
        '正文里有的图片不是为这个机关上传的，或者放得太久已经清理。请删去这张图片，重新插入，再保存。',
      );
}

const BASIS = '网络安全等级保护的要求（恶意代码防范）';
const FAULTS = {
  drawn: '不接收 SVG、EMF、WMF 这类矢量图。请另存为 PNG 或者 JPG，再插入。',
  notPicture: '这份文件不是图片。请选择 JPG、PNG、GIF 或者 WebP 图片。',
  tooLarge: '图片展开以后超过五千万个像素，没有接收。请缩小以后再插入。',
  damaged: '图片已经损坏，读不出来。请用看图软件打开，另存为 PNG 或者 JPG，再插入。',
} as const;

export function refusePicture(fault: keyof typeof FAULTS): Refusal {
  return refuse('PUB-64', BASIS, FAULTS[fault]);
}
