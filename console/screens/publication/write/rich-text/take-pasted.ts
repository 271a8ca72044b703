/** 粘贴带图片的内容 [PUB-70]: each picture is kept as one that is put in by hand, and stands where it stood; those that are not to be had are told of. */
import { type PicturePlace, picturesFor } from './clipboard-pictures.ts';
import { pasted } from './pasted.ts';

export interface KeptPicture {
  readonly address: string;
  readonly width: number;
  readonly height: number;
}

export interface Clipboard {
  readonly html: string;
  readonly rtf: string;
  readonly files: readonly File[];
}

/** Places of pictures in what is pasted, where there are any; a picture copied alone has one without a page. */
export function placesIn({ html, files }: Clipboard): readonly PicturePlace[] {
  const places: PicturePlace[] = [];
  pasted(html, (place) => {
    places.push(place);
    return '';
  });
  if (places.length > 0 || html.trim() !== '') return places;
  return files.filter(({ type }) => type.startsWith('image/')).map(() => ({ src: 'file:', alt: '' }));
}

/** @param keep puts a picture on its shelf; throws where it is not taken; @param whyNot says of what it threw why */
export async function takePasted(
  clipboard: Clipboard,
  keep: (picture: File) => Promise<KeptPicture>,
  whyNot: (error: unknown) => string,
): Promise<{ readonly html: string; readonly says: string }> {
  const places = placesIn(clipboard);
  const pictures = picturesFor(
    places,
    clipboard.rtf,
    clipboard.files.filter(({ type }) => type.startsWith('image/')),
  );
  const kept: (KeptPicture | null)[] = [];
  const refused = new Set<string>();
  for (const picture of pictures) {
    try {
      kept.push(picture && (await keep(picture)));
    } catch (error) {
      kept.push(null);
      refused.add(whyNot(error));
    }
  }
  let at = 0;
  const placed = ({ alt }: PicturePlace) => {
    const picture = kept[at];
    at += 1;
    return picture ? pictureHtml(picture, alt) : '';
  };
  const html = clipboard.html.trim() === '' ? places.map(placed).join('') : pasted(clipboard.html, placed);
  return { html, says: told(kept, pictures, [...refused]) };
}

function pictureHtml({ address, width, height }: KeptPicture, alt: string): string {
  const words = isNamed(alt) ? alt.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;') : '';
  return `<img src="${address}" alt="${words}" width="${width}" height="${height}">`;
}

/** What a program calls a picture by itself says nothing of it. */
function isNamed(alt: string): boolean {
  return !/^(?:图片|图像|图形|picture|image|img|wps|clip_image)?[\s\d_-]*(?:\.\w+)?$/i.test(alt.trim());
}

function told(kept: readonly unknown[], pictures: readonly unknown[], refused: readonly string[]): string {
  const taken = kept.filter(Boolean).length;
  const lacking = pictures.filter((picture) => picture === null).length;
  const says = [
    taken > 0 ? `粘贴的 ${taken} 张图片放进了正文，请逐张写上说明文字。` : '',
    lacking > 0
      ? `粘贴的内容里有 ${lacking} 张图片没有带进来：剪贴板里只有它在原来电脑或者网站上的地址，或者它是图元文件、裁剪过的图片。请把图片另存以后用“图片”放入，或者上传 Word 稿件。`
      : '',
    ...refused.map((why) => `粘贴的图片没有放进来：${why}`),
  ];
  return says.filter((one) => one !== '').join('');
}
