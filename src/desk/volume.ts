/** 案卷打包 [ARC-1]: gathers what a volume holds from the rooms it lies in, with checksums of every file in it. */
import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { entriesOf, verifyLedger } from '../ledger/store.ts';
import { namesOfOfficers } from '../people/store.ts';
import { FILE_KINDS, type FileKindName } from '../platform/files/file-kinds.ts';
import { paperPdf } from '../platform/papers/pdf.ts';
import type { ZippedFile } from '../platform/papers/zip-writer.ts';
import {
  historyPaper,
  indexPaper,
  ladderPaper,
  safeName,
  searchPaper,
  type VolumeItem,
} from '../requests/archive-volume.ts';
import { historyOf, tryClock } from '../requests/deadlines.ts';
import type { Applicant, RequestFile } from '../requests/info-request.ts';
import { drawnUp } from '../requests/letters/draw-up.ts';
import { letterKind } from '../requests/letters/kinds.ts';
import { FILE_PURPOSES } from '../requests/request-files.ts';
import { letterOffice, listLetters } from '../requests/store/letters.ts';
import { listAttachments } from '../requests/store/request-files.ts';
import { tracesOf } from '../requests/traces.ts';
import { civilDateAt } from '../statute/civil-date.ts';
import { isRefusal } from '../statute/refusal.ts';
import type { DeskDeps } from './desk.ts';
import { handOf } from './request-file-view.ts';

interface Piece extends VolumeItem {
  readonly content: Buffer | Readable;
  readonly sha256: string;
  /** SM3, where the content lies in memory. */
  readonly sm3: string | null;
}

/** @param applicant undefined once identity was erased */
export async function volumeFiles(
  file: RequestFile,
  applicant: Applicant | undefined,
  deps: Pick<DeskDeps, 'house' | 'keys' | 'files'>,
): Promise<ZippedFile[]> {
  const { request, facts } = file;
  const { db } = deps.house;
  const today = civilDateAt(deps.house.now());
  const office = (await letterOffice(db, request.agencyId))!;
  const pieces: Piece[] = [];
  const add = (folder: string, title: string, extension: string, content: Buffer, more: Partial<VolumeItem> = {}) => {
    const serial = String(pieces.length + 1).padStart(2, '0');
    const name = `${folder}/${serial} ${safeName(title)}.${extension}`;
    const [sha256, sm3] = (['sha256', 'sm3'] as const).map((kind) => createHash(kind).update(content).digest('hex'));
    pieces.push({ name, title, number: '', by: office.name, on: today, ...more, content, sha256: sha256!, sm3: sm3! });
  };

  for (const letter of await listLetters(db, request.id))
    add('文书', letterKind(letter.kind).term, 'pdf', await paperPdf(drawnUp(letter.paper, applicant)), {
      number: letter.number ?? '',
      on: letter.issuedOn,
    });
  const entries = await entriesOf(db, 'requests', request.id);
  const names = await namesOfOfficers(db, [...new Set(facts.map(({ by }) => by))]);
  const history = historyPaper(request, facts, tracesOf(file, entries), (fact) => handOf(fact, names));
  add('经过', '办理经过', 'pdf', await paperPdf(history));
  const search = searchPaper(request, facts);
  if (search) add('经过', '检索记录', 'pdf', await paperPdf(search));
  const clock = tryClock(file, today, deps.house.calendar());
  if (!isRefusal(clock)) add('期限', '答复期限', 'pdf', await paperPdf(ladderPaper(request, clock)));
  add('期限', '期限经过 history', 'json', json(historyOf(file, today)));
  add('留痕', '留痕', 'json', json({ entries, chain: await verifyLedger(db) }));
  for (const one of await listAttachments(db, request.id, deps.keys)) {
    const extension = FILE_KINDS[one.kind as FileKindName].endings[0];
    const title = one.name.replace(/\.[^.]*$/, '');
    const name = `附件/${String(pieces.length + 1).padStart(2, '0')} ${safeName(title)}.${extension}`;
    const by = one.addedBy === 'public' ? '申请人' : office.name;
    const item = {
      name,
      title: `${FILE_PURPOSES[one.purpose].term}：${title}`,
      number: '',
      by,
      on: civilDateAt(one.addedAt),
    };
    pieces.push({ ...item, content: Readable.from(deps.files.read(one.id)), sha256: one.sha256, sm3: null });
  }
  const sums = (of: (piece: Piece) => string | null) =>
    Buffer.from(pieces.flatMap((piece) => (of(piece) ? [`${of(piece)}  ${piece.name}\n`] : [])).join(''));
  return [
    { name: '卷内目录.pdf', content: await paperPdf(indexPaper(request, pieces)) },
    ...pieces.map(({ name, content }) => ({ name, content })),
    { name: 'SHA256SUMS', content: sums(({ sha256 }) => sha256) },
    { name: 'SM3SUMS', content: sums(({ sm3 }) => sm3) },
  ];
}

function json(value: unknown): Buffer {
  return Buffer.from(`${JSON.stringify(value, null, 2)}\n`);
}
