/** 案卷包下载 [ARC-1]: everything of one application as an archive. It names the applicant, so whoever takes it leaves a trace. */
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import { perform } from '../../perform.ts';
import { zipped } from '../../platform/papers/zip-writer.ts';
import type { RequestId } from '../../requests/info-request.ts';
import { permitIdentity } from '../../requests/permissions.ts';
import { identityStairs } from '../../requests/store/identity.ts';
import { loadRequestFile } from '../../requests/store/request-files.ts';
import { isRefusal } from '../../statute/refusal.ts';
import { answer } from '../answer.ts';
import type { DeskDeps } from '../desk.ts';
import { officerOf } from '../guard.ts';
import { enter, type Officer } from '../reach.ts';
import { NO_SUCH_FILE } from '../requests/request-file-view.ts';
import { volumeFiles } from '../requests/volume.ts';
import { IdSchema } from '../schemas.ts';
import { sendFile } from '../upload.ts';

export function volumeRoute(desk: FastifyInstance, deps: DeskDeps): void {
  const typed = desk.withTypeProvider<TypeBoxTypeProvider>();
  typed.post('/api/requests/:id/volume', { schema: { params: IdSchema } }, async (request, reply) => {
    const volume = await volumeOf(request.params.id, officerOf(request), deps);
    if (isRefusal(volume)) return answer(volume, request, reply);
    return sendFile(reply, zipped(volume.files), 'application/zip', `${volume.number}.zip`);
  });
}

async function volumeOf(id: RequestId, officer: Officer, deps: DeskDeps) {
  const agencies = enter('requests', officer);
  if (isRefusal(agencies)) return agencies;
  const file = await loadRequestFile(deps.house.db, id);
  if (!file || !agencies.includes(file.request.agencyId)) return NO_SUCH_FILE;
  const permission = permitIdentity(officer, file.request.agencyId);
  if (!permission.allowed) return permission.refusal;
  const command = { verb: 'openIdentity', requestId: id, reason: 'archive' } as const;
  const applicant = await perform(deps.house, identityStairs(deps.keys), officer, command);
  if (isRefusal(applicant) && applicant.code !== 'NO_SUCH_IDENTITY') return applicant;
  const files = await volumeFiles(file, isRefusal(applicant) ? undefined : applicant, deps);
  return { number: file.request.number, files };
}
