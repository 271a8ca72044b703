/** 样式和脚本: their address carries the hash of their text, so browsers keep them for ever; they lie ready compressed, as pages do. */
import type { FastifyInstance } from 'fastify';
import { answerWith } from './page-answer.ts';
import { PageCache } from './page-cache.ts';

export interface Asset {
  readonly path: string;
  readonly text: string;
  readonly type: 'css' | 'script';
}

/** @returns where they lie, for the short way */
export function serveAssets(app: FastifyInstance, assets: readonly Asset[], plain: boolean): PageCache {
  const ready = new PageCache({ plain });
  for (const { path, text, type } of assets) {
    app.get(path, async (request, reply) => {
      const page = await ready.page(path, async () => ({ text, type, keys: [] }));
      const { status, headers, body } = answerWith(page, request.headers);
      return reply.code(status).headers(headers).send(body);
    });
  }
  return ready;
}
