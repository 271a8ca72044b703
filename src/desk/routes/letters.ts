/**
 * 文书下载: a letter as it was issued, as Word or PDF. Whoever may know who applied gets it with the name, and that he looked stays in the
 * ledger; others get it with the masked name.
 */
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import { perform } from '../../perform.ts';
import { paperDocx } from '../../platform/papers/docx.ts';
import { paperPdf } from '../../platform/papers/pdf.ts';
import type { Applicant, RequestId } from '../../requests/info-request.ts';
import { drawnUp } from '../../requests/letters/draw-up.ts';
import { LETTER_KIND_NAMES, letterKind } from '../../requests/letters/kinds.ts';
import type { IssuedLetter } from '../../requests/letters/letter.ts';
import { permitIdentity } from '../../requests/permissions.ts';
import { findRequest, maskedNameOf } from '../../requests/store/files.ts';
import { identityStairs } from '../../requests/store/identity.ts';
import { findLetter } from '../../requests/store/letters.ts';
import { art } from '../../statute/articles.ts';
import { isRefusal, type Refusal, refuse } from '../../statute/refusal.ts';
import { answer } from '../answer.ts';
import type { DeskDeps } from '../desk.ts';
import { officerOf } from '../guard.ts';
import { enter, type Officer } from '../reach.ts';
import { NO_SUCH_FILE } from '../requests/request-file-view.ts';
import { sendFile } from '../upload.ts';

export const FORMATS = {
  pdf: { made: paperPdf, type: 'application/pdf' },
  docx: { made: paperDocx, type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' },
} as const;

const LetterSchema = Type.Object(
  {
    id: Type.String({ maxLength: 100 }),
    n: Type.Integer({ minimum: 1 }),
    kind: Type.Union(LETTER_KIND_NAMES.map((name) => Type.Literal(name))),
    format: Type.Union([Type.Literal('pdf'), Type.Literal('docx')]),
  },
  { additionalProperties: false },
);

export const NO_SUCH_LETTER = refuse('NO_SUCH_LETTER', art(45), '这一步没有制发这种文书。请刷新案卷后重新选择。');

export function letterRoutes(desk: FastifyInstance, deps: DeskDeps): void {
  const typed = desk.withTypeProvider<TypeBoxTypeProvider>();
  // Not a GET: to draw up a letter with a name is to look at it, and that leaves a trace.
  typed.post(
    '/api/requests/:id/letters/:n/:kind/:format',
    { schema: { params: LetterSchema } },
    async (request, reply) => {
      const { id, n, kind, format } = request.params;
      const officer = officerOf(request);
      const found = await letterFor(officer, id, n, kind, deps);
      if (isRefusal(found)) return answer(found, request, reply);
      const { made, type } = FORMATS[format];
      const name = `${letterKind(kind).term}${found.letter.number ? ` ${found.letter.number}` : ''}.${format}`;
      return sendFile(reply, await made(drawnUp(found.letter.paper, found.applicant)), type, name);
    },
  );
}

async function letterFor(
  officer: Officer,
  id: RequestId,
  n: number,
  kind: IssuedLetter['kind'],
  { house, keys }: DeskDeps,
): Promise<{ readonly letter: IssuedLetter; readonly applicant: Applicant | undefined } | Refusal> {
  const agencies = enter('requests', officer);
  if (isRefusal(agencies)) return agencies;
  const request = await findRequest(house.db, id);
  if (!request || !agencies.includes(request.agencyId)) return NO_SUCH_FILE;
  const letter = await findLetter(house.db, id, n, kind);
  if (!letter) return NO_SUCH_LETTER;
  if (!permitIdentity(officer, request.agencyId).allowed) return { letter, applicant: await masked(house.db, id) };
  const command = { verb: 'openIdentity', requestId: id, reason: 'letter' } as const;
  const applicant = await perform(house, identityStairs(keys), officer, command);
  if (isRefusal(applicant)) return applicant.code === 'NO_SUCH_IDENTITY' ? { letter, applicant: undefined } : applicant;
  return { letter, applicant };
}

async function masked(db: DeskDeps['house']['db'], id: RequestId): Promise<Applicant | undefined> {
  const name = await maskedNameOf(db, id);
  return name === undefined
    ? undefined
    : { name, identity: '', phone: '', email: '', address: '（不显示）', representative: '' };
}
