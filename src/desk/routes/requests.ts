/** 申请列表. */
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import { listRequests } from '../../requests/store/lists.ts';
import { civilDateAt } from '../../statute/civil-date.ts';
import { isRefusal } from '../../statute/refusal.ts';
import { agencyNames } from '../agency-names.ts';
import { answer } from '../answer.ts';
import type { RequestPage, RequestQuery } from '../contract.ts';
import type { DeskDeps } from '../desk.ts';
import { officerOf } from '../guard.ts';
import { enter } from '../reach.ts';
import { requestLineView } from '../request-line-view.ts';
import { RequestQuerySchema } from '../schemas.ts';

const PAGE_SIZE = 20;

export function requestsRoute(desk: FastifyInstance, deps: DeskDeps): void {
  desk
    .withTypeProvider<TypeBoxTypeProvider>()
    .get('/api/requests', { schema: { querystring: RequestQuerySchema } }, async (request, reply) => {
      const agencies = enter('requests', officerOf(request));
      const page = isRefusal(agencies) ? agencies : await requestPage(request.query, agencies, deps);
      return answer(page, request, reply);
    });
}

async function requestPage(
  { agencyId, state, light, text, sort = 'due', page = 1 }: RequestQuery,
  agencies: readonly string[],
  { house }: DeskDeps,
): Promise<RequestPage> {
  const nameOf = await agencyNames(house.db);
  const { lines, total } = await listRequests(
    house.db,
    {
      agencyIds: agencyId === undefined ? agencies : agencies.filter((id) => id === agencyId),
      ...(state && { states: [state] }),
      ...(light && { light }),
      ...(text && { text }),
      sort,
      page: { number: page, size: PAGE_SIZE },
    },
    civilDateAt(house.now()),
    house.calendar(),
  );
  return { lines: lines.map((line) => requestLineView(line, nameOf)), total, pageSize: PAGE_SIZE };
}
