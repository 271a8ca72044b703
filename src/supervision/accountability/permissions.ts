/** 谁可以登记: the office in charge of disclosure work, and who handles its law. */
import { type Actor, type Permission, requireRole } from '../../people/actor.ts';
import type { AgencyId } from '../../people/agency.ts';
import type { RoleName } from '../../people/role.ts';

export const OVERSIGHT_ROLES: readonly RoleName[] = ['officeHead', 'legal'];

export function permitOversight(actor: Actor, agencyId: AgencyId): Permission {
  return requireRole(actor, OVERSIGHT_ROLES, agencyId);
}
