/** The tables of 咨询诉求 and how their rows read. */
import type { Selectable } from 'kysely';
import type { Database } from '../../platform/database.ts';
import { factFrom, rowOfFact } from '../../platform/fact-rows.ts';
import type { SealedColumn } from '../../platform/sealed-column.ts';
import type { SealedShelf } from '../../requests/store/erase-sealed.ts';
import type { CivilDate } from '../../statute/civil-date.ts';
import type { CitizenLetter, LetterFile, LetterKindName, LetterState } from '../citizen-letters/citizen-letter.ts';
import type { LetterFact, LetterFactType } from '../citizen-letters/facts.ts';
import { proposeMasked } from '../citizen-letters/masking.ts';

declare module '../../platform/database.ts' {
  interface Database {
    citizen_letters: {
      id: string;
      agency_id: string;
      query_number: string;
      code_digest: string;
      form_hash: string;
      kind: LetterKindName;
      title: string;
      body: string;
      may_publish: boolean;
      received_on: CivilDate;
      state: LetterState;
      simple: boolean | null;
      answered_on: CivilDate | null;
      public_title: string | null;
      public_body: string | null;
      public_answer: string | null;
      published_on: CivilDate | null;
    };
    citizen_letter_facts: {
      letter_id: string;
      n: number;
      agency_id: string;
      type: LetterFactType;
      happened_on: CivilDate;
      recorded_at: Date;
      recorded_by: string;
      detail: object;
    };
    citizen_letter_writers: { letter_id: string; agency_id: string; sealed: string; masked_name: string };
  }
}

export const letterContext = (id: string): string => `citizen-letters/${id}`;

export const SEALED_LETTER_WRITERS: SealedColumn = {
  table: 'citizen_letter_writers',
  row: 'letter_id',
  column: 'sealed',
  contextOf: letterContext,
};

/**
 * 到期清除 [SEC-25]: from the last thing that happened to a letter that is closed or was not accepted. The code opens it no more, and numbers that
 * tell who somebody is are covered in what he wrote
 * and in what was written of it.
 */
export const LETTER_SHELF: SealedShelf = {
  room: 'citizenLetters',
  files: 'citizen_letters',
  number: 'query_number',
  sealed: 'citizen_letter_writers',
  facts: 'citizen_letter_facts',
  key: 'letter_id',
  settled: ['closed', 'refused'] satisfies LetterState[],
  async also(tx, id) {
    const { title, body } = await tx
      .selectFrom('citizen_letters')
      .select(['title', 'body'])
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    const left = { code_digest: '', title: proposeMasked(title), body: proposeMasked(body) };
    await tx.updateTable('citizen_letters').set(left).where('id', '=', id).execute();
    const facts = await tx
      .selectFrom('citizen_letter_facts')
      .select(['n', 'detail'])
      .where('letter_id', '=', id)
      .execute();
    for (const { n, detail } of facts)
      await tx
        .updateTable('citizen_letter_facts')
        .set({ detail: withMasked(detail) })
        .where('letter_id', '=', id)
        .where('n', '=', n)
        .execute();
  },
};

/** 拟的答复, opinions and reasons may repeat what he wrote. */
function withMasked(detail: object): object {
  return Object.fromEntries(
    Object.entries(detail).map(([name, value]) => [name, typeof value === 'string' ? proposeMasked(value) : value]),
  );
}

type Row = Selectable<Database['citizen_letters']>;

export function toLetter(row: Row): CitizenLetter {
  return {
    id: row.id,
    agencyId: row.agency_id,
    queryNumber: row.query_number,
    kind: row.kind,
    title: row.title,
    body: row.body,
    mayPublish: row.may_publish,
    receivedOn: row.received_on,
    state: row.state,
    simple: row.simple,
    answeredOn: row.answered_on,
    published: row.published_on && {
      title: row.public_title ?? '',
      body: row.public_body ?? '',
      answer: row.public_answer ?? '',
      on: row.published_on,
    },
  };
}

/** What the acts change. */
export function changing({ agencyId, state, simple, answeredOn, published }: CitizenLetter) {
  return {
    agency_id: agencyId,
    state,
    simple,
    answered_on: answeredOn,
    public_title: published?.title ?? null,
    public_body: published?.body ?? null,
    public_answer: published?.answer ?? null,
    published_on: published?.on ?? null,
  };
}

export function toLetterFact(row: Selectable<Database['citizen_letter_facts']>): LetterFact {
  return factFrom(row);
}

export function fromLetterFact({ letter: { id, agencyId } }: LetterFile, fact: LetterFact) {
  return { letter_id: id, ...rowOfFact(agencyId, fact) };
}
