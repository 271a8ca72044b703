/**
 * 下载信息 [PRT-87]: the published document as Word and as PDF. The live edition only; made when it is asked for, and as often as a reader
 * needs it, since setting a page is work.
 */
import type { FastifyInstance } from 'fastify';
import { attachmentHeader } from '../../platform/files/file-name.ts';
import { documentPaper } from '../../publications/document-paper.ts';
import { publicDocument } from '../../publications/store/public-document.ts';
import { DOCUMENT_DOWNLOADS } from '../components/document-tools.tsx';
import { keptPapers } from '../kept-papers.ts';
import { paperPictures } from '../paper-pictures.ts';
import type { Portal } from '../portal.ts';
import { REPORT_DOWNLOADS } from '../report-files.ts';
import { sendOwn } from '../send-page.ts';
import { WithdrawnPage } from './document.tsx';
import { ErrorPage } from './error-page.tsx';

const KINDS = Object.keys(DOCUMENT_DOWNLOADS) as (keyof typeof DOCUMENT_DOWNLOADS)[];

/** Papers kept ready: those of an afternoon on which one notice is read by everybody. */
const KEPT = 40;

export function documentPapers(app: FastifyInstance, portal: Portal): void {
  const kept = keptPapers(KEPT);
  for (const kind of KINDS)
    app.get(`/documents/:id.${kind}`, async (request, reply) => {
      const { id } = request.params as { id: string };
      const frame = portal.frame(request);
      const shown = await publicDocument(portal.reading, id.slice(0, 100), portal.today());
      if (shown?.view === 'withdrawn') return sendOwn(reply, WithdrawnPage({ frame, notice: shown }), 410);
      if (shown?.view !== 'document') return sendOwn(reply, ErrorPage({ frame, status: 404 }), 404);
      const mark = `"${shown.hash}-${kind}"`;
      reply.header('cache-control', 'no-cache').header('etag', mark);
      if (request.headers['if-none-match'] === mark) return reply.code(304).send();
      if (!portal.intake.admitPaper(request.ip)) return sendOwn(reply, ErrorPage({ frame, status: 429 }), 429);
      const address = `${portal.site.url}/documents/${shown.id}`;
      const file = await kept(mark, async () =>
        portal.paperFile(kind, documentPaper(shown, address, await paperPictures(shown, portal))),
      );
      return reply
        .type(REPORT_DOWNLOADS[kind].type)
        .header('content-disposition', attachmentHeader(`${shown.title}.${kind}`))
        .send(file);
    });
}
