/** 公众号 [XCH-23…XCH-30]: posts written, reviewed, sent and taken down; accounts joined by the system administrator. */
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import { NO_SUCH_ACCOUNT } from '../../exchange/accounts/decide.ts';
import { findAccount } from '../../exchange/store/accounts/accounts.ts';
import { deadLetterStairs } from '../../exchange/store/letters.ts';
import { joinStairs } from '../../exchange/store/wechat/joins.ts';
import { wechatStairs } from '../../exchange/store/wechat/posts.ts';
import { WECHAT_WORKS } from '../../exchange/store/wechat/works.ts';
import type { PeoplesVerb } from '../../exchange/wechat/commands.ts';
import { type House, perform } from '../../perform.ts';
import { isRefusal, type Refusal } from '../../statute/refusal.ts';
import { answer } from '../answer.ts';
import type { DeskDeps } from '../desk.ts';
import { accountAgencies } from '../exchange/media-accounts-view.ts';
import { wechatJoins } from '../exchange/wechat-joins-view.ts';
import {
  NewWechatPostSchema,
  WechatActSchema,
  type WechatActSent,
  WechatJoinActSchema,
  type WechatJoinActSent,
  WechatQuerySchema,
} from '../exchange/wechat-schemas.ts';
import { wechatPostFor, wechatPostView, wechatStart } from '../exchange/wechat-view.ts';
import { officerOf } from '../guard.ts';
import { enter, type Officer } from '../reach.ts';
import { IdSchema } from '../schemas.ts';

export function wechatRoutes(desk: FastifyInstance, deps: DeskDeps): void {
  const typed = desk.withTypeProvider<TypeBoxTypeProvider>();
  const { house } = deps;

  typed.get('/api/wechat-posts', { schema: { querystring: WechatQuerySchema } }, async (request, reply) =>
    answer(await wechatStart(officerOf(request), request.query, house), request, reply),
  );

  typed.post('/api/wechat-posts', { schema: { body: NewWechatPostSchema } }, async (request, reply) => {
    const officer = officerOf(request);
    const { accountId, documentId, ...written } = request.body;
    const agencies = accountAgencies(officer);
    const account = await findAccount(house.db, accountId);
    if (isRefusal(agencies) || !account || !agencies.includes(account.agencyId))
      return answer(isRefusal(agencies) ? agencies : NO_SUCH_ACCOUNT, request, reply);
    const done = await perform(house, wechatStairs, officer, { verb: 'writePost', accountId, documentId, written });
    return answer(isRefusal(done) ? done : await wechatPostView(officer, done.id, house), request, reply);
  });

  typed.get('/api/wechat-posts/:id', { schema: { params: IdSchema } }, async (request, reply) =>
    answer(await wechatPostView(officerOf(request), request.params.id, house), request, reply),
  );

  typed.post(
    '/api/wechat-posts/:id/acts',
    { schema: { params: IdSchema, body: WechatActSchema } },
    async (request, reply) => {
      const officer = officerOf(request);
      const post = await wechatPostFor(officer, request.params.id, house);
      if (isRefusal(post)) return answer(post, request, reply);
      const done = await perform(house, wechatStairs, officer, commandOf(post.id, request.body));
      return answer(isRefusal(done) ? done : await wechatPostView(officer, post.id, house), request, reply);
    },
  );

  typed.get('/api/wechat-joins', async (request, reply) => {
    const agencies = enter('messages', officerOf(request));
    return answer(isRefusal(agencies) ? agencies : await wechatJoins(deps, agencies), request, reply);
  });

  typed.post(
    '/api/wechat-joins/:id/acts',
    { schema: { params: IdSchema, body: WechatJoinActSchema } },
    async (request, reply) => {
      const officer = officerOf(request);
      const agencies = enter('messages', officer);
      if (isRefusal(agencies)) return answer(agencies, request, reply);
      const account = await findAccount(house.db, request.params.id);
      if (!account || !agencies.includes(account.agencyId)) return answer(NO_SUCH_ACCOUNT, request, reply);
      const refusal = await actOnJoin(account.id, request.body, officer, house);
      return answer(refusal ?? (await wechatJoins(deps, agencies)), request, reply);
    },
  );
}

function commandOf(postId: string, act: WechatActSent): PeoplesVerb {
  switch (act.verb) {
    case 'revise': {
      const { verb: _, ...written } = act;
      return { verb: 'revisePost', postId, written };
    }
    case 'submit':
      return { verb: 'submitPost', postId, hash: act.hash };
    case 'send':
      return { verb: 'sendPost', postId, hash: act.hash };
    case 'pass':
      return { ...act, verb: 'passPost', postId };
    case 'return':
      return { ...act, verb: 'returnPost', postId };
    case 'drop':
      return { verb: 'dropPost', postId, why: act.why };
    case 'takeDown':
      return { verb: 'takePostDown', postId, why: act.why };
  }
}

const JOIN_VERBS = {
  close: 'closeWechat',
  reopen: 'reopenWechat',
  compareNow: 'compareWechat',
  sendAllAgain: 'sendWechatAgain',
} as const;

async function actOnJoin(
  accountId: string,
  act: WechatJoinActSent,
  officer: Officer,
  house: House,
): Promise<Refusal | undefined> {
  if (act.verb === 'sendAgain' || act.verb === 'giveUp') {
    if (!WECHAT_WORKS.some((work) => act.piece.startsWith(`${work}:${accountId}:`))) return NO_SUCH_ACCOUNT;
    const { piece, ...command } = act;
    const settled = await perform(house, deadLetterStairs, officer, { ...command, id: piece });
    return isRefusal(settled) ? settled : undefined;
  }
  const { verb, ...settings } = act;
  const command =
    verb === 'join'
      ? ({ verb: 'joinWechat', accountId, settings: settings as Omit<typeof act & { verb: 'join' }, 'verb'> } as const)
      : ({ verb: JOIN_VERBS[verb], accountId } as const);
  const done = await perform(house, joinStairs, officer, command);
  return isRefusal(done) ? done : undefined;
}
