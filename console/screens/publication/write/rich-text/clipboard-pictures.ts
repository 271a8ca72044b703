/**
 * 剪贴板里的图片 [PUB-70]: the pages Word and WPS put on the clipboard name their pictures by places on the typist's own machine, which no page may read; the
 * pictures themselves lie beside them, as data in the address, as files, or in hexadecimal figures in the RTF of the same text.
 */

/** A picture where it stands in what is pasted. */
export interface PicturePlace {
  readonly src: string;
  readonly alt: string;
}

/** For each place its picture; null where the clipboard has none for it. */
export function picturesFor(
  places: readonly PicturePlace[],
  rtf: string,
  files: readonly File[],
): readonly (File | null)[] {
  const own = places.filter(({ src }) => isOnMachine(src));
  const inRtf = own.length > 0 ? rtfPictures(rtf) : [];
  // Which is which only their order says, so each must have one.
  const beside = files.length === own.length ? files : inRtf.length === own.length ? inRtf : [];
  return places.map((place) => dataPicture(place.src) ?? beside[own.indexOf(place)] ?? null);
}

/** What is not of the web is of the machine it was copied on. */
function isOnMachine(src: string): boolean {
  return !/^(?:https?:|data:|\/)/i.test(src);
}

function dataPicture(src: string): File | null {
  const [, type, words] = /^data:(image\/[\w.+-]+);base64,([\s\S]+)$/i.exec(src) ?? [];
  if (type === undefined || words === undefined) return null;
  try {
    return pictureFile(
      Uint8Array.from(atob(words.replace(/\s/g, '')), (letter) => letter.charCodeAt(0)),
      type,
    );
  } catch {
    return null;
  }
}

function pictureFile(bytes: Uint8Array<ArrayBuffer>, type: string): File {
  return new File([bytes], `pasted.${type.slice(type.indexOf('/') + 1).replace('jpeg', 'jpg')}`, { type });
}

const MOST_PICTURES = 100;

/** Cut by Word, which puts the whole picture on the clipboard all the same. */
const CUT = /\\piccrop[lrtb][1-9]|\\sn cropFrom\w+\}\{\\sv [1-9]/;

/** Pictures of an RTF in their order; null for a drawing (EMF, WMF), which no page shows, and for one that was cut [PUB-108]. */
export function rtfPictures(rtf: string): (File | null)[] {
  const pictures: (File | null)[] = [];
  for (
    let at = rtf.indexOf('{\\pict');
    at >= 0 && pictures.length < MOST_PICTURES;
    at = rtf.indexOf('{\\pict', at + 1)
  ) {
    // A second time, for programs that know no other kinds.
    if (/\{\\nonshppict\s*$/.test(rtf.slice(Math.max(0, at - 20), at))) continue;
    const group = rtf.slice(at, endOfGroup(rtf, at));
    const head = group.slice(0, 2_000);
    const type = head.includes('\\pngblip') ? 'image/png' : head.includes('\\jpegblip') ? 'image/jpeg' : undefined;
    pictures.push(type === undefined || CUT.test(head) ? null : pictureFile(bytesIn(group), type));
  }
  return pictures;
}

function endOfGroup(rtf: string, from: number): number {
  let depth = 0;
  for (let at = from; at < rtf.length; at += 1) {
    if (rtf[at] === '{') depth += 1;
    if (rtf[at] === '}') depth -= 1;
    if (depth === 0) return at;
  }
  return rtf.length;
}

/** The figures behind the last word of control, groups and all that is said of the picture left out. */
function bytesIn(group: string): Uint8Array<ArrayBuffer> {
  const figures = group
    .replace(/\{[^{}]*\}/g, '')
    .replace(/\\[a-z]+-?\d*/gi, ' ')
    .replace(/[^\da-f]/gi, '');
  return Uint8Array.from({ length: figures.length >> 1 }, (_, n) =>
    Number.parseInt(figures.slice(n * 2, n * 2 + 2), 16),
  );
}
