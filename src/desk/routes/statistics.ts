/** 统计. */
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import { answer } from '../answer.ts';
import { YearSchema } from '../county-schemas.ts';
import type { DeskDeps } from '../desk.ts';
import { officerOf } from '../guard.ts';
import { statisticsView } from '../statistics-view.ts';

export function statisticsRoute(desk: FastifyInstance, deps: DeskDeps): void {
  desk
    .withTypeProvider<TypeBoxTypeProvider>()
    .get('/api/statistics', { schema: { querystring: YearSchema } }, async (request, reply) =>
      answer(await statisticsView(officerOf(request), request.query.year, deps), request, reply),
    );
}
