/** 民意征集调查: the list, one, the acts on it, what came in, the same as a sheet and, for a reason, who sent one. */
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import { proposeMasked } from '../../interaction/citizen-letters/masking.ts';
import { ADOPTIONS } from '../../interaction/consultations/adoption.ts';
import type { ConsultationCommand } from '../../interaction/consultations/commands.ts';
import { CONSULTATION_FACT_TERMS } from '../../interaction/consultations/facts.ts';
import { CONSULTATION_BASIS } from '../../interaction/consultations/permissions.ts';
import { type OpinionLine, opinionsOf } from '../../interaction/store/consultation-lists.ts';
import { consultationStairs } from '../../interaction/store/consultation-stairs.ts';
import { opinionExportStairs, opinionWriterStairs } from '../../interaction/store/consultation-taken.ts';
import { perform } from '../../perform.ts';
import { writeFilled } from '../../platform/papers/sheet.ts';
import { civilDateAt } from '../../statute/civil-date.ts';
import { isRefusal, type Refusal } from '../../statute/refusal.ts';
import { answer } from '../answer.ts';
import type { ConsultationView, OpinionLineView, OpinionPage } from '../contract/consultations.ts';
import type { DeskDeps } from '../desk.ts';
import { officerOf } from '../guard.ts';
import {
  type ConsultationActSent,
  ConsultationActSentSchema,
  ConsultationListQuerySchema,
  NewConsultationSchema,
  OpinionIdSchema,
  type OpinionQuery,
  OpinionQuerySchema,
} from '../interaction/consultation-schemas.ts';
import {
  consultationFor,
  consultationPage,
  consultationView,
  consultationWords,
} from '../interaction/consultation-view.ts';
import { opinionSheet } from '../interaction/opinion-sheet.ts';
import { unmoved } from '../on-screen.ts';
import type { Officer } from '../reach.ts';
import { IdentityReasonSchema, IdSchema } from '../schemas.ts';
import { sendFile, XLSX } from '../upload.ts';

const PAGE_SIZE = 50;

export function consultationRoutes(desk: FastifyInstance, deps: DeskDeps): void {
  const { house } = deps;
  const typed = desk.withTypeProvider<TypeBoxTypeProvider>();
  typed.get('/api/consultations', { schema: { querystring: ConsultationListQuerySchema } }, async (request, reply) =>
    answer(await consultationPage(officerOf(request), request.query, house), request, reply),
  );
  typed.get('/api/consultation-words', async (request, reply) =>
    answer(await consultationWords(officerOf(request), house), request, reply),
  );
  typed.post('/api/consultations', { schema: { body: NewConsultationSchema } }, async (request, reply) => {
    const officer = officerOf(request);
    const done = await perform(house, consultationStairs, officer, { verb: 'draft', ...request.body });
    if (isRefusal(done)) return answer(done, request, reply);
    return answer(await consultationView(officer, done.consultation.id, house), request, reply);
  });
  typed.get('/api/consultations/:id', { schema: { params: IdSchema } }, async (request, reply) =>
    answer(await consultationView(officerOf(request), request.params.id, house), request, reply),
  );
  typed.post(
    '/api/consultations/:id/acts',
    { schema: { params: IdSchema, body: ConsultationActSentSchema } },
    async (request, reply) =>
      answer(await act(request.params.id, request.body, officerOf(request), deps), request, reply),
  );
  typed.get(
    '/api/consultations/:id/opinions',
    { schema: { params: IdSchema, querystring: OpinionQuerySchema } },
    async (request, reply) =>
      answer(await opinionPage(request.params.id, request.query, officerOf(request), deps), request, reply),
  );
  // It leaves a trace, so a page of somebody else's must not be able to ask for it.
  typed.post('/api/consultations/:id/export', { schema: { params: IdSchema } }, async (request, reply) => {
    const officer = officerOf(request);
    const found = await consultationFor(officer, request.params.id, house);
    if (isRefusal(found)) return answer(found, request, reply);
    const command = { verb: 'exportOpinions', consultationId: request.params.id } as const;
    const taken = await perform(house, opinionExportStairs, officer, command);
    if (isRefusal(taken)) return answer(taken, request, reply);
    const sheet = opinionSheet(taken, { by: officer.name, on: civilDateAt(house.now()) });
    return sendFile(reply, await writeFilled(sheet), XLSX, `${sheet.title}：${found.consultation.text.title}.xlsx`);
  });
  typed.post(
    '/api/consultations/:id/opinions/:opinionId/identity',
    { schema: { params: OpinionIdSchema, body: IdentityReasonSchema } },
    async (request, reply) => {
      const { id, opinionId } = request.params;
      const found = await consultationFor(officerOf(request), id, house);
      if (isRefusal(found)) return answer(found, request, reply);
      const command = { verb: 'openIdentity', consultationId: id, opinionId, reason: request.body.reason } as const;
      const opened = await perform(house, opinionWriterStairs(deps.keys), officerOf(request), command);
      return answer(opened, request, reply);
    },
  );
}

/** 以所见为准 [SEC-8]: what has moved on since it was shown is not acted on. */
async function act(
  id: string,
  { seen, act: sent }: ConsultationActSent,
  officer: Officer,
  { house }: DeskDeps,
): Promise<ConsultationView | Refusal> {
  const found = await consultationFor(officer, id, house);
  if (isRefusal(found)) return found;
  const onScreen = unmoved(consultationStairs, seen, {
    factsOf: ({ file }) => file?.facts,
    terms: CONSULTATION_FACT_TERMS,
    what: '征集',
    basis: CONSULTATION_BASIS,
  });
  const done = await perform(house, onScreen, officer, { ...sent, consultationId: id } as ConsultationCommand);
  return isRefusal(done) ? done : consultationView(officer, id, house);
}

async function opinionPage(
  id: string,
  { page = 1, which = 'open' }: OpinionQuery,
  officer: Officer,
  { house }: DeskDeps,
): Promise<OpinionPage | Refusal> {
  const found = await consultationFor(officer, id, house);
  if (isRefusal(found)) return found;
  const { lines, total } = await opinionsOf(house.db, id, which, { number: page, size: PAGE_SIZE });
  return { lines: lines.map(lineView), total, pageSize: PAGE_SIZE };
}

function lineView({ answers: _, ...line }: OpinionLine): OpinionLineView {
  const adoptionTerm = line.adoption && ADOPTIONS[line.adoption].term;
  return { ...line, adoptionTerm, proposedGist: line.gist || proposeMasked(line.body).slice(0, 200) };
}
