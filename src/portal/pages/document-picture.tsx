/** 正文里的图片 [PUB-66]: of the edition the public reads. What is not public, or no more, is not there. */
import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { FILE_KINDS } from '../../platform/files/file-kinds.ts';
import { sizeFor } from '../../publications/picture.ts';
import { publicPicture } from '../../publications/store/pictures.ts';
import type { Portal } from '../portal.ts';
import { sendOwn } from '../send-page.ts';
import { ErrorPage } from './error-page.tsx';

export function documentPicture(app: FastifyInstance, portal: Portal): void {
  app.get('/documents/:id/pictures/:hash', async (request, reply) => {
    const { id, hash } = request.params as { id: string; hash: string };
    const picture = /^[0-9a-f]{64}$/.test(hash)
      ? await publicPicture(portal.house.db, id.slice(0, 100), hash)
      : undefined;
    if (!picture) return sendOwn(reply, ErrorPage({ frame: portal.frame(request), status: 404 }), 404);
    const { width } = request.query as { width?: unknown };
    const asked = typeof width === 'string' && /^\d{1,5}$/.test(width) ? Number(width) : undefined;
    const size = sizeFor(picture, asked);
    const mark = `"${picture.sha256}-${size.width}"`;
    // Asked again each time: the day it is withdrawn it is gone, whoever has it still.
    reply.header('cache-control', 'no-cache').header('etag', mark);
    if (request.headers['if-none-match'] === mark) return reply.code(304).send();
    return reply
      .type(FILE_KINDS[picture.kind].type)
      .header('content-length', size.bytes)
      .header('content-disposition', 'inline')
      .send(Readable.from(portal.files.read(size.id)));
  });
}
