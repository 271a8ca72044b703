/** 表单的凭证 [PRT-23, PRT-24]: what a form of the narrow intake is given along, and how it shows again when it was not taken. */
import { problemOfRefusal } from '../platform/http/problem.ts';
import type { Refusal } from '../statute/refusal.ts';
import type { FieldError } from './components/error-summary.tsx';
import type { Portal } from './portal.ts';
import { ANSWER_FIELD } from './proof-of-work.ts';

export interface IntakeProof {
  readonly token: string;
  /** The browser's work, as JSON. */
  readonly challenge: string;
  /** In its stead, where no script runs. */
  readonly question: string;
  readonly script: string;
}

export async function freshProof({ tokens, proofs, scripts }: Portal): Promise<IntakeProof> {
  const token = tokens.give('apply');
  return {
    token,
    challenge: JSON.stringify(await proofs.challenge(token)),
    question: proofs.question(token),
    script: scripts.apply.path,
  };
}

/** What the form says of itself when it shows. */
export interface IntakeTold {
  readonly errors: readonly FieldError[];
  readonly told: string | undefined;
}

/** A wrong answer is told at its field, whatever else above the form. */
export function toldOf(refusal: Refusal): IntakeTold & { readonly status: number } {
  const { status, says } = problemOfRefusal(refusal);
  if (refusal.code === 'NOT_PROVEN') return { errors: [{ field: ANSWER_FIELD, says }], told: undefined, status };
  return { errors: [], told: says, status };
}
