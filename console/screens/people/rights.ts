/** 岗位权限: the roles of an officer at one agency, changed without touching those he has elsewhere. */
import type { OfficerView } from '../../../src/desk/contract.ts';

type Rights = OfficerView['rights'];

export function rolesAt(rights: Rights, agencyId: string): readonly string[] {
  return rights.filter((right) => right.agencyId === agencyId).map(({ role }) => role);
}

export function rightsWith(
  rights: Rights,
  agencyId: string,
  roles: readonly string[],
): { role: string; agencyId: string }[] {
  const elsewhere = rights.filter((right) => right.agencyId !== agencyId).map((right) => ({ ...right }));
  return [...elsewhere, ...roles.map((role) => ({ role, agencyId }))];
}
