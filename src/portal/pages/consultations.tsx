/**
 * 征集调查: the list, one with its draft and result, 提意见 and 填写问卷 by the same narrow intake as an application, and the answer to an opinion by number and
 * code. What people send is shown to nobody before the result; then figures and gists alone.
 */
import multipart from '@fastify/multipart';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isOpen, type PublicConsultation } from '../../interaction/consultations/consultation.ts';
import { readAnswers } from '../../interaction/consultations/questions.ts';
import { LONGEST_OPINION } from '../../interaction/consultations/send.ts';
import { ALL, resultsOf } from '../../interaction/consultations/tally.ts';
import {
  adoptionCounts,
  publicConsultations,
  publicOpinions,
  talliesOf,
} from '../../interaction/store/consultation-lists.ts';
import { findConsultation } from '../../interaction/store/consultation-stairs.ts';
import { opinionReceipt, opinionStairs, trackOpinion } from '../../interaction/store/opinion-stairs.ts';
import { sm3 } from '../../ledger/entry.ts';
import { PUBLIC } from '../../people/actor.ts';
import { listAgencies } from '../../people/store.ts';
import { perform } from '../../perform.ts';
import { isRefusal, type Refusal } from '../../statute/refusal.ts';
import { asked, askedPage } from '../asked.ts';
import { lookByCode } from '../by-code.ts';
import type { FieldError } from '../components/error-summary.tsx';
import { TOKEN_FIELD } from '../form-token.ts';
import { carriedOf, HELD_FIELD, type HeldFile, heldIn } from '../held-files.ts';
import { freshProof, toldOf } from '../intake-proof.ts';
import { AGENCIES, CONSULTATIONS } from '../page-keys.ts';
import type { Portal } from '../portal.ts';
import { CODE_PURPOSE } from '../query-code.ts';
import { receiveForm } from '../receive-files.ts';
import { cachedPage, sendOwn } from '../send-page.ts';
import { turnstile } from '../turnstile.ts';
import { visitorToken } from '../visitor-token.ts';
import { answerFiles, fileQuestions, heldForAnswer, NO_FILES } from './consultations/answer-files.ts';
import { OpinionReceiptPage, TrackedOpinionPage, TrackOpinionPage } from './consultations/answered.tsx';
import { ConsultationsPage } from './consultations/list.tsx';
import { type SendForm, SendPage } from './consultations/send.tsx';
import { ConsultationPage, type ReleasedResult } from './consultations/shown.tsx';
import { ErrorPage } from './error-page.tsx';

const PAGE_SIZE = 20;
/** Answers that are written at the same moment; readers of results keep the rest of the connections. */
const WRITTEN_AT_ONCE = 4;

interface OfId {
  Params: { id: string };
}

export function consultations(app: FastifyInstance, portal: Portal): void {
  const { house, keys, reading } = portal;
  const inTurn = turnstile(WRITTEN_AT_ONCE);

  cachedPage(app, portal, {
    path: '/consultations',
    asks: ['page'],
    async build({ query }, frame) {
      const number = askedPage(query);
      const found = await publicConsultations(reading, { number, size: PAGE_SIZE });
      const more = found.length > PAGE_SIZE;
      const shown = { lines: found.slice(0, PAGE_SIZE), number, more, today: portal.today() };
      return { html: ConsultationsPage({ frame, ...shown }), keys: [CONSULTATIONS] };
    },
  });

  app.get('/consultations/track', async (request, reply) =>
    sendOwn(reply, TrackOpinionPage({ frame: portal.frame(request), number: '', errors: [] })),
  );
  app.post('/consultations/track', async (request, reply) =>
    lookByCode(request, reply, portal, {
      find: (number, digest) => trackOpinion(house.db, number, digest),
      ask: TrackOpinionPage,
      show: (opinion) => sendOwn(reply, TrackedOpinionPage({ frame: portal.frame(request), opinion })),
    }),
  );

  cachedPage(app, portal, {
    path: '/consultations/:id',
    async build({ params }, frame) {
      const file = await openedFile((params as OfId['Params']).id);
      const keys = [CONSULTATIONS, AGENCIES];
      if (!file) return { html: ErrorPage({ frame, status: 404 }), keys, status: 404 };
      const { consultation, facts } = file;
      const agency = (await listAgencies(reading)).find(({ id }) => id === consultation.agencyId)?.name ?? '';
      const result = await resultOf(consultation);
      const shown = { consultation, facts, agency, result, today: portal.today() };
      return { html: ConsultationPage({ frame, shown }), keys };
    },
  });

  app.get<OfId>('/consultations/:id/send', async (request, reply) => {
    const file = await openedFile(request.params.id);
    if (!file) return sendOwn(reply, ErrorPage({ frame: portal.frame(request), status: 404 }), 404);
    return form(request, reply, file.consultation, formOf({}, [], NO_FILES), []);
  });

  app.post<OfId>('/consultations/:id/send', async (request, reply) => {
    const file = await openedFile(request.params.id);
    if (!file) return sendOwn(reply, ErrorPage({ frame: portal.frame(request), status: 404 }), 404);
    return take(request, reply, file.consultation, request.body, NO_FILES, []);
  });

  app.register(async (uploads) => {
    uploads.register(multipart, { throwFileSizeLimit: false });
    uploads.post<OfId>('/consultations/:id/send/files', async (request, reply) => {
      const frame = portal.frame(request);
      const file = await openedFile(request.params.id);
      if (!file) return sendOwn(reply, ErrorPage({ frame, status: 404 }), 404);
      if (!request.isMultipart()) return sendOwn(reply, ErrorPage({ frame, status: 415 }), 415);
      const { consultation } = file;
      const { body, errors } = await receiveForm(request, portal, answerFiles(consultation, portal));
      const heldFor = heldForAnswer(consultation);
      const { files, lost } = heldIn<string>(body[HELD_FIELD] ?? '', heldFor, keys, house.now());
      const gone = lost.map((says) => ({ field: fileQuestions(consultation)[0] ?? '', says }));
      return take(request, reply, consultation, body, files, [...errors, ...gone]);
    });
  });

  async function take(
    request: FastifyRequest,
    reply: FastifyReply,
    consultation: PublicConsultation,
    body: unknown,
    held: readonly HeldFile<string>[],
    wrong: readonly FieldError[],
  ) {
    const { id, text } = consultation;
    const isSurvey = text.form === 'survey';
    const wanted = fileQuestions(consultation);
    const files = wanted.flatMap((key) => held.findLast(({ purpose }) => purpose === key) ?? []);
    const filled = formOf(body, wanted, files);
    const { answers, faults } = readAnswers(text.questions, filled.sent);
    const unanswered = faults.filter(({ key }) => !wrong.some(({ field }) => field === key));
    const errors = isSurvey
      ? [...wrong, ...unanswered.map(({ key, says }) => ({ field: key, says }))]
      : errorsOf(filled);
    if (errors.length > 0) return form(request, reply, consultation, filled, errors);
    const token = asked(body, TOKEN_FIELD);
    const earlier = await opinionReceipt(house.db, sm3(token), isSurvey ? '' : filled.body, keys);
    if (earlier) return receipt(request, reply, consultation, earlier, 200);
    const refused = await portal.intake.admit(body, request.ip, isSurvey ? 'surveyAnswer' : 'application');
    if (refused) return again(request, reply, consultation, filled, refused);
    const code = isSurvey ? '' : portal.newCode();
    const visitor = visitorToken(request.headers.cookie, request.url);
    const command = {
      verb: 'send' as const,
      consultationId: id,
      body: isSurvey ? '' : filled.body,
      answers: isSurvey ? answers : {},
      files: files.map(({ purpose: question, file }) => ({ ...file, question })),
      writer: { name: filled.name, phone: filled.phone, email: filled.email },
      formHash: sm3(token),
      visitorDigest: isSurvey ? sm3(`${id} ${visitor.token}`) : null,
      code,
      codeDigest: isSurvey ? '' : keys.digest(code, CODE_PURPOSE),
    };
    const done = await inTurn(() => perform(house, opinionStairs(keys), PUBLIC, command));
    if (isRefusal(done)) return again(request, reply, consultation, filled, done);
    if (isSurvey && visitor.cookie) reply.header('set-cookie', visitor.cookie);
    return receipt(request, reply, consultation, { queryNumber: done.queryNumber, code }, 201);
  }

  /** What was never opened is as if it were not there. */
  async function openedFile(id: string) {
    const file = await findConsultation(reading, id.slice(0, 100));
    return file?.consultation.opensOn ? file : undefined;
  }

  async function resultOf({ id, state, text }: PublicConsultation): Promise<ReleasedResult | null> {
    if (state !== 'released') return null;
    const tallies = await talliesOf(reading, id);
    const isSurvey = text.form === 'survey';
    return {
      received: tallies.get(ALL) ?? 0,
      adoptions: await adoptionCounts(reading, id),
      opinions: isSurvey ? [] : await publicOpinions(reading, id),
      questions: resultsOf(text.questions, tallies),
    };
  }

  async function form(
    request: FastifyRequest,
    reply: FastifyReply,
    consultation: PublicConsultation,
    filled: SendForm,
    errors: readonly FieldError[],
    told?: string,
    status = errors.length > 0 ? 422 : 200,
  ) {
    if (!isOpen(consultation, portal.today()))
      return sendOwn(
        reply,
        ErrorPage({
          frame: portal.frame(request),
          status: 410,
          says: '征集已经结束，不再接收。结果会在征集页公布。',
        }),
        410,
      );
    // Given with the form, so that two that are open at once in a browser are one visitor.
    const visitor = visitorToken(request.headers.cookie, request.url);
    if (consultation.text.form === 'survey' && visitor.cookie) reply.header('set-cookie', visitor.cookie);
    const html = SendPage({
      ...{ frame: portal.frame(request), consultation, form: filled },
      asked: { errors, told, proof: await freshProof(portal) },
    });
    return sendOwn(reply, html, status);
  }

  function again(
    request: FastifyRequest,
    reply: FastifyReply,
    consultation: PublicConsultation,
    filled: SendForm,
    refusal: Refusal,
  ) {
    const { errors, told, status } = toldOf(refusal);
    return form(request, reply, consultation, filled, errors, told, status);
  }

  function receipt(
    request: FastifyRequest,
    reply: FastifyReply,
    consultation: PublicConsultation,
    held: { readonly queryNumber: string; readonly code: string },
    status: number,
  ) {
    return sendOwn(reply, OpinionReceiptPage({ frame: portal.frame(request), consultation, ...held }), status);
  }
}

/** @param wanted questions that ask for a file: answered by what was kept, whatever a browser says of them */
function formOf(body: unknown, wanted: readonly string[], files: readonly HeldFile<string>[]): SendForm {
  const text = (name: string, most: number) =>
    asked(body, name)
      .replace(/\r\n?/g, '\n')
      .slice(0, most + 1);
  return {
    body: text('body', LONGEST_OPINION),
    name: text('name', 50),
    phone: text('phone', 30),
    email: text('email', 100),
    carried: carriedOf(files),
    sent: (field) =>
      wanted.includes(field) ? (files.find(({ purpose }) => purpose === field)?.file.name ?? '') : asked(body, field),
  };
}

function errorsOf(form: SendForm): FieldError[] {
  const long = (['body', 'name', 'phone', 'email'] as const).flatMap((field) => {
    const most = { body: LONGEST_OPINION, name: 50, phone: 30, email: 100 }[field];
    return form[field].length > most ? [{ field, says: `最多 ${most} 个字，请删减。` }] : [];
  });
  return form.body === '' ? [{ field: 'body', says: '没有写意见，请写明。' }, ...long] : long;
}
