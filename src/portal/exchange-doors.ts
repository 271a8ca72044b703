/**
 * 接口的门 [XCH-11, XCH-31]: deny by default. Whoever comes is known by the name he gives before a byte of the body is read, then believed by his signature
 * over exactly this request; after too many wrong ones from one address there is a minute of silence.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isSignedBy, SIGNATURE_HEADERS } from '../exchange/adapters/signature.ts';
import { showAsJson } from '../platform/http/face.ts';
import { problemOfRefusal, problemOfStatus } from '../platform/http/problem.ts';
import { RateLimit } from '../platform/rate-limit.ts';
import { isRefusal, refuse } from '../statute/refusal.ts';
import type { Portal } from './portal.ts';

const WRONG_PER_MINUTE = 20;
const BASIS = '平台接口的约定';
const NOT_SIGNED = refuse(
  'SIGN_IN_FIRST',
  BASIS,
  '没有接收：签名不对，或者这个单位没有开通。请核对接口账号、密钥和时钟。',
);
const TOO_MANY = refuse('TOO_MANY_WRONG', BASIS, '签名不对的次数太多。请一分钟以后再试。');

/** @param known keeps with the request who gave this name. @returns the name of his secret; undefined where nobody has it */
export function exchangeDoors(
  scope: FastifyInstance,
  { house, secretsIn }: Pick<Portal, 'house' | 'secretsIn'>,
  known: (request: FastifyRequest, keyId: string) => Promise<string | undefined>,
): void {
  const wrong = new RateLimit({ times: WRONG_PER_MINUTE, withinMs: 60_000, now: house.now });
  const secretFiles = new WeakMap<FastifyRequest, string>();
  const turnAway = (request: FastifyRequest, reply: FastifyReply) => {
    wrong.count(request.ip);
    return showAsJson(problemOfRefusal(NOT_SIGNED), request, reply);
  };
  // The signature is over the bytes as they came.
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser('*', { parseAs: 'buffer' }, (_, body, done) => done(null, body));
  scope.setErrorHandler((error: { statusCode?: number; validation?: unknown }, request, reply) =>
    showAsJson(problemOfStatus(error.validation ? 400 : (error.statusCode ?? 500)), request, reply),
  );
  scope.addHook('onRequest', async (request, reply) => {
    if (wrong.isUsedUp(request.ip)) return showAsJson(problemOfRefusal(TOO_MANY), request, reply);
    const secretFile = await known(request, headerOf(request, 'key').slice(0, 100));
    if (secretFile === undefined) return turnAway(request, reply);
    secretFiles.set(request, secretFile);
  });
  scope.addHook('preHandler', async (request, reply) => {
    const secrets = secretsIn(secretFiles.get(request)!);
    const { method, url: path } = request;
    const signed = { at: headerOf(request, 'time'), method, path, body: bytesOf(request.body) };
    if (isRefusal(secrets) || !isSignedBy(signed, headerOf(request, 'signature'), secrets, house.now()))
      return turnAway(request, reply);
  });
}

function headerOf({ headers }: FastifyRequest, name: keyof typeof SIGNATURE_HEADERS): string {
  const value = headers[SIGNATURE_HEADERS[name]];
  return typeof value === 'string' ? value : '';
}

export const bytesOf = (body: unknown): Buffer => (Buffer.isBuffer(body) ? body : Buffer.alloc(0));
