/**
 * 三员分立 [SEC-52]: system administrator, security administrator and auditor are three persons, and none of them does the business of the office. GB/T
 * 22239 asks that system, audit and security administration be separate from its third grade on; a county's own grade is as filed, and no text for
 * portals could be read in the original (待核): an installation may say otherwise (`GONGKAI_THREE_OFFICERS=off`).
 */
import { type Refusal, refuse } from '../statute/refusal.ts';
import { ROLES, type RoleName } from './role.ts';

export const THREE_OFFICERS: readonly RoleName[] = ['systemAdmin', 'securityAdmin', 'auditor'];

/** Among a person's roles those that do not go together, the three first; empty where all is well. */
export function rolesApart(roles: readonly RoleName[]): readonly RoleName[] {
  const held = new Set(roles);
  const three = THREE_OFFICERS.filter((role) => held.has(role));
  return three.length === 0 || held.size === 1 ? [] : [...three, ...[...held].filter((role) => !three.includes(role))];
}

/** @param whose his name */
export function refuseTogether(whose: string, roles: readonly RoleName[]): Refusal | undefined {
  const apart = rolesApart(roles);
  if (apart.length === 0) return undefined;
  const terms = apart.map((role) => ROLES[role].term).join('、');
  return refuse(
    'SEC-52',
    '网络安全等级保护的要求（三员分立）',
    `${whose}不能同时是${terms}：系统管理员、安全管理员、审计员由三个人分别担任，也不兼业务岗位。请只留其中一个，其余的交给别人。`,
  );
}
