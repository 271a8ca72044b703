/** 正文里的图片 [PUB-66]: of the edition the public reads. What is not public, or no more, is not there. */
import type { FastifyInstance } from 'fastify';
import { publicPicture } from '../../publications/store/pictures.ts';
import type { Portal } from '../portal.ts';
import { sendPicture } from '../send-picture.ts';

export function documentPicture(app: FastifyInstance, portal: Portal): void {
  app.get('/documents/:id/pictures/:hash', async (request, reply) => {
    const { id } = request.params as { id: string };
    const { width } = request.query as { width?: unknown };
    const asked = typeof width === 'string' && /^\d{1,5}$/.test(width) ? Number(width) : undefined;
    return sendPicture(request, reply, portal, (hash) => publicPicture(portal.reading, id.slice(0, 100), hash), asked);
  });
}
