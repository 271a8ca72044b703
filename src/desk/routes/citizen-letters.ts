/** 咨询诉求: the list, one letter, the acts on it and, for a reason, who wrote. */
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import type { LetterCommand } from '../../interaction/citizen-letters/commands.ts';
import { LETTER_FACT_TERMS } from '../../interaction/citizen-letters/facts.ts';
import { LETTER_BASIS } from '../../interaction/citizen-letters/permissions.ts';
import { letterStairs } from '../../interaction/store/letter-stairs.ts';
import { letterWriterStairs } from '../../interaction/store/letter-writer.ts';
import { perform } from '../../perform.ts';
import { isRefusal, type Refusal } from '../../statute/refusal.ts';
import { answer } from '../answer.ts';
import type { CitizenLetterView } from '../contract/citizen-letters.ts';
import type { DeskDeps } from '../desk.ts';
import { officerOf } from '../guard.ts';
import {
  type CitizenLetterActSent,
  LetterActSentSchema,
  LetterListQuerySchema,
} from '../interaction/citizen-letter-schemas.ts';
import { letterFor, letterPage, letterView } from '../interaction/citizen-letter-view.ts';
import { unmoved } from '../on-screen.ts';
import type { Officer } from '../reach.ts';
import { IdentityReasonSchema, IdSchema } from '../schemas.ts';

export function citizenLetterRoutes(desk: FastifyInstance, deps: DeskDeps): void {
  const typed = desk.withTypeProvider<TypeBoxTypeProvider>();
  typed.get('/api/citizen-letters', { schema: { querystring: LetterListQuerySchema } }, async (request, reply) =>
    answer(await letterPage(officerOf(request), request.query, deps.house), request, reply),
  );
  typed.get('/api/citizen-letters/:id', { schema: { params: IdSchema } }, async (request, reply) =>
    answer(await letterView(officerOf(request), request.params.id, deps.house), request, reply),
  );
  typed.post(
    '/api/citizen-letters/:id/acts',
    { schema: { params: IdSchema, body: LetterActSentSchema } },
    async (request, reply) =>
      answer(await act(request.params.id, request.body, officerOf(request), deps), request, reply),
  );
  typed.post(
    '/api/citizen-letters/:id/identity',
    { schema: { params: IdSchema, body: IdentityReasonSchema } },
    async (request, reply) => {
      const { id } = request.params;
      const found = await letterFor(officerOf(request), id, deps.house);
      if (isRefusal(found)) return answer(found, request, reply);
      const command = { verb: 'openIdentity', letterId: id, reason: request.body.reason } as const;
      const opened = await perform(deps.house, letterWriterStairs(deps.keys), officerOf(request), command);
      return answer(opened, request, reply);
    },
  );
}

/** 以所见为准 [SEC-8]: what has moved on since it was shown is not acted on. */
async function act(
  id: string,
  { seen, act: sent }: CitizenLetterActSent,
  officer: Officer,
  { house, keys }: DeskDeps,
): Promise<CitizenLetterView | { readonly gone: true } | Refusal> {
  const found = await letterFor(officer, id, house);
  if (isRefusal(found)) return found;
  const stairs = letterStairs(keys);
  const onScreen = unmoved(stairs, seen, {
    factsOf: ({ file }) => file?.facts,
    terms: LETTER_FACT_TERMS,
    what: '来信',
    basis: LETTER_BASIS,
  });
  const done = await perform(house, onScreen, officer, { ...sent, letterId: id } as LetterCommand);
  if (isRefusal(done)) return done;
  const view = await letterView(officer, id, house);
  // Handed to an agency the officer does not reach: done, and not his any more.
  return isRefusal(view) ? { gone: true } : view;
}
