/**
 * 预览 [PUB-96]: the page of the edition in work, drawn by the portal's own renderer and answered by the desk alone, to whoever may read the
 * document. Nothing of it runs, and it may stand in a frame of the console and of nobody else.
 */
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import { editionToCome } from '../../publications/store/public-document.ts';
import { civilDateAt } from '../../statute/civil-date.ts';
import { isRefusal, type Refusal, refuse } from '../../statute/refusal.ts';
import { answer } from '../answer.ts';
import type { DeskDeps } from '../desk.ts';
import { officerOf } from '../guard.ts';
import { PreviewSchema } from '../publication-schemas.ts';
import { documentFor } from '../publication-view.ts';
import type { Officer } from '../reach.ts';
import { IdSchema } from '../schemas.ts';

const FOR_OUR_FRAME = {
  'content-security-policy': [
    ...[`default-src 'none'`, `img-src 'self' data:`, `style-src 'unsafe-inline'`, `base-uri 'none'`],
    ...[`form-action 'none'`, `frame-ancestors 'self'`],
    'sandbox allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-downloads',
  ].join('; '),
  'x-frame-options': 'SAMEORIGIN',
  'cache-control': 'no-store',
  'x-robots-tag': 'noindex',
};

export function publicationPreviewRoute(desk: FastifyInstance, deps: DeskDeps): void {
  desk
    .withTypeProvider<TypeBoxTypeProvider>()
    .get(
      '/api/publications/:id/preview',
      { schema: { params: IdSchema, querystring: PreviewSchema } },
      async (request, reply) => {
        const senior = request.query.look === 'senior';
        const page = await preview(request.params.id, senior, officerOf(request), deps);
        if (isRefusal(page)) return answer(page, request, reply);
        return reply.type('text/html; charset=utf-8').headers(FOR_OUR_FRAME).send(page);
      },
    );
}

async function preview(
  id: string,
  senior: boolean,
  officer: Officer,
  { house, drawPage }: DeskDeps,
): Promise<string | Refusal> {
  const found = await documentFor(house, officer, id);
  if (isRefusal(found)) return found;
  const { document } = found;
  if (document.draft === null) return NOTHING_TO_COME;
  const at = house.now();
  const shown = await editionToCome(house.db, document, document.draft, {
    today: civilDateAt(at),
    at: at.toISOString(),
  });
  const base = `/api/publications/${encodeURIComponent(id)}`;
  return drawPage({
    document: shown,
    banner: {
      term: '预览，尚未公开',
      says: document.indexNo === null ? '索引号、发布时间由系统在发布时写入。' : '公众现在看到的仍是上一版。',
    },
    senior,
    pictureAt: (hash) => `${base}/pictures/${hash}`,
    fileAt: (fileId) => `${base}/files/${fileId}`,
  });
}

const NOTHING_TO_COME = refuse('NOTHING_TO_COME', '办理流程', '这条信息没有正在办理的一稿，公众看到的就是现行的一版。');
