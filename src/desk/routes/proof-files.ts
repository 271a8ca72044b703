/** 证据文件 of a 更正申请: added before the decision, taken away by who added it, downloaded. Which officer may is asked of the room. */
import multipart from '@fastify/multipart';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Static, Type } from 'typebox';
import { permitInSome } from '../../people/actor.ts';
import { perform } from '../../perform.ts';
import { NO_SUCH_PROOF, permitAddProof, permitReadProof } from '../../requests/personal-corrections/proof-files.ts';
import {
  listProofs,
  type ProofFileCommand,
  proofFileStairs,
} from '../../requests/store/personal-corrections/proof-files.ts';
import { isRefusal, type Refusal } from '../../statute/refusal.ts';
import { answer } from '../answer.ts';
import type { CorrectionFileView } from '../contract/personal-corrections.ts';
import type { DeskDeps } from '../desk.ts';
import { officerOf } from '../guard.ts';
import { answerFile, ONE_FILE, ONE_FILE_BODY, sendKept, takeOneFile } from '../one-file.ts';
import type { Officer } from '../reach.ts';
import { correctionFor, correctionView } from '../requests/correction-view.ts';
import { IdSchema } from '../schemas.ts';

const ProofIdSchema = Type.Object({ id: Type.String({ maxLength: 100 }), fileId: Type.String({ maxLength: 64 }) });
type ProofId = Static<typeof ProofIdSchema>;

export function proofFileRoutes(desk: FastifyInstance, deps: DeskDeps): void {
  desk.register(async (scope) => {
    scope.register(multipart, ONE_FILE);
    const typed = scope.withTypeProvider<TypeBoxTypeProvider>();
    typed.post(
      '/api/personal-corrections/:id/files',
      { schema: { params: IdSchema }, bodyLimit: ONE_FILE_BODY },
      async (request, reply) => answer(await add(request, request.params.id, deps), request, reply),
    );
    typed.delete(
      '/api/personal-corrections/:id/files/:fileId',
      { schema: { params: ProofIdSchema } },
      async (request, reply) => answer(await remove(request.params, officerOf(request), deps), request, reply),
    );
    typed.get(
      '/api/personal-corrections/:id/files/:fileId',
      { schema: { params: ProofIdSchema } },
      async (request, reply) => {
        return answerFile(await download(request.params, officerOf(request), deps, reply), request, reply);
      },
    );
  });
}

/** Asked before anything is read: a stranger's upload is not even kept in quarantine. */
async function add(request: FastifyRequest, id: string, deps: DeskDeps): Promise<CorrectionFileView | Refusal> {
  const { house, keys, files } = deps;
  const officer = officerOf(request);
  const found = await correctionFor(officer, id, house);
  if (isRefusal(found)) return found;
  const permission = permitInSome(officer, (as) => permitAddProof(as, found.correction));
  if (!permission.allowed) return permission.refusal;
  const done = await takeOneFile(request, files, (file) => {
    const command: ProofFileCommand = { verb: 'addProofFile', correctionId: id, file };
    return perform(house, proofFileStairs(keys), officer, command);
  });
  return isRefusal(done) ? done : correctionView(officer, id, deps);
}

async function remove(
  { id, fileId }: ProofId,
  officer: Officer,
  deps: DeskDeps,
): Promise<CorrectionFileView | Refusal> {
  const { house, keys, files } = deps;
  const found = await correctionFor(officer, id, house);
  if (isRefusal(found)) return found;
  const command: ProofFileCommand = { verb: 'removeProofFile', correctionId: id, fileId };
  const done = await perform(house, proofFileStairs(keys), officer, command);
  if (isRefusal(done)) return done;
  await files.remove(fileId);
  return correctionView(officer, id, deps);
}

async function download(
  { id, fileId }: ProofId,
  officer: Officer,
  { house, keys, files }: DeskDeps,
  reply: FastifyReply,
): Promise<FastifyReply | Refusal> {
  const found = await correctionFor(officer, id, house);
  if (isRefusal(found)) return found;
  const permission = permitReadProof(officer, found.correction);
  if (!permission.allowed) return permission.refusal;
  const proof = (await listProofs(house.db, id, keys)).find((one) => one.id === fileId);
  return proof ? sendKept(reply, files, proof) : NO_SUCH_PROOF;
}
