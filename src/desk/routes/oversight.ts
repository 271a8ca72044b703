/** 考核、社会评议、责任追究和投诉 (《条例》第四十六条、第四十七条、第五十一条): a year of them, what is entered, and the year as a sheet. */
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { perform, type Stairs } from '../../perform.ts';
import { writeFilled } from '../../platform/papers/sheet.ts';
import { civil } from '../../statute/civil-date.ts';
import { isRefusal } from '../../statute/refusal.ts';
import { complaintStairs, oversightStairs } from '../../supervision/store/accountability.ts';
import { answer } from '../answer.ts';
import type { DeskDeps } from '../desk.ts';
import { officerOf } from '../guard.ts';
import { IdSchema } from '../schemas.ts';
import {
  ComplaintAnswerSchema,
  NewComplaintSchema,
  NewOversightSchema,
  OversightQuerySchema,
  OversightWithdrawnSchema,
} from '../supervision/oversight-schemas.ts';
import { oversightPage, oversightSheet } from '../supervision/oversight-view.ts';
import { sendFile, XLSX } from '../upload.ts';

export function oversightRoutes(desk: FastifyInstance, { house }: DeskDeps): void {
  const typed = desk.withTypeProvider<TypeBoxTypeProvider>();

  async function done<Loaded, State, Command extends { readonly verb: string }>(
    request: FastifyRequest,
    reply: FastifyReply,
    stairs: Stairs<Loaded, State, Command>,
    command: Command,
    year?: number,
  ) {
    const officer = officerOf(request);
    const state = await perform(house, stairs, officer, command);
    return answer(isRefusal(state) ? state : await oversightPage(officer, year, house), request, reply);
  }

  typed.get('/api/oversight', { schema: { querystring: OversightQuerySchema } }, async (request, reply) =>
    answer(await oversightPage(officerOf(request), request.query.year, house), request, reply),
  );
  typed.post('/api/oversight/records', { schema: { body: NewOversightSchema } }, async (request, reply) => {
    const { on, ...rest } = request.body;
    const command = { verb: 'record', ...rest, on: civil(on) } as const;
    return done(request, reply, oversightStairs, command, Number(on.slice(0, 4)));
  });
  typed.post(
    '/api/oversight/records/:id/withdraw',
    { schema: { params: IdSchema, querystring: OversightQuerySchema, body: OversightWithdrawnSchema } },
    async (request, reply) => {
      const command = { verb: 'withdraw', recordId: request.params.id, because: request.body.because } as const;
      return done(request, reply, oversightStairs, command, request.query.year);
    },
  );
  typed.post('/api/oversight/complaints', { schema: { body: NewComplaintSchema } }, async (request, reply) => {
    const { receivedOn, ...rest } = request.body;
    const command = { verb: 'receive', ...rest, receivedOn: civil(receivedOn) } as const;
    return done(request, reply, complaintStairs, command, Number(receivedOn.slice(0, 4)));
  });
  typed.post(
    '/api/oversight/complaints/:id/answer',
    { schema: { params: IdSchema, querystring: OversightQuerySchema, body: ComplaintAnswerSchema } },
    async (request, reply) => {
      const command = { verb: 'answerComplaint', complaintId: request.params.id, ...request.body } as const;
      return done(request, reply, complaintStairs, command, request.query.year);
    },
  );
  typed.post('/api/oversight/export', { schema: { querystring: OversightQuerySchema } }, async (request, reply) => {
    const page = await oversightPage(officerOf(request), request.query.year, house);
    if (isRefusal(page)) return answer(page, request, reply);
    const sheet = oversightSheet(page);
    return sendFile(reply, await writeFilled(sheet), XLSX, `${sheet.title}.xlsx`);
  });
}
