/** 素材 [XCH-24]: the cover and the picture of a text, each content uploaded once for an account. Without a picture in the original a plain cover stands there. */
import { createHash } from 'node:crypto';
import type { Db } from '../../../platform/database.ts';
import type { FileStore } from '../../../platform/files/file-store.ts';
import { picturesIn, sizeFor } from '../../../publications/picture.ts';
import type { Shareable } from '../../../publications/store/shareable.ts';
import type { NotTold, PlatformFile } from '../../adapters/wechat/wechat-call.ts';
import type { WechatClient } from '../../adapters/wechat/wechat-client.ts';
import type { ArticlePicture } from '../../wechat/article.ts';
import './tables.ts';

export interface MaterialGround {
  readonly files: Pick<FileStore, 'read'>;
  readonly plainCover: () => Promise<Buffer>;
}

interface Uploading extends MaterialGround {
  readonly db: Db;
  readonly now: () => Date;
}

export interface Cover {
  readonly id: string;
  readonly picture: ArticlePicture | null;
}

/** The platform takes pictures of a text up to a megabyte. */
const WIDTH = 960;

export async function coverOf(
  ground: Uploading,
  client: WechatClient,
  accountId: string,
  { live }: Shareable,
): Promise<Cover | NotTold> {
  const first = live && picturesIn(live.bodyHtml)[0];
  const picture = live?.pictures.find(({ sha256 }) => sha256 === first);
  if (!picture) {
    const content = await ground.plainCover();
    const file = { name: 'cover.png', type: 'image/png', content };
    const id = await uploaded(ground, accountId, createHash('sha256').update(content).digest('hex'), 'cover', () =>
      client.uploadCover(file),
    );
    return typeof id === 'string' ? { id, picture: null } : id;
  }
  const file = await fileOf(ground, picture.kind, sizeFor(picture, WIDTH).id);
  const id = await uploaded(ground, accountId, picture.sha256, 'cover', () => client.uploadCover(file));
  if (typeof id !== 'string') return id;
  const url = await uploaded(ground, accountId, picture.sha256, 'text', () => client.uploadPicture(file));
  return typeof url === 'string' ? { id, picture: { url } } : url;
}

async function fileOf({ files }: Uploading, kind: 'jpg' | 'png', id: string): Promise<PlatformFile> {
  const pieces: Buffer[] = [];
  for await (const piece of files.read(id)) pieces.push(piece);
  return { name: `picture.${kind}`, type: kind === 'jpg' ? 'image/jpeg' : 'image/png', content: Buffer.concat(pieces) };
}

async function uploaded(
  { db, now }: Uploading,
  accountId: string,
  sha256: string,
  place: 'cover' | 'text',
  upload: () => Promise<string | NotTold>,
): Promise<string | NotTold> {
  const known = await db
    .selectFrom('wechat_materials')
    .select('told')
    .where('account_id', '=', accountId)
    .where('sha256', '=', sha256)
    .where('place', '=', place)
    .executeTakeFirst();
  if (known) return known.told;
  const told = await upload();
  if (typeof told !== 'string') return told;
  await db
    .insertInto('wechat_materials')
    .values({ account_id: accountId, sha256, place, told, uploaded_at: now() })
    .onConflict((same) => same.doNothing())
    .execute();
  return told;
}
