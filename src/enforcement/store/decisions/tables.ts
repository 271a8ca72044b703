/** 登记的处理决定 as rows, and what was registered when. Numbers of papers are sealed; nothing that reads for the public opens them. */
import { type Selectable, sql } from 'kysely';
import type { AgencyId } from '../../../people/agency.ts';
import type { Database, Db } from '../../../platform/database.ts';
import type { KeyRing } from '../../../platform/key-file.ts';
import type { SealedColumn } from '../../../platform/sealed-column.ts';
import type { CivilDate } from '../../../statute/civil-date.ts';
import type { DecisionKindName, SubjectKind } from '../../decisions/fields.ts';
import type { NamedChange } from '../../decisions/import-plan.ts';
import type { DecisionState, RegisteredDecision } from '../../decisions/registered-decision.ts';

/** What a sheet says of one decision, as both tables keep it. */
interface Said {
  subject: string;
  subject_kind: SubjectKind;
  public_words: string;
  decided_on: CivilDate;
  shown_until: CivilDate | null;
  shown: Readonly<Record<string, string>>;
  sealed: string | null;
  content: string;
  imported_by: string;
  imported_at: Date;
}

declare module '../../../platform/database.ts' {
  interface Database {
    registered_decisions: Said & {
      id: string;
      agency_id: string;
      kind: DecisionKindName;
      number: string;
      number_key: string | null;
      state: DecisionState;
      published_by: string | null;
      published_at: Date | null;
      revoked_on: CivilDate | null;
      withdrawn_why: string | null;
      withdrawn_at: Date | null;
    };
    decision_corrections: Said & { decision_id: string; fields: readonly string[] };
    decision_imports: {
      id: string;
      agency_id: string;
      kind: DecisionKindName;
      imported_by: string;
      imported_at: Date;
      added: number;
      same: number;
      changes: readonly NamedChange[];
      kept: readonly string[];
    };
  }
}

export type Keys = Pick<KeyRing, 'seal' | 'open' | 'digest'>;

/** Of a decision and of its correction alike, so that the one takes the place of the other unopened. */
export const contextOf = (id: string) => `registered-decision:${id}`;

export const SEALED_DECISIONS: SealedColumn = {
  table: 'registered_decisions',
  row: 'id',
  column: 'sealed',
  contextOf,
};
export const SEALED_DECISION_CORRECTIONS: SealedColumn = {
  table: 'decision_corrections',
  row: 'decision_id',
  column: 'sealed',
  contextOf,
};

/** With what waits to take its place. */
export function withCorrections(db: Db) {
  return db.selectFrom('registered_decisions as d').leftJoin('decision_corrections as c', 'c.decision_id', 'd.id');
}

export const SHOWN_COLUMNS = [
  'c.shown as new_shown',
  'c.fields as new_fields',
  'c.shown_until as new_shown_until',
  'c.imported_by as new_imported_by',
  'c.imported_at as new_imported_at',
] as const;

type Row = Selectable<Database['registered_decisions']> & {
  new_shown: Readonly<Record<string, string>> | null;
  new_fields: readonly string[] | null;
  new_shown_until: CivilDate | null;
  new_imported_by: string | null;
  new_imported_at: Date | null;
};

export function toDecision(row: Row): RegisteredDecision {
  const { id, kind, number, subject, shown, state } = row;
  return {
    ...{ id, agencyId: row.agency_id, kind, number, subject, subjectKind: row.subject_kind },
    ...{ decidedOn: row.decided_on, shownUntil: row.shown_until, shown, state },
    ...{ importedBy: row.imported_by, importedAt: row.imported_at },
    ...{ publishedBy: row.published_by, publishedAt: row.published_at },
    correction:
      row.new_shown && row.new_imported_by && row.new_imported_at
        ? {
            ...{ shown: row.new_shown, fields: row.new_fields ?? [], shownUntil: row.new_shown_until },
            ...{ importedBy: row.new_imported_by, importedAt: row.new_imported_at },
          }
        : null,
    withdrawn:
      row.revoked_on && row.withdrawn_at
        ? { revokedOn: row.revoked_on, why: row.withdrawn_why ?? '', at: row.withdrawn_at }
        : null,
  };
}

export function jsonb<T>(value: T) {
  return sql<T>`${JSON.stringify(value)}::jsonb`;
}

export interface OfSheet {
  readonly agencyId: AgencyId;
  readonly kind: DecisionKindName;
}
