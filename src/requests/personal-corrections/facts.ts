/** 办理经过 of a 更正申请: facts are added and never changed. */
import type { CivilDate } from '../../statute/civil-date.ts';
import type { Dispatch } from '../dispatch.ts';
import type { CorrectionOutcomeName } from './outcomes.ts';

interface CorrectionFactDetails {
  received: Record<never, never>;
  proofAsked: { readonly what: string; readonly until: CivilDate };
  proofReceived: { readonly what: string };
  /** `to`: 有权更正的机关, with how to reach it; empty where this agency decides. */
  decided: {
    readonly outcome: CorrectionOutcomeName;
    readonly why: string;
    readonly to: string;
    readonly number: string;
  };
  served: Dispatch;
  replyReceived: Record<never, never>;
  archived: Record<never, never>;
}

export type CorrectionFactType = keyof CorrectionFactDetails;

export type NewCorrectionFact = {
  [T in CorrectionFactType]: { readonly type: T; readonly on: CivilDate } & CorrectionFactDetails[T];
}[CorrectionFactType];

export type CorrectionFact = NewCorrectionFact & {
  readonly n: number;
  /** Of the letters it issued: what the ledger vouches for. */
  readonly letters?: readonly { readonly kind: string; readonly number: string | null; readonly hash: string }[];
  /** ISO 8601, UTC. */
  readonly recordedAt: string;
  readonly by: string;
};

export type CorrectionFactOf<T extends CorrectionFactType> = Extract<CorrectionFact, { readonly type: T }>;

export const CORRECTION_FACT_TERMS: Readonly<Record<CorrectionFactType, string>> = {
  received: '收到更正申请',
  proofAsked: '要求补充证据',
  proofReceived: '收到证据',
  decided: '作出决定',
  served: '送出答复',
  replyReceived: '申请人收到答复',
  archived: '归档',
};

export function lastCorrectionFact<T extends CorrectionFactType>(
  facts: readonly CorrectionFact[],
  type: T,
): CorrectionFactOf<T> | undefined {
  return facts.findLast((fact): fact is CorrectionFactOf<T> => fact.type === type);
}
