/**
 * 登记的处理决定 RegisteredDecision (《条例》第二十条第（五）（六）项; 双公示): one licence or punishment, as its agency reported it. It counts in Table 2 whether
 * it is shown to the public or not; numbers of papers are kept sealed and never shown.
 */
import type { AgencyId } from '../../people/agency.ts';
import type { CivilDate } from '../../statute/civil-date.ts';
import type { DecisionKindName, SubjectKind } from './fields.ts';

export const DECISION_STATES = {
  registered: { term: '待公示' },
  published: { term: '已公示' },
  withdrawn: { term: '已撤回' },
} as const;

export type DecisionState = keyof typeof DECISION_STATES;

/** What a sheet says of one decision. */
export interface ReadDecision {
  /** Line of the sheet. */
  readonly at: number;
  readonly number: string;
  readonly subject: string;
  readonly subjectKind: SubjectKind;
  readonly decidedOn: CivilDate;
  /** 公示截止期, where the sheet names one. */
  readonly shownUntil: CivilDate | null;
  /** By code: what may be shown, empty ones left out. */
  readonly shown: Readonly<Record<string, string>>;
  /** What is reported and never shown: numbers of papers. */
  readonly hidden: Readonly<Record<string, string>>;
}

export interface RegisteredDecision extends Omit<ReadDecision, 'at' | 'hidden'> {
  readonly id: string;
  readonly agencyId: AgencyId;
  readonly kind: DecisionKindName;
  readonly state: DecisionState;
  readonly importedBy: string;
  readonly importedAt: Date;
  readonly publishedBy: string | null;
  readonly publishedAt: Date | null;
  /** 更正 that waits: what is shown stays until another hand shows this [ENF-19]. */
  readonly correction: Correction | null;
  /** 撤回: the day the decision was revoked, changed or found void, and the reason that is told. */
  readonly withdrawn: { readonly revokedOn: CivilDate; readonly why: string; readonly at: Date } | null;
}

export interface Correction {
  readonly shown: Readonly<Record<string, string>>;
  /** Codes of what it says otherwise, those of hidden fields among them. */
  readonly fields: readonly string[];
  readonly shownUntil: CivilDate | null;
  readonly importedBy: string;
  readonly importedAt: Date;
}

export interface ImportDecisions {
  readonly verb: 'importDecisions';
  readonly agencyId: AgencyId;
  readonly kind: DecisionKindName;
  readonly decisions: readonly ReadDecision[];
}
export interface PublishDecisions {
  readonly verb: 'publishDecisions';
  readonly agencyId: AgencyId;
  readonly ids: readonly string[];
}
export interface WithdrawDecision {
  readonly verb: 'withdrawDecision';
  readonly id: string;
  readonly revokedOn: CivilDate;
  readonly why: string;
}
export type DecisionCommand = ImportDecisions | PublishDecisions | WithdrawDecision;
