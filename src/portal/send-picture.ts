/** 发出图片: the size that was asked for, told by its mark. Asked again each time: the day it is withdrawn it is gone, whoever has it still. */
import { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { FILE_KINDS } from '../platform/files/file-kinds.ts';
import { type BodyPicture, sizeFor } from '../publications/picture.ts';
import { ErrorPage } from './pages/error-page.tsx';
import type { Portal } from './portal.ts';
import { sendOwn } from './send-page.ts';

/** @param find asked only for what may be a digest */
export async function sendPicture(
  request: FastifyRequest,
  reply: FastifyReply,
  portal: Portal,
  find: (hash: string) => Promise<BodyPicture | undefined>,
  width: number | undefined,
): Promise<FastifyReply> {
  const { hash } = request.params as { hash: string };
  const picture = /^[0-9a-f]{64}$/.test(hash) ? await find(hash) : undefined;
  if (!picture) return sendOwn(reply, ErrorPage({ frame: portal.frame(request), status: 404 }), 404);
  const size = sizeFor(picture, width);
  const mark = `"${picture.sha256}-${size.width}"`;
  reply.header('cache-control', 'no-cache').header('etag', mark);
  if (request.headers['if-none-match'] === mark) return reply.code(304).send();
  return reply
    .type(FILE_KINDS[picture.kind].type)
    .header('content-length', size.bytes)
    .header('content-disposition', 'inline')
    .send(Readable.from(portal.files.read(size.id)));
}
