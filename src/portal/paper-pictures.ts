/** 下载件里的图片 [PRT-87]: those of the edition the public reads, in a size for paper; of what would make the file too large the paper says what it shows. */
import type { PaperPictures } from '../publications/document-words.ts';
import { picturesIn, sizeFor } from '../publications/picture.ts';
import type { PublicDocument } from '../publications/public-view.ts';
import { publicPicture } from '../publications/store/pictures.ts';
import type { Portal } from './portal.ts';

/** As wide as a page at 150 dots an inch. */
const WIDE = 960;
/** Of all pictures of one file together. */
const MOST_BYTES = 6 * 1024 * 1024;

export async function paperPictures(
  { id, bodyHtml }: Pick<PublicDocument, 'id' | 'bodyHtml'>,
  { house, files }: Pick<Portal, 'house' | 'files'>,
): Promise<PaperPictures> {
  const pictures = new Map<string, PaperPictures extends ReadonlyMap<string, infer Each> ? Each : never>();
  let left = MOST_BYTES;
  for (const hash of picturesIn(bodyHtml)) {
    const found = await publicPicture(house.db, id, hash);
    if (!found) continue;
    const size = sizeFor(found, WIDE);
    if (size.bytes > left) continue;
    left -= size.bytes;
    const pieces: Buffer[] = [];
    for await (const piece of files.read(size.id)) pieces.push(piece as Buffer);
    const { width, height } = size;
    pictures.set(hash, { format: found.kind, width, height, content: Buffer.concat(pieces) });
  }
  return pictures;
}
