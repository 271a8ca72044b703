/** 收下图片 [PUB-64]: drawn anew in its sizes, each kept, named by one row in the transaction that says who put it there. */
import { perform } from '../../perform.ts';
import type { FileStore } from '../../platform/files/file-store.ts';
import type { PictureCut } from '../../platform/papers/picture-cut.ts';
import { pictureSizes } from '../../platform/papers/picture-sizes.ts';
import { type BodyPicture, refusePicture } from '../../publications/picture.ts';
import { findPictures, pictureStairs } from '../../publications/store/pictures.ts';
import { isRefusal, type Refusal } from '../../statute/refusal.ts';
import type { DeskDeps } from '../desk.ts';
import type { Officer } from '../reach.ts';

export interface MadePicture {
  readonly picture: BodyPicture;
  /** Takes its files off the shelf again. */
  forget(): Promise<unknown>;
}

/** Its sizes on the shelf; no row names them yet. @param cut what of it is shown */
export async function makePicture(
  file: Buffer,
  agencyId: string,
  files: Pick<FileStore, 'keep' | 'remove'>,
  cut?: PictureCut,
): Promise<MadePicture | Refusal> {
  const made = await pictureSizes(file, cut);
  if (typeof made === 'string') return refusePicture(made);
  const sizes: BodyPicture['sizes'][number][] = [];
  const forget = () => Promise.all(sizes.map(({ id }) => files.remove(id)));
  let sha256 = '';
  for (const { width, height, content } of made.sizes) {
    const kept = await files.keep([content] as unknown as AsyncIterable<Buffer>, `picture.${made.kind}`);
    if (isRefusal(kept)) {
      await forget();
      return kept;
    }
    sizes.push({ id: kept.id, width, height, bytes: kept.bytes });
    sha256 = kept.sha256;
  }
  return { picture: { agencyId, sha256, kind: made.kind, sizes }, forget };
}

export async function keepPicture(
  file: Buffer,
  agencyId: string,
  officer: Officer,
  { house, files }: Pick<DeskDeps, 'house' | 'files'>,
  cut?: PictureCut,
): Promise<BodyPicture | Refusal> {
  const made = await makePicture(file, agencyId, files, cut);
  if (isRefusal(made)) return made;
  const { picture, forget } = made;
  const done = await perform(house, pictureStairs, officer, { verb: 'addPicture', picture });
  if (isRefusal(done)) {
    await forget();
    return done;
  }
  // Put there before: the first one's files stand in the row.
  const there = (await findPictures(house.db, picture.sha256, [agencyId])) ?? picture;
  if (there.sizes[0]?.id !== picture.sizes[0]?.id) await forget();
  return there;
}
