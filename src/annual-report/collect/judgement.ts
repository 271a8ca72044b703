/** 核对结论 Judgement [ANR-51]: what a person says of one finding in a collected report. A finding is known by what it says, wherever it stands in the list. */
import { createHash } from 'node:crypto';
import type { Finding } from '../check/finding.ts';

export const VERDICTS = {
  confirmed: { term: '确认有误', whyAsked: false },
  dismissed: { term: '不是问题', whyAsked: true },
} as const;

export type Verdict = keyof typeof VERDICTS;

export interface Judgement {
  /** `findingKey` of the finding. */
  readonly finding: string;
  readonly verdict: Verdict;
  /** Why it is no fault; may be empty where it is one. */
  readonly why: string;
  readonly by: string;
  readonly at: string;
}

export function findingKey({ code, where, says }: Pick<Finding, 'code' | 'where' | 'says'>): string {
  return createHash('sha256')
    .update(JSON.stringify([code, where, says]))
    .digest('hex')
    .slice(0, 24);
}

/** The last word on each finding. */
export function judgementsBy(judged: readonly Judgement[]): ReadonlyMap<string, Judgement> {
  return new Map(judged.map((judgement) => [judgement.finding, judgement]));
}
