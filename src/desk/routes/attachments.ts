/** 案卷附件: added, listed, taken away while unused, downloaded. Which officer may is asked of the room. */

import multipart from '@fastify/multipart';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { type Static, Type } from 'typebox';
import { inSomeCapacity } from '../../people/actor.ts';
import { namesOfOfficers } from '../../people/store.ts';
import { perform } from '../../perform.ts';
import { quarantinedAmong } from '../../platform/files/quarantine.ts';
import { factsOf } from '../../requests/facts.ts';
import { refuseOwnFile } from '../../requests/file-findings.ts';
import type { RequestFile } from '../../requests/info-request.ts';
import { permitAct } from '../../requests/permissions.ts';
import {
  FILE_PURPOSES,
  type FilePurposeName,
  mayRemove,
  mayUseFor,
  NO_SUCH_ATTACHMENT,
  permitAddFile,
  permitRequestFile,
  providingOf,
} from '../../requests/request-files.ts';
import {
  attachmentName,
  attachmentStairs,
  findAttachment,
  listAttachments,
  loadRequestFile,
} from '../../requests/store/request-files.ts';
import { isRefusal, type Refusal } from '../../statute/refusal.ts';
import { answer } from '../answer.ts';
import type { AttachmentView } from '../contract.ts';
import type { DeskDeps } from '../desk.ts';
import { officerOf } from '../guard.ts';
import { answerFile, ONE_FILE, ONE_FILE_BODY, sendKept } from '../one-file.ts';
import type { Officer } from '../reach.ts';
import { shownAttachment } from '../requests/attachment-view.ts';
import { keepAttachment } from '../requests/keep-attachment.ts';
import { NO_SUCH_FILE } from '../requests/request-file-view.ts';
import { IdSchema } from '../schemas.ts';

const PurposeSchema = Type.Object(
  { purpose: Type.Union((Object.keys(FILE_PURPOSES) as FilePurposeName[]).map((name) => Type.Literal(name))) },
  { additionalProperties: false },
);
const AttachmentIdSchema = Type.Object({ id: Type.String({ maxLength: 64 }), fileId: Type.String({ maxLength: 64 }) });
type AttachmentId = Static<typeof AttachmentIdSchema>;

/** An officer's work on the files of others: none of them is his department's task here. */
const NO_TASKS: ReadonlySet<string> = new Set();

export function attachmentRoutes(desk: FastifyInstance, deps: DeskDeps): void {
  desk.register(async (scope) => {
    scope.register(multipart, ONE_FILE);
    const typed = scope.withTypeProvider<TypeBoxTypeProvider>();

    typed.get('/api/requests/:id/files', { schema: { params: IdSchema } }, async (request, reply) =>
      answer(await listed(request.params.id, officerOf(request), deps), request, reply),
    );

    typed.post(
      '/api/requests/:id/files',
      { schema: { params: IdSchema, querystring: PurposeSchema }, bodyLimit: ONE_FILE_BODY },
      async (request, reply) => {
        const officer = officerOf(request);
        const { id } = request.params;
        const shut = await whyNotAdd(id, officer, deps);
        if (shut) return answer(shut, request, reply);
        const where = { requestId: id, purpose: request.query.purpose, taskId: null, taskIds: NO_TASKS };
        const problem = await keepAttachment(request, officer, where, deps);
        return answer(problem ?? (await listed(id, officer, deps)), request, reply);
      },
    );

    typed.delete(
      '/api/requests/:id/files/:fileId',
      { schema: { params: AttachmentIdSchema } },
      async (request, reply) => {
        const officer = officerOf(request);
        const { id: requestId, fileId } = request.params;
        const command = { verb: 'removeFile', requestId, fileId } as const;
        const done = await perform(deps.house, attachmentStairs(deps.keys), officer, command);
        if (!isRefusal(done)) await deps.files.remove(fileId);
        return answer(isRefusal(done) ? done : await listed(requestId, officer, deps), request, reply);
      },
    );

    typed.get('/api/requests/:id/files/:fileId', { schema: { params: AttachmentIdSchema } }, async (request, reply) => {
      return answerFile(await download(request.params, officerOf(request), deps, reply), request, reply);
    });
  });
}

/** Asked before anything is read: a stranger's upload is not even kept in quarantine. */
async function whyNotAdd(id: string, actor: Officer, { house }: DeskDeps): Promise<Refusal | undefined> {
  const file = await loadRequestFile(house.db, id);
  if (!file) return NO_SUCH_FILE;
  const permission = permitAddFile({ actor, taskIds: NO_TASKS }, file.request, null);
  return permission.allowed ? undefined : permission.refusal;
}

async function listed(id: string, actor: Officer, { house, keys }: DeskDeps): Promise<AttachmentView[] | Refusal> {
  const file = await loadRequestFile(house.db, id);
  if (!file) return NO_SUCH_FILE;
  const all = await listAttachments(house.db, id, keys);
  const seen = all.filter((one) => permitRequestFile({ actor, taskIds: NO_TASKS }, one, file).allowed);
  if (seen.length === 0 && !permitRequestFile({ actor, taskIds: NO_TASKS }, anyOf(file.request), file).allowed)
    return NO_SUCH_FILE;
  const quarantined = await quarantinedAmong(
    house.db,
    seen.map((one) => one.id),
  );
  const names = await namesOfOfficers(house.db, [
    ...new Set(factsOf(file.facts, 'findingCleared').map(({ by }) => by)),
  ]);
  const permission = permitInSomeCapacity(actor, file);
  return seen.map((one) => ({
    ...shownAttachment(one, file.facts, quarantined, names),
    mayClear: permission && refuseOwnFile(one, file.facts, actor.id) === undefined,
    providing: providingOf(one, file),
    removable: mayRemove(one, file, actor) && permitAddFile({ actor, taskIds: NO_TASKS }, file.request, null).allowed,
    usable: mayUseFor(one, { requestId: id, taskId: null }, actor),
  }));
}

function permitInSomeCapacity(actor: Officer, file: RequestFile): boolean {
  const permission = inSomeCapacity(
    actor,
    (as) => permitAct(as, 'clearFinding', file),
    (tried) => (tried.allowed ? null : tried.refusal),
  );
  return permission.allowed;
}

/** Stands for any attachment of the file: whether the officer may look at all, where there is none yet. */
function anyOf({ id, agencyId }: { id: string; agencyId: string }) {
  return { id: '', requestId: id, agencyId, purpose: 'evidence', taskId: null, addedBy: '' } as const;
}

async function download(
  { id, fileId }: AttachmentId,
  actor: Officer,
  { house, keys, files }: DeskDeps,
  reply: FastifyReply,
) {
  const [file, attachment] = [await loadRequestFile(house.db, id), await findAttachment(house.db, fileId)];
  if (!file || !attachment) return NO_SUCH_ATTACHMENT;
  const permission = permitRequestFile({ actor, taskIds: NO_TASKS }, attachment, file);
  if (!permission.allowed) return permission.refusal;
  return sendKept(reply, files, { ...attachment, name: await attachmentName(house.db, fileId, keys) });
}
