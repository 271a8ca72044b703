/** The tables of 民意征集调查 and how their rows read. */
import type { Generated, Selectable } from 'kysely';
import type { Database } from '../../platform/database.ts';
import { factFrom, rowOfFact } from '../../platform/fact-rows.ts';
import type { SealedColumn } from '../../platform/sealed-column.ts';
import type { SealedShelf } from '../../requests/store/erase-sealed.ts';
import type { CivilDate } from '../../statute/civil-date.ts';
import { proposeMasked } from '../citizen-letters/masking.ts';
import type { AdoptionName } from '../consultations/adoption.ts';
import type {
  ConsultationFile,
  ConsultationFormName,
  ConsultationState,
  ConsultationText,
  PublicConsultation,
} from '../consultations/consultation.ts';
import type { ConsultationFact, ConsultationFactType } from '../consultations/facts.ts';
import type { Answers } from '../consultations/questions.ts';

declare module '../../platform/database.ts' {
  interface Database {
    public_consultations: {
      id: string;
      agency_id: string;
      form: ConsultationFormName;
      title: string;
      content: Omit<ConsultationText, 'form' | 'title'>;
      state: ConsultationState;
      opens_on: CivilDate | null;
      closes_on: CivilDate | null;
      released_on: CivilDate | null;
      outcome: string;
    };
    public_consultation_facts: {
      consultation_id: string;
      n: number;
      agency_id: string;
      type: ConsultationFactType;
      happened_on: CivilDate;
      recorded_at: Date;
      recorded_by: string;
      detail: object;
    };
    public_opinions: {
      id: string;
      consultation_id: string;
      agency_id: string;
      query_number: string;
      code_digest: string;
      form_hash: string;
      visitor_digest: string | null;
      received_on: CivilDate;
      recorded_at: Date;
      body: string;
      answers: Answers;
      adoption: AdoptionName | null;
      reply: string | null;
      gist: string | null;
      replied_on: CivilDate | null;
    };
    public_opinion_writers: {
      opinion_id: string;
      agency_id: string;
      sealed: string;
      masked_name: string;
      reachable: Generated<boolean>;
    };
    public_opinion_attachments: {
      id: string;
      opinion_id: string;
      agency_id: string;
      question: string;
      name_sealed: string;
      kind: string;
      bytes: number;
      sha256: string;
    };
    public_opinion_tallies: { consultation_id: string; place: string; n: number };
  }
}

export const opinionContext = (id: string): string => `public-opinions/${id}`;

export const SEALED_OPINION_WRITERS: SealedColumn = {
  table: 'public_opinion_writers',
  row: 'opinion_id',
  column: 'sealed',
  contextOf: opinionContext,
};

export const opinionFileContext = (id: string): string => `public_opinion_attachments/${id}`;

export const SEALED_OPINION_FILE_NAMES: SealedColumn = {
  table: 'public_opinion_attachments',
  row: 'id',
  column: 'name_sealed',
  contextOf: opinionFileContext,
};

/** 到期清除 [SEC-25]: from the last thing that happened to the consultation. The code opens the opinion no more, and numbers of people are covered in it. */
export const OPINION_SHELF: SealedShelf = {
  room: 'publicConsultations',
  files: 'public_opinion_files',
  number: 'query_number',
  sealed: 'public_opinion_writers',
  facts: 'public_opinion_ends',
  onDisk: 'public_opinion_attachments',
  key: 'opinion_id',
  settled: ['released', 'stopped'] satisfies ConsultationState[],
  async also(tx, id) {
    const found = tx.selectFrom('public_opinions').select('body').where('id', '=', id);
    const { body } = await found.executeTakeFirstOrThrow();
    const left = { code_digest: '', body: proposeMasked(body) };
    await tx.updateTable('public_opinions').set(left).where('id', '=', id).execute();
  },
};

export function toConsultation(row: Selectable<Database['public_consultations']>): PublicConsultation {
  return {
    id: row.id,
    agencyId: row.agency_id,
    text: { ...row.content, form: row.form, title: row.title },
    state: row.state,
    opensOn: row.opens_on,
    closesOn: row.closes_on,
    releasedOn: row.released_on,
    outcome: row.outcome,
  };
}

export function fromConsultation({ id, agencyId, text, ...rest }: PublicConsultation) {
  const { form, title, ...content } = text;
  return {
    ...{ id, agency_id: agencyId, form, title, content, state: rest.state },
    ...{ opens_on: rest.opensOn, closes_on: rest.closesOn, released_on: rest.releasedOn, outcome: rest.outcome },
  };
}

export function toConsultationFact(row: Selectable<Database['public_consultation_facts']>): ConsultationFact {
  return factFrom(row);
}

export function fromConsultationFact({ consultation: { id, agencyId } }: ConsultationFile, fact: ConsultationFact) {
  return { consultation_id: id, ...rowOfFact(agencyId, fact) };
}
