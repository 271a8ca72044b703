/** 登记的处理决定 as rows. Numbers of papers are sealed; nothing that reads for the public opens them. */
import type { SealedColumn } from '../../../platform/sealed-column.ts';
import type { CivilDate } from '../../../statute/civil-date.ts';
import type { DecisionKindName, SubjectKind } from '../../decisions/fields.ts';
import type { DecisionState } from '../../decisions/registered-decision.ts';

declare module '../../../platform/database.ts' {
  interface Database {
    registered_decisions: {
      id: string;
      agency_id: string;
      kind: DecisionKindName;
      number: string;
      subject: string;
      subject_kind: SubjectKind;
      public_words: string;
      decided_on: CivilDate;
      shown_until: CivilDate | null;
      shown: Readonly<Record<string, string>>;
      sealed: string | null;
      content: string;
      state: DecisionState;
      imported_by: string;
      imported_at: Date;
      published_by: string | null;
      published_at: Date | null;
      revoked_on: CivilDate | null;
      withdrawn_why: string | null;
      withdrawn_at: Date | null;
    };
  }
}

export const contextOf = (id: string) => `registered-decision:${id}`;

export const SEALED_DECISIONS: SealedColumn = {
  table: 'registered_decisions',
  row: 'id',
  column: 'sealed',
  contextOf,
};
