/**
 * 证据文件 [REQ-131] (《条例》第四十一条): what shows that a record is wrong. It names who applied as a rule, so only those see it who handle him or
 * decide on it; it is put into the file before the decision, with the last receipt, and stays as the decision found it.
 */
import { type Actor, denied, type Permission, requireRole } from '../../people/actor.ts';
import { doerOf } from '../../people/hand.ts';
import type { RoleName } from '../../people/role.ts';
import { art } from '../../statute/articles.ts';
import { refuse } from '../../statute/refusal.ts';
import type { CorrectionFact } from './facts.ts';
import { CORRECTION_VERBS } from './permissions.ts';
import type { PersonalCorrection, PersonalCorrectionFile, PersonalCorrectionId } from './personal-correction.ts';

export interface ProofFile {
  readonly id: string;
  readonly correctionId: PersonalCorrectionId;
  /** Of the fact it came with. */
  readonly factN: number;
  readonly kind: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly addedBy: string;
  readonly addedAt: Date;
}

export const MOST_PROOF_FILES = 20;

const READERS: readonly RoleName[] = ['handler', 'officeHead', 'legal', 'signatory'];

export const NO_SUCH_PROOF = refuse('NO_SUCH_ATTACHMENT', '岗位权限', '没有这个文件，或者它不属于这件更正申请。');

export function permitReadProof(actor: Actor, { agencyId }: Pick<PersonalCorrection, 'agencyId'>): Permission {
  return requireRole(actor, READERS, agencyId);
}

export function permitAddProof(
  actor: Actor,
  { agencyId, state }: Pick<PersonalCorrection, 'agencyId' | 'state'>,
): Permission {
  const { roles, from } = CORRECTION_VERBS.receiveProof;
  const role = requireRole(actor, roles, agencyId);
  if (!role.allowed || from.includes(state)) return role;
  return denied(refuse('WRONG_STATE', art(41), '这件更正申请已经作出决定，证据不再增加或者删除。'));
}

/** One's own, while nothing is decided on it. */
export function permitRemoveProof(
  actor: Actor,
  correction: Pick<PersonalCorrection, 'agencyId' | 'state'>,
  { addedBy }: Pick<ProofFile, 'addedBy'>,
): Permission {
  const may = permitAddProof(actor, correction);
  if (!may.allowed || doerOf(addedBy) === doerOf(actor.id)) return may;
  return denied(refuse('REQ-131', art(45), '这个文件是别的同事上传的，请由他删除。'));
}

/** The receipt it goes with: the registration, until more came. */
export function receiptOf({ facts }: Pick<PersonalCorrectionFile, 'facts'>): CorrectionFact {
  return facts.findLast(({ type }) => type === 'received' || type === 'proofReceived')!;
}
