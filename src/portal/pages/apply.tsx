/**
 * 依申请公开 (《条例》第二十七条、第二十九条): one question a page, look over, send. No account, no reason asked; what was typed travels in
 * the form and is kept nowhere before it is sent. As soon as it is said what is wanted, the applicant is shown what is published already.
 */
import multipart from '@fastify/multipart';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { PUBLIC } from '../../people/actor.ts';
import { living } from '../../people/agency.ts';
import { listAgencies } from '../../people/store.ts';
import { problemOfRefusal } from '../../platform/http/problem.ts';
import { publishedMatches } from '../../publications/store/matches.ts';
import type { Register } from '../../requests/decide/register.ts';
import { listAttachments } from '../../requests/store/request-files.ts';
import { earlierSubmission, registerOnce, type SubmittedRequest } from '../../requests/store/submissions.ts';
import { lettersTo } from '../../requests/track.ts';
import { isRefusal, type Refusal } from '../../statute/refusal.ts';
import { replyDue } from '../../statute/reply-clock/reply-due.ts';
import { type ApplicationForm, applicationOf, errorsOf, readApplicationForm } from '../application-form.ts';
import {
  errorsAt,
  isQuestion,
  QUESTION_NAMES,
  type QuestionName,
  questionAfter,
  questionBefore,
} from '../application-questions.ts';
import { asked } from '../asked.ts';
import type { FieldError } from '../components/error-summary.tsx';
import { TOKEN_FIELD } from '../form-token.ts';
import { carriedOf, heldIn } from '../held-files.ts';
import type { Portal } from '../portal.ts';
import { ANSWER_FIELD } from '../proof-of-work.ts';
import { CODE_PURPOSE } from '../query-code.ts';
import { type FileForm, receiveForm } from '../receive-files.ts';
import { sendOwn } from '../send-page.ts';
import { accessTo } from '../track-access.ts';
import { ApplyMatchesPage } from './apply/matches.tsx';
import { ApplyQuestionPage } from './apply/question.tsx';
import { ApplyReceiptPage } from './apply/receipt.tsx';
import { ApplyReviewPage } from './apply/review.tsx';
import { ErrorPage } from './error-page.tsx';

/** Letters of a description that are looked for while it is typed. */
const LONGEST_LOOK = 500;

/** Bytes of such a look, percent-encoded. */
const LOOK_BYTES = 16 * 1024;

/** Refusals after which everything typed is shown once more, to be sent again. */
const ONCE_MORE = ['FORM_EXPIRED', 'FORM_SPENT', 'NOT_PROVEN'];

/** 一起交的材料: what they are held for, and the name of the form's token. */
const FILES = 'apply-files';

const [FIRST, LAST] = [QUESTION_NAMES[0]!, QUESTION_NAMES.at(-1)!];

export function apply(app: FastifyInstance, portal: Portal): void {
  const { reading } = portal;
  const { db } = portal.house;
  const withFiles: FileForm = {
    fields: { identityProof: 'identityProof', application: 'application', mandate: 'mandate' },
    heldFor: () => FILES,
    isGenuine: async (body) => portal.tokens.isGenuine(FILES, asked(body, TOKEN_FIELD)),
  };
  app.get('/apply', async (request, reply) => {
    const form = readApplicationForm({ kind: 'natural', acting: 'self', agency: portal.countyId });
    return ask(request, reply, form, FIRST);
  });
  /** [PRT-25, SEC-15] 边填边找: for the script of the page; published things only. What is looked for stands in no address. */
  app.post('/apply/matches', { bodyLimit: LOOK_BYTES }, async (request, reply) => {
    const wanted = asked(request.body, 'wanted').slice(0, LONGEST_LOOK);
    const found = portal.intake.admitLook(request.ip) ? await publishedMatches(reading, wanted, portal.today()) : [];
    return reply
      .header('cache-control', 'no-store')
      .send(found.map(({ id, title, publishedOn }) => ({ path: `/documents/${id}`, title, on: publishedOn })));
  });
  app.post('/apply', async (request, reply) => answered(request, reply, request.body));
  // Where whoever presses enter in the address bar comes back to.
  app.get('/apply/files', async (_, reply) => reply.redirect('/apply', 303));
  /** [FIL-13] 材料: the one question whose answer is kept before the form is sent. */
  app.register(async (uploads) => {
    uploads.register(multipart, { throwFileSizeLimit: false });
    uploads.post('/apply/files', async (request, reply) => {
      if (!request.isMultipart()) return sendOwn(reply, ErrorPage({ frame: portal.frame(request), status: 415 }), 415);
      const { body, errors } = await receiveForm(request, portal, withFiles);
      if (errors.length === 0) return answered(request, reply, body);
      return ask(request, reply, readApplicationForm(body), 'files', errors, asked(body, 'changing') === '1');
    });
  });

  async function answered(request: FastifyRequest, reply: FastifyReply, body: unknown) {
    const form = readApplicationForm(body);
    const act = asked(body, 'do');
    const at = asked(body, 'at');
    const changing = asked(body, 'changing') === '1';
    const changed = act.replace(/^change\./, '');
    if (act.startsWith('change.') && isQuestion(changed)) return ask(request, reply, form, changed, [], true);
    if (act === 'add') return ask(request, reply, form, 'files', [], changing);
    if (act.startsWith('drop.')) {
      const left = heldOf(form).files.filter((_, n) => act !== `drop.${n}`);
      return ask(request, reply, { ...form, files: carriedOf(left) }, 'files', [], changing);
    }
    if (act === 'back') return ask(request, reply, form, isQuestion(at) ? (questionBefore(at) ?? FIRST) : backFrom(at));
    const agencies = await listAgencies(reading);
    const { files, lost: gone } = heldOf(form);
    const lost = gone.map((says) => ({ field: 'files', says }));
    if (form.acting === 'agent' && !files.some(({ purpose }) => purpose === 'mandate'))
      lost.push({ field: 'files', says: '没有交授权委托书。请选择申请人签名或者盖章的授权委托书。' });
    const errors = [...errorsOf(form, agencies), ...lost];
    return act === 'send' ? send(request, reply, form, errors, body) : goOn(request, reply, form, errors, body);
  }

  /** From a question to the next one, or to the review once all are answered. */
  async function goOn(
    request: FastifyRequest,
    reply: FastifyReply,
    form: ApplicationForm,
    errors: FieldError[],
    body: unknown,
  ) {
    const at = asked(body, 'at');
    const changing = asked(body, 'changing') === '1';
    if (isQuestion(at)) {
      const wrong = errorsAt(at, errors);
      if (wrong.length > 0) return ask(request, reply, form, at, wrong, changing);
      if (at === 'wanted' && !changing) {
        const matches = await publishedMatches(reading, form.wanted, portal.today());
        if (matches.length > 0)
          return sendOwn(
            reply,
            ApplyMatchesPage({ frame: portal.frame(request), form, matches, due: dueIfSentToday() }),
          );
      }
    }
    const next = isQuestion(at) ? questionAfter(at) : questionAfter(FIRST);
    return next && !changing ? ask(request, reply, form, next) : review(request, reply, form, errors);
  }

  async function ask(
    request: FastifyRequest,
    reply: FastifyReply,
    form: ApplicationForm,
    name: QuestionName,
    errors: readonly FieldError[] = [],
    changing = false,
  ) {
    const { files } = heldOf(form);
    // What is lost is said once, and carried no further.
    const kept = name === 'files' ? { ...form, files: carriedOf(files) } : form;
    const question = { name, form: kept, held: files, errors, agencies: living(await listAgencies(reading)), changing };
    const html = ApplyQuestionPage({
      frame: portal.frame(request),
      asked: question,
      token: portal.tokens.give(FILES),
      due: dueIfSentToday(),
      script: portal.scripts.apply.path,
    });
    return sendOwn(reply, html, errors.length > 0 ? 422 : 200);
  }

  /** An answer that contradicts another (邮寄 without an address) leads to its question. */
  function askAgain(
    request: FastifyRequest,
    reply: FastifyReply,
    form: ApplicationForm,
    errors: readonly FieldError[],
  ) {
    const name = QUESTION_NAMES.find((question) => errorsAt(question, errors).length > 0) ?? FIRST;
    return ask(request, reply, form, name, errorsAt(name, errors), true);
  }

  async function review(
    request: FastifyRequest,
    reply: FastifyReply,
    form: ApplicationForm,
    errors: readonly FieldError[],
    again?: Refusal,
  ) {
    if (errors.length > 0) return askAgain(request, reply, form, errors);
    const agencyName = (await listAgencies(reading)).find(({ id }) => id === form.agency)?.name ?? '';
    const token = portal.tokens.give('apply');
    const frame = portal.frame(request);
    const html = ApplyReviewPage({
      frame,
      form,
      agencyName,
      files: heldOf(form).files,
      token,
      due: dueIfSentToday(),
      ...(again?.code === 'NOT_PROVEN'
        ? { again: undefined, errors: [{ field: ANSWER_FIELD, says: again.says }] }
        : { again: again?.says, errors: [] }),
      challenge: JSON.stringify(await portal.proofs.challenge(token)),
      question: portal.proofs.question(token),
      script: portal.scripts.apply.path,
    });
    return sendOwn(reply, html, again ? problemOfRefusal(again).status : 200);
  }

  async function send(
    request: FastifyRequest,
    reply: FastifyReply,
    form: ApplicationForm,
    errors: FieldError[],
    body: unknown,
  ) {
    if (errors.length > 0) return askAgain(request, reply, form, errors);
    const sent = { token: asked(body, TOKEN_FIELD), answers: JSON.stringify(form) };
    const earlier = await earlierSubmission(db, portal.keys, sent, portal.house.now());
    if (earlier && !isRefusal(earlier)) return receipt(request, reply, earlier, 200);
    const notAdmitted = earlier ?? (await portal.intake.admit(body, request.ip));
    if (notAdmitted) return refused(request, reply, form, notAdmitted);
    const code = portal.newCode();
    const command: Register = {
      verb: 'register',
      channel: 'web',
      agencyId: form.agency,
      on: portal.today(),
      codeDigest: portal.keys.digest(code, CODE_PURPOSE),
      ...applicationOf(form),
    };
    const { files } = heldOf(form);
    const registered = await registerOnce(portal.house, portal.keys, PUBLIC, sent, code, command, files);
    return isRefusal(registered) ? refused(request, reply, form, registered) : receipt(request, reply, registered, 201);
  }

  function refused(request: FastifyRequest, reply: FastifyReply, form: ApplicationForm, refusal: Refusal) {
    if (ONCE_MORE.includes(refusal.code)) return review(request, reply, form, [], refusal);
    if (refusal.code === 'FIL-11')
      return ask(request, reply, { ...form, files: '' }, 'files', [{ field: 'files', says: refusal.says }], true);
    const { status, says } = problemOfRefusal(refusal);
    return sendOwn(reply, ErrorPage({ frame: portal.frame(request), status, says }), status);
  }

  async function receipt(
    request: FastifyRequest,
    reply: FastifyReply,
    { file, code }: SubmittedRequest,
    status: number,
  ) {
    const { number, queryNumber } = file.request;
    const frame = portal.frame(request);
    const [letter] = lettersTo(file.facts);
    const access = accessTo(file, portal.tokens);
    const kept = await listAttachments(db, file.request.id, portal.keys);
    const files = kept.filter(({ addedBy }) => addedBy === PUBLIC.id);
    const html = ApplyReceiptPage({ frame, number, queryNumber, code, due: dueIfSentToday(), letter, files, access });
    return sendOwn(reply, html, status);
  }

  function heldOf({ files }: ApplicationForm) {
    return heldIn(files, FILES, portal.keys, portal.house.now());
  }

  function dueIfSentToday() {
    const today = portal.today();
    const receipt = { channel: 'web', submitted: today } as const;
    const reckoning = replyDue({ receipt, events: [], today }, portal.house.calendar());
    return isRefusal(reckoning) ? null : reckoning.due;
  }
}

/** The question that stands before a page that is none. */
function backFrom(at: string): QuestionName {
  return at === 'review' ? LAST : FIRST;
}
