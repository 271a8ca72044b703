/**
 * 互动回应 Interaction: a consultation, an interview, an inquiry answered: a record that can be counted and opened. Posts are
 * recorded on their account (`exchange/accounts/`); those of before there were accounts stand here and go on counting.
 */
import type { AgencyId } from '../people/agency.ts';
import type { CivilDate } from '../statute/civil-date.ts';

export const INTERACTION_KINDS = {
  consultation: { term: '民意征集调查', measure: '期' },
  interview: { term: '在线访谈', measure: '期' },
  inquiry: { term: '群众咨询、诉求', measure: '件' },
  post: { term: '政务新媒体信息', measure: '条' },
} as const;

export type InteractionKindName = keyof typeof INTERACTION_KINDS;

export interface Interaction {
  readonly id: string;
  readonly agencyId: AgencyId;
  readonly kind: InteractionKindName;
  readonly title: string;
  /** Day it was held, closed or posted. */
  readonly heldOn: CivilDate;
}

export interface RecordInteraction {
  readonly verb: 'record';
  readonly agencyId: AgencyId;
  readonly kind: InteractionKindName;
  readonly title: string;
  readonly heldOn: CivilDate;
}
