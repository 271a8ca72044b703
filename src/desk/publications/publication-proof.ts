/** 证明曾经公开 [PUB-95]: gathers what proves that an edition was public, as whoever hears the case can check it by himself. */
import { Readable } from 'node:stream';
import { sm3, textOfEntry } from '../../ledger/entry.ts';
import { entriesOf, verifyLedger } from '../../ledger/store.ts';
import { isFault } from '../../ledger/verify.ts';
import { namesOfOfficers } from '../../people/store.ts';
import { FILE_KINDS, type FileKindName } from '../../platform/files/file-kinds.ts';
import type { FileStore } from '../../platform/files/file-store.ts';
import { paperDocx } from '../../platform/papers/docx.ts';
import { paperPdf } from '../../platform/papers/pdf.ts';
import type { ZippedFile } from '../../platform/papers/zip-writer.ts';
import { cleanBody } from '../../publications/body.ts';
import type { Document } from '../../publications/document.ts';
import { documentPaper } from '../../publications/document-paper.ts';
import { textOfEdition } from '../../publications/edition.ts';
import { type PictureHash, picturesIn, sizeFor } from '../../publications/picture.ts';
import { type ProofPiece, type ProofWords, proofCover, trailPaper } from '../../publications/proof/proof-papers.ts';
import type { PublicPeriod } from '../../publications/proof/public-period.ts';
import { releaseContent } from '../../publications/proof/release-content.ts';
import { TRAIL_TERMS, trailOf } from '../../publications/proof/trail.ts';
import { findPictures } from '../../publications/store/pictures.ts';
import { columnsAtRelease } from '../../publications/store/proof.ts';
import { editionAsItWas } from '../../publications/store/public-document.ts';
import { WITHDRAWAL_REASONS } from '../../publications/withdrawal.ts';
import { letterOffice } from '../../requests/store/letters.ts';
import { art } from '../../statute/articles.ts';
import { civilDateAt } from '../../statute/civil-date.ts';
import { type Refusal, refuse } from '../../statute/refusal.ts';
import type { DeskDeps } from '../desk.ts';
import { secondInShanghai } from '../in-shanghai.ts';
import { Bundle, type Labels } from '../requests/bundle.ts';
import { toldMark } from './publication-view.ts';

type Deps = Pick<DeskDeps, 'house' | 'files' | 'config' | 'drawPage'>;

/** @param periods of every edition that was public; `period` is one of them */
export async function proofFiles(
  document: Document,
  period: PublicPeriod,
  periods: readonly PublicPeriod[],
  deps: Deps,
): Promise<readonly ZippedFile[] | Refusal> {
  const { db, now } = deps.house;
  const { edition, release, end } = period;
  const original = textOfEdition(edition);
  if (sm3(original) !== edition.hash) return NOT_THE_SAME;
  const chain = await verifyLedger(db);
  if (isFault(chain)) return brokenAt(chain.seq);
  const today = civilDateAt(now());
  const entries = await entriesOf(db, 'publications', document.id);
  const columns = await columnsAtRelease(db, document, edition.n);
  const before = periods.findLast((one) => one.release.seq < release.seq);
  const trail = trailOf(entries, period, before, document, columns);
  const words = await wordsFor(
    document,
    period,
    trail.map(({ entry }) => entry.actorId),
    deps,
  );

  const bundle = new Bundle();
  const labels = (title: string): Labels => ({ title, number: '', by: words.agency, on: today });
  const fileNames = new Map<string, string>();
  for (const { id, name, kind, sha256 } of edition.attachments) {
    const title = name.replace(/\.[^.]*$/, '');
    const piece = { ...labels(`附件：${name}`), content: Readable.from(deps.files.read(id)), sha256 };
    const { name: path } = bundle.addStream('附件', title, FILE_KINDS[kind as FileKindName].endings[0], piece);
    fileNames.set(id, path);
  }
  const pictures = await picturesOf(document, picturesIn(cleanBody(edition.bodyHtml)), deps);
  for (const [hash, { kind, id, at }] of pictures)
    bundle.addStream('图片', `图${at}`, kind, {
      ...labels(`正文里的第 ${at} 张图片，原尺寸`),
      ...{ content: Readable.from(deps.files.read(id)), sha256: hash },
    });

  const seen = await editionAsItWas(db, document, edition, end ? civilDateAt(new Date(end.at)) : today);
  const page = await deps.drawPage({
    document: seen,
    banner: { term: '存档还原', says: `第${edition.n}版，${standingOf(period)}。网址 ${words.address}` },
    senior: false,
    pictureAt: (hash) => pictures.get(hash)?.shown ?? '',
    fileAt: (id) => encodeURI(`../${fileNames.get(id) ?? ''}`),
  });
  bundle.add('网页', 'html', labels('公众看到的网页'), Buffer.from(page));
  bundle.add('网页', 'pdf', labels('网页上供下载的PDF'), await paperPdf(documentPaper(seen, words.address)));
  const of = (folder: string, what: string, text: string) =>
    bundle.add(folder, 'json', labels(what), Buffer.from(text));
  const first = of('版本', '版本原文', original);
  const content = releaseContent(period, document, columns);
  const second = content === undefined ? undefined : of('版本', '发布内容原文', content);
  const kept = trail.map(({ entry }) => ({
    seq: entry.seq,
    piece: of('留痕', `留痕第${entry.seq}条`, textOfEntry(entry)),
  }));
  bundle.add('经过', 'pdf', labels('经过'), await paperPdf(trailPaper(trail, words)));

  const named = {
    edition: first.name,
    release: second?.name,
    releaseLine: kept.find(({ seq }) => seq === release.seq)!.piece.name,
  };
  const cover = proofCover(period, words, piecesOf(bundle), named, chain);
  return bundle.files([
    { name: '证明.pdf', content: await paperPdf(cover) },
    { name: '证明.docx', content: await paperDocx(cover) },
  ]);
}

const NOT_THE_SAME = refuse(
  'PUB-95',
  art(45),
  '数据库里这一版的内容与它的摘要值不符，不能出具证明。请保留数据库现状和备份，查明是谁在什么时候改动的。',
);

const brokenAt = (seq: number) =>
  refuse(
    'PUB-95',
    art(45),
    `留痕在第 ${seq} 条断开，不能出具证明。请先在服务器上运行 gongkai ledger verify，查明原因。`,
  );

async function wordsFor(
  document: Document,
  { release }: PublicPeriod,
  hands: readonly string[],
  { house: { db, now }, config }: Deps,
): Promise<ProofWords> {
  const [office, names] = await Promise.all([letterOffice(db, document.agencyId), namesOfOfficers(db, [...hands])]);
  const { id, withdrawal, carriedOverOn, publishedOn } = document;
  const path = `/documents/${encodeURIComponent(id)}`;
  return {
    agency: office!.name,
    address: config.publicUrl ? new URL(path, config.publicUrl).href : `门户网站的 ${path}`,
    today: civilDateAt(now()),
    indexNo: document.indexNo ?? '',
    carriedOver:
      carriedOverOn !== null && release.verb === 'openedWithBalance'
        ? { publishedOn: publishedOn!, on: carriedOverOn }
        : null,
    notice: withdrawal && WITHDRAWAL_REASONS[withdrawal.reason].notice,
    nameOf: (by) => names.get(by) ?? (by === 'system' ? '系统' : '已离任人员'),
    told: ({ entry, mark }) => (mark ? toldMark(mark) : (TRAIL_TERMS[entry.verb] ?? entry.verb)),
    timeOf: secondInShanghai,
  };
}

interface ShownPicture {
  /** Its place among the pictures of the body. */
  readonly at: number;
  readonly kind: 'jpg' | 'png';
  /** The kept file whose hash the body names. */
  readonly id: string;
  /** A size for screens, whole in an address, so that the page needs no other file. */
  readonly shown: string;
}

async function picturesOf(
  { agencyId }: Document,
  hashes: readonly PictureHash[],
  { house: { db }, files }: Deps,
): Promise<ReadonlyMap<PictureHash, ShownPicture>> {
  const found = new Map<PictureHash, ShownPicture>();
  for (const hash of hashes) {
    const picture = await findPictures(db, hash, [agencyId]);
    if (!picture) continue;
    const bytes = await wholeOf(files, sizeFor(picture, SCREEN).id);
    const shown = `data:${FILE_KINDS[picture.kind].type};base64,${bytes.toString('base64')}`;
    found.set(hash, { at: found.size + 1, kind: picture.kind, id: picture.sizes.at(-1)!.id, shown });
  }
  return found;
}

const SCREEN = 960;

async function wholeOf(files: Pick<FileStore, 'read'>, id: string): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of files.read(id)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function standingOf({ release, end }: PublicPeriod): string {
  const from = `${secondInShanghai(release.at)} 起公开`;
  return end === null ? `${from}，仍在公开` : `${from}，${secondInShanghai(end.at)} 止`;
}

function piecesOf({ pieces }: Bundle): ProofPiece[] {
  return pieces.map(({ name, title }) => ({ name, title }));
}
