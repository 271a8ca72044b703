/** 办理经过: what happened to a letter, in the order it was recorded. State and clocks follow from it. */
import type { AgencyId } from '../../people/agency.ts';
import type { CivilDate } from '../../statute/civil-date.ts';
import type { LetterRefusalName } from './refusals.ts';

interface Recorded {
  readonly n: number;
  readonly on: CivilDate;
  readonly recordedAt: string;
  readonly by: string;
}

export type LetterFact = Recorded &
  (
    | { readonly type: 'received' }
    | { readonly type: 'accepted'; readonly simple: boolean }
    | { readonly type: 'refused'; readonly reason: LetterRefusalName; readonly where: string }
    | { readonly type: 'transferred'; readonly from: AgencyId; readonly to: AgencyId; readonly why: string }
    | { readonly type: 'drafted'; readonly text: string }
    | { readonly type: 'checked'; readonly passed: boolean; readonly opinion: string }
    | { readonly type: 'answered' }
    | { readonly type: 'closed' }
    | { readonly type: 'published' }
    | { readonly type: 'withdrawn'; readonly why: string }
    | { readonly type: 'rated'; readonly score: number; readonly says: string }
  );

export type LetterFactType = LetterFact['type'];

export const LETTER_FACT_TERMS: Readonly<Record<LetterFactType, string>> = {
  received: '收到来信',
  accepted: '受理',
  refused: '不予受理',
  transferred: '转办',
  drafted: '拟答复',
  checked: '审核答复',
  answered: '答复',
  closed: '办结',
  published: '公开',
  withdrawn: '撤下公开内容',
  rated: '满意度评价',
};

export function lastOfLetter<T extends LetterFactType>(
  facts: readonly LetterFact[],
  type: T,
): Extract<LetterFact, { type: T }> | undefined {
  return facts.findLast((fact): fact is Extract<LetterFact, { type: T }> => fact.type === type);
}
