/** 谁可以办巡查: the head sets the roster, the one on duty signs; either may hand a day over. */
import { type Actor, ALLOWED, denied, holds, type Permission, requireRole } from '../../people/actor.ts';
import type { AgencyId } from '../../people/agency.ts';
import type { RoleName } from '../../people/role.ts';
import { refuse } from '../../statute/refusal.ts';
import { TICKET_ROLES } from '../permissions.ts';
import type { PatrolSheet } from './patrol.ts';

export const ROSTER_ROLES: readonly RoleName[] = ['officeHead'];

/** 可以值班的: whoever mends what is found. */
export const PATROL_ROLES: readonly RoleName[] = TICKET_ROLES.reportFixed;

export function permitRoster(actor: Actor, agencyId: AgencyId): Permission {
  return requireRole(actor, ROSTER_ROLES, agencyId);
}

/** [SUP-59] Only the one on duty has looked. */
export function permitSigning(actor: Actor, { officerId }: PatrolSheet): Permission {
  return actor.id === officerId
    ? ALLOWED
    : denied(refuse('NOT_ON_DUTY', '《条例》第四十六条', '这一天不是你值班。由值班的人签；他不能来的，请先换班。'));
}

export function permitHandingOver(actor: Actor, { officerId, agencyId }: PatrolSheet): Permission {
  if (actor.id === officerId || ROSTER_ROLES.some((role) => holds(actor, role, agencyId))) return ALLOWED;
  return denied(
    refuse('NOT_ON_DUTY', '《条例》第四十六条', '换班由当天值班的人或者公开工作机构负责人办理，请找他们。'),
  );
}
