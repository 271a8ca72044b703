/** 一个步骤 as a button: greyed with the reason, and what it will cause before it is pressed. */
import type { Permission } from '../people/actor.ts';
import type { PermittedVerb } from '../requests/permissions.ts';
import { REMEDY_VERBS } from '../requests/remedies/permissions.ts';
import type { RemedyCommand } from '../requests/remedies/remedy.ts';
import { verbOf } from '../requests/verbs.ts';
import type { VerbView } from './contract.ts';
import { termsOf } from './reach.ts';

export function requestVerbView({
  verb,
  term,
  basis,
  allowed,
  refusal,
  lateUntil,
  actingFor,
}: PermittedVerb): VerbView {
  const { causes, roles } = verbOf(verb);
  return {
    verb,
    term,
    basis,
    allowed,
    why: refusal?.says ?? null,
    lateUntil,
    actingFor,
    causes,
    roles: termsOf(roles),
  };
}

export function remedyVerbView(verb: RemedyCommand['verb'], permission: Permission): VerbView {
  const { term, causes, roles, basis } = REMEDY_VERBS[verb];
  return {
    verb,
    term,
    basis,
    allowed: permission.allowed,
    why: permission.allowed ? null : permission.refusal.says,
    causes,
    roles: termsOf(roles),
  };
}
