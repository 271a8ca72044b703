/** 上传 Word 稿件: read into the body of a document with a report, for the editor to look at; nothing is kept until he drafts or revises. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { cleanBody, plainText } from '../../publications/body.ts';
import { permit } from '../../publications/permissions.ts';
import { refuseWord, wordReport } from '../../publications/word-upload.ts';
import { isRefusal, type Refusal } from '../../statute/refusal.ts';
import { answer } from '../answer.ts';
import type { WordRead } from '../contract.ts';
import type { DeskDeps } from '../desk.ts';
import { officerOf } from '../guard.ts';
import { BODY_LETTERS } from '../publication-schemas.ts';
import { enter } from '../reach.ts';
import { takeUploads, uploadOf } from '../upload.ts';

export function wordUploadRoute(desk: FastifyInstance, { readWord }: DeskDeps): void {
  desk.register(async (scope) => {
    takeUploads(scope);
    scope.post('/api/publication-word', async (request, reply) =>
      answer(await read(request, readWord), request, reply),
    );
  });
}

async function read(request: FastifyRequest, readWord: DeskDeps['readWord']): Promise<WordRead | Refusal> {
  const officer = officerOf(request);
  const reach = enter('publications', officer);
  if (isRefusal(reach)) return reach;
  const uploaded = await uploadOf(request);
  if (isRefusal(uploaded)) return uploaded;
  const permission = permit('draft', officer, { agencyId: uploaded.agencyId });
  if (!permission.allowed) return permission.refusal;
  const word = await readWord(uploaded.file);
  if (typeof word === 'string') return refuseWord(word);
  const bodyHtml = cleanBody(word.html);
  if (bodyHtml.length > BODY_LETTERS) return refuseWord('tooMuch');
  return plainText(bodyHtml) === '' ? refuseWord('empty') : { bodyHtml, report: wordReport(word.traces) };
}
