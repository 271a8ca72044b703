/**
 * 依申请公开 (《条例》第二十七条、第二十九条): fill in, look over, send. No account, no reason asked; before it is sent the applicant is
 * shown what is published already.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { PUBLIC } from '../../people/actor.ts';
import { listAgencies } from '../../people/store.ts';
import { perform } from '../../perform.ts';
import { requestStairs } from '../../requests/store/stairs.ts';
import { isRefusal } from '../../statute/refusal.ts';
import { type ApplicationForm, applicationOf, errorsOf, readApplicationForm } from '../application-form.ts';
import { asked } from '../asked.ts';
import type { Portal } from '../portal.ts';
import { publishedMatches } from '../published-matches.ts';
import { CODE_PURPOSE } from '../query-code.ts';
import { sendOwn } from '../send-page.ts';
import { ApplyFormPage } from './apply-form.tsx';
import { ApplyReceiptPage } from './apply-receipt.tsx';
import { ApplyReviewPage } from './apply-review.tsx';
import { ErrorPage } from './error-page.tsx';

export function apply(app: FastifyInstance, portal: Portal): void {
  const { db } = portal.house;
  app.get('/apply', async (request, reply) => {
    const form = { ...readApplicationForm({}), kind: 'natural', identityKind: '居民身份证', agency: portal.countyId };
    return showForm(request, reply, form);
  });
  app.post('/apply', async (request, reply) => {
    const form = readApplicationForm(request.body);
    const agencies = await listAgencies(db);
    const errors = errorsOf(form, new Set(agencies.map(({ id }) => id)));
    if (errors.length > 0 || asked(request.body, 'do') === 'back') return showForm(request, reply, form, errors);
    return asked(request.body, 'do') === 'send' ? send(request, reply, form) : review(request, reply, form);
  });

  async function showForm(
    request: FastifyRequest,
    reply: FastifyReply,
    form: ApplicationForm,
    errors: ReturnType<typeof errorsOf> = [],
  ) {
    const agencies = await listAgencies(db);
    const html = ApplyFormPage({ frame: portal.frame(request), form, errors, agencies });
    return sendOwn(reply, html, errors.length > 0 ? 422 : 200);
  }

  async function review(request: FastifyRequest, reply: FastifyReply, form: ApplicationForm) {
    const [matches, agencies] = await Promise.all([
      publishedMatches(db, form.wanted, portal.today()),
      listAgencies(db),
    ]);
    const agencyName = agencies.find(({ id }) => id === form.agency)?.name ?? '';
    const token = portal.tokens.give('apply');
    return sendOwn(reply, ApplyReviewPage({ frame: portal.frame(request), form, agencyName, matches, token }));
  }

  async function send(request: FastifyRequest, reply: FastifyReply, form: ApplicationForm) {
    const frame = portal.frame(request);
    const notAdmitted = portal.intake.admit(request.body, request.ip);
    if (notAdmitted) {
      const status = notAdmitted.code.startsWith('TOO_MANY_')
        ? 429
        : notAdmitted.code.startsWith('NOT_YOUR_')
          ? 403
          : 409;
      return sendOwn(reply, ErrorPage({ frame, status, says: notAdmitted.says }), status);
    }
    const code = portal.newCode();
    const registered = await perform(portal.house, requestStairs(portal.keys), PUBLIC, {
      verb: 'register',
      channel: 'web',
      agencyId: form.agency,
      on: portal.today(),
      codeDigest: portal.keys.digest(code, CODE_PURPOSE),
      ...applicationOf(form),
    });
    if (isRefusal(registered)) return sendOwn(reply, ErrorPage({ frame, status: 409, says: registered.says }), 409);
    const { number, queryNumber } = registered.request;
    const calendar = portal.house.calendar();
    return sendOwn(reply, ApplyReceiptPage({ frame, number, queryNumber, code, today: portal.today(), calendar }), 201);
  }
}
