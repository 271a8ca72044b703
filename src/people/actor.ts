/** 行为人 Actor: who acts, as permissions see it. A person may hold several roles; four-eyes rules still bind. */
import { type Refusal, refuse } from '../statute/refusal.ts';
import type { AgencyId } from './agency.ts';
import { ROLES, type RoleName } from './role.ts';

export type Actor =
  | {
      readonly kind: 'officer';
      readonly id: string;
      readonly name: string;
      readonly agencyId: AgencyId;
      /** For each role the agencies it reaches: the subtree is already expanded. */
      readonly reach: Readonly<Partial<Record<RoleName, readonly AgencyId[]>>>;
    }
  /** 申请人或公众: no account; may only what the anonymous intake offers. */
  | { readonly kind: 'public'; readonly id: 'public' }
  /** The product itself: sweeps and the opening of a county. */
  | { readonly kind: 'system'; readonly id: 'system' };

export const PUBLIC: Actor = { kind: 'public', id: 'public' };
export const SYSTEM: Actor = { kind: 'system', id: 'system' };

/** 是否允许: yes, or no with the sentence that the server refuses with and the greyed button shows. */
export type Permission = { readonly allowed: true } | { readonly allowed: false; readonly refusal: Refusal };

export const ALLOWED: Permission = { allowed: true };

export function denied(refusal: Refusal): Permission {
  return { allowed: false, refusal };
}

export function holds(actor: Actor, role: RoleName, agencyId: AgencyId): boolean {
  return actor.kind === 'officer' && (actor.reach[role]?.includes(agencyId) ?? false);
}

/** Allowed when the officer holds one of the roles at the agency; otherwise says which roles may. */
export function requireRole(actor: Actor, roles: readonly RoleName[], agencyId: AgencyId): Permission {
  if (roles.some((role) => holds(actor, role, agencyId))) return ALLOWED;
  const terms = roles.map((role) => ROLES[role].term).join('或');
  return denied(
    refuse('NOT_YOUR_ROLE', '岗位权限', `这一步由${terms}办理。你没有这个机关的相应岗位，请转给有权的同事。`),
  );
}
