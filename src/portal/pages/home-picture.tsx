/** 首页的图片 [PRT-90]: of a link that stands on the home page now; taken off it, it is not there any more. */
import type { FastifyInstance } from 'fastify';
import { homePicture as pictureOfHome } from '../../publications/store/site.ts';
import type { Portal } from '../portal.ts';
import { sendPicture } from '../send-picture.ts';

/** Wide enough for a tile on a fine screen. */
const WIDTH = 960;

export function homePicture(app: FastifyInstance, portal: Portal): void {
  app.get('/home-pictures/:hash', async (request, reply) =>
    sendPicture(request, reply, portal, (hash) => pictureOfHome(portal.reading, portal.countyId, hash), WIDTH),
  );
}
