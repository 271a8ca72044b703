/**
 * 转主动公开 [REQ-111, REQ-112, REQ-113]. 《条例》第四十四条: what was given to one applicant becomes the draft of a document, in one transaction with the
 * decision on the file. The draft is made of what is listed here and of nothing else of the file: a title and a date written for it, words written
 * for it or read out of the files that were provided, and those files that were not read (`files-along.ts`).
 */
import { listAgencies } from '../../people/store.ts';
import { climb, inTransaction, type Stairs } from '../../perform.ts';
import type { FileStore } from '../../platform/files/file-store.ts';
import { decodeText } from '../../platform/papers/plain-text.ts';
import { cleanBody, htmlOfText, plainText } from '../../publications/body.ts';
import { BODY_LETTERS } from '../../publications/body-signs.ts';
import type { Draft } from '../../publications/commands.ts';
import { particularsOf } from '../../publications/particulars.ts';
import { attachedFileStairs } from '../../publications/store/attached-files.ts';
import { publicationStairs } from '../../publications/store/stairs.ts';
import type { FileCommand } from '../../requests/commands.ts';
import type { ProvidedFile } from '../../requests/facts.ts';
import type { RequestFile } from '../../requests/info-request.ts';
import { permitAct } from '../../requests/permissions.ts';
import { servedDraft } from '../../requests/standing.ts';
import { applicantTraces } from '../../requests/store/applicant-traces.ts';
import { findAttachment, loadRequestFile } from '../../requests/store/request-files.ts';
import { requestStairs } from '../../requests/store/stairs.ts';
import { art } from '../../statute/articles.ts';
import { civil } from '../../statute/civil-date.ts';
import { isRefusal, type Refusal, refuse } from '../../statute/refusal.ts';
import type { DeskDeps } from '../desk.ts';
import { onScreen } from '../on-screen.ts';
import type { Officer } from '../reach.ts';
import { copiesOf, enterAlong } from './files-along.ts';
import type { RequestAct } from './request-acts.ts';
import { NO_SUCH_FILE } from './request-file-view.ts';

export type Adoption = Extract<RequestAct, { verb: 'decideProactive' }>;

interface Asked {
  readonly id: string;
  readonly seen: number;
  readonly act: Adoption;
  readonly officer: Officer;
  readonly agencies: readonly string[];
}

/** @returns undefined once draft and decision stand together */
export async function handOver(asked: Asked, deps: DeskDeps): Promise<Refusal | undefined> {
  const { id, seen, act, officer, agencies } = asked;
  const { house, keys } = deps;
  const file = await loadRequestFile(house.db, id);
  if (!file || !agencies.includes(file.request.agencyId)) return NO_SUCH_FILE;
  const permission = permitAct(officer, 'decideProactive', file);
  if (!permission.allowed) return permission.refusal;
  const { title = '', writtenOn, text = '', why, on } = act;
  if (title.trim() === '' || writtenOn === undefined)
    return refuse('REQ-111', art(12), '转为主动公开的，请写标题和信息的成文日期，目录要用。');
  const body = await bodyFrom(text, servedDraft(file.facts)?.files ?? [], deps);
  if (isRefusal(body)) return body;
  const traces = await applicantTraces(house.db, file, `${title}\n${plainText(body.html)}`, keys);
  if (traces.length > 0)
    return refuse(
      'REQ-112',
      `${art(15)}，《个人信息保护法》第六条`,
      `拟公开的标题或者正文里有${traces.join('、')}，不能带进主动公开。请删去；在提供的附件里的，请另写正文。`,
    );
  const issuer = (await listAgencies(house.db)).find((agency) => agency.id === file.request.agencyId)?.name ?? '';
  const tracesIn = (words: string) => applicantTraces(house.db, file, words, keys);
  const along = await copiesOf(body.left, file.request.agencyId, tracesIn, deps);
  const draft: Draft = {
    verb: 'draft',
    agencyId: file.request.agencyId,
    kind: 'catalogued',
    columns: [],
    particulars: particularsOf({ title: title.trim(), issuer, writtenOn: civil(writtenOn) }),
    bodyHtml: body.html,
  };
  const done = await inTransaction(house.db, async (tx) => {
    const attachments = await enterAlong(tx, house, asDecided(file, attachedFileStairs), officer, along);
    if (isRefusal(attachments)) return attachments;
    const made = await climb(tx, house, asDecided(file, publicationStairs), officer, { ...draft, attachments });
    if (isRefusal(made)) return made;
    const decided = { verb: 'decideProactive', requestId: id, on, adopt: true, why, documentId: made.id } as const;
    const command = { ...decided, unread: body.left.length - along.length } as FileCommand;
    return climb(tx, house, onScreen(requestStairs(keys), seen, agencies), officer, command);
  });
  if (!isRefusal(done)) return undefined;
  for (const { id: copy } of along) await deps.files.remove(copy);
  return done;
}

/**
 * [REQ-113] Who may decide it on the file may have the draft made, and is its author: he passes no step of its review and does not publish it.
 * A deputy is so in the name in which he decides [REV-15].
 */
function asDecided<Loaded, State, Command extends { readonly verb: string }>(
  file: RequestFile,
  stairs: Stairs<Loaded, State, Command>,
): Stairs<Loaded, State, Command> {
  return { ...stairs, permit: (as) => permitAct(as, 'decideProactive', file) };
}

async function bodyFrom(
  text: string,
  provided: readonly ProvidedFile[],
  deps: DeskDeps,
): Promise<{ readonly html: string; readonly left: readonly ProvidedFile[] } | Refusal> {
  const read = text.trim() === '' ? await readAll(provided, deps) : { html: htmlOfText(text), left: provided };
  const html = cleanBody(read.html);
  if (html.length > BODY_LETTERS)
    return refuse('REQ-111', art(44), '提供的附件太长，不能整篇作为正文。请写正文，附件随草稿带过去。');
  if (plainText(html) !== '') return { ...read, html };
  return refuse(
    'REQ-111',
    art(44),
    '提供的附件里没有可以读出文字的 Word 文档（docx）或者文本文件。请写正文；附件随草稿带过去。',
  );
}

async function readAll(provided: readonly ProvidedFile[], { house, files, readWord }: DeskDeps) {
  const bodies: string[] = [];
  const left: ProvidedFile[] = [];
  for (const file of provided) {
    const kind = (await findAttachment(house.db, file.id))?.kind;
    const html = kind === undefined ? undefined : await htmlOf(file.id, kind, files, readWord);
    if (html === undefined) left.push(file);
    else bodies.push(html);
  }
  return { html: bodies.join(''), left };
}

async function htmlOf(
  id: string,
  kind: string,
  files: Pick<FileStore, 'read'>,
  readWord: DeskDeps['readWord'],
): Promise<string | undefined> {
  if (kind !== 'docx' && kind !== 'txt') return undefined;
  const pieces: Buffer[] = [];
  for await (const piece of files.read(id)) pieces.push(piece);
  const content = Buffer.concat(pieces);
  if (kind === 'txt') {
    const text = decodeText(content);
    return text === undefined ? undefined : htmlOfText(text);
  }
  const word = await readWord(content);
  return typeof word === 'string' ? undefined : word.html;
}
