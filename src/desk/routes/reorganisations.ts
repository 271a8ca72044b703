/** 机构改革 [ORG-1…ORG-11]: previewed, ordered, and cancelled before its day, by the security administrator. */
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Order, ReorganisationCommand } from '../../people/reorganisation.ts';
import { actorOf } from '../../people/store.ts';
import { civilDateAt } from '../../statute/civil-date.ts';
import { isRefusal } from '../../statute/refusal.ts';
import { answer } from '../answer.ts';
import type { DeskDeps } from '../desk.ts';
import { officerOf } from '../guard.ts';
import { reorganise } from '../people/reorganisation/stairs.ts';
import { previewOf, reorganisationsView } from '../people/reorganisation/view.ts';
import { OrderSchema, type OrderSent, SeenOrderSchema } from '../people/reorganisation-schemas.ts';
import { enter } from '../reach.ts';
import { IdSchema } from '../schemas.ts';

export function reorganisationRoutes(desk: FastifyInstance, { house, everybodyHasRead }: DeskDeps): void {
  const typed = desk.withTypeProvider<TypeBoxTypeProvider>();

  const act = async (command: ReorganisationCommand, request: FastifyRequest, reply: FastifyReply) => {
    const officer = officerOf(request);
    const room = enter('people', officer);
    const done = isRefusal(room) ? room : await reorganise(house, officer, command);
    if (isRefusal(done)) return answer(done, request, reply);
    await everybodyHasRead();
    // Read anew: what he reaches may have changed.
    const now = (await actorOf(house.db, officer.id, civilDateAt(house.now())))!;
    return answer(await reorganisationsView(house, now), request, reply);
  };

  desk.get('/api/reorganisations', async (request, reply) =>
    answer(await reorganisationsView(house, officerOf(request)), request, reply),
  );

  typed.post('/api/reorganisations/preview', { schema: { body: OrderSchema } }, async (request, reply) =>
    answer(await previewOf(house, officerOf(request), orderOf(request.body)), request, reply),
  );

  typed.post('/api/reorganisations', { schema: { body: SeenOrderSchema } }, async (request, reply) => {
    const { seen, ...sent } = request.body;
    return act({ verb: 'reorganise', seen, ...orderOf(sent) }, request, reply);
  });

  typed.post('/api/reorganisations/:id/cancelled', { schema: { params: IdSchema } }, async (request, reply) =>
    act({ verb: 'cancel', reorganisationId: request.params.id }, request, reply),
  );
}

function orderOf({ about, successors, byKind, singles, ...sent }: OrderSent): Order {
  return {
    ...sent,
    ...{ on: sent.on as Order['on'], about: [...new Set(about)], successors: [...new Set(successors)] },
    byKind: Object.fromEntries(byKind.map(({ kind, to }) => [kind, to])),
    singles,
  };
}
