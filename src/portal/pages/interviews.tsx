/**
 * 在线访谈: list, one interview, the question form, and what is said while it is said. The page itself is kept like any other and dropped by each
 * act on the interview, so that those who refresh cost no more than those who are sent the lines.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { proposeMasked } from '../../interaction/citizen-letters/masking.ts';
import { LONGEST } from '../../interaction/interviews/interview.ts';
import {
  comingInterviews,
  type PublicInterviewPage,
  pastInterviews,
  publicHead,
  publicInterview,
} from '../../interaction/store/interview-lists.ts';
import { interviewStairs, questionOfForm } from '../../interaction/store/interview-stairs.ts';
import { sm3 } from '../../ledger/entry.ts';
import { PUBLIC } from '../../people/actor.ts';
import { perform } from '../../perform.ts';
import { isRefusal } from '../../statute/refusal.ts';
import { asked, askedPage } from '../asked.ts';
import type { FieldError } from '../components/error-summary.tsx';
import { TOKEN_FIELD } from '../form-token.ts';
import { freshProof, toldOf } from '../intake-proof.ts';
import { INTERVIEWS, interviewKey } from '../page-keys.ts';
import type { Portal } from '../portal.ts';
import { cachedPage, sendOwn } from '../send-page.ts';
import { ErrorPage } from './error-page.tsx';
import { AskedPage, AskPage } from './interviews/ask.tsx';
import { InterviewsPage } from './interviews/list.tsx';
import { InterviewPage } from './interviews/shown.tsx';

const PAGE_SIZE = 20;

interface One {
  Params: { id: string };
}
const idOf = (request: FastifyRequest) => (request.params as One['Params']).id.slice(0, 100);

export function interviews(app: FastifyInstance, portal: Portal): void {
  const { house, reading } = portal;

  cachedPage(app, portal, {
    path: '/interviews',
    asks: ['page'],
    build: async (request, frame) => {
      const number = askedPage(request.query);
      const found = await pastInterviews(reading, { number, size: PAGE_SIZE });
      const [past, more] = [found.slice(0, PAGE_SIZE), found.length > PAGE_SIZE];
      const html = InterviewsPage({ frame, coming: await comingInterviews(reading), past, number, more });
      return { html, keys: [INTERVIEWS] };
    },
  });
  cachedPage(app, portal, {
    path: '/interviews/:id',
    build: async (request, frame) => {
      const interview = await publicInterview(reading, idOf(request));
      if (!interview) return { html: ErrorPage({ frame, status: 404 }), keys: [INTERVIEWS], status: 404 };
      const html = InterviewPage({ frame, interview, script: portal.scripts.live.path });
      return { html, keys: [INTERVIEWS, interviewKey(interview.id)] };
    },
  });

  app.get('/interviews/:id/live', async (request, reply) => {
    const id = idOf(request);
    const head = await publicHead(reading, id);
    if (!head) return sendOwn(reply, ErrorPage({ frame: portal.frame(request), status: 404 }), 404);
    const from =
      numberOf(request.headers['last-event-id']) ?? numberOf((request.query as { after?: unknown }).after) ?? 0;
    // All is said and all of it is known there: a browser that is told this asks no more.
    if ((head.state === 'ended' || head.state === 'cancelled') && from >= head.last) return reply.code(204).send();
    if (portal.live.refuses(request.ip))
      return reply.code(503).header('retry-after', '30').header('cache-control', 'no-store').send('');
    reply.hijack();
    reply.raw.writeHead(200, {
      ...(reply.getHeaders() as Record<string, string>),
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      // nginx hands each line on as it comes.
      'x-accel-buffering': 'no',
    });
    portal.live.open(id, reply.raw, request.ip, Math.min(from, head.last));
    return reply;
  });

  app.get('/interviews/:id/ask', async (request, reply) => {
    const interview = await takingQuestions(request);
    return interview ? form(request, reply, interview, '', []) : closed(request, reply);
  });
  app.post('/interviews/:id/ask', async (request, reply) => {
    const interview = await takingQuestions(request);
    const formHash = sm3(asked(request.body, TOKEN_FIELD));
    const frame = portal.frame(request);
    // Pressed twice, or sent again after the line broke: it is there already.
    if (!interview) return closed(request, reply);
    const question = asked(request.body, 'question').replace(/\r\n?/g, '\n');
    if ((await questionOfForm(house.db, formHash)) === proposeMasked(question))
      return sendOwn(reply, AskedPage({ frame, ...interview }));
    const wrong = wrongWith(question);
    if (wrong) return form(request, reply, interview, question.slice(0, LONGEST.question), [wrong]);
    const refused = await portal.intake.admit(request.body, request.ip);
    const command = { verb: 'ask', interviewId: interview.id, text: question, formHash } as const;
    const done = refused ?? (await perform(house, interviewStairs, PUBLIC, command));
    if (!isRefusal(done)) return sendOwn(reply, AskedPage({ frame, ...interview }), 201);
    const { errors, told, status } = toldOf(done);
    return form(request, reply, interview, question, errors, told, status);
  });

  async function takingQuestions(request: FastifyRequest): Promise<PublicInterviewPage | undefined> {
    const interview = await publicInterview(reading, idOf(request));
    return interview?.state === 'announced' || interview?.state === 'live' ? interview : undefined;
  }

  async function closed(request: FastifyRequest, reply: FastifyReply) {
    const frame = portal.frame(request);
    if (!(await publicHead(reading, idOf(request)))) return sendOwn(reply, ErrorPage({ frame, status: 404 }), 404);
    const says = '这期访谈已经结束或者取消，不再接收提问。可以写信提出。';
    return sendOwn(reply, ErrorPage({ frame, status: 409, says }), 409);
  }

  async function form(
    request: FastifyRequest,
    reply: FastifyReply,
    interview: PublicInterviewPage,
    question: string,
    errors: readonly FieldError[],
    told?: string,
    status = errors.length > 0 ? 422 : 200,
  ) {
    const html = AskPage({
      ...{ frame: portal.frame(request), interview, question },
      asked: { errors, told, proof: await freshProof(portal) },
    });
    return sendOwn(reply, html, status);
  }
}

function numberOf(sent: unknown): number | undefined {
  return typeof sent === 'string' && /^\d{1,9}$/.test(sent) ? Number(sent) : undefined;
}

function wrongWith(question: string): FieldError | undefined {
  if (question === '') return { field: 'question', says: '没有写提问，请写明要问什么。' };
  const { length } = question;
  if (length <= LONGEST.question) return undefined;
  return { field: 'question', says: `提问最多 ${LONGEST.question} 个字，现在是 ${length} 个，请删减。` };
}
