/**
 * 旧网站导入 [PUB-91…94]: each article with its pictures and attachments in one transaction of its own, under its former address. Killed anywhere,
 * the next run finds by these addresses what is there and goes on. A trial run goes the same way and gives everything back at its end.
 */
import { examinedUpload } from '../../desk/publications/examined-upload.ts';
import { makePicture } from '../../desk/publications/keep-picture.ts';
import type { LookInto } from '../../desk/publications/look-into.ts';
import { SYSTEM } from '../../people/actor.ts';
import { climb, type House, inTransaction } from '../../perform.ts';
import type { FileStore } from '../../platform/files/file-store.ts';
import { PICTURE_BYTES } from '../../platform/files/limits.ts';
import { formerPath } from '../../publications/former-address.ts';
import {
  FORMER_COLUMNS,
  type FormerArticle,
  type FormerGround,
  readFormerArticle,
} from '../../publications/former-article.ts';
import { type FormerPicture, turnBody } from '../../publications/former-body.ts';
import type { FormerLine } from '../../publications/former-list.ts';
import { addressOfPicture } from '../../publications/picture.ts';
import { type AddAttachedFile, attachedFileStairs } from '../../publications/store/attached-files.ts';
import { formerAddressStairs, takenOver } from '../../publications/store/former-addresses.ts';
import { findPictures, pictureStairs } from '../../publications/store/pictures.ts';
import { publicationStairs } from '../../publications/store/stairs.ts';
import { wordsFor } from '../../review/store.ts';
import { isRefusal, type Refusal, refuse } from '../../statute/refusal.ts';
import type { FormerFile, FormerFiles } from './former-files.ts';
import type { Imported, ImportRemark } from './import-report.ts';

export interface ImportWish {
  readonly lines: readonly FormerLine[];
  readonly ground: FormerGround;
  readonly folder: FormerFiles;
  readonly house: House;
  readonly files: Pick<FileStore, 'keep' | 'read' | 'remove'>;
  readonly lookInto: LookInto;
  readonly dryRun: boolean;
  readonly onProgress: (done: number, so: Imported) => void;
}

const LOOKED_UP_AT_ONCE = 1_000;
const TOLD_EVERY = 100;

type Told = Omit<ImportRemark, 'at' | 'title'>;

export async function importSite(wish: ImportWish): Promise<Imported> {
  const { lines, ground } = wish;
  const remarks: ImportRemark[] = [];
  const seen = new Map<string, number>();
  let [imported, before, refused] = [0, 0, 0];
  let there: ReadonlySet<string> = new Set();
  const so = (): Imported => ({ lines: lines.length, imported, before, refused, remarks });
  for (const [i, { at, form }] of lines.entries()) {
    if (i % LOOKED_UP_AT_ONCE === 0) there = await takenBefore(wish, i);
    const title = form.title.trim().slice(0, 60);
    const tell = (told: readonly Told[]) => remarks.push(...told.map((one) => ({ ...one, at, title })));
    const { article, faults } = readFormerArticle(form, ground);
    const twice = article && seen.get(article.path);
    if (article && twice === undefined) seen.set(article.path, at);
    if (!article || twice !== undefined) {
      refused += 1;
      tell(
        article
          ? [stop('原网址', `与第 ${twice} 行是同一个网址。`, '一个网址留一条。')]
          : faults.map(({ key, says, advice }) => stop(headOf(key), says, advice)),
      );
    } else if (there.has(article.path)) before += 1;
    else {
      const told = await takeOver(article, wish);
      tell(told);
      if (told.some((one) => one.refused)) refused += 1;
      else imported += 1;
    }
    if ((i + 1) % TOLD_EVERY === 0) wish.onProgress(i + 1, so());
  }
  return so();
}

function takenBefore({ lines, house }: ImportWish, from: number): Promise<ReadonlySet<string>> {
  const paths = lines.slice(from, from + LOOKED_UP_AT_ONCE).flatMap(({ form }) => formerPath(form.address) ?? []);
  return takenOver(house.db, [...new Set(paths)]);
}

const headOf = (key: string) => FORMER_COLUMNS.find((column) => column.key === key)?.head ?? key;
const stop = (field: string, says: string, advice: string): Told => ({ field, says, advice, refused: true });
const remark = (field: string, says: string, advice: string): Told => ({ field, says, advice, refused: false });

/** What is on the shelf for one article; given back where the article is refused. */
interface Gathered {
  readonly pictures: {
    readonly place: string;
    readonly made: Exclude<Awaited<ReturnType<typeof makePicture>>, Refusal>;
  }[];
  readonly attached: { readonly place: string; readonly path: string; readonly file: AddAttachedFile['file'] }[];
  readonly told: Told[];
}

async function takeOver(article: FormerArticle, wish: ImportWish): Promise<readonly Told[]> {
  const gathered: Gathered = { pictures: [], attached: [], told: [] };
  const giveBack = () =>
    Promise.all([
      ...gathered.pictures.map(({ made }) => made.forget()),
      ...gathered.attached.map(({ file }) => wish.files.remove(file.id)),
    ]);
  await gather(article, wish, gathered);
  if (gathered.told.some(({ refused }) => refused)) {
    await giveBack();
    return gathered.told;
  }
  const outcome = await enter(article, gathered, wish);
  if (outcome === 'tried' || isRefusal(outcome)) await giveBack();
  else await dropRepeated(gathered, wish);
  return isRefusal(outcome)
    ? [...gathered.told, ...outcome.says.split('\n').map((says) => stop('内容', says, `依据：${outcome.basis}。`))]
    : gathered.told;
}

/** Files the article names, and what its body shows and points at. */
async function gather(article: FormerArticle, wish: ImportWish, gathered: Gathered): Promise<void> {
  const { told } = gathered;
  const places = new Map<string, string>();
  const pictures = new Set<string>();
  for (const { name, place } of article.files) places.set(place, name);
  turnBody(article.command.bodyHtml, article.path, {
    picture: (place) => void pictures.add(place),
    file(place) {
      if (wish.folder.find(place)) places.set(place, places.get(place) ?? '');
      else
        told.push(
          remark(
            '正文',
            `链接指向的文件“${place}”不在 --files 文件夹里。`,
            '链接仍按原网址，多半打不开；把文件放进去再导入，或者以后在工作台补上。',
          ),
        );
      return undefined;
    },
  });
  for (const place of pictures) await gatherPicture(place, article, wish, gathered);
  for (const [place, name] of places) await gatherFile(place, name, article, wish, gathered);
}

async function gatherPicture(place: string, { command }: FormerArticle, wish: ImportWish, gathered: Gathered) {
  const file = place.startsWith('data:') ? inPage(place) : wish.folder.find(place);
  const shown = place.startsWith('data:') ? '直接写在正文里的图片' : `图片“${place}”`;
  if (!file) {
    gathered.told.push(
      remark('正文', `${shown}不在 --files 文件夹里，没有带进来。`, '放进去再导入，或者以后在工作台补上。'),
    );
    return;
  }
  if (file.bytes > PICTURE_BYTES) {
    gathered.told.push(
      remark('正文', `${shown}超过 ${PICTURE_BYTES / 1_048_576} MB，没有带进来。`, '缩小以后在工作台补上。'),
    );
    return;
  }
  const pieces: Buffer[] = [];
  for await (const piece of file.read()) pieces.push(piece);
  const made = await makePicture(Buffer.concat(pieces), command.agencyId, wish.files);
  if (isRefusal(made)) gathered.told.push(remark('正文', `${shown}没有带进来：${made.says}`, '以后在工作台补上。'));
  else gathered.pictures.push({ place, made });
}

/** A picture written into the page itself. */
function inPage(data: string): Pick<FormerFile, 'bytes' | 'read'> | undefined {
  const coded = /^data:image\/[a-z+.-]+;base64,([A-Za-z0-9+/=\s]+)$/.exec(data)?.[1];
  if (coded === undefined) return undefined;
  const bytes = Buffer.from(coded, 'base64');
  return {
    bytes: bytes.length,
    read: async function* () {
      yield bytes;
    },
  };
}

async function gatherFile(
  place: string,
  name: string,
  { command }: FormerArticle,
  wish: ImportWish,
  gathered: Gathered,
) {
  const found = wish.folder.find(place);
  if (!found || gathered.attached.some(({ path }) => path === found.path)) {
    if (!found)
      gathered.told.push(stop('附件', `“${place}”不在 --files 文件夹里。`, '把文件放进去，或者从清单里删去这一个。'));
    return;
  }
  const kept = await wish.files.keep(found.read(), name === '' ? found.name : named(name, found.name));
  if (isRefusal(kept)) {
    gathered.told.push(stop('附件', `“${place}”：${kept.says}`, ''));
    return;
  }
  const finder = await wordsFor(wish.house.db, command.agencyId);
  const file = await examinedUpload(kept, command.agencyId, wish.files, wish.lookInto, finder);
  if (isRefusal(file)) {
    await wish.files.remove(kept.id);
    gathered.told.push(stop('附件', `“${place}”：${file.says}`, ''));
  } else gathered.attached.push({ place, path: found.path, file });
}

/** The ending is that of the file, whatever it is called. */
function named(name: string, fileName: string): string {
  const ending = /\.[^.]+$/.exec(fileName)?.[0] ?? '';
  return name.toLowerCase().endsWith(ending.toLowerCase()) ? name : name + ending;
}

/** All of one article, or nothing of it. */
async function enter(article: FormerArticle, { pictures, attached, told }: Gathered, wish: ImportWish) {
  const { house, dryRun } = wish;
  const id = house.newId();
  const { html, leftOut } = bodyOf(article, id, { pictures, attached });
  if (leftOut.length > 0)
    told.push(
      remark('正文', `去掉了不能带进来的内容：${leftOut.join('、')}。`, '导入以后打开看一看，需要的改成附件或者链接。'),
    );
  const { agencyId } = article.command;
  const done = await inTransaction(house.db, async (tx) => {
    for (const { file } of attached) {
      const added = await climb(tx, house, attachedFileStairs, SYSTEM, { verb: 'addAttachedFile', file });
      if (isRefusal(added)) return added;
    }
    for (const { made } of pictures) {
      const added = await climb(tx, house, pictureStairs, SYSTEM, { verb: 'addPicture', picture: made.picture });
      if (isRefusal(added)) return added;
    }
    const document = await climb(tx, { ...house, newId: () => id }, publicationStairs, SYSTEM, {
      ...article.command,
      bodyHtml: html,
      attachments: attached.map(({ file }) => file.id),
    });
    if (isRefusal(document)) return document;
    const kept = await climb(tx, house, formerAddressStairs, SYSTEM, {
      ...{ verb: 'keepFormerAddress', agencyId, documentId: id, path: article.path },
      files: attached.flatMap(({ place, file }) => {
        const path = formerPath(place, article.path);
        return path === undefined || path === article.path ? [] : [{ path, fileId: file.id }];
      }),
    });
    return isRefusal(kept) ? kept : dryRun ? TRIED : kept;
  });
  return done === TRIED ? ('tried' as const) : done;
}

/** Gives everything of a trial back. */
const TRIED = refuse('TRIED', '试运行', '');

function bodyOf(article: FormerArticle, id: string, { pictures, attached }: Pick<Gathered, 'pictures' | 'attached'>) {
  let shown = 0;
  return turnBody(article.command.bodyHtml, article.path, {
    picture(place, alt): FormerPicture | undefined {
      const made = pictures.find((one) => one.place === place)?.made.picture;
      const widest = made?.sizes.at(-1);
      if (!made || !widest) return undefined;
      shown += 1;
      const { width, height } = widest;
      const words = alt || `“${article.command.particulars.title}”配图 ${shown}`;
      return { src: addressOfPicture(made.sha256), alt: words, width, height };
    },
    file(place) {
      const file = attached.find((one) => one.place === place)?.file;
      return file && `/documents/${id}/files/${file.id}`;
    },
  });
}

/** A picture that was there before keeps its first files. */
async function dropRepeated({ pictures }: Gathered, { house }: ImportWish): Promise<void> {
  for (const { made } of pictures) {
    const there = await findPictures(house.db, made.picture.sha256, [made.picture.agencyId]);
    if (there?.sizes[0]?.id !== made.picture.sizes[0]?.id) await made.forget();
  }
}
