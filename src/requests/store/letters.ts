/** 文书的保存和调取: kept in the act that issues them, read as they were issued. */
import type { AgencyId } from '../../people/agency.ts';
import { listAgencies } from '../../people/store.ts';
import type { Db, Tx } from '../../platform/database.ts';
import type { CivilDate } from '../../statute/civil-date.ts';
import type { Paper } from '../../statute/paper.ts';
import type { RequestFact } from '../facts.ts';
import type { InfoRequest, RequestId } from '../info-request.ts';
import type { LetterKindName } from '../letters/kinds.ts';
import type { IssuedLetter, Letter, LetterOffice, LetterParticulars } from '../letters/letter.ts';

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
      kind: LetterKindName;
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
  if (letters.length === 0) return;
  await tx
    .insertInto('request_letters')
    .values(
      letters.map(({ kind, number, paper }) => ({
        request_id: request.id,
        n: fact.n,
        kind,
        agency_id: request.agencyId,
        number,
        issued_on: fact.on,
        paper,
      })),
    )
    .execute();
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

/** 发文机关 with what its letters say of it. */
export async function letterOffice(db: Db, agencyId: AgencyId): Promise<LetterOffice> {
  const agencies = await listAgencies(db);
  const byId = new Map(agencies.map((agency) => [agency.id, agency]));
  const agency = byId.get(agencyId);
  if (!agency) throw new Error(`no agency ${agencyId}`);
  let county = agency;
  while (county.kind !== 'county' && county.parentId !== null) county = byId.get(county.parentId)!;
  const particulars = await db
    .selectFrom('letter_particulars')
    .select('detail')
    .where('agency_id', '=', agencyId)
    .executeTakeFirst();
  const wordings = await db
    .selectFrom('letter_wordings')
    .distinctOn('kind')
    .select(['kind', 'wording'])
    .where('agency_id', '=', agencyId)
    .orderBy('kind')
    .orderBy('version', 'desc')
    .execute();
  return {
    name: agency.name,
    kind: agency.kind,
    contact: agency.contact,
    county: county.kind === 'county' ? county.name : null,
    particulars: particulars?.detail ?? {},
    wordings: Object.fromEntries(wordings.flatMap(({ kind, wording }) => (wording === null ? [] : [[kind, wording]]))),
  };
}
