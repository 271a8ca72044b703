/** 案卷打包 [ARC-1]: gathers what a volume holds from the rooms it lies in, with checksums of every file in it. */
import { Readable } from 'node:stream';
import { entriesOf, verifyLedger } from '../../ledger/store.ts';
import { namesOfOfficers } from '../../people/store.ts';
import { FILE_KINDS, type FileKindName } from '../../platform/files/file-kinds.ts';
import { QUARANTINE_SAYS, quarantineStateOf } from '../../platform/files/quarantine.ts';
import { paperPdf } from '../../platform/papers/pdf.ts';
import type { ZippedFile } from '../../platform/papers/zip-writer.ts';
import { historyPaper, indexPaper, ladderPaper, searchPaper, tasksPaper } from '../../requests/archive-volume.ts';
import { historyOf, tryClock } from '../../requests/deadlines.ts';
import type { Applicant, RequestFile } from '../../requests/info-request.ts';
import { drawnUp } from '../../requests/letters/draw-up.ts';
import { letterKind } from '../../requests/letters/kinds.ts';
import { FILE_PURPOSES } from '../../requests/request-files.ts';
import { letterOffice, listLetters } from '../../requests/store/letters.ts';
import { listAttachments, type NamedAttachment } from '../../requests/store/request-files.ts';
import { tracesOf } from '../../requests/traces.ts';
import { civilDateAt } from '../../statute/civil-date.ts';
import { isRefusal } from '../../statute/refusal.ts';
import type { DeskDeps } from '../desk.ts';
import { handOf } from '../people/hand-of.ts';
import { Bundle, json, type Labels, type Piece } from './bundle.ts';

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
  const bundle = new Bundle();
  const add = (folder: string, title: string, extension: string, content: Buffer, more: Partial<Labels> = {}) =>
    bundle.add(folder, extension, { title, number: '', by: office.name, on: today, ...more }, content);

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
  const tasks = tasksPaper(request, facts);
  if (tasks) add('协办', '协办', 'pdf', await paperPdf(tasks));
  const clock = tryClock(file, today, deps.house.calendar());
  if (!isRefusal(clock)) add('期限', '答复期限', 'pdf', await paperPdf(ladderPaper(request, clock)));
  add('期限', '期限经过 history', 'json', json(historyOf(file, today)));
  add('留痕', '留痕', 'json', json({ entries, chain: await verifyLedger(db) }));
  for (const one of await listAttachments(db, request.id, deps.keys))
    await addAttachment(bundle, one.taskId === null ? '附件' : '协办', one, office.name, deps);
  return bundle.files([{ name: '卷内目录.pdf', content: await paperPdf(indexPaper(request, bundle.pieces)) }]);
}

/** An attachment, read from the store only when the archive is written; of one in quarantine why it is not there [FIL-18]. */
export async function addAttachment(
  bundle: Bundle,
  folder: string,
  { id, kind, name, purpose, addedBy, addedAt, sha256 }: NamedAttachment,
  office: string,
  { files, house }: Pick<DeskDeps, 'files' | 'house'>,
): Promise<Piece> {
  const title = name.replace(/\.[^.]*$/, '');
  const labels = {
    title: `${FILE_PURPOSES[purpose].term}：${title}`,
    number: '',
    by: addedBy === 'public' ? '申请人' : office,
    on: civilDateAt(addedAt),
  };
  const state = await quarantineStateOf(house.db, id);
  if (state) {
    const why = { ...labels, title: `${labels.title}（没有入卷）` };
    return bundle.add(folder, 'txt', why, Buffer.from(`${QUARANTINE_SAYS[state].says}\n`));
  }
  return bundle.addStream(folder, title, FILE_KINDS[kind as FileKindName].endings[0], {
    ...labels,
    content: Readable.from(files.read(id)),
    sha256,
  });
}
