/** 找错留言 (“我为政府网站找错”): the list, one, what is done on it and, for a reason, the contact that was left. */
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import { perform } from '../../perform.ts';
import { isRefusal, type Refusal, refuse } from '../../statute/refusal.ts';
import { MISTAKE_BASIS } from '../../supervision/mistakes/decide.ts';
import { contactStairs, mistakeStairs } from '../../supervision/store/mistake-stairs.ts';
import { answer } from '../answer.ts';
import type { MistakeView } from '../contract/mistakes.ts';
import type { DeskDeps } from '../desk.ts';
import { officerOf } from '../guard.ts';
import type { Officer } from '../reach.ts';
import { IdentityReasonSchema, IdSchema } from '../schemas.ts';
import { type MistakeActSent, MistakeActSentSchema, MistakeQuerySchema } from '../supervision/mistake-schemas.ts';
import { mistakeFor, mistakePage, mistakeView, seenOf } from '../supervision/mistake-view.ts';

export function mistakeRoutes(desk: FastifyInstance, deps: DeskDeps): void {
  const typed = desk.withTypeProvider<TypeBoxTypeProvider>();
  const { house, keys } = deps;
  typed.get('/api/mistakes', { schema: { querystring: MistakeQuerySchema } }, async (request, reply) =>
    answer(await mistakePage(officerOf(request), request.query, house), request, reply),
  );
  typed.get('/api/mistakes/:id', { schema: { params: IdSchema } }, async (request, reply) =>
    answer(await mistakeView(officerOf(request), request.params.id, house), request, reply),
  );
  typed.post(
    '/api/mistakes/:id/acts',
    { schema: { params: IdSchema, body: MistakeActSentSchema } },
    async (request, reply) =>
      answer(await act(request.params.id, request.body, officerOf(request), deps), request, reply),
  );
  typed.post(
    '/api/mistakes/:id/contact',
    { schema: { params: IdSchema, body: IdentityReasonSchema } },
    async (request, reply) => {
      const officer = officerOf(request);
      const found = await mistakeFor(officer, request.params.id, house);
      if (isRefusal(found)) return answer(found, request, reply);
      const command = { verb: 'openContact', mistakeId: found.id, reason: request.body.reason } as const;
      return answer(await perform(house, contactStairs(keys), officer, command), request, reply);
    },
  );
}

/** 以所见为准 [SEC-8]: what has moved on since it was shown is not acted on. */
async function act(
  id: string,
  { seen, act: sent }: MistakeActSent,
  officer: Officer,
  { house, keys }: DeskDeps,
): Promise<MistakeView | Refusal> {
  const found = await mistakeFor(officer, id, house);
  if (isRefusal(found)) return found;
  const stairs = mistakeStairs(keys);
  const onScreen: typeof stairs = {
    ...stairs,
    async load(tx, command, scene) {
      const loaded = await stairs.load(tx, command, scene);
      return isRefusal(loaded) || (loaded.report && seenOf(loaded.report) === seen) ? loaded : STALE;
    },
  };
  const done = await perform(house, onScreen, officer, { ...sent, mistakeId: id });
  return isRefusal(done) ? done : mistakeView(officer, id, house);
}

const STALE = refuse(
  'STALE',
  MISTAKE_BASIS,
  '你打开这个页面以后，留言有了变化，这一步没有办理。请刷新页面，看过再定。',
);
