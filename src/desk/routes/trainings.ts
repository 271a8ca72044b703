/** 培训: the year's list, one with who came and how they answered, and the quiz of whoever is invited. */
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import { perform } from '../../perform.ts';
import { writeFilled } from '../../platform/papers/sheet.ts';
import { civil } from '../../statute/civil-date.ts';
import { isRefusal, type Refusal, refuse } from '../../statute/refusal.ts';
import {
  answerStairs,
  NO_SUCH_TRAINING,
  planTrainingStairs,
  trainingStairs,
} from '../../supervision/store/training-stairs.ts';
import { TRAINING_BASIS, type TrainingCommand } from '../../supervision/training/decide.ts';
import { answer } from '../answer.ts';
import type { TrainingView } from '../contract/trainings.ts';
import type { DeskDeps } from '../desk.ts';
import { officerOf } from '../guard.ts';
import type { Officer } from '../reach.ts';
import { IdSchema } from '../schemas.ts';
import {
  NewTrainingSchema,
  QuizAnswerSchema,
  type TrainingActBody,
  type TrainingActSent,
  TrainingActSentSchema,
  TrainingQuerySchema,
} from '../supervision/training-schemas.ts';
import { quizView, trainingFor, trainingPage, trainingSheet, trainingView } from '../supervision/training-view.ts';
import { sendFile, XLSX } from '../upload.ts';

export function trainingRoutes(desk: FastifyInstance, { house }: DeskDeps): void {
  const typed = desk.withTypeProvider<TypeBoxTypeProvider>();
  typed.get('/api/trainings', { schema: { querystring: TrainingQuerySchema } }, async (request, reply) =>
    answer(await trainingPage(officerOf(request), request.query.year, house), request, reply),
  );
  typed.post('/api/trainings', { schema: { body: NewTrainingSchema } }, async (request, reply) => {
    const officer = officerOf(request);
    const { plannedOn, ...rest } = request.body;
    const command = { verb: 'planTraining', ...rest, plannedOn: civil(plannedOn) } as const;
    const done = await perform(house, planTrainingStairs, officer, command);
    const year = Number(plannedOn.slice(0, 4));
    return answer(isRefusal(done) ? done : await trainingPage(officer, year, house), request, reply);
  });
  typed.post('/api/trainings/export', { schema: { querystring: TrainingQuerySchema } }, async (request, reply) => {
    const sheet = await trainingSheet(officerOf(request), request.query.year, house);
    if (isRefusal(sheet)) return answer(sheet, request, reply);
    return sendFile(reply, await writeFilled(sheet), XLSX, `${sheet.title}.xlsx`);
  });
  typed.get('/api/trainings/:id', { schema: { params: IdSchema } }, async (request, reply) =>
    answer(await trainingView(officerOf(request), request.params.id, house), request, reply),
  );
  typed.post(
    '/api/trainings/:id/acts',
    { schema: { params: IdSchema, body: TrainingActSentSchema } },
    async (request, reply) =>
      answer(await act(request.params.id, request.body, officerOf(request), house), request, reply),
  );
  typed.get('/api/quizzes/:id', { schema: { params: IdSchema } }, async (request, reply) =>
    answer(await quizView(officerOf(request), request.params.id, house), request, reply),
  );
  typed.post(
    '/api/quizzes/:id/answer',
    { schema: { params: IdSchema, body: QuizAnswerSchema } },
    async (request, reply) => {
      const officer = officerOf(request);
      const { id: trainingId } = request.params;
      const command = { verb: 'answerQuiz', trainingId, ...request.body } as const;
      const done = await perform(house, answerStairs, officer, command);
      // Who is not invited learns no more than that there is none.
      const refused = isRefusal(done) && done.code === 'NOT_INVITED' ? NO_SUCH_TRAINING : done;
      return answer(isRefusal(refused) ? refused : await quizView(officer, trainingId, house), request, reply);
    },
  );
}

/** 以所见为准 [SEC-8]: what has moved on since it was shown is not acted on. */
async function act(
  id: string,
  { seen, act: sent }: TrainingActSent,
  officer: Officer,
  house: DeskDeps['house'],
): Promise<TrainingView | Refusal> {
  const found = await trainingFor(officer, id, house);
  if (isRefusal(found)) return found;
  const onScreen: typeof trainingStairs = {
    ...trainingStairs,
    async load(tx, command, scene) {
      const loaded = await trainingStairs.load(tx, command, scene);
      return isRefusal(loaded) || loaded.training.version === seen ? loaded : STALE;
    },
  };
  const done = await perform(house, onScreen, officer, { ...commandOf(sent), trainingId: id } as TrainingCommand);
  return isRefusal(done) ? done : trainingView(officer, id, house);
}

function commandOf(sent: TrainingActBody): object {
  switch (sent.verb) {
    case 'invite':
      return { ...sent, plannedOn: civil(sent.plannedOn) };
    case 'hold':
      return { ...sent, heldOn: civil(sent.heldOn) };
    case 'drawQuiz':
      return { ...sent, dueOn: civil(sent.dueOn) };
    default:
      return sent;
  }
}

const STALE = refuse(
  'STALE',
  TRAINING_BASIS,
  '你打开这个页面以后，这期培训有了变化，这一步没有办理。请刷新页面，看过再定。',
);
