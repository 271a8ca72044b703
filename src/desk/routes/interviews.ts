/** 在线访谈 [INT-35…INT-44]: the list, a new one, one with its questions and lines, and the acts on it. */
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import type { InterviewAct } from '../../interaction/interviews/commands.ts';
import type { InterviewNotice } from '../../interaction/interviews/interview.ts';
import { interviewStairs } from '../../interaction/store/interview-stairs.ts';
import { type House, perform } from '../../perform.ts';
import { isRefusal, type Refusal } from '../../statute/refusal.ts';
import { answer } from '../answer.ts';
import type { InterviewView } from '../contract/interviews.ts';
import type { DeskDeps } from '../desk.ts';
import { officerOf } from '../guard.ts';
import {
  InterviewActSchema,
  type InterviewActSent,
  InterviewListQuerySchema,
  NewInterviewSchema,
} from '../interview-schemas.ts';
import { interviewFor, interviewPage, interviewView } from '../interview-view.ts';
import type { Officer } from '../reach.ts';
import { IdSchema } from '../schemas.ts';

export function interviewRoutes(desk: FastifyInstance, { house }: DeskDeps): void {
  const typed = desk.withTypeProvider<TypeBoxTypeProvider>();
  typed.get('/api/interviews', { schema: { querystring: InterviewListQuerySchema } }, async (request, reply) =>
    answer(await interviewPage(officerOf(request), request.query, house), request, reply),
  );
  typed.post('/api/interviews', { schema: { body: NewInterviewSchema } }, async (request, reply) => {
    const { agencyId, notice } = request.body;
    const command = { verb: 'draft', agencyId, notice: notice as InterviewNotice } as const;
    const done = await perform(house, interviewStairs, officerOf(request), command);
    const view = isRefusal(done) ? done : await interviewView(officerOf(request), done.interview.id, house);
    return answer(view, request, reply);
  });
  typed.get('/api/interviews/:id', { schema: { params: IdSchema } }, async (request, reply) =>
    answer(await interviewView(officerOf(request), request.params.id, house), request, reply),
  );
  typed.post(
    '/api/interviews/:id/acts',
    { schema: { params: IdSchema, body: InterviewActSchema } },
    async (request, reply) =>
      answer(await act(request.params.id, request.body, officerOf(request), house), request, reply),
  );
}

async function act(
  interviewId: string,
  sent: InterviewActSent,
  officer: Officer,
  house: House,
): Promise<InterviewView | Refusal> {
  const found = await interviewFor(officer, interviewId, house);
  if (isRefusal(found)) return found;
  const done = await perform(house, interviewStairs, officer, { ...sent, interviewId } as InterviewAct);
  return isRefusal(done) ? done : interviewView(officer, interviewId, house);
}
