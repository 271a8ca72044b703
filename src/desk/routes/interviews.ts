/** 在线访谈 [INT-35…INT-44]: the list, a new one, one with its questions and lines, and the acts on it. */
import { Readable } from 'node:stream';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import type { InterviewAct } from '../../interaction/interviews/commands.ts';
import type { InterviewNotice } from '../../interaction/interviews/interview.ts';
import { interviewStairs, NO_SUCH_INTERVIEW } from '../../interaction/store/interview-stairs.ts';
import { type House, perform } from '../../perform.ts';
import { FILE_KINDS } from '../../platform/files/file-kinds.ts';
import { sizeFor } from '../../publications/picture.ts';
import { keptPicture } from '../../publications/store/pictures.ts';
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
} from '../interaction/interview-schemas.ts';
import { interviewFor, interviewPage, interviewView } from '../interaction/interview-view.ts';
import type { Officer } from '../reach.ts';
import { IdSchema } from '../schemas.ts';

export function interviewRoutes(desk: FastifyInstance, { house, files }: DeskDeps): void {
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
  typed.get('/api/interviews/:id/picture', { schema: { params: IdSchema } }, async (request, reply) => {
    const file = await interviewFor(officerOf(request), request.params.id, house);
    const kept = isRefusal(file) ? undefined : await keptPicture(house.db, file.interview.picture ?? '');
    if (!kept) return answer(isRefusal(file) ? file : NO_SUCH_INTERVIEW, request, reply);
    return reply
      .type(FILE_KINDS[kept.kind].type)
      .header('cache-control', 'no-store')
      .header('content-disposition', 'inline')
      .send(Readable.from(files.read(sizeFor(kept, 960).id)));
  });
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
