/** 首次设置. */
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import { answer, answerIssues } from '../answer.ts';
import type { DeskDeps } from '../desk.ts';
import { OPEN } from '../guard.ts';
import { checkSetup, setUp } from '../people/set-up.ts';
import { SetupSchema } from '../schemas.ts';

export function setupRoute(desk: FastifyInstance, { house }: DeskDeps): void {
  desk
    .withTypeProvider<TypeBoxTypeProvider>()
    .post('/api/setup', { ...OPEN, schema: { body: SetupSchema } }, async (request, reply) => {
      const issues = checkSetup(request.body);
      if (issues.length > 0) return answerIssues(issues, request, reply);
      return answer(await setUp(house, request.body), request, reply);
    });
}
