/**
 * 核对年报 [PRT-9]: anybody may hold any published report against itself, and against the one of the year before. Files are read in a
 * worker with limits [ANR-39]. Nothing is kept: what was uploaded is gone when the page is sent.
 */
import multipart from '@fastify/multipart';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { checkUpload } from '../check-report-form.ts';
import type { FieldError } from '../components/error-summary.tsx';
import { TOKEN_FIELD } from '../form-token.ts';
import { TRAP_FIELD } from '../intake.ts';
import type { Portal } from '../portal.ts';
import { LARGEST_UPLOAD, readUpload } from '../report-upload.ts';
import { sendOwn } from '../send-page.ts';
import { CheckedArchivePage } from './check-report/archive.tsx';
import { CheckReportFormPage } from './check-report/form.tsx';
import { CheckedReportPage } from './check-report/result.tsx';
import { ErrorPage } from './error-page.tsx';

const FORM = 'check-report';

/** Uploads held in memory at the same time: two hundred megabytes at most, whoever sends them. */
export const UPLOADS_AT_ONCE = 5;

export function checkReportPage(app: FastifyInstance, portal: Portal): void {
  const showForm = (
    request: FastifyRequest,
    reply: FastifyReply,
    { status = 200, text = '', errors = [] }: { status?: number; text?: string; errors?: readonly FieldError[] } = {},
  ) => {
    const token = portal.tokens.give(FORM);
    const html = CheckReportFormPage({ frame: portal.frame(request), token, text, errors });
    return sendOwn(reply, html, status);
  };

  app.get('/check-report', async (request, reply) => showForm(request, reply));

  let underWay = 0;
  app.register(async (uploads) => {
    uploads.register(multipart, { throwFileSizeLimit: false });
    uploads.post('/check-report', { onRequest: refuseFloods }, async (request, reply) => {
      if (!request.isMultipart()) return sendOwn(reply, ErrorPage({ frame: portal.frame(request), status: 415 }), 415);
      if (underWay >= UPLOADS_AT_ONCE) {
        const says = '同时核对的人太多，这一份没有核对。请过一分钟再试。';
        return sendOwn(
          reply.header('connection', 'close'),
          ErrorPage({ frame: portal.frame(request), status: 503, says }),
          503,
        );
      }
      underWay += 1;
      try {
        return await checkOne(request, reply);
      } finally {
        underWay -= 1;
      }
    });
  });

  async function checkOne(request: FastifyRequest, reply: FastifyReply) {
    const upload = await readUpload(request);
    const { text = '', [TOKEN_FIELD]: token = '', [TRAP_FIELD]: trapped = '' } = upload.fields;
    if (trapped !== '' || !portal.tokens.isGenuine(FORM, token)) {
      const says =
        '表单打开已经超过两小时，或者不是从本页提交的，没有核对。内容还在，请再点一次“核对”；文件要重新选择。';
      return showForm(request, reply, { status: 403, text, errors: [{ field: 'text', says }] });
    }
    const checked = await checkUpload(upload, portal.examineReports);
    if ('errors' in checked) return showForm(request, reply, { text, ...checked });
    const frame = portal.frame(request);
    if ('archive' in checked) return sendOwn(reply, CheckedArchivePage({ frame, checked }));
    return sendOwn(reply, CheckedReportPage({ frame, checked }));
  }

  /** Before a byte of the upload is read. */
  async function refuseFloods(request: FastifyRequest, reply: FastifyReply) {
    const frame = portal.frame(request);
    if (Number(request.headers['content-length'] ?? 0) > LARGEST_UPLOAD)
      return sendOwn(reply.header('connection', 'close'), ErrorPage({ frame, status: 413 }), 413);
    if (!portal.intake.admitCheck(request.ip)) return sendOwn(reply, ErrorPage({ frame, status: 429 }), 429);
  }
}
