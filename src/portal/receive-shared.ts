/**
 * 接收口 [XCH-11…14]: where other installations deliver, for those alone who are named and sign; for everybody else there is nothing here. JSON of one message, or
 * one file, each with a bound of its own.
 */
import { Type, type TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { fits } from '../exchange/adapters/fits.ts';
import { isSignedBy, SIGNATURE_HEADERS } from '../exchange/adapters/signature.ts';
import { SharedMessageSchema } from '../exchange/sharing/shared-copy.ts';
import type { Source } from '../exchange/sharing/source.ts';
import { holdsFile, inventoryFor, receive, receiveFile } from '../exchange/store/sharing/receive.ts';
import { openSource } from '../exchange/store/sharing/sources.ts';
import { FILE_BYTES } from '../platform/files/limits.ts';
import { showAsJson } from '../platform/http/face.ts';
import { problemOfRefusal, problemOfStatus } from '../platform/http/problem.ts';
import { isStorable } from '../platform/http/storable.ts';
import { RateLimit } from '../platform/rate-limit.ts';
import { isRefusal, type Refusal, refuse } from '../statute/refusal.ts';
import type { Portal } from './portal.ts';

declare module 'fastify' {
  interface FastifyRequest {
    source: Source | null;
  }
}

/** Bytes of a message: a long report with its tables. */
const MESSAGE_BYTES = 8 * 1024 * 1024;
const WRONG_PER_MINUTE = 20;
const BASIS = '平台接口的约定';
const NOT_SIGNED = refuse(
  'SIGN_IN_FIRST',
  BASIS,
  '没有接收：签名不对，或者这个单位没有开通。请核对接口账号、密钥和时钟。',
);
const TOO_MANY = refuse('TOO_MANY_WRONG', BASIS, '签名不对的次数太多。请一分钟以后再试。');

const FileParams = Type.Object({ sha256: Type.String({ pattern: '^[0-9a-f]{64}$' }) });
const FileQuery = Type.Object({ kind: Type.String({ pattern: '^[a-z0-9]{1,10}$' }) });
const InventoryQuery = Type.Object({ after: Type.String({ maxLength: 100, default: '' }) });

export function receiveShared(portal: FastifyInstance, deps: Portal): void {
  portal.register(async (scope) => {
    const typed = scope.withTypeProvider<TypeBoxTypeProvider>();
    scope.decorateRequest('source', null);
    // The signature is over the bytes as they came.
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'buffer' }, (_, body, done) => done(null, body));
    scope.setErrorHandler((error: { statusCode?: number; validation?: unknown }, request, reply) =>
      showAsJson(problemOfStatus(error.validation ? 400 : (error.statusCode ?? 500)), request, reply),
    );
    const doors = doorsOf(deps);
    scope.addHook('onRequest', doors.known);
    scope.addHook('preHandler', doors.signed);

    typed.put('/exchange/v1/items/:id', { bodyLimit: MESSAGE_BYTES }, async (request, reply) => {
      const message = parsed(request.body);
      if (
        !fits(SharedMessageSchema, message) ||
        !isStorable(message) ||
        message.item.id !== (request.params as { id: string }).id
      )
        return showAsJson(
          { ...problemOfStatus(400), says: '内容不符合接口的格式，没有接收。请对照接口说明。' },
          request,
          reply,
        );
      return told(await receive(deps.house, request.source!, message), request, reply);
    });
    typed.head('/exchange/v1/files/:sha256', { schema: { params: FileParams } }, async (request, reply) =>
      reply.code((await holdsFile(deps.house.db, request.source!.id, request.params.sha256)) ? 204 : 404).send(),
    );
    typed.put(
      '/exchange/v1/files/:sha256',
      { bodyLimit: FILE_BYTES, schema: { params: FileParams, querystring: FileQuery } },
      async (request, reply) => {
        const file = { ...request.params, kind: request.query.kind, content: bytesOf(request.body) };
        const refused = await receiveFile(deps.house, deps.files, request.source!, file);
        return told(refused ?? { receipt: file.sha256 }, request, reply);
      },
    );
    typed.get('/exchange/v1/inventory', { schema: { querystring: InventoryQuery } }, async (request) =>
      inventoryFor(deps.house.db, request.source!, request.query.after),
    );
  });
}

/** Deny by default: known by the name it gives before a byte of the body is read, then believed by its signature over exactly this request. */
function doorsOf({ house, secretsIn }: Portal) {
  const wrong = new RateLimit({ times: WRONG_PER_MINUTE, withinMs: 60_000, now: house.now });
  const turnAway = (request: FastifyRequest, reply: FastifyReply) => {
    wrong.count(request.ip);
    return showAsJson(problemOfRefusal(NOT_SIGNED), request, reply);
  };
  return {
    async known(request: FastifyRequest, reply: FastifyReply) {
      if (wrong.isUsedUp(request.ip)) return showAsJson(problemOfRefusal(TOO_MANY), request, reply);
      request.source = (await openSource(house.db, headerOf(request, 'key').slice(0, 100))) ?? null;
      if (request.source === null) return turnAway(request, reply);
    },
    async signed(request: FastifyRequest, reply: FastifyReply) {
      const secrets = secretsIn(request.source!.secretFile);
      const { method, url: path } = request;
      const signed = { at: headerOf(request, 'time'), method, path, body: bytesOf(request.body) };
      if (isRefusal(secrets) || !isSignedBy(signed, headerOf(request, 'signature'), secrets, house.now()))
        return turnAway(request, reply);
    },
  };
}

function headerOf({ headers }: FastifyRequest, name: keyof typeof SIGNATURE_HEADERS): string {
  const value = headers[SIGNATURE_HEADERS[name]];
  return typeof value === 'string' ? value : '';
}

const bytesOf = (body: unknown): Buffer => (Buffer.isBuffer(body) ? body : Buffer.alloc(0));

function parsed(body: unknown): unknown {
  try {
    return JSON.parse(bytesOf(body).toString('utf8'));
  } catch {
    return undefined;
  }
}

function told(done: { readonly receipt: string } | Refusal, request: FastifyRequest, reply: FastifyReply) {
  return isRefusal(done) ? showAsJson(problemOfRefusal(done), request, reply) : reply.send(done);
}
