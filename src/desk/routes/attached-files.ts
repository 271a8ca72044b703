/** 信息的附件 [PUB-61, PUB-62]: uploaded by an editor, looked into before it is kept, and read by whoever may read the document. */
import multipart from '@fastify/multipart';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { perform } from '../../perform.ts';
import type { KeptFile } from '../../platform/files/file-store.ts';
import type { UploadedFile } from '../../publications/attached-file.ts';
import { permit } from '../../publications/permissions.ts';
import { attachedFileStairs } from '../../publications/store/attached-files.ts';
import { wordsFor } from '../../review/store.ts';
import { isRefusal, type Refusal } from '../../statute/refusal.ts';
import { answer } from '../answer.ts';
import type { AttachedFileView } from '../contract.ts';
import type { DeskDeps } from '../desk.ts';
import { officerOf } from '../guard.ts';
import { answerFile, ONE_FILE, ONE_FILE_BODY, sendKept, takeOneFile } from '../one-file.ts';
import { examinedUpload } from '../publications/examined-upload.ts';
import { attachedFileView, documentFor, NO_SUCH_DOCUMENT } from '../publications/publication-view.ts';
import { enter, type Officer } from '../reach.ts';

const closed = { additionalProperties: false };
const ForAgency = Type.Object({ agencyId: Type.String({ maxLength: 100 }) }, closed);
const FileOfDocument = Type.Object({ id: Type.String({ maxLength: 100 }), fileId: Type.String({ maxLength: 64 }) });

export function attachedFileRoutes(desk: FastifyInstance, deps: DeskDeps): void {
  desk.register(async (scope) => {
    scope.register(multipart, ONE_FILE);
    const typed = scope.withTypeProvider<TypeBoxTypeProvider>();
    typed.post(
      '/api/publication-files',
      { schema: { querystring: ForAgency }, bodyLimit: ONE_FILE_BODY },
      async (request, reply) => answer(await keep(request, request.query.agencyId, deps), request, reply),
    );
    typed.get('/api/publications/:id/files/:fileId', { schema: { params: FileOfDocument } }, async (request, reply) => {
      const { id, fileId } = request.params;
      return answerFile(await download(id, fileId, officerOf(request), deps, reply), request, reply);
    });
  });
}

async function keep(request: FastifyRequest, agencyId: string, deps: DeskDeps): Promise<AttachedFileView | Refusal> {
  const officer = officerOf(request);
  const reach = enter('publications', officer);
  if (isRefusal(reach)) return reach;
  // Asked before anything is read: a stranger's upload is not even kept in quarantine.
  const permission = permit('draft', officer, { agencyId });
  if (!permission.allowed) return permission.refusal;
  const done = await takeOneFile(request, deps.files, (kept) => enterFile(kept, agencyId, officer, deps));
  return isRefusal(done) ? done : attachedFileView(done);
}

async function enterFile(
  kept: KeptFile,
  agencyId: string,
  officer: Officer,
  { files, house, lookInto }: DeskDeps,
): Promise<UploadedFile | Refusal> {
  const file = await examinedUpload(kept, agencyId, files, lookInto, await wordsFor(house.db, agencyId));
  return isRefusal(file) ? file : perform(house, attachedFileStairs, officer, { verb: 'addAttachedFile', file });
}

async function download(
  id: string,
  fileId: string,
  officer: Officer,
  { house, files }: DeskDeps,
  reply: FastifyReply,
): Promise<FastifyReply | Refusal> {
  const found = await documentFor(house, officer, id);
  if (isRefusal(found)) return found;
  const { draft, live } = found.document;
  const file = [...(draft?.attachments ?? []), ...(live?.attachments ?? [])].find((one) => one.id === fileId);
  if (!file) return NO_SUCH_DOCUMENT;
  return sendKept(reply, files, file);
}
