/** 文书的保存和调取: kept in the act that issues them, read as they were issued. */
import { sql } from 'kysely';
import type { AgencyId } from '../../people/agency.ts';
import { listAgencies } from '../../people/store.ts';
import type { Db, Tx } from '../../platform/database.ts';
import type { CivilDate } from '../../statute/civil-date.ts';
import type { Paper } from '../../statute/paper.ts';
import type { RequestFact } from '../facts.ts';
import type { InfoRequest, RequestId } from '../info-request.ts';
import type { LetterKindName } from '../letters/kinds.ts';
import type { AdaptableName, IssuedLetter, Letter, LetterOffice, LetterParticulars } from '../letters/letter.ts';

declare module '../../platform/database.ts' {
  interface Database {
    request_letters: {
      request_id: string;
      n: number;
      kind: LetterKindName;
      agency_id: string;
      number: string | null;
      issued_on: CivilDate;
      paper: Paper;
    };
    letter_particulars: { agency_id: string; detail: LetterParticulars };
    letter_wordings: {
      agency_id: string;
      kind: AdaptableName;
      version: number;
      wording: string | null;
      adopted_by: string;
      adopted_at: Date;
    };
  }
}

export async function keepLetters(
  tx: Tx,
  request: InfoRequest,
  fact: RequestFact,
  letters: readonly Letter[],
): Promise<void> {
  if (letters.length > 0) await writeLetters(tx, request, fact, letters).execute();
}

/** @param letters at least one */
export function writeLetters(tx: Tx, request: InfoRequest, fact: RequestFact, letters: readonly Letter[]) {
  return tx.insertInto('request_letters').values(
    letters.map(({ kind, number, paper }) => ({
      request_id: request.id,
      n: fact.n,
      kind,
      agency_id: request.agencyId,
      number,
      issued_on: fact.on,
      paper,
    })),
  );
}

/** A letter of a file; undefined when that fact issued none of the kind. Who may read it is asked by the face. */
export async function findLetter(
  db: Db,
  requestId: RequestId,
  n: number,
  kind: LetterKindName,
): Promise<IssuedLetter | undefined> {
  const row = await lettersOf(db, requestId).where('n', '=', n).where('kind', '=', kind).executeTakeFirst();
  return row && toLetter(row);
}

/** All letters of a file in the order they were issued. */
export async function listLetters(db: Db, requestId: RequestId): Promise<IssuedLetter[]> {
  return (await lettersOf(db, requestId).orderBy('n').orderBy('kind').execute()).map(toLetter);
}

function lettersOf(db: Db, requestId: RequestId) {
  return db
    .selectFrom('request_letters')
    .select(['n', 'kind', 'number', 'issued_on', 'paper'])
    .where('request_id', '=', requestId);
}

interface LetterRow {
  readonly n: number;
  readonly kind: LetterKindName;
  readonly number: string | null;
  readonly issued_on: CivilDate;
  readonly paper: Paper;
}

function toLetter({ n, kind, number, issued_on, paper }: LetterRow): IssuedLetter {
  return { n, kind, number, issuedOn: issued_on, paper };
}

/** 发文机关 as the store finds it. */
export interface FoundOffice extends LetterOffice {
  /** 机关代字, or the name of an agency that has none. */
  readonly mark: string;
}

/** 发文机关 with what its letters say of it; undefined when there is no such agency. */
export async function letterOffice(db: Db, agencyId: AgencyId): Promise<FoundOffice | undefined> {
  const agencies = await listAgencies(db);
  const byId = new Map(agencies.map((agency) => [agency.id, agency]));
  const agency = byId.get(agencyId);
  if (!agency) return undefined;
  let county = agency;
  while (county.kind !== 'county' && county.parentId !== null) county = byId.get(county.parentId)!;
  const own = await db
    .selectFrom('agencies as a')
    .leftJoin('letter_particulars as p', 'p.agency_id', 'a.id')
    .leftJoin('agency_marks as m', 'm.agency_id', 'a.id')
    .select(['p.detail', 'm.mark', wordingsOf(agencyId).as('wordings')])
    .where('a.id', '=', agencyId)
    .executeTakeFirst();
  return {
    name: agency.name,
    kind: agency.kind,
    contact: agency.contact,
    county: county.kind === 'county' ? county.name : null,
    mark: own?.mark ?? agency.name,
    particulars: own?.detail ?? {},
    wordings: own?.wordings ?? {},
  };
}

/** The wording in force of every kind, where the agency has adopted one: by kind. */
function wordingsOf(agencyId: AgencyId) {
  return sql<LetterOffice['wordings'] | null>`(
    select jsonb_object_agg(kind, wording) filter (where wording is not null)
    from (select distinct on (kind) kind, wording from letter_wordings where agency_id = ${agencyId} order by kind, version desc) as newest
  )`;
}
