/** Who records cases: 法制 and the head of the disclosure office; 统计 for cases about replies from before the product. */
import { type Actor, ALLOWED, type Permission, requireRole } from '../../people/actor.ts';
import type { AgencyId } from '../../people/agency.ts';
import type { RoleName } from '../../people/role.ts';
import type { RemedyCommand } from './remedy.ts';

export const REMEDY_VERBS: Readonly<Record<RemedyCommand['verb'], { term: string; roles: readonly RoleName[] }>> = {
  recordRemedy: { term: '登记复议、诉讼案件', roles: ['legal', 'officeHead', 'reporter'] },
  recordResult: { term: '登记审理结果', roles: ['legal', 'officeHead', 'reporter'] },
  recordNextInstance: { term: '登记上诉、再审', roles: ['legal', 'officeHead'] },
};

export function permit(actor: Actor, verb: RemedyCommand['verb'], agencyId: AgencyId): Permission {
  return actor.kind === 'system' ? ALLOWED : requireRole(actor, REMEDY_VERBS[verb].roles, agencyId);
}
