/**
 * 公众平台的回调 [XCH-29]: the address that is written down in the backstage of the platform. It answers nobody but who signs with the token; what is called is not believed, only
 * taken as a reason to ask at once.
 */
import { Type, type TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { askNow } from '../exchange/store/wechat/ask-platform.ts';
import { joinOf } from '../exchange/store/wechat/joins.ts';
import { isCalledByPlatform, tellsOfPublishing } from '../exchange/wechat/callback.ts';
import { showAsJson } from '../platform/http/face.ts';
import { problemOfRefusal, problemOfStatus } from '../platform/http/problem.ts';
import { RateLimit } from '../platform/rate-limit.ts';
import { isRefusal, refuse } from '../statute/refusal.ts';
import type { Portal } from './portal.ts';

const Words = (maxLength: number) => Type.String({ maxLength, default: '' });
const Query = Type.Object({ signature: Words(40), timestamp: Words(12), nonce: Words(64), echostr: Words(200) });
const Params = Type.Object({ id: Type.String({ maxLength: 100 }) });

const BODY_BYTES = 64 * 1024;
const WRONG_PER_MINUTE = 20;
const CALLS_PER_MINUTE = 60;
const BASIS = '公众号接口的约定';
const NOT_SIGNED = refuse('SIGN_IN_FIRST', BASIS, '签名不对，或者这个公众号没有接入回调。请核对令牌（Token）。');
const TOO_MANY = refuse('TOO_MANY_WRONG', BASIS, '调用太频繁。请一分钟以后再试。');

export function wechatCallback(portal: FastifyInstance, { house, secretsIn }: Portal): void {
  portal.register(async (scope) => {
    const typed = scope.withTypeProvider<TypeBoxTypeProvider>();
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'buffer' }, (_, body, done) => done(null, body));
    scope.setErrorHandler((error: { statusCode?: number; validation?: unknown }, request, reply) =>
      showAsJson(problemOfStatus(error.validation ? 400 : (error.statusCode ?? 500)), request, reply),
    );
    const wrong = new RateLimit({ times: WRONG_PER_MINUTE, withinMs: 60_000, now: house.now });
    const calls = new RateLimit({ times: CALLS_PER_MINUTE, withinMs: 60_000, now: house.now });
    const refusalFor = async (
      request: FastifyRequest,
      accountId: string,
      signed: Parameters<typeof isCalledByPlatform>[0],
    ) => {
      if (wrong.isUsedUp(request.ip) || calls.isUsedUp(accountId)) return TOO_MANY;
      const join = await joinOf(house.db, accountId);
      const tokens = join?.open && join.callbackFile !== null ? secretsIn(join.callbackFile) : NOT_SIGNED;
      if (!isRefusal(tokens) && isCalledByPlatform(signed, tokens, house.now())) return undefined;
      wrong.count(request.ip);
      return NOT_SIGNED;
    };
    const schema = { params: Params, querystring: Query };

    // 接入验证: the platform asks once whether somebody is there.
    typed.get('/wechat/:id', { schema }, async (request, reply) => {
      const { id } = request.params;
      const refusal = await refusalFor(request, id, request.query);
      if (refusal) return showAsJson(problemOfRefusal(refusal), request, reply);
      return reply.type('text/plain; charset=utf-8').send(request.query.echostr);
    });
    typed.post('/wechat/:id', { bodyLimit: BODY_BYTES, schema }, async (request, reply) => {
      const { id } = request.params;
      const refusal = await refusalFor(request, id, request.query);
      if (refusal) return showAsJson(problemOfRefusal(refusal), request, reply);
      calls.count(id);
      const body = Buffer.isBuffer(request.body) ? request.body.toString('utf8') : '';
      if (tellsOfPublishing(body)) await askNow(house.db, id, house.now());
      return reply.type('text/plain; charset=utf-8').send('success');
    });
  });
}
