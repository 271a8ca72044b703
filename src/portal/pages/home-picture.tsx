/** 首页的图片 [PRT-90]: of a link that stands on the home page now; taken off it, it is not there any more. */
import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { FILE_KINDS } from '../../platform/files/file-kinds.ts';
import { sizeFor } from '../../publications/picture.ts';
import { homePicture as pictureOfHome } from '../../publications/store/site.ts';
import type { Portal } from '../portal.ts';
import { sendOwn } from '../send-page.ts';
import { ErrorPage } from './error-page.tsx';

/** Wide enough for a tile on a fine screen. */
const WIDTH = 960;

export function homePicture(app: FastifyInstance, portal: Portal): void {
  app.get('/home-pictures/:hash', async (request, reply) => {
    const { hash } = request.params as { hash: string };
    const picture = /^[0-9a-f]{64}$/.test(hash)
      ? await pictureOfHome(portal.house.db, portal.countyId, hash)
      : undefined;
    if (!picture) return sendOwn(reply, ErrorPage({ frame: portal.frame(request), status: 404 }), 404);
    const size = sizeFor(picture, WIDTH);
    const mark = `"${picture.sha256}-${size.width}"`;
    reply.header('cache-control', 'no-cache').header('etag', mark);
    if (request.headers['if-none-match'] === mark) return reply.code(304).send();
    return reply
      .type(FILE_KINDS[picture.kind].type)
      .header('content-length', size.bytes)
      .header('content-disposition', 'inline')
      .send(Readable.from(portal.files.read(size.id)));
  });
}
