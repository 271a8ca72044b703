/**
 * 网上补正 (《条例》第三十条) [REQ-107]: the description again and files, in one form that keeps both whatever else is wrong. It is received once; sent a second
 * time it shows what was received. Asked first of all is whether the form may bring anything: nothing is kept for a stranger.
 */
import multipart from '@fastify/multipart';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { lastOf } from '../../requests/facts.ts';
import type { RequestFile } from '../../requests/info-request.ts';
import { actWithFiles } from '../../requests/store/handed-in.ts';
import { isRefusal } from '../../statute/refusal.ts';
import { LONGEST } from '../application-form.ts';
import { asked } from '../asked.ts';
import type { FieldError } from '../components/error-summary.tsx';
import { HELD_FIELD, type HeldFile, heldIn } from '../held-files.ts';
import type { Portal } from '../portal.ts';
import { type FileForm, type FormBody, receiveForm } from '../receive-files.ts';
import { sendOwn } from '../send-page.ts';
import { fileShown, isOfToday } from '../track-access.ts';
import { ErrorPage } from './error-page.tsx';
import type { Notice } from './tracked.tsx';
import { CORRECTION_FILES, type Correcting } from './tracked-correction.tsx';

/** How the page of a file is shown: the same for every act on it. */
export interface TrackedPages {
  show(
    request: FastifyRequest,
    reply: FastifyReply,
    file: RequestFile,
    notice?: Notice,
    correcting?: Correcting,
  ): Promise<FastifyReply>;
  expired(request: FastifyRequest, reply: FastifyReply): FastifyReply;
}

const NOT_ASKED = '这件申请现在没有要求补正，没有收下。要补充内容的，请联系受理机关。';
const CHANGED = '案卷刚才有了变化，没有收下。填写的内容和选好的文件都在，请看过下面的情况再提交。';

export function trackCorrection(app: FastifyInstance, portal: Portal, { show, expired }: TrackedPages): void {
  const { house, keys } = portal;
  const form: FileForm = {
    fields: { [CORRECTION_FILES]: 'correction' },
    heldFor: (body) => `correction ${asked(body, 'file')}`,
    isGenuine: async (body) => (await fileShown(body, portal))?.request.state === 'correctionPending',
  };
  app.register(async (uploads) => {
    uploads.register(multipart, { throwFileSizeLimit: false });
    uploads.post('/track/correction', async (request, reply) => {
      if (!request.isMultipart()) return sendOwn(reply, ErrorPage({ frame: portal.frame(request), status: 415 }), 415);
      const { body, errors } = await receiveForm(request, portal, form);
      const file = await fileShown(body, portal);
      return file ? correct(request, reply, file, body, errors) : expired(request, reply);
    });
  });

  async function correct(
    request: FastifyRequest,
    reply: FastifyReply,
    file: RequestFile,
    body: FormBody,
    refused: readonly FieldError[],
  ) {
    const what = asked(body, 'what').replace(/\r\n?/g, '\n');
    const { files, lost } = heldIn(body[HELD_FIELD] ?? '', form.heldFor(body), keys, house.now());
    const act = asked(body, 'do');
    const held = files.filter((_, n) => act !== `drop.${n}`);
    const again = (errors: readonly FieldError[], notice?: Notice) =>
      show(request, reply, file, notice, { what, held, errors });
    if (file.request.state !== 'correctionPending') {
      if (isTheSame(file, what)) return show(request, reply, file, { good: true, says: '补正已经收到，只算一次。' });
      return show(request, reply, file, { good: false, says: NOT_ASKED });
    }
    if (act !== 'send') return again([...refused, ...lost.map(aboutFiles)]);
    const errors = [...refused, ...lost.map(aboutFiles), ...wrongWith(what, held, file)];
    if (errors.length > 0) return again(errors);
    if (!isOfToday(file, body, portal.tokens)) return again([], { good: false, says: CHANGED });
    const { id } = file.request;
    const { codeDigest } = file;
    const command = {
      verb: 'receiveCorrection',
      requestId: id,
      on: portal.today(),
      codeDigest,
      what,
      why: '',
    } as const;
    const done = await actWithFiles(house, keys, command, held);
    if (!isRefusal(done))
      return show(request, reply, done, { good: true, says: '补正已经收到，答复期限自今天重新计算。下面是回执。' });
    // What came with something else cannot come once more.
    const left = done.code === 'FIL-11' ? [] : held;
    return show(request, reply, file, { good: false, says: done.says }, { what, held: left, errors: [] });
  }
}

function aboutFiles(says: string): FieldError {
  return { field: HELD_FIELD, says };
}

function wrongWith(what: string, held: readonly HeldFile[], { request }: RequestFile): FieldError[] {
  if (what === '') return [{ field: 'what', says: '没有写补正后的申请内容。请按补正告知写完整。' }];
  if (what.length > LONGEST.wanted)
    return [{ field: 'what', says: `写了 ${what.length} 个字，最多 ${LONGEST.wanted} 个字。请删减。` }];
  if (what === request.wanted.trim() && held.length === 0)
    return [{ field: 'what', says: '内容和原来写的一样，也没有选文件。请按补正告知改完整，或者选上要求的材料。' }];
  return [];
}

/** A second click, or a second try after the line broke. */
function isTheSame({ facts }: RequestFile, what: string): boolean {
  const corrected = lastOf(facts, 'corrected');
  return corrected?.by === 'public' && corrected.what === what;
}
