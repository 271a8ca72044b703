/** 谁可以办工作要点: the head of the office sets the list, whoever mends and publishes at the owner reports on it. */
import { type Actor, type Permission, requireRole } from '../../people/actor.ts';
import type { AgencyId } from '../../people/agency.ts';
import type { RoleName } from '../../people/role.ts';
import { TICKET_ROLES } from '../permissions.ts';
import type { WorkPointVerb } from './decide.ts';
import type { WorkPoint } from './work-point.ts';

export const LIST_ROLES: readonly RoleName[] = ['officeHead'];
export const OWNER_ROLES: readonly RoleName[] = TICKET_ROLES.reportFixed;

const OF_THE_LIST: readonly WorkPointVerb[] = ['revise', 'returnPoint', 'withdrawPoint'];

export function permitList(actor: Actor, agencyId: AgencyId): Permission {
  return requireRole(actor, LIST_ROLES, agencyId);
}

export function permitPoint(
  actor: Actor,
  verb: WorkPointVerb,
  { agencyId, ownerId }: Pick<WorkPoint, 'agencyId' | 'ownerId'>,
): Permission {
  return OF_THE_LIST.includes(verb) ? permitList(actor, agencyId) : requireRole(actor, OWNER_ROLES, ownerId);
}
