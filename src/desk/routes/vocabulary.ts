/** 用语表. */
import type { FastifyInstance } from 'fastify';
import { civilDateAt } from '../../statute/civil-date.ts';
import { agencyNames } from '../agency-names.ts';
import { answer } from '../answer.ts';
import type { DeskDeps } from '../desk.ts';
import { officerOf } from '../guard.ts';
import { vocabularyOf } from '../vocabulary.ts';

/** Open to every officer: tables of law, and of agencies only his own. */
export function vocabularyRoute(desk: FastifyInstance, { house }: DeskDeps): void {
  desk.get('/api/vocabulary', async (request, reply) => {
    const nameOf = await agencyNames(house.db);
    return answer(vocabularyOf(officerOf(request), civilDateAt(house.now()), nameOf), request, reply);
  });
}
