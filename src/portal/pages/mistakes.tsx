/**
 * 找错: from the foot of every page to a small form, by the same narrow intake as an application. Which page it was is read from where the reader came, so that nothing
 * has to run in his browser; number and code show him what became of it.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { sm3 } from '../../ledger/entry.ts';
import { PUBLIC } from '../../people/actor.ts';
import { perform } from '../../perform.ts';
import { isRefusal, type Refusal } from '../../statute/refusal.ts';
import { LONGEST_MISTAKE } from '../../supervision/mistakes/mistake.ts';
import { mistakeReceiptOf, mistakeStairs } from '../../supervision/store/mistake-stairs.ts';
import { trackMistake } from '../../supervision/store/mistakes.ts';
import { asked } from '../asked.ts';
import { lookByCode } from '../by-code.ts';
import type { FieldError } from '../components/error-summary.tsx';
import { TOKEN_FIELD } from '../form-token.ts';
import { freshProof, toldOf } from '../intake-proof.ts';
import type { Portal } from '../portal.ts';
import { CODE_PURPOSE } from '../query-code.ts';
import { sendOwn } from '../send-page.ts';
import { MistakeReceiptPage, TrackedMistakePage, TrackMistakePage } from './mistakes/answered.tsx';
import { type MistakeForm, ReportMistakePage } from './mistakes/report.tsx';

export function mistakes(app: FastifyInstance, portal: Portal): void {
  const { house, keys } = portal;

  app.get('/mistakes/report', async (request, reply) =>
    show(request, reply, { page: pageBefore(request, portal.site.url), wrong: '', says: '', contact: '' }, []),
  );
  app.post('/mistakes/report', async (request, reply) => {
    const form = formOf(request.body);
    const errors = errorsOf(form);
    if (errors.length > 0) return show(request, reply, form, errors);
    const token = asked(request.body, TOKEN_FIELD);
    const earlier = await mistakeReceiptOf(house.db, sm3(token), form.says, keys);
    if (earlier) return receipt(request, reply, earlier, 200);
    const refused = await portal.intake.admit(request.body, request.ip);
    if (refused) return again(request, reply, form, refused);
    const code = portal.newCode();
    const done = await perform(house, mistakeStairs(keys), PUBLIC, {
      ...{ verb: 'report', agencyId: portal.countyId, ...form, code },
      codeDigest: keys.digest(code, CODE_PURPOSE),
      formHash: sm3(token),
    });
    if (isRefusal(done)) return again(request, reply, form, done);
    return receipt(request, reply, { queryNumber: done.report.queryNumber, code }, 201);
  });

  app.get('/mistakes/track', async (request, reply) =>
    sendOwn(reply, TrackMistakePage({ frame: portal.frame(request), number: '', errors: [] })),
  );
  app.post('/mistakes/track', async (request, reply) =>
    lookByCode(request, reply, portal, {
      find: (number, digest) => trackMistake(house.db, number, digest),
      ask: TrackMistakePage,
      show: (report) => sendOwn(reply, TrackedMistakePage({ frame: portal.frame(request), report })),
    }),
  );

  async function show(
    request: FastifyRequest,
    reply: FastifyReply,
    form: MistakeForm,
    errors: readonly FieldError[],
    told?: string,
    status = errors.length > 0 ? 422 : 200,
  ) {
    const html = ReportMistakePage({
      ...{ frame: portal.frame(request), form },
      asked: { errors, told, proof: await freshProof(portal) },
    });
    return sendOwn(reply, html, status);
  }

  function again(request: FastifyRequest, reply: FastifyReply, form: MistakeForm, refusal: Refusal) {
    const { errors, told, status } = toldOf(refusal);
    return show(request, reply, form, errors, told, status);
  }

  function receipt(
    request: FastifyRequest,
    reply: FastifyReply,
    { queryNumber, code }: { readonly queryNumber: string; readonly code: string },
    status: number,
  ) {
    return sendOwn(reply, MistakeReceiptPage({ frame: portal.frame(request), queryNumber, code }), status);
  }
}

/** 从哪一页来: only a page of this site, without what was typed into its address. */
function pageBefore({ headers, host, protocol }: FastifyRequest, site: string): string {
  const from = headers.referer ?? '';
  if (!URL.canParse(from)) return '';
  const { origin, pathname, href } = new URL(from);
  if (origin !== site && origin !== `${protocol}://${host}`) return '';
  return pathname.startsWith('/mistakes/') ? '' : href.slice(0, LONGEST_MISTAKE.page);
}

function formOf(body: unknown): MistakeForm {
  const text = (name: keyof MistakeForm) =>
    asked(body, name)
      .replace(/\r\n?/g, '\n')
      .slice(0, LONGEST_MISTAKE[name] + 1);
  return { page: text('page'), wrong: text('wrong'), says: text('says'), contact: text('contact') };
}

function errorsOf(form: MistakeForm): FieldError[] {
  const long = (Object.keys(form) as (keyof MistakeForm)[])
    .filter((field) => form[field].length > LONGEST_MISTAKE[field])
    .map((field) => ({ field, says: `最多 ${LONGEST_MISTAKE[field]} 个字，请删减。` }));
  return form.says === '' ? [{ field: 'says', says: '没有写哪里错了，请写明。' }, ...long] : long;
}
