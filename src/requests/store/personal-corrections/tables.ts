/** The tables of 更正申请 and how their rows read. */
import type { Selectable } from 'kysely';
import type { Database } from '../../../platform/database.ts';
import { factFrom, rowOfFact } from '../../../platform/fact-rows.ts';
import type { SealedColumn } from '../../../platform/sealed-column.ts';
import type { CivilDate } from '../../../statute/civil-date.ts';
import type { Paper } from '../../../statute/paper.ts';
import type { ApplicantKindName } from '../../applicant-kinds.ts';
import type { CorrectionChannelName } from '../../personal-corrections/channels.ts';
import type { CorrectionFact, CorrectionFactType } from '../../personal-corrections/facts.ts';
import type { CorrectionLetterName } from '../../personal-corrections/letter-kinds.ts';
import type { CorrectionOutcomeName } from '../../personal-corrections/outcomes.ts';
import type { CorrectionState, PersonalCorrection } from '../../personal-corrections/personal-correction.ts';
import type { SealedShelf } from '../erase-sealed.ts';

declare module '../../../platform/database.ts' {
  interface Database {
    personal_corrections: {
      id: string;
      agency_id: string;
      number: string;
      channel: CorrectionChannelName;
      applicant_kind: ApplicantKindName;
      received_on: CivilDate;
      state: CorrectionState;
      record: string;
      wrong: string;
      proof: string;
      outcome: CorrectionOutcomeName | null;
      replied_on: CivilDate | null;
    };
    personal_correction_facts: {
      correction_id: string;
      n: number;
      agency_id: string;
      type: CorrectionFactType;
      happened_on: CivilDate;
      recorded_at: Date;
      recorded_by: string;
      detail: object;
    };
    personal_correction_applicants: {
      correction_id: string;
      agency_id: string;
      sealed: string;
      masked_name: string;
    };
    personal_correction_letters: {
      correction_id: string;
      n: number;
      kind: CorrectionLetterName;
      agency_id: string;
      number: string | null;
      issued_on: CivilDate;
      paper: Paper;
    };
    personal_correction_files: {
      id: string;
      correction_id: string;
      agency_id: string;
      fact_n: number;
      name_sealed: string;
      kind: string;
      bytes: number;
      sha256: string;
      added_by: string;
      added_at: Date;
    };
  }
}

export const contextOf = (id: string): string => `personal-corrections/${id}`;

export const SEALED_CORRECTION_APPLICANTS: SealedColumn = {
  table: 'personal_correction_applicants',
  row: 'correction_id',
  column: 'sealed',
  contextOf,
};

/** 到期清除 [SEC-25]: from the day it was archived. */
export const CORRECTION_SHELF: SealedShelf = {
  room: 'personalCorrections',
  files: 'personal_corrections',
  number: 'number',
  sealed: 'personal_correction_applicants',
  facts: 'personal_correction_facts',
  onDisk: 'personal_correction_files',
  key: 'correction_id',
  settled: ['archived'] satisfies CorrectionState[],
};

export function toCorrection(row: Selectable<Database['personal_corrections']>): PersonalCorrection {
  return {
    id: row.id,
    agencyId: row.agency_id,
    number: row.number,
    channel: row.channel,
    applicantKind: row.applicant_kind,
    receivedOn: row.received_on,
    state: row.state,
    record: row.record,
    wrong: row.wrong,
    proof: row.proof,
    outcome: row.outcome,
    repliedOn: row.replied_on,
  };
}

export function fromCorrection(one: PersonalCorrection): Selectable<Database['personal_corrections']> {
  return {
    id: one.id,
    agency_id: one.agencyId,
    number: one.number,
    channel: one.channel,
    applicant_kind: one.applicantKind,
    received_on: one.receivedOn,
    state: one.state,
    record: one.record,
    wrong: one.wrong,
    proof: one.proof,
    outcome: one.outcome,
    replied_on: one.repliedOn,
  };
}

export function toCorrectionFact(row: Selectable<Database['personal_correction_facts']>): CorrectionFact {
  return factFrom(row);
}

export function fromCorrectionFact({ id, agencyId }: PersonalCorrection, fact: CorrectionFact) {
  return { correction_id: id, ...rowOfFact(agencyId, fact) };
}
