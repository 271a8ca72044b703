/** 谁可以办培训: the head of the office plans and records; whoever is invited answers, himself and nobody for him. */
import { type Actor, ALLOWED, denied, type Permission, requireRole } from '../../people/actor.ts';
import type { AgencyId } from '../../people/agency.ts';
import type { RoleName } from '../../people/role.ts';
import { refuse } from '../../statute/refusal.ts';
import type { Training } from './training.ts';

export const TRAINING_ROLES: readonly RoleName[] = ['officeHead'];

export function permitTraining(actor: Actor, agencyId: AgencyId): Permission {
  return requireRole(actor, TRAINING_ROLES, agencyId);
}

/** A deputy acts under a hand of two, which no list of persons holds. */
export function permitAnswer(actor: Actor, { invited }: Pick<Training, 'invited'>): Permission {
  return invited.includes(actor.id)
    ? ALLOWED
    : denied(refuse('NOT_INVITED', '《条例》第四十六条', '你不在这期培训的参加人员里，不用答题。'));
}
