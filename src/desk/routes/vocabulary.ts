/** 用语表. */
import type { FastifyInstance } from 'fastify';
import { listAgencies } from '../../people/store.ts';
import { civilDateAt } from '../../statute/civil-date.ts';
import { answer } from '../answer.ts';
import type { DeskDeps } from '../desk.ts';
import { officerOf } from '../guard.ts';
import { vocabularyOf } from '../vocabulary.ts';

/** Open to every officer: tables of law, and the agencies of the county by name. */
export function vocabularyRoute(desk: FastifyInstance, { house }: DeskDeps): void {
  desk.get('/api/vocabulary', async (request, reply) => {
    const agencies = (await listAgencies(house.db)).map(({ id, name, ended }) => ({
      name: id,
      term: name,
      ended: ended !== undefined,
    }));
    return answer(vocabularyOf(officerOf(request), civilDateAt(house.now()), agencies), request, reply);
  });
}
