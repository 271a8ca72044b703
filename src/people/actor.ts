/** 行为人 Actor: who acts, as permissions see it. A person may hold several roles; four-eyes rules still bind. */
import { type Refusal, refuse } from '../statute/refusal.ts';
import type { AgencyId } from './agency.ts';
import type { Hand } from './hand.ts';
import { ROLES, type RoleName } from './role.ts';

/** For each role the agencies it reaches: the subtree is already expanded. */
export type Reach = Readonly<Partial<Record<RoleName, readonly AgencyId[]>>>;

export interface OfficerActor {
  readonly kind: 'officer';
  readonly id: Hand;
  readonly name: string;
  readonly agencyId: AgencyId;
  /** With what he may do as a deputy today. */
  readonly reach: Reach;
  /** 以谁的名义 [SEC-34]: himself, then each principal he stands in for today; absent where he stands in for nobody. */
  readonly capacities?: readonly OfficerActor[];
  /** The principal, by name, of an actor who is one capacity of a deputy. */
  readonly actingFor?: string;
}

export type Actor =
  | OfficerActor
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
    refuse(NOT_YOUR_ROLE, '岗位权限', `这一步由${terms}办理。你没有这个机关的相应岗位，请转给有权的同事。`),
  );
}

const NOT_YOUR_ROLE = 'NOT_YOUR_ROLE';

/** In the order they are tried. */
export function capacitiesOf<A extends Actor>(actor: A): readonly A[] {
  return actor.kind === 'officer' && actor.capacities ? (actor.capacities as readonly A[]) : [actor];
}

/**
 * 先用自己的岗位 [SEC-34]: tried as himself, then for each principal; the first that is not refused counts. Where all are, the refusal that
 * says more than that a role is missing.
 */
export function inSomeCapacity<A extends Actor, T>(
  actor: A,
  attempt: (as: A) => T,
  refusalOf: (outcome: T) => Refusal | null | undefined,
): T {
  const refused: T[] = [];
  for (const as of capacitiesOf(actor)) {
    const outcome = attempt(as);
    if (!refusalOf(outcome)) return outcome;
    refused.push(outcome);
  }
  return refused.find((outcome) => refusalOf(outcome)!.code !== NOT_YOUR_ROLE) ?? refused[0]!;
}

/** The same for a permission. */
export function permitInSome(actor: Actor, permit: (as: Actor) => Permission): Permission {
  return inSomeCapacity(actor, permit, (permission) => (permission.allowed ? null : permission.refusal));
}
