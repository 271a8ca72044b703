/**
 * 预览 [PUB-96]: the page of the edition in work, drawn by the portal's own renderer and answered by the desk alone, to whoever may read the
 * document. Nothing of it runs, and it may stand in a frame of the console and of nobody else. Its Word and PDF are made of the same edition.
 */
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import { paperDocx } from '../../platform/papers/docx.ts';
import { paperPdf } from '../../platform/papers/pdf.ts';
import { documentPaper } from '../../publications/document-paper.ts';
import type { PublicDocument } from '../../publications/public-view.ts';
import { editionToCome } from '../../publications/store/public-document.ts';
import { civilDateAt } from '../../statute/civil-date.ts';
import { isRefusal, type Refusal, refuse } from '../../statute/refusal.ts';
import { answer } from '../answer.ts';
import type { DeskDeps } from '../desk.ts';
import { officerOf } from '../guard.ts';
import { publicAddress } from '../public-address.ts';
import { PreviewPaperSchema, PreviewSchema } from '../publications/publication-schemas.ts';
import { documentFor } from '../publications/publication-view.ts';
import type { Officer } from '../reach.ts';
import { IdSchema } from '../schemas.ts';
import { DOCX, sendFile } from '../upload.ts';

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
  const typed = desk.withTypeProvider<TypeBoxTypeProvider>();
  typed.get(
    '/api/publications/:id/preview',
    { schema: { params: IdSchema, querystring: PreviewSchema } },
    async (request, reply) => {
      const shown = await toCome(request.params.id, officerOf(request), deps);
      if (isRefusal(shown)) return answer(shown, request, reply);
      const page = await preview(shown, request.query.look === 'senior', deps);
      return reply.type('text/html; charset=utf-8').headers(FOR_OUR_FRAME).send(page);
    },
  );
  typed.get(
    '/api/publications/:id/preview/:format',
    { schema: { params: PreviewPaperSchema } },
    async (request, reply) => {
      const { id, format } = request.params;
      const shown = await toCome(id, officerOf(request), deps);
      if (isRefusal(shown)) return answer(shown, request, reply);
      const path = `/documents/${encodeURIComponent(id)}`;
      const paper = documentPaper(shown.document, publicAddress(deps.config, path) ?? `门户网站的 ${path}`);
      const { make, type } = PAPERS[format];
      return sendFile(reply, await make(paper), type, `预览（尚未公开）：${shown.document.title}.${format}`);
    },
  );
}

const PAPERS = {
  docx: { make: paperDocx, type: DOCX },
  pdf: { make: paperPdf, type: 'application/pdf' },
} as const;

interface ToCome {
  readonly document: PublicDocument;
  /** Never public before. */
  readonly isFirst: boolean;
}

async function toCome(id: string, officer: Officer, { house }: DeskDeps): Promise<ToCome | Refusal> {
  const found = await documentFor(house, officer, id);
  if (isRefusal(found)) return found;
  const { document } = found;
  if (document.draft === null) return NOTHING_TO_COME;
  const at = house.now();
  const scene = { today: civilDateAt(at), at: at.toISOString() };
  return {
    document: await editionToCome(house.db, document, document.draft, scene),
    isFirst: document.indexNo === null,
  };
}

function preview({ document, isFirst }: ToCome, senior: boolean, { drawPage }: DeskDeps): Promise<string> {
  const base = `/api/publications/${encodeURIComponent(document.id)}`;
  return drawPage({
    document,
    banner: {
      term: '预览，尚未公开',
      says: isFirst ? '索引号、发布时间由系统在发布时写入。' : '公众现在看到的仍是上一版。',
    },
    senior,
    pictureAt: (hash) => `${base}/pictures/${hash}`,
    fileAt: (fileId) => `${base}/files/${fileId}`,
    paperAt: (kind) => `${base}/preview/${kind}`,
  });
}

const NOTHING_TO_COME = refuse('NOTHING_TO_COME', '办理流程', '这条信息没有正在办理的一稿，公众看到的就是现行的一版。');
