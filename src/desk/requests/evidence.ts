/** 证据材料包 [REM-17, REM-18]: gathers what goes to 复议机关 or court from the rooms it lies in, with the list of it as PDF and Word. */
import { entriesOf, verifyLedger } from '../../ledger/store.ts';
import { paperDocx } from '../../platform/papers/docx.ts';
import { paperPdf } from '../../platform/papers/pdf.ts';
import type { ZippedFile } from '../../platform/papers/zip-writer.ts';
import { ladderPaper, searchPaper } from '../../requests/archive-volume.ts';
import { tryClock } from '../../requests/deadlines.ts';
import type { Applicant, RequestFile } from '../../requests/info-request.ts';
import { drawnUp } from '../../requests/letters/draw-up.ts';
import { letterKind } from '../../requests/letters/kinds.ts';
import {
  applicationPaper,
  type Exhibit,
  evidenceList,
  FILE_EXHIBITS,
  LETTER_EXHIBITS,
  type ListedExhibit,
  legalBasisPaper,
  proceedingsPaper,
  withoutThirdParties,
} from '../../requests/remedies/evidence.ts';
import type { Remedy } from '../../requests/remedies/remedy.ts';
import { repliesOut } from '../../requests/standing.ts';
import { letterOffice, listLetters } from '../../requests/store/letters.ts';
import { listAttachments } from '../../requests/store/request-files.ts';
import { civilDateAt } from '../../statute/civil-date.ts';
import type { Paper } from '../../statute/paper.ts';
import { isRefusal } from '../../statute/refusal.ts';
import type { DeskDeps } from '../desk.ts';
import { Bundle, json, type Labels, type Piece } from './bundle.ts';
import { addAttachment } from './volume.ts';

/** @param applicant undefined once identity was erased */
export async function evidenceFiles(
  remedy: Remedy,
  file: RequestFile,
  applicant: Applicant | undefined,
  deps: Pick<DeskDeps, 'house' | 'keys' | 'files'>,
): Promise<ZippedFile[]> {
  const { request, facts } = file;
  const { db } = deps.house;
  const on = civilDateAt(deps.house.now());
  const office = (await letterOffice(db, request.agencyId))!;
  const bundle = new Bundle();
  const exhibits: ListedExhibit[] = [];
  const list = (piece: Piece, exhibit: Exhibit) => exhibits.push({ ...piece, ...exhibit });
  const folderOf = ({ sealed }: Exhibit) => (sealed ? '不供查阅' : '证据');
  const labels = (title: string, more: Partial<Labels> = {}): Labels => ({
    title,
    number: '',
    by: office.name,
    on,
    ...more,
  });
  const paper = async (title: string, made: Paper, exhibit: Exhibit, more: Partial<Labels> = {}) =>
    list(bundle.add(folderOf(exhibit), 'pdf', labels(title, more), await paperPdf(made)), exhibit);

  await paper('政府信息公开申请登记情况', applicationPaper(request, applicant), {
    proves: '申请人提出的申请和收到的日期',
  });
  const out = repliesOut(facts);
  for (const letter of await listLetters(db, request.id)) {
    const exhibit = LETTER_EXHIBITS[letter.kind];
    const issuedBy = facts.find(({ n }) => n === letter.n);
    if (!exhibit || (issuedBy?.type === 'signed' && !out.has(letter.n))) continue;
    const { term } = letterKind(letter.kind);
    await paper(term, drawnUp(letter.paper, applicant), exhibit, { number: letter.number ?? '', on: letter.issuedOn });
  }
  const served = { request, facts: withoutThirdParties(facts) };
  await paper('办理经过', proceedingsPaper(request, facts), { proves: '办理的步骤和日期符合法定程序' });
  const search = searchPaper(request, answeredBy(facts));
  if (search) await paper('检索记录', search, { proves: '已经尽到合理检索的义务' });
  const clock = tryClock(served, on, deps.house.calendar());
  if (!isRefusal(clock)) await paper('答复期限', ladderPaper(request, clock), { proves: '答复的期限和是否按期答复' });
  await paper('作出答复的依据', legalBasisPaper(request, facts), { proves: '适用的法律、行政法规' });
  for (const one of await listAttachments(db, request.id, deps.keys)) {
    const exhibit = FILE_EXHIBITS[one.purpose];
    if (exhibit) list(await addAttachment(bundle, folderOf(exhibit), one, office.name, deps), exhibit);
  }
  const entries = await entriesOf(db, 'requests', request.id);
  const ledger = bundle.add('证据', 'json', labels('留痕'), json({ entries, chain: await verifyLedger(db) }));
  list(ledger, { proves: '办理记录形成以后没有改动' });

  const index = evidenceList(remedy, request, office.name, on, exhibits);
  return bundle.files([
    { name: '证据目录.pdf', content: await paperPdf(index) },
    { name: '证据目录.docx', content: await paperDocx(index) },
  ]);
}

/** Of a draft that did not go out nothing is told. */
function answeredBy(facts: RequestFile['facts']): RequestFile['facts'] {
  const last = Math.max(0, ...repliesOut(facts));
  return facts.filter(({ n, type }) => type !== 'drafted' || n < last);
}
