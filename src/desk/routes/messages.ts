/** 邮件短信 [MSG-11]: what goes out of the house and what did not, for the system administrator. */
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import { deadLetterStairs, lettersOf, PLATFORM_WORKS } from '../../exchange/store/letters.ts';
import { SEND } from '../../exchange/store/send.ts';
import { perform } from '../../perform.ts';
import type { PieceState } from '../../platform/outbox/outbox.ts';
import { countPieces, stalledSince } from '../../platform/outbox/pieces.ts';
import { isRefusal, type Refusal } from '../../statute/refusal.ts';
import { answer } from '../answer.ts';
import type { MessagesView } from '../contract.ts';
import type { DeskDeps } from '../desk.ts';
import { noticeKind } from '../exchange/notice-kinds.ts';
import { MessageActSchema, MessagesQuerySchema } from '../exchange/notice-schemas.ts';
import { officerOf } from '../guard.ts';
import { enter, type Officer } from '../reach.ts';
import { IdSchema } from '../schemas.ts';

const WAYS = { mail: '邮件', sms: '短信' } as const;

export function messageRoutes(desk: FastifyInstance, deps: DeskDeps): void {
  const typed = desk.withTypeProvider<TypeBoxTypeProvider>();

  typed.get('/api/messages', { schema: { querystring: MessagesQuerySchema } }, async (request, reply) =>
    answer(await messagesView(officerOf(request), deps, request.query.state), request, reply),
  );

  typed.post(
    '/api/messages/:id/acts',
    { schema: { params: IdSchema, body: MessageActSchema } },
    async (request, reply) => {
      const officer = officerOf(request);
      const command = { ...request.body, id: request.params.id };
      const done = await perform(deps.house, deadLetterStairs, officer, command);
      return answer(isRefusal(done) ? done : await messagesView(officer, deps), request, reply);
    },
  );
}

const OUTSIDERS = { applicant: '申请人', letter: '写信人', mistake: '找错的人', opinion: '提意见的人' } as const;

async function messagesView(
  officer: Officer,
  { house, channels }: DeskDeps,
  state: PieceState = 'dead',
): Promise<MessagesView | Refusal> {
  const agencies = enter('messages', officer);
  if (isRefusal(agencies)) return agencies;
  const letters = await lettersOf(house.db, agencies, state);
  const since = await stalledSince(house.db, agencies, SEND, house.now());
  return {
    mail: channels.mail?.describes ?? null,
    sms: channels.sms?.describes ?? null,
    stalledSince: since?.toISOString() ?? null,
    ...(await countPieces(house.db, agencies, SEND, PLATFORM_WORKS)),
    letters: letters.map(({ id, notice, by, officer: name, outsider, attempts, madeAt, at, said }) => ({
      id,
      term: noticeKind(notice)?.term ?? notice,
      by: by ? WAYS[by] : '邮件或者短信',
      to: name ?? OUTSIDERS[outsider ?? 'applicant'],
      attempts,
      madeAt: madeAt.toISOString(),
      at: at.toISOString(),
      said,
    })),
  };
}
