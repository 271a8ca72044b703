/** 规范性文件台账 [PUB-97, PUB-98]: the register, its sheet, and what was decided about one when it was looked at. */
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import { perform } from '../../perform.ts';
import { writeFilled } from '../../platform/papers/sheet.ts';
import { forceReviewStairs, NOT_REGISTERED } from '../../publications/store/force-reviews.ts';
import { isRefusal, type Refusal } from '../../statute/refusal.ts';
import { answer } from '../answer.ts';
import type { RegisterLine } from '../contract/normative.ts';
import type { DeskDeps } from '../desk.ts';
import { officerOf } from '../guard.ts';
import { ForceReviewSchema, type ForceReviewSent, RegisterQuerySchema } from '../publications/normative-schemas.ts';
import { registerLine, registerSheet, registerView } from '../publications/normative-view.ts';
import type { Officer } from '../reach.ts';
import { IdSchema } from '../schemas.ts';
import { sendFile, XLSX } from '../upload.ts';

export function normativeRoutes(desk: FastifyInstance, deps: DeskDeps): void {
  const typed = desk.withTypeProvider<TypeBoxTypeProvider>();
  const { house } = deps;
  typed.get('/api/normative', { schema: { querystring: RegisterQuerySchema } }, async (request, reply) =>
    answer(await registerView(officerOf(request), request.query, house), request, reply),
  );
  desk.get('/api/normative/register.xlsx', async (request, reply) => {
    const sheet = await registerSheet(officerOf(request), house);
    if (isRefusal(sheet)) return answer(sheet, request, reply);
    return sendFile(reply, await writeFilled(sheet), XLSX, `${sheet.title}.xlsx`);
  });
  typed.post(
    '/api/normative/:id/reviews',
    { schema: { params: IdSchema, body: ForceReviewSchema } },
    async (request, reply) =>
      answer(await review(request.params.id, request.body, officerOf(request), deps), request, reply),
  );
}

async function review(
  documentId: string,
  sent: ForceReviewSent,
  officer: Officer,
  { house }: DeskDeps,
): Promise<RegisterLine | Refusal> {
  const found = await registerLine(officer, documentId, house);
  if (!found) return NOT_REGISTERED;
  if (isRefusal(found)) return found;
  const done = await perform(house, forceReviewStairs, officer, { verb: 'reviewForce', documentId, ...sent });
  if (isRefusal(done)) return done;
  const after = await registerLine(officer, documentId, house);
  return isRefusal(after) || !after ? NOT_REGISTERED : after.line;
}
