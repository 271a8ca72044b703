/** 预告图片 [INT-48]: of an interview the public reads. Taken out of it, or the interview gone, it is not there any more. */
import type { FastifyInstance } from 'fastify';
import { publicInterviewPicture } from '../../interaction/store/interview-stairs.ts';
import type { Portal } from '../portal.ts';
import { sendPicture } from '../send-picture.ts';

/** Wide enough for the page on a fine screen. */
const WIDTH = 960;

export function interviewPicture(app: FastifyInstance, portal: Portal): void {
  app.get('/interviews/:id/pictures/:hash', async (request, reply) => {
    const { id } = request.params as { id: string };
    return sendPicture(
      request,
      reply,
      portal,
      (hash) => publicInterviewPicture(portal.house.db, id.slice(0, 100), hash),
      WIDTH,
    );
  });
}
