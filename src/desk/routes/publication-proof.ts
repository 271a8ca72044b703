/** 出具证明 [PUB-95]: of one edition that was public. It tells people outside who reviewed it, so taking it leaves a trace. */
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import { sm3 } from '../../ledger/entry.ts';
import { permitInSome } from '../../people/actor.ts';
import { perform } from '../../perform.ts';
import { zipped } from '../../platform/papers/zip-writer.ts';
import { permitProof } from '../../publications/proof/take-proof.ts';
import { periodsOf, proofStairs } from '../../publications/store/proof.ts';
import { safeName } from '../../requests/archive-volume.ts';
import { isRefusal } from '../../statute/refusal.ts';
import { answer } from '../answer.ts';
import type { DeskDeps } from '../desk.ts';
import { officerOf } from '../guard.ts';
import { proofFiles } from '../publications/publication-proof.ts';
import { ProofSchema } from '../publications/publication-schemas.ts';
import { documentFor, NO_SUCH_DOCUMENT } from '../publications/publication-view.ts';
import type { Officer } from '../reach.ts';
import { IdSchema } from '../schemas.ts';
import { sendFile } from '../upload.ts';

export function publicationProofRoute(desk: FastifyInstance, deps: DeskDeps): void {
  const typed = desk.withTypeProvider<TypeBoxTypeProvider>();
  // Not a GET: it leaves a trace.
  typed.post(
    '/api/publications/:id/proof',
    { schema: { params: IdSchema, body: ProofSchema } },
    async (request, reply) => {
      const proof = await proofOf(request.params.id, request.body.edition, officerOf(request), deps);
      if (isRefusal(proof)) return answer(proof, request, reply);
      return sendFile(
        reply,
        zipped(proof.files),
        'application/zip',
        `证明曾经公开 ${safeName(proof.title)} 第${proof.n}版.zip`,
      );
    },
  );
}

async function proofOf(id: string, hash: string, officer: Officer, deps: DeskDeps) {
  const found = await documentFor(deps.house, officer, id);
  if (isRefusal(found)) return found;
  const { document } = found;
  const permission = permitInSome(officer, (as) => permitProof(as, document.agencyId));
  if (!permission.allowed) return permission.refusal;
  const periods = await periodsOf(deps.house.db, id);
  const period = periods.find(({ edition }) => edition.hash === hash);
  if (!period) return NO_SUCH_DOCUMENT;
  const files = await proofFiles(document, period, periods, deps);
  if (isRefusal(files)) return files;
  const sums = files.find(({ name }) => name === 'SHA256SUMS')!.content as Buffer;
  const command = { verb: 'takeProof', documentId: id, edition: hash, sums: sm3(sums.toString()) } as const;
  const taken = await perform(deps.house, proofStairs, officer, command);
  if (isRefusal(taken)) return taken;
  const { n, particulars } = period.edition;
  return { files, title: particulars.title, n };
}
