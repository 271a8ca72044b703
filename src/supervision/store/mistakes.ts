/** 找错留言的存取. Whoever left a contact stands sealed in a table of its own. */
import { type Selectable, sql } from 'kysely';
import type { AgencyId } from '../../people/agency.ts';
import type { Database, Db } from '../../platform/database.ts';
import type { KeyRing } from '../../platform/key-file.ts';
import type { SealedColumn } from '../../platform/sealed-column.ts';
import { type CivilDate, civilFromParts } from '../../statute/civil-date.ts';
import { type MistakeReport, type MistakeState, type MistakeVerdict, reachIn } from '../mistakes/mistake.ts';

declare module '../../platform/database.ts' {
  interface Database {
    mistake_reports: {
      id: string;
      agency_id: string;
      query_number: string;
      code_digest: string;
      form_hash: string;
      page: string;
      wrong: string;
      says: string;
      received_on: CivilDate;
      state: MistakeState;
      ticket_id: string | null;
      finding_id: string | null;
      verdict: MistakeVerdict | null;
      answer: string;
      answered_on: CivilDate | null;
      answered_by: string | null;
    };
    mistake_reporters: { report_id: string; agency_id: string; sealed: string; has_contact: boolean };
  }
}

export const mistakeContext = (id: string): string => `mistake-reports/${id}`;

export const SEALED_MISTAKE_REPORTERS: SealedColumn = {
  table: 'mistake_reporters',
  row: 'report_id',
  column: 'sealed',
  contextOf: mistakeContext,
};

export interface ReporterSealed {
  readonly contact: string;
  readonly code: string;
}

/**
 * 怎样告诉留言的人 [SUP-67], opened only to send: whoever writes one address and one number, with words around them, is understood; of two addresses
 * nobody can tell which is his.
 */
export async function reachOfReporter(
  db: Db,
  id: string,
  keys: Pick<KeyRing, 'open'>,
): Promise<{ readonly email: string; readonly phone: string } | undefined> {
  const row = await db
    .selectFrom('mistake_reporters')
    .select('sealed')
    .where('report_id', '=', id)
    .where('has_contact', '=', true)
    .executeTakeFirst();
  if (!row) return undefined;
  return reachIn((JSON.parse(keys.open(row.sealed, mistakeContext(id))) as ReporterSealed).contact);
}

export async function findMistake(db: Db, id: string, lock = false): Promise<MistakeReport | undefined> {
  const row = await db
    .selectFrom('mistake_reports')
    .selectAll()
    .where('id', '=', id)
    .$if(lock, (q) => q.forUpdate())
    .executeTakeFirst();
  return row && mistakeFrom(row);
}

/** 查询: by number and the digest of the code; a wrong pair finds nothing, and says no more. */
export async function trackMistake(
  db: Db,
  queryNumber: string,
  codeDigest: string,
): Promise<MistakeReport | undefined> {
  const row = await db
    .selectFrom('mistake_reports')
    .selectAll()
    .where('query_number', '=', queryNumber)
    .where('code_digest', '=', codeDigest)
    .executeTakeFirst();
  return row && mistakeFrom(row);
}

/** What waits first, the longest waiting on top; then the newest. */
export async function listMistakes(
  db: Db,
  agencyIds: readonly AgencyId[],
  page: { readonly number: number; readonly size: number },
  which: 'open' | 'all',
): Promise<{ lines: MistakeReport[]; total: number }> {
  if (agencyIds.length === 0) return { lines: [], total: 0 };
  const found = db
    .selectFrom('mistake_reports')
    .where('agency_id', 'in', agencyIds)
    .$if(which === 'open', (q) => q.where('state', '<>', 'answered'));
  const { n } = await found.select((q) => q.fn.countAll<number>().as('n')).executeTakeFirstOrThrow();
  const rows = await found
    .selectAll()
    .orderBy((q) => q.case().when('state', '=', 'answered').then(1).else(0).end())
    .orderBy((q) => q.case().when('state', '=', 'answered').then(null).else(q.ref('received_on')).end())
    .orderBy('received_on', 'desc')
    .orderBy('id')
    .limit(page.size)
    .offset((page.number - 1) * page.size)
    .execute();
  return { lines: rows.map(mistakeFrom), total: Number(n) };
}

export async function hasContact(db: Db, id: string): Promise<boolean> {
  const row = await db
    .selectFrom('mistake_reporters')
    .select('has_contact')
    .where('report_id', '=', id)
    .executeTakeFirst();
  return row?.has_contact ?? false;
}

export interface MistakeFigures {
  readonly received: number;
  readonly answered: number;
  /** Of those received in it: not answered yet though the month is over, or answered after it. */
  readonly late: number;
  readonly open: number;
}

/** 一年的找错留言 [SUP-65], by the day they came. */
export function mistakeFigures(
  db: Db,
  agencyIds: readonly AgencyId[],
  year: number,
  today: CivilDate,
): Promise<MistakeFigures> {
  return mistakesBetween(db, agencyIds, civilFromParts(year, 1, 1), civilFromParts(year, 12, 31), today);
}

/** Those that came within a period, both ends included, as they stand today. */
export async function mistakesBetween(
  db: Db,
  agencyIds: readonly AgencyId[],
  first: CivilDate,
  last: CivilDate,
  today: CivilDate,
): Promise<MistakeFigures> {
  if (agencyIds.length === 0) return { received: 0, answered: 0, late: 0, open: 0 };
  return db
    .selectFrom('mistake_reports')
    .where('agency_id', 'in', agencyIds)
    .where('received_on', '>=', first)
    .where('received_on', '<=', last)
    .select([
      sql<number>`count(*)::int`.as('received'),
      sql<number>`(count(*) filter (where answered_on is not null))::int`.as('answered'),
      sql<number>`(count(*) filter (where answered_on is null))::int`.as('open'),
      sql<number>`(count(*) filter (where coalesce(answered_on, ${today}::date) > received_on + interval '1 month'))::int`.as(
        'late',
      ),
    ])
    .executeTakeFirstOrThrow();
}

function mistakeFrom(row: Selectable<Database['mistake_reports']>): MistakeReport {
  return {
    id: row.id,
    agencyId: row.agency_id,
    queryNumber: row.query_number,
    page: row.page,
    wrong: row.wrong,
    says: row.says,
    receivedOn: row.received_on,
    state: row.state,
    ticketId: row.ticket_id,
    findingId: row.finding_id,
    verdict: row.verdict,
    answer: row.answer,
    answeredOn: row.answered_on,
    answeredBy: row.answered_by,
  };
}
