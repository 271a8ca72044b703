/**
 * 接收口 [XCH-11…14]: where other installations deliver, for those alone who are named and sign; for everybody else there is nothing here. JSON of one message, or
 * one file, each with a bound of its own.
 */
import { Type, type TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { fits } from '../exchange/adapters/fits.ts';
import { SharedMessageSchema } from '../exchange/sharing/shared-copy.ts';
import type { Source } from '../exchange/sharing/source.ts';
import { holdsFile, inventoryFor, receive, receiveFile } from '../exchange/store/sharing/receive.ts';
import { openSource } from '../exchange/store/sharing/sources.ts';
import { FILE_BYTES } from '../platform/files/limits.ts';
import { showAsJson } from '../platform/http/face.ts';
import { problemOfRefusal, problemOfStatus } from '../platform/http/problem.ts';
import { isStorable } from '../platform/http/storable.ts';
import { isRefusal, type Refusal } from '../statute/refusal.ts';
import { bytesOf, exchangeDoors } from './exchange-doors.ts';
import type { Portal } from './portal.ts';

declare module 'fastify' {
  interface FastifyRequest {
    source: Source | null;
  }
}

/** Bytes of a message: a long report with its tables. */
const MESSAGE_BYTES = 8 * 1024 * 1024;

const FileParams = Type.Object({ sha256: Type.String({ pattern: '^[0-9a-f]{64}$' }) });
const FileQuery = Type.Object({ kind: Type.String({ pattern: '^[a-z0-9]{1,10}$' }) });
const InventoryQuery = Type.Object({ after: Type.String({ maxLength: 100, default: '' }) });

export function receiveShared(portal: FastifyInstance, deps: Portal): void {
  portal.register(async (scope) => {
    const typed = scope.withTypeProvider<TypeBoxTypeProvider>();
    scope.decorateRequest('source', null);
    exchangeDoors(scope, deps, async (request, keyId) => {
      request.source = (await openSource(deps.house.db, keyId)) ?? null;
      return request.source?.secretFile;
    });

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
