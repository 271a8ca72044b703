/** 下载附件 [PUB-63]: a file of the edition the public reads. What is not public, or no more, is not there. */
import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { FILE_KINDS, type FileKindName } from '../../platform/files/file-kinds.ts';
import { attachmentHeader } from '../../platform/files/file-name.ts';
import { publicFile } from '../../publications/store/attached-files.ts';
import type { Portal } from '../portal.ts';
import { sendOwn } from '../send-page.ts';
import { ErrorPage } from './error-page.tsx';

export function documentFile(app: FastifyInstance, portal: Portal): void {
  app.get('/documents/:id/files/:fileId', async (request, reply) => {
    const { id, fileId } = request.params as { id: string; fileId: string };
    const file = await publicFile(portal.reading, id.slice(0, 100), fileId);
    if (!file) return sendOwn(reply, ErrorPage({ frame: portal.frame(request), status: 404 }), 404);
    const mark = `"${file.sha256}"`;
    // Asked again each time: the day it is withdrawn it is gone, whoever has it still.
    reply.header('cache-control', 'no-cache').header('etag', mark);
    if (request.headers['if-none-match'] === mark) return reply.code(304).send();
    return reply
      .type(FILE_KINDS[file.kind as FileKindName].type)
      .header('content-length', file.bytes)
      .header('content-disposition', attachmentHeader(file.name))
      .send(Readable.from(portal.files.read(file.id)));
  });
}
