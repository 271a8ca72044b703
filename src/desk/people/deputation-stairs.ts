/** How deputations climb: both officers are locked, so that of two given at once the second sees the first. */
import { lineAbove, subtreeOf } from '../../people/agency.ts';
import {
  type Deputation,
  type DeputationCommand,
  type DeputationLoaded,
  decide,
  permit,
} from '../../people/deputation.ts';
import { deputationsBetween, findDeputation, saveDeputation } from '../../people/store/deputations.ts';
import { lockOfficer } from '../../people/store/officers.ts';
import { listAgencies } from '../../people/store.ts';
import type { Stairs } from '../../perform.ts';
import type { Tx } from '../../platform/database.ts';
import { isRefusal, type Refusal, refuse } from '../../statute/refusal.ts';

const BASIS = '岗位权限';

export const deputationStairs: Stairs<DeputationLoaded, Deputation, DeputationCommand> = {
  room: 'people',
  load,
  permit,
  decide(loaded, command, scene) {
    const next = decide(loaded, command, { ...scene, id: scene.newId() });
    if (isRefusal(next)) return next;
    const verb = command.verb === 'depute' ? 'deputed' : 'endedDeputation';
    const { agencyId } = loaded.principal;
    return { next, entry: { verb, subject: next.id, agencyId, basis: BASIS, content: next } };
  },
  save: (tx, next, { principal }, { actor }) => saveDeputation(tx, principal.agencyId, next, actor.id),
};

async function load(tx: Tx, command: DeputationCommand): Promise<DeputationLoaded | Refusal> {
  if (command.verb === 'depute') return loadBetween(tx, command.principalId, command.deputyId);
  const found = await findDeputation(tx, command.deputationId);
  if (!found) return NO_SUCH_DEPUTATION;
  const loaded = await loadBetween(tx, found.principalId, found.deputyId);
  // Read again under the lock: two who end it at once end it once.
  return isRefusal(loaded) ? loaded : { ...loaded, deputation: (await findDeputation(tx, found.id))! };
}

const NO_SUCH_DEPUTATION = refuse('NO_SUCH_DEPUTATION', BASIS, '没有这次代理，请刷新页面。');

async function loadBetween(tx: Tx, principalId: string, deputyId: string): Promise<DeputationLoaded | Refusal> {
  // In one order, whoever of the two is the deputy: two that lend to each other at once do not wait for each other.
  const officers = new Map<string, Awaited<ReturnType<typeof lockOfficer>>>();
  for (const id of [...new Set([principalId, deputyId])].sort()) officers.set(id, await lockOfficer(tx, id));
  const [principal, deputy] = [officers.get(principalId), officers.get(deputyId)];
  if (!principal || !deputy) return refuse('NO_SUCH_OFFICER', BASIS, '没有这个人员，请刷新列表。');
  const agencies = await listAgencies(tx);
  const line = [...lineAbove(principal.agencyId, agencies), ...subtreeOf(principal.agencyId, agencies)];
  return { principal, deputy, deputation: null, others: await deputationsBetween(tx, principalId, deputyId), line };
}
