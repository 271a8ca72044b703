/** 不予公开的评估审查 (《条例》第十八条): the list of those to come; what is done about one is done on its file. */
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import { answer } from '../answer.ts';
import type { DeskDeps } from '../desk.ts';
import { officerOf } from '../guard.ts';
import { refusalReviewPage } from '../requests/refusal-review-view.ts';
import { PageQuerySchema } from '../schemas.ts';

export function refusalReviewRoute(desk: FastifyInstance, { house }: DeskDeps): void {
  desk
    .withTypeProvider<TypeBoxTypeProvider>()
    .get('/api/refusal-reviews', { schema: { querystring: PageQuerySchema } }, async (request, reply) =>
      answer(await refusalReviewPage(officerOf(request), request.query.page ?? 1, house), request, reply),
    );
}
