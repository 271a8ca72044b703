/**
 * 表三 from the register. A file is new in the year it was received, a result in the year it was
 * closed (posted, signed for, or recorded as given up), and carried over while neither.
 */
import { type ExpressionBuilder, sql } from 'kysely';
import type { AgencyId } from '../../people/agency.ts';
import { anyOf, type Database, type Db } from '../../platform/database.ts';
import { type CivilDate, civilFromParts } from '../../statute/civil-date.ts';
import { APPLICANT_KIND_NAMES, APPLICANT_KINDS, type ApplicantKindName } from '../applicant-kinds.ts';
import { type HandedFile, rowsByHolder, rowsInCustody } from '../custody.ts';
import type { FactType } from '../facts.ts';
import type { RequestId } from '../info-request.ts';

/** By row code of the form (1, 2, 3.1 … 3.6.3, 4): six figures in the order of the form's columns; a missing row is zero. */
export type Table3Counts = Readonly<Record<string, readonly number[]>>;

/** [REQ-36] What was received in the year, and what was carried into it: two ranges of two indexes. */
export async function countTable3(db: Db, agencyIds: readonly AgencyId[], year: number): Promise<Table3Counts> {
  if (agencyIds.length === 0) return {};
  const { from, to } = yearOfReport(year);
  const files = (fresh: boolean) =>
    db
      .selectFrom('info_requests')
      .select([
        'applicant_kind',
        sql<boolean>`${sql.lit(fresh)}`.as('fresh'),
        sql<string | null>`case when closed_on <= ${to} then report_row end`.as('row'),
      ])
      .where('agency_id', '=', anyOf(agencyIds))
      .where((q) => q.or([q('closed_on', 'is', null), q('closed_on', '>=', from)]));
  const received = files(true).where('received_on', '>=', from).where('received_on', '<=', to);
  const carried = files(false).where('received_on', '<', from).where(CROSSES_A_YEAR);
  const groups = await db
    .selectFrom(received.unionAll(carried).as('r'))
    .select(['applicant_kind', 'fresh', 'row', (q) => q.fn.countAll<number>().as('n')])
    .groupBy(['applicant_kind', 'fresh', 'row'])
    .execute();
  const counts: Record<string, number[]> = {};
  const add = (row: string, kind: ApplicantKindName, n: number) => {
    counts[row] ??= APPLICANT_KIND_NAMES.map(() => 0);
    counts[row]![APPLICANT_KINDS[kind].column]! += n;
  };
  for (const { applicant_kind, fresh, row, n } of groups) {
    add(fresh ? '1' : '2', applicant_kind, n);
    add(row ?? '4', applicant_kind, n);
  }
  // [ORG-6] The few that were handed over were counted with who has them now: they count by the day instead.
  const within = new Set(agencyIds);
  for (const file of await handedFiles(db, agencyIds)) {
    for (const row of rowsByHolder(file, within, year)) add(row, file.applicantKind, -1);
    for (const row of rowsInCustody(file, within, year)) add(row, file.applicantKind, 1);
  }
  return counts;
}

/** [ORG-6] What parts of a whole report twice, since one handed it to another: it leaves one and comes to the other, and for the whole it did neither. */
export async function countedTwice(
  db: Db,
  parts: readonly (readonly AgencyId[])[],
  year: number,
): Promise<Table3Counts> {
  const whole = new Set(parts.flat());
  const counts: Record<string, number[]> = {};
  for (const file of await handedFiles(db, [...whole])) {
    const add = (rows: readonly string[], n: 1 | -1) => {
      for (const row of rows) {
        counts[row] ??= APPLICANT_KIND_NAMES.map(() => 0);
        counts[row]![APPLICANT_KINDS[file.applicantKind].column]! += n;
      }
    };
    for (const part of parts) add(rowsInCustody(file, new Set(part), year), 1);
    add(rowsInCustody(file, whole, year), -1);
  }
  return counts;
}

/** [ORG-6] How many open applications came to these agencies from others in the year. */
export async function countTakenOver(db: Db, agencyIds: readonly AgencyId[], year: number): Promise<number> {
  const within = new Set(agencyIds);
  const { from, to } = yearOfReport(year);
  return (await handedFiles(db, agencyIds)).filter(({ handed }) =>
    handed.some((move) => move.since >= from && move.since <= to && within.has(move.to) && !within.has(move.from)),
  ).length;
}

/** Applications that one of these agencies handed over, or got. */
export async function handedFiles(db: Db, agencyIds: readonly AgencyId[]): Promise<HandedFile[]> {
  const { rows } = await sql<HandedFile>`
    select r.id, r.applicant_kind as "applicantKind", r.received_on as "receivedOn", r.closed_on as "closedOn",
      r.report_row as "reportRow", r.agency_id as holder, jsonb_agg(f.detail order by f.n) as handed
    from request_facts f join info_requests r on r.id = f.request_id
    where f.type = 'handedOver' and f.request_id in (
      select own.request_id from request_facts own where own.type = 'handedOver'
        and (own.detail->>'from' = ${anyOf(agencyIds)} or own.detail->>'to' = ${anyOf(agencyIds)}))
    group by r.id`.execute(db);
  return rows;
}

/** As the index `info_requests_carried` says it: what was received before a year and not closed before it does. */
const CROSSES_A_YEAR = sql<boolean>`(closed_on is null or extract(year from closed_on) > extract(year from received_on))`;

/** Row and column of a figure of 表三; column 6 is 总计. */
export interface Table3Cell {
  readonly year: number;
  readonly row: string;
  readonly column: number;
}

/** Which files stand behind a figure: the same sentence as the count, for one cell. */
export function behindCell(q: ExpressionBuilder<Database, 'info_requests'>, { year, row, column }: Table3Cell) {
  const { from, to } = yearOfReport(year);
  const closedInYear = q.and([q('closed_on', '>=', from), q('closed_on', '<=', to), q('received_on', '<=', to)]);
  const notClosedBefore = q.or([q('closed_on', 'is', null), q('closed_on', '>=', from)]);
  const rows: Record<string, () => ReturnType<typeof q.and>> = {
    '1': () => q.and([q('received_on', '>=', from), q('received_on', '<=', to)]),
    '2': () => q.and([q('received_on', '<', from), notClosedBefore]),
    '3.7': () => closedInYear,
    '4': () => q.and([q('received_on', '<=', to), q.or([q('closed_on', 'is', null), q('closed_on', '>', to)])]),
  };
  const inRow = rows[row]?.() ?? q.and([closedInYear, q('report_row', '=', row)]);
  const kind = APPLICANT_KIND_NAMES.find((name) => APPLICANT_KINDS[name].column === column);
  return kind ? q.and([inRow, q('applicant_kind', '=', kind)]) : inRow;
}

/** 信息处理费 of the year: notices that were not withdrawn, and what was really paid less what of it went back. */
export async function countFees(
  db: Db,
  agencyIds: readonly AgencyId[],
  year: number,
): Promise<{ notices: number; collectedYuan: number }> {
  return feeFacts(db, agencyIds, year)
    .select(sql<number>`count(*) filter (where f.type = 'feeNoticed')`.as('notices'))
    .select(sql<number>`coalesce(sum(${COLLECTED}), 0)::bigint`.as('collectedYuan'))
    .executeTakeFirstOrThrow();
}

/** 数字背后的收费: the notices, or the payments and what of them went back, that `countFees` counts, in the order of their day. */
export async function feesBehind(
  db: Db,
  agencyIds: readonly AgencyId[],
  year: number,
  which: 'notices' | 'payments',
): Promise<{ requestId: RequestId; number: string; on: CivilDate; type: FactType; yuan: number }[]> {
  return feeFacts(db, agencyIds, year)
    .innerJoin('info_requests as r', 'r.id', 'f.request_id')
    .where('f.type', 'in', which === 'notices' ? ['feeNoticed'] : ['paid', 'refunded'])
    .select(['r.id as requestId', 'r.number', 'f.happened_on as on', 'f.type'])
    .select(which === 'notices' ? YUAN.as('yuan') : COLLECTED.as('yuan'))
    .orderBy('f.happened_on')
    .orderBy('f.request_id')
    .orderBy('f.n')
    .execute();
}

/** 信息处理费 by agency and month, for the report's figure of all fees: what was paid less what of it went back. Months without are left out. */
export async function feesByMonth(
  db: Db,
  agencyIds: readonly AgencyId[],
  year: number,
): Promise<{ agencyId: AgencyId; month: CivilDate; yuan: number }[]> {
  return feeFacts(db, agencyIds, year)
    .where('f.type', 'in', ['paid', 'refunded'])
    .select([
      'f.agency_id as agencyId',
      sql<CivilDate>`date_trunc('month', f.happened_on)::date`.as('month'),
      sql<number>`sum(${COLLECTED})::bigint`.as('yuan'),
    ])
    .groupBy(['f.agency_id', sql`2`])
    .having(sql`sum(${COLLECTED})`, '<>', 0)
    .execute();
}

const YUAN = sql<number>`coalesce((f.detail->>'yuan')::bigint, 0)`;

/** What it adds to what was collected: nothing for a notice, less than nothing for what went back. */
const COLLECTED = sql<number>`case f.type when 'paid' then ${YUAN} when 'refunded' then -${YUAN} else 0 end`;

/** Fee notices that stand, payments, and what of them went back, of the year in which they happened. */
function feeFacts(db: Db, agencyIds: readonly AgencyId[], year: number) {
  const { from, to } = yearOfReport(year);
  return (
    db
      .selectFrom('request_facts as f')
      .where('f.agency_id', 'in', agencyIds.length > 0 ? agencyIds : [''])
      .where('f.type', 'in', ['feeNoticed', 'paid', 'refunded'])
      // [FEE-11] What was never taken for a payment is none that goes back.
      .where(sql<boolean>`(f.type <> 'refunded' or f.detail->>'payment' is not null)`)
      .where('f.happened_on', '>=', from)
      .where('f.happened_on', '<=', to)
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('request_facts as w')
              .select('w.n')
              .whereRef('w.request_id', '=', 'f.request_id')
              .where('w.type', '=', 'feeNoticeWithdrawn')
              .where('f.type', '=', 'feeNoticed')
              .whereRef('w.n', '>', 'f.n'),
          ),
        ),
      )
  );
}

function yearOfReport(year: number): { from: CivilDate; to: CivilDate } {
  return { from: civilFromParts(year, 1, 1), to: civilFromParts(year, 12, 31) };
}
