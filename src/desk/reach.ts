/** 可见范围: which rooms an officer's roles open, and for which agencies. What he may do there is asked of the room itself. */
import type { OfficerActor } from '../people/actor.ts';
import type { AgencyId } from '../people/agency.ts';
import { ROLES, type RoleName } from '../people/role.ts';
import { LOOK_AUDITORS } from '../requests/looks.ts';
import { LIST_READERS } from '../requests/permissions.ts';
import { ERASURE_ROLES } from '../requests/retention.ts';
import { isRefusal, type Refusal, refuse } from '../statute/refusal.ts';
import type { Room } from './contract.ts';

export type Officer = OfficerActor;

/** Who reads what. The administrators of the system touch no content (三员分立). */
export const READERS: Readonly<Record<Room, readonly RoleName[]>> = {
  requests: LIST_READERS,
  tasks: ['liaison'],
  reports: ['reporter', 'officeHead', 'signatory', 'auditor'],
  publications: ['editor', 'publisher', 'officeHead', 'auditor'],
  people: ['securityAdmin', 'auditor'],
  messages: ['systemAdmin'],
  looks: LOOK_AUDITORS,
  erasure: ERASURE_ROLES,
  decisions: ['editor', 'reporter', 'publisher', 'officeHead', 'auditor'],
  findings: ['officeHead', 'editor', 'liaison', 'publisher', 'auditor'],
};

/** Agencies whose papers of a room the officer may read; the whole subtree of each of his roles. */
export function agenciesIn(room: Room, officer: Officer): readonly AgencyId[] {
  return agenciesWith(READERS[room], officer);
}

/** The agencies, or why the room is closed to the officer. */
export function enter(room: Room, officer: Officer): readonly AgencyId[] | Refusal {
  return enterWith(READERS[room], officer);
}

/** The same for a part of a room that others may read as well. */
export function enterWith(roles: readonly RoleName[], officer: Officer): readonly AgencyId[] | Refusal {
  const agencies = agenciesWith(roles, officer);
  if (agencies.length > 0) return agencies;
  return refuse('NOT_YOUR_ROOM', '岗位权限', `这里由${termsOf(roles)}使用，你没有其中的岗位。需要的，请找安全管理员。`);
}

/** Agencies at which the officer holds one of the roles. */
export function agenciesWith(roles: readonly RoleName[], officer: Officer): readonly AgencyId[] {
  return [...new Set(roles.flatMap((role) => officer.reach[role] ?? []))];
}

/** 一个机关的: whether the officer may read this agency's papers of the room; the sentence when not. */
export function refuseAgency(room: Room, officer: Officer, agencyId: AgencyId): Refusal | undefined {
  const agencies = enter(room, officer);
  if (isRefusal(agencies)) return agencies;
  if (agencies.includes(agencyId)) return undefined;
  return refuse('NOT_YOUR_AGENCY', '岗位权限', '这个机关不在你的岗位范围内。需要查看的，请找安全管理员。');
}

export function termsOf(roles: readonly RoleName[]): string {
  return roles.map((role) => ROLES[role].term).join('、');
}
