/**
 * 供取口 [XCH-31, XCH-32]: where the other side of a connection “由对方来取” asks for what is offered, one item, a file of it; for those alone who are
 * named and sign. What it reads is what the public reads.
 */
import { Readable } from 'node:stream';
import { Type, type TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import type { Connection } from '../exchange/sharing/connection.ts';
import { offerFor } from '../exchange/store/sharing/connections.ts';
import { offeredCopy, offeredFile, offersAfter } from '../exchange/store/sharing/offers.ts';
import { showAsJson } from '../platform/http/face.ts';
import { problemOfRefusal } from '../platform/http/problem.ts';
import { isRefusal } from '../statute/refusal.ts';
import { exchangeDoors } from './exchange-doors.ts';
import type { Portal } from './portal.ts';

declare module 'fastify' {
  interface FastifyRequest {
    offer: Connection | null;
  }
}

const Id = Type.String({ pattern: '^[A-Za-z0-9._-]{1,100}$' });
const ListQuery = Type.Object({ after: Type.String({ pattern: '^[A-Za-z0-9._-]{0,100}$', default: '' }) });
const ItemParams = Type.Object({ id: Id });
const ItemQuery = Type.Object({ after: Type.Integer({ minimum: 0, maximum: 1_000_000_000, default: 0 }) });
const FileParams = Type.Object({ id: Id, sha256: Type.String({ pattern: '^[0-9a-f]{64}$' }) });

export function offerShared(portal: FastifyInstance, deps: Portal): void {
  const { db, now } = deps.house;
  const stock = { db, now, files: deps.files, keys: deps.keys, siteUrl: deps.site.url };
  portal.register(async (scope) => {
    const typed = scope.withTypeProvider<TypeBoxTypeProvider>();
    scope.decorateRequest('offer', null);
    exchangeDoors(scope, deps, async (request, keyId) => {
      request.offer = (await offerFor(db, keyId)) ?? null;
      return request.offer?.secretFile;
    });

    typed.get('/exchange/v1/offers', { schema: { querystring: ListQuery } }, async (request) =>
      offersAfter(stock, request.offer!, request.query.after),
    );
    typed.get(
      '/exchange/v1/offers/:id',
      { schema: { params: ItemParams, querystring: ItemQuery } },
      async (request, reply) => {
        const copy = await offeredCopy(stock, request.offer!, request.params.id, request.query.after);
        return isRefusal(copy) ? showAsJson(problemOfRefusal(copy), request, reply) : reply.send(copy);
      },
    );
    typed.get('/exchange/v1/offers/:id/files/:sha256', { schema: { params: FileParams } }, async (request, reply) => {
      const { id, sha256 } = request.params;
      const file = await offeredFile(stock, request.offer!, id, sha256);
      if (isRefusal(file)) return showAsJson(problemOfRefusal(file), request, reply);
      return reply
        .type('application/octet-stream')
        .header('content-length', file.bytes)
        .send(Readable.from(file.content()));
    });
  });
}
