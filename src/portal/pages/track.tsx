/**
 * 查询申请进度 [PRT-4]: query number and code give the state in plain words and the ladder, never who applied. A wrong code and an
 * unknown number get the same answer. What the applicant may do and download follows under proof of that (`track-access.ts`).
 */
import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { PUBLIC } from '../../people/actor.ts';
import { FILE_KINDS, type FileKindName } from '../../platform/files/file-kinds.ts';
import { attachmentHeader } from '../../platform/files/file-name.ts';
import type { RequestFile } from '../../requests/info-request.ts';
import { drawnUp } from '../../requests/letters/draw-up.ts';
import { permitRequestFile } from '../../requests/request-files.ts';
import { openApplicant } from '../../requests/store/applicants.ts';
import { trackRequest } from '../../requests/store/files.ts';
import { performTogether } from '../../requests/store/joint-acts.ts';
import { findLetter } from '../../requests/store/letters.ts';
import {
  attachmentName,
  findAttachment,
  listAttachments,
  loadRequestFile,
} from '../../requests/store/request-files.ts';
import { requestStairs } from '../../requests/store/stairs.ts';
import { trackedView } from '../../requests/track.ts';
import { isRefusal } from '../../statute/refusal.ts';
import { actOfApplicant, isApplicantAct } from '../applicant-acts.ts';
import { asked } from '../asked.ts';
import { type AskedByCode, lookByCode } from '../by-code.ts';
import { QueryPage } from '../components/query-page.tsx';
import type { Portal } from '../portal.ts';
import { cachedPage, sendOwn } from '../send-page.ts';
import { accessTo, fileShown, isOfToday } from '../track-access.ts';
import { ErrorPage } from './error-page.tsx';
import { trackCorrection } from './track-correction.ts';
import { type Notice, TrackedPage } from './tracked.tsx';
import type { Correcting } from './tracked-correction.tsx';
import { SURE_FIELD, WithdrawPage } from './tracked-withdraw.tsx';

const EXPIRED = '打开这一页已经超过两小时，或者查询码已经更换。请重新输入查询号和查询码。';

export function track(app: FastifyInstance, portal: Portal): void {
  const { house, keys } = portal;
  cachedPage(app, portal, {
    path: '/track',
    build: (_, frame) => ({ html: TrackPage({ frame, number: '', errors: [] }), keys: [] }),
  });

  app.post('/track', async (request, reply) =>
    lookByCode(request, reply, portal, {
      receipt: '登记回执',
      find: (number, digest) => trackRequest(house.db, number, digest, portal.today(), house.calendar()),
      ask: TrackPage,
      show: ({ file }) => show(request, reply, file),
    }),
  );

  app.post('/track/act', async (request, reply) => {
    const file = await fileShown(request.body, portal);
    if (!file) return expired(request, reply);
    const act = asked(request.body, 'do');
    if (!isApplicantAct(act)) return expired(request, reply);
    if (!isOfToday(file, request.body, portal.tokens))
      return show(request, reply, file, {
        good: false,
        says: '案卷刚才有了变化（也可能是同一步提交了两次），请看过下面的情况再办。',
      });
    const sure = asked(request.body, SURE_FIELD);
    if (act === 'withdraw' && sure === 'no') return show(request, reply, file);
    if (act === 'withdraw' && sure !== 'yes') {
      const frame = portal.frame(request);
      return sendOwn(reply, WithdrawPage({ frame, access: accessTo(file, portal.tokens), request: file.request }));
    }
    const { done, command } = actOfApplicant(act, file, request.body, portal.today());
    const stairsOf = () => requestStairs(keys);
    const result = await performTogether(house, { actor: PUBLIC, command, keys, stairsOf });
    if (isRefusal(result)) return show(request, reply, file, { good: false, says: result.says });
    return show(request, reply, result, { good: true, says: done });
  });

  // Where whoever presses enter in the address bar comes back to.
  app.get('/track/correction', async (_, reply) => reply.redirect('/track', 303));
  app.post('/track/letter', async (request, reply) => {
    const file = await fileShown(request.body, portal);
    if (!file) return expired(request, reply);
    const { letters } = trackedView(file, portal.today(), house.calendar());
    const named = asked(request.body, 'letter');
    const told = letters.find(({ n, kind }) => `${n}.${kind}` === named);
    const letter = told && (await findLetter(house.db, file.request.id, told.n, told.kind));
    if (!told || !letter) return notThere(request, reply);
    // typst is large and asked for by few.
    const { paperPdf } = await import('../../platform/papers/pdf.ts');
    const applicant = await openApplicant(house.db, file.request.id, keys);
    return sendAttachment(
      reply,
      await paperPdf(drawnUp(letter.paper, applicant)),
      'application/pdf',
      `${told.term}.pdf`,
    );
  });

  app.post('/track/file', async (request, reply) => {
    const file = await fileShown(request.body, portal);
    if (!file) return expired(request, reply);
    const attachment = await findAttachment(house.db, asked(request.body, 'attachment').slice(0, 100));
    if (!attachment || !permitRequestFile({ codeDigest: file.codeDigest }, attachment, file).allowed)
      return notThere(request, reply);
    const name = await attachmentName(house.db, attachment.id, keys);
    const { type } = FILE_KINDS[attachment.kind as FileKindName];
    return sendAttachment(reply, Readable.from(portal.files.read(attachment.id)), type, name);
  });

  trackCorrection(app, portal, { show, expired });

  async function show(
    request: FastifyRequest,
    reply: FastifyReply,
    { request: { id } }: RequestFile,
    notice?: Notice,
    correcting?: Correcting,
  ) {
    const file = (await loadRequestFile(house.db, id))!;
    const tracked = trackedView(file, portal.today(), house.calendar());
    const viewer = { codeDigest: file.codeDigest };
    const attachments = (await listAttachments(house.db, id, keys))
      .filter((one) => permitRequestFile(viewer, one, file).allowed)
      .map(({ id: attachment, name, bytes, purpose }) => ({
        id: attachment,
        name,
        bytes,
        purpose,
      }));
    const access = accessTo(file, portal.tokens);
    const frame = portal.frame(request);
    const status = notice?.good === false ? 409 : correcting && correcting.errors.length > 0 ? 422 : 200;
    return sendOwn(reply, TrackedPage({ frame, tracked, attachments, access, notice, correcting }), status);
  }

  function expired(request: FastifyRequest, reply: FastifyReply) {
    const frame = portal.frame(request);
    return sendOwn(reply, TrackPage({ frame, number: '', errors: [{ field: 'number', says: EXPIRED }] }), 403);
  }

  function notThere(request: FastifyRequest, reply: FastifyReply) {
    return sendOwn(reply, ErrorPage({ frame: portal.frame(request), status: 404 }), 404);
  }
}

function sendAttachment(reply: FastifyReply, content: Buffer | Readable, type: string, name: string): FastifyReply {
  return reply
    .type(type)
    .header('cache-control', 'no-store')
    .header('content-disposition', attachmentHeader(name))
    .send(content);
}

export function TrackPage(told: AskedByCode): string {
  return (
    <QueryPage
      {...told}
      title="查询申请进度"
      canonical="/track"
      crumbs={[{ name: '查询申请进度' }]}
      receipt="登记回执"
      action="/track"
      verb="查询进度"
    >
      <h2>丢失了查询码</h2>
      <p>
        请持身份证明到<a href="/guide">受理机构</a>窗口重新取得。为了保护申请人，电话里不能告知。
      </p>
    </QueryPage>
  ) as string;
}
