/** 问卷里交来的文件 [INT-46]: the list, and one taken out, which leaves its line in the ledger before anything is sent. */
import { Readable } from 'node:stream';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import { OPINION_TAKERS } from '../../interaction/store/consultation-taken.ts';
import { opinionFileStairs, opinionFilesOf } from '../../interaction/store/opinion-files.ts';
import { perform } from '../../perform.ts';
import { FILE_KINDS, type FileKindName } from '../../platform/files/file-kinds.ts';
import { isRefusal, type Refusal } from '../../statute/refusal.ts';
import { answer } from '../answer.ts';
import type { OpinionFilePage } from '../contract/consultations.ts';
import type { DeskDeps } from '../desk.ts';
import { officerOf } from '../guard.ts';
import { OpinionFileIdSchema, OpinionFileQuerySchema } from '../interaction/consultation-schemas.ts';
import { consultationFor } from '../interaction/consultation-view.ts';
import { enterWith, type Officer } from '../reach.ts';
import { IdSchema } from '../schemas.ts';
import { sendFile } from '../upload.ts';

const PAGE_SIZE = 50;

export function consultationFileRoutes(desk: FastifyInstance, deps: DeskDeps): void {
  const { house, keys, files } = deps;
  const typed = desk.withTypeProvider<TypeBoxTypeProvider>();
  typed.get(
    '/api/consultations/:id/files',
    { schema: { params: IdSchema, querystring: OpinionFileQuerySchema } },
    async (request, reply) =>
      answer(await filePage(request.params.id, request.query.page ?? 1, officerOf(request), deps), request, reply),
  );
  // It leaves a trace, so a page of somebody else's must not be able to ask for it.
  typed.post(
    '/api/consultations/:id/files/:fileId',
    { schema: { params: OpinionFileIdSchema } },
    async (request, reply) => {
      const { id, fileId } = request.params;
      const found = await consultationFor(officerOf(request), id, house);
      if (isRefusal(found)) return answer(found, request, reply);
      const command = { verb: 'takeOpinionFile', consultationId: id, fileId } as const;
      const file = await perform(house, opinionFileStairs(keys), officerOf(request), command);
      if (isRefusal(file)) return answer(file, request, reply);
      const { type } = FILE_KINDS[file.kind as FileKindName];
      return sendFile(reply, Readable.from(files.read(file.id)), type, file.name);
    },
  );
}

async function filePage(
  id: string,
  number: number,
  officer: Officer,
  { house, keys }: DeskDeps,
): Promise<OpinionFilePage | Refusal> {
  const found = await consultationFor(officer, id, house);
  if (isRefusal(found)) return found;
  const takers = enterWith(OPINION_TAKERS, officer);
  if (isRefusal(takers)) return takers;
  const { questions } = found.consultation.text;
  const { lines, total } = await opinionFilesOf(house.db, id, { number, size: PAGE_SIZE }, keys);
  return {
    lines: lines.map((line) => ({
      ...{ id: line.id, number: line.number, receivedOn: line.receivedOn, name: line.name, bytes: line.bytes },
      kind: FILE_KINDS[line.kind as FileKindName].term,
      question: questions.find(({ key }) => key === line.question)?.says ?? '',
    })),
    total,
    pageSize: PAGE_SIZE,
  };
}
