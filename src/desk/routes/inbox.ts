/** 待办. */
import type { FastifyInstance } from 'fastify';
import { answer } from '../answer.ts';
import type { DeskDeps } from '../desk.ts';
import { officerOf } from '../guard.ts';
import { inboxOf } from '../inbox.ts';

/** Open to every officer: whoever has no room has an empty one. */
export function inboxRoute(desk: FastifyInstance, deps: DeskDeps): void {
  desk.get('/api/inbox', async (request, reply) => answer(await inboxOf(officerOf(request), deps), request, reply));
}
