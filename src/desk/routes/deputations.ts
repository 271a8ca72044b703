/** 代理 [SEC-30…SEC-33]: one's own and, for the security administrator, everybody's; what may be done is asked of the act itself. */
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import type { DeputationCommand } from '../../people/deputation.ts';
import { perform } from '../../perform.ts';
import { isRefusal } from '../../statute/refusal.ts';
import { answer } from '../answer.ts';
import { NewDeputationSchema } from '../calendar/county-schemas.ts';
import type { DeskDeps } from '../desk.ts';
import { officerOf } from '../guard.ts';
import { deputationStairs } from '../people/deputation-stairs.ts';
import { deputationsView } from '../people/deputations-view.ts';

export function deputationRoutes(desk: FastifyInstance, { house }: DeskDeps): void {
  const typed = desk.withTypeProvider<TypeBoxTypeProvider>();

  const act = async (command: DeputationCommand, request: FastifyRequest, reply: FastifyReply) => {
    const officer = officerOf(request);
    const done = await perform(house, deputationStairs, officer, command);
    return answer(isRefusal(done) ? done : await deputationsView(house, officer), request, reply);
  };

  desk.get('/api/deputations', async (request, reply) =>
    answer(await deputationsView(house, officerOf(request)), request, reply),
  );

  typed.post('/api/deputations', { schema: { body: NewDeputationSchema } }, async (request, reply) =>
    act({ verb: 'depute', ...request.body }, request, reply),
  );

  typed.delete(
    '/api/deputations/:id',
    { schema: { params: Type.Object({ id: Type.String({ maxLength: 100 }) }) } },
    async (request, reply) => act({ verb: 'endDeputation', deputationId: request.params.id }, request, reply),
  );
}
