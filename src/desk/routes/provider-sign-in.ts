/**
 * 统一身份认证的登录 [SEC-42, SEC-48]: begun and finished by the console's own page, so that the browser's token never leaves this site and an answer
 * of the provider that was planted from elsewhere finds none. How often an address may try is limited.
 */
import type { CookieSerializeOptions } from '@fastify/cookie';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { RateLimit } from '../../platform/rate-limit.ts';
import { isRefusal, type Refusal, refuse } from '../../statute/refusal.ts';
import { answer } from '../answer.ts';
import type { DeskDeps } from '../desk.ts';
import { CodeSchema } from '../exchange/notice-schemas.ts';
import { OPEN } from '../guard.ts';
import { finish, finishWithCode, MINUTES, newTry } from '../people/provider-sign-in.ts';
import { cookieOptions, setSessionCookie } from '../people/session.ts';
import { ProviderAnswerSchema } from '../schemas.ts';
import { placeOf } from './sign-in.ts';

const TRY_COOKIE = 'gongkai_sign_in';
const PATH = '/api/sign-in/provider';
/** An office may stand behind one address. */
const TRIES = 60;

const BASIS = '网络安全等级保护的要求（身份鉴别）';
const NONE = refuse('NO_SUCH_WAY', BASIS, '本单位没有启用统一身份认证。请用登录名和密码登录。');
const TOO_MANY = refuse('TOO_MANY_SIGN_INS', BASIS, '登录太频繁，没有办理。请过一分钟再试。');

export function providerSignInRoutes(desk: FastifyInstance, { house, keys, provider }: DeskDeps): void {
  const typed = desk.withTypeProvider<TypeBoxTypeProvider>();
  const tries = new RateLimit({ times: TRIES, withinMs: 60_000, now: house.now });
  const counted = (request: FastifyRequest): Refusal | undefined => {
    if (tries.isUsedUp(request.ip)) return TOO_MANY;
    tries.count(request.ip);
    return undefined;
  };
  const enter = (token: string | Refusal, request: FastifyRequest, reply: FastifyReply) => {
    if (!isRefusal(token)) {
      setSessionCookie(request, reply, token);
      reply.clearCookie(TRY_COOKIE, tryCookie(request));
    }
    return answer(isRefusal(token) ? token : { signedIn: true }, request, reply);
  };

  desk.get('/api/sign-in/ways', OPEN, async (request, reply) =>
    answer({ provider: provider !== null, passwordsForAll: !provider?.only }, request, reply),
  );

  desk.post(PATH, OPEN, async (request, reply) => {
    if (!provider) return answer(NONE, request, reply);
    const refused = counted(request);
    if (refused) return answer(refused, request, reply);
    const token = newTry(house.now());
    const url = await provider.begin(token);
    if (!isRefusal(url)) reply.setCookie(TRY_COOKIE, token, { ...tryCookie(request), maxAge: MINUTES * 60 });
    return answer(isRefusal(url) ? url : { url }, request, reply);
  });

  typed.post(`${PATH}/finished`, { ...OPEN, schema: { body: ProviderAnswerSchema } }, async (request, reply) => {
    if (!provider) return answer(NONE, request, reply);
    const token = request.cookies[TRY_COOKIE] ?? '';
    const refused = counted(request);
    return enter(
      refused ?? (await finish({ house, keys, provider }, token, request.body.answer, placeOf(request))),
      request,
      reply,
    );
  });

  typed.post(`${PATH}/code`, { ...OPEN, schema: { body: CodeSchema } }, async (request, reply) => {
    if (!provider) return answer(NONE, request, reply);
    const token = request.cookies[TRY_COOKIE] ?? '';
    return enter(await finishWithCode({ house, keys }, token, request.body.code, placeOf(request)), request, reply);
  });
}

function tryCookie(request: FastifyRequest): CookieSerializeOptions {
  return { ...cookieOptions(request), path: PATH };
}
