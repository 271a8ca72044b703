/** 证据材料下载 [REM-17]: by who answers for the reply before 复议机关 and court. It names the applicant, so whoever takes it leaves a trace. */
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import { perform } from '../../perform.ts';
import { zipped } from '../../platform/papers/zip-writer.ts';
import { permitEvidence } from '../../requests/remedies/permissions.ts';
import { identityStairs } from '../../requests/store/identity.ts';
import { findRemedy } from '../../requests/store/remedies.ts';
import { loadRequestFile } from '../../requests/store/request-files.ts';
import { isRefusal } from '../../statute/refusal.ts';
import { answer } from '../answer.ts';
import type { DeskDeps } from '../desk.ts';
import { officerOf } from '../guard.ts';
import { enter, type Officer } from '../reach.ts';
import { evidenceFiles } from '../requests/evidence.ts';
import { IdSchema } from '../schemas.ts';
import { sendFile } from '../upload.ts';
import { NO_SUCH_CASE } from './remedies.ts';

export function evidenceRoute(desk: FastifyInstance, deps: DeskDeps): void {
  const typed = desk.withTypeProvider<TypeBoxTypeProvider>();
  // Not a GET: to take it is to look at who applied, and that leaves a trace.
  typed.post('/api/remedies/:id/evidence', { schema: { params: IdSchema } }, async (request, reply) => {
    const evidence = await evidenceOf(request.params.id, officerOf(request), deps);
    if (isRefusal(evidence)) return answer(evidence, request, reply);
    return sendFile(reply, zipped(evidence.files), 'application/zip', `证据材料 ${evidence.caseNumber}.zip`);
  });
}

async function evidenceOf(id: string, officer: Officer, deps: DeskDeps) {
  const agencies = enter('requests', officer);
  if (isRefusal(agencies)) return agencies;
  const remedy = await findRemedy(deps.house.db, id);
  if (!remedy || !agencies.includes(remedy.agencyId)) return NO_SUCH_CASE;
  const permission = permitEvidence(officer, remedy);
  if (!permission.allowed) return permission.refusal;
  const file = await loadRequestFile(deps.house.db, remedy.requestId!);
  if (!file) return NO_SUCH_CASE;
  const command = { verb: 'openIdentity', requestId: file.request.id, reason: 'remedy' } as const;
  const applicant = await perform(deps.house, identityStairs(deps.keys), officer, command);
  if (isRefusal(applicant) && applicant.code !== 'NO_SUCH_IDENTITY') return applicant;
  const files = await evidenceFiles(remedy, file, isRefusal(applicant) ? undefined : applicant, deps);
  return { caseNumber: remedy.caseNumber, files };
}
