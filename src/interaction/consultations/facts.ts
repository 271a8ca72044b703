/** 经过: what happened to a consultation, in the order it was recorded. What people send in is not among it; that is counted. */
import type { CivilDate } from '../../statute/civil-date.ts';
import type { AdoptionName } from './adoption.ts';

interface Recorded {
  readonly n: number;
  readonly on: CivilDate;
  readonly recordedAt: string;
  readonly by: string;
}

export type ConsultationFact = Recorded &
  (
    | { readonly type: 'drafted' }
    | { readonly type: 'revised' }
    | { readonly type: 'submitted' }
    | { readonly type: 'checked'; readonly passed: boolean; readonly opinion: string }
    | { readonly type: 'prolonged'; readonly days: number; readonly why: string }
    | { readonly type: 'stopped'; readonly why: string }
    | { readonly type: 'replied'; readonly count: number; readonly adoption: AdoptionName; readonly reply: string }
    | { readonly type: 'summed'; readonly outcome: string }
    | { readonly type: 'approved'; readonly passed: boolean; readonly opinion: string }
  );
export type ConsultationFactType = ConsultationFact['type'];

export const CONSULTATION_FACT_TERMS: Readonly<Record<ConsultationFactType, string>> = {
  drafted: '起草',
  revised: '修改',
  submitted: '送审',
  checked: '审核',
  prolonged: '延长期限',
  stopped: '停止',
  replied: '答复意见',
  summed: '拟结果',
  approved: '审核结果',
};

export function lastOfConsultation<T extends ConsultationFactType>(
  facts: readonly ConsultationFact[],
  ...types: readonly T[]
): Extract<ConsultationFact, { type: T }> | undefined {
  return facts.findLast((fact): fact is Extract<ConsultationFact, { type: T }> => types.includes(fact.type as T));
}

/** Told to the public: who prolonged or stopped it, and why, belongs to the matter. */
export function publicNotes(facts: readonly ConsultationFact[]) {
  return facts.filter(
    (fact): fact is Extract<ConsultationFact, { type: 'prolonged' | 'stopped' }> =>
      fact.type === 'prolonged' || fact.type === 'stopped',
  );
}
