/** 邮件短信 [MSG-11]: what goes out of the house and what did not, for the system administrator. */
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import { deadLetterStairs, deadLetters } from '../../exchange/store/dead-letters.ts';
import { SEND } from '../../exchange/store/send.ts';
import { perform } from '../../perform.ts';
import { countPieces } from '../../platform/outbox/dead-pieces.ts';
import { requestNotice } from '../../requests/notices.ts';
import { isRefusal, type Refusal } from '../../statute/refusal.ts';
import { answer } from '../answer.ts';
import type { MessagesView } from '../contract.ts';
import type { DeskDeps } from '../desk.ts';
import { officerOf } from '../guard.ts';
import { MessageActSchema } from '../notice-schemas.ts';
import { enter, type Officer } from '../reach.ts';
import { IdSchema } from '../schemas.ts';

const WAYS = { mail: '邮件', sms: '短信' } as const;

export function messageRoutes(desk: FastifyInstance, deps: DeskDeps): void {
  desk.get('/api/messages', async (request, reply) =>
    answer(await messagesView(officerOf(request), deps), request, reply),
  );

  desk
    .withTypeProvider<TypeBoxTypeProvider>()
    .post(
      '/api/messages/:id/acts',
      { schema: { params: IdSchema, body: MessageActSchema } },
      async (request, reply) => {
        const officer = officerOf(request);
        const command = { verb: request.body.verb, id: request.params.id };
        const done = await perform(deps.house, deadLetterStairs, officer, command);
        return answer(isRefusal(done) ? done : await messagesView(officer, deps), request, reply);
      },
    );
}

async function messagesView(officer: Officer, { house, channels }: DeskDeps): Promise<MessagesView | Refusal> {
  const agencies = enter('messages', officer);
  if (isRefusal(agencies)) return agencies;
  const letters = await deadLetters(house.db, agencies);
  return {
    mail: channels.mail?.describes ?? null,
    sms: channels.sms?.describes ?? null,
    ...(await countPieces(house.db, agencies, SEND)),
    letters: letters.map(({ id, notice, by, officer: name, attempts, madeAt, diedAt, why }) => ({
      id,
      term: requestNotice(notice)?.term ?? notice,
      by: by ? WAYS[by] : '邮件或者短信',
      to: name ?? '申请人',
      attempts,
      madeAt: madeAt.toISOString(),
      diedAt: diedAt.toISOString(),
      why,
    })),
  };
}
