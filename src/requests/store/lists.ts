/** 办件列表: rows for the console, and the files behind a figure of the report. Identity appears masked only. */
import type { AgencyId } from '../../people/agency.ts';
import { anyOf, type Db } from '../../platform/database.ts';
import type { CivilDate } from '../../statute/civil-date.ts';
import { isRefusal, type Refusal } from '../../statute/refusal.ts';
import type { Light } from '../../statute/reply-clock/reckoning.ts';
import type { WorkCalendar } from '../../statute/work-calendar.ts';
import { workdaysBetween } from '../../statute/workdays.ts';
import { isBehind } from '../custody.ts';
import { tryClock } from '../deadlines.ts';
import type { RequestFact } from '../facts.ts';
import type { InfoRequest, RequestId } from '../info-request.ts';
import { type NextStep, nextStep } from '../next-step.ts';
import { redoClock } from '../redo.ts';
import { mostSimilar } from '../similar.ts';
import type { RequestState } from '../states.ts';
import { behindCell, handedFiles, type Table3Cell } from './figures.ts';
import { type RequestRow, toFact, toRequest } from './tables.ts';

export interface RequestLine extends InfoRequest {
  readonly maskedName: string;
  readonly dueOn: CivilDate | null;
  readonly light: Light;
  /** 超期: answered late, or not answered and the day has passed. */
  readonly late: boolean;
  /** Workdays after today up to the due day, negative once it has passed; null when no day runs. */
  readonly workdaysLeft: number | null;
  /** Why no clock can be read: somebody changed the record outside the product. One such file must not hide the others. */
  readonly problem: Refusal | null;
  /** Null once it is archived, and while no clock can be read. */
  readonly step: NextStep | null;
}

export interface RequestFilter {
  readonly agencyIds: readonly AgencyId[];
  readonly states?: readonly RequestState[];
  /** Of files that are open. */
  readonly light?: Exclude<Light, 'done'>;
  /** Part of the number, of what is wanted, or of the masked name. */
  readonly text?: string;
  /** `due`: the most urgent first, files without a day last. */
  readonly sort: 'due' | 'newest';
  readonly page: Page;
}

/** Pages are numbered from 1. */
export interface Page {
  readonly number: number;
  readonly size: number;
}

export interface Lines {
  readonly lines: readonly RequestLine[];
  readonly total: number;
}

export async function listRequests(
  db: Db,
  { agencyIds, states, light, text, sort, page }: RequestFilter,
  today: CivilDate,
  calendar: WorkCalendar,
): Promise<Lines> {
  if (agencyIds.length === 0) return NONE;
  let found = joined(db).where('r.agency_id', 'in', agencyIds);
  if (states) found = found.where('r.state', 'in', states);
  const part = text?.trim();
  if (part) {
    const pattern = `%${part.replace(/[\\%_]/g, '\\$&')}%`;
    found = found.where((q) =>
      q.or([q('r.number', 'ilike', pattern), q('r.wanted', 'ilike', pattern), q('a.masked_name', 'ilike', pattern)]),
    );
  }
  if (!light) return pageOf(db, found, sort, page, today, calendar);
  // A light is computed when it is read, so it is looked for among the open files, which are never many.
  const running = found.where((q) => q.or([q('r.closed_on', 'is', null), q('r.due_on', 'is not', null)]));
  const open = await sorted(running, sort).execute();
  const lit = (await linesOf(db, open, today, calendar)).filter((line) => line.light === light);
  const start = (page.number - 1) * page.size;
  return { lines: lit.slice(start, start + page.size), total: lit.length };
}

/** 数字背后的申请: the files that a figure of 表三 counts. */
export async function listBehindCell(
  db: Db,
  agencyIds: readonly AgencyId[],
  cell: Table3Cell,
  page: Page,
  today: CivilDate,
  calendar: WorkCalendar,
): Promise<Lines> {
  if (agencyIds.length === 0) return NONE;
  // [ORG-6] What was handed over counts by the day, not with who has it now.
  const [within, handed] = [new Set(agencyIds), await handedFiles(db, agencyIds)];
  const [moved, behind] = [handed, handed.filter((file) => isBehind(file, within, cell))].map((files) =>
    files.map(({ id }) => id),
  ) as [string[], string[]];
  const found = joined(db).where('r.id', 'in', (q) =>
    q
      .selectFrom('info_requests')
      .select('id')
      .where((e) =>
        e.or([
          e.and([e('agency_id', 'in', agencyIds), behindCell(e, cell), e.not(e('id', '=', anyOf(moved)))]),
          e('id', '=', anyOf(behind)),
        ]),
      ),
  );
  return pageOf(db, found, 'newest', page, today, calendar);
}

/** Files by their ids, in that order. */
export async function listByIds(
  db: Db,
  ids: readonly RequestId[],
  today: CivilDate,
  calendar: WorkCalendar,
): Promise<readonly RequestLine[]> {
  if (ids.length === 0) return [];
  const rows = await joined(db).where('r.id', 'in', ids).selectAll('r').select('a.masked_name').execute();
  const lines = new Map((await linesOf(db, rows, today, calendar)).map((line) => [line.id, line]));
  return ids.flatMap((id) => lines.get(id) ?? []);
}

/** 同一申请人的其他申请 at the same agency, newest first: what a repeated application and the fee by count are judged by. */
export async function listBySameApplicant(
  db: Db,
  id: RequestId,
  today: CivilDate,
  calendar: WorkCalendar,
): Promise<readonly RequestLine[]> {
  const found = joined(db)
    .where('r.id', '<>', id)
    .where('r.id', 'in', (q) =>
      q
        .selectFrom('applicants as own')
        .innerJoin('applicants as same', (join) =>
          join.onRef('same.agency_id', '=', 'own.agency_id').onRef('same.key_digest', '=', 'own.key_digest'),
        )
        .select('same.request_id')
        .where('own.request_id', '=', id),
    );
  return (await pageOf(db, found, 'newest', { number: 1, size: 100 }, today, calendar)).lines;
}

/** Earlier applications that are compared; older ones were judged under another practice. */
const COMPARED_AT_MOST = 2_000;
const SIMILAR_AT_MOST = 5;

/** 相似的申请 [REQ-105]: closed ones of the same agency by other applicants, the nearest first. */
export async function listSimilar(
  db: Db,
  { id, agencyId, wanted }: Pick<InfoRequest, 'id' | 'agencyId' | 'wanted'>,
  except: ReadonlySet<RequestId>,
  today: CivilDate,
  calendar: WorkCalendar,
): Promise<readonly RequestLine[]> {
  const closed = await db
    .selectFrom('info_requests')
    .select(['id', 'wanted'])
    .where('agency_id', '=', agencyId)
    .where('id', '<>', id)
    .where('outcome', 'is not', null)
    .orderBy('arrived_on', 'desc')
    .orderBy('id')
    .limit(COMPARED_AT_MOST)
    .execute();
  const others = closed.filter((one) => !except.has(one.id));
  return listByIds(db, mostSimilar(wanted, others, SIMILAR_AT_MOST), today, calendar);
}

const NONE: Lines = { lines: [], total: 0 };

function joined(db: Db) {
  return db.selectFrom('info_requests as r').leftJoin('applicants as a', 'a.request_id', 'r.id');
}

type Joined = ReturnType<typeof joined>;

function sorted(found: Joined, sort: RequestFilter['sort']) {
  const first = sort === 'due' ? found.orderBy('r.due_on', (order) => order.asc().nullsLast()) : found;
  return first.orderBy('r.arrived_on', 'desc').orderBy('r.id', 'desc').selectAll('r').select('a.masked_name');
}

async function pageOf(
  db: Db,
  found: Joined,
  sort: RequestFilter['sort'],
  { number, size }: Page,
  today: CivilDate,
  calendar: WorkCalendar,
): Promise<Lines> {
  const rows = await sorted(found, sort)
    .limit(size)
    .offset((number - 1) * size)
    .execute();
  const { total } = await found.select((q) => q.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  return { lines: await linesOf(db, rows, today, calendar), total };
}

async function linesOf(
  db: Db,
  rows: readonly (RequestRow & { masked_name: string | null })[],
  today: CivilDate,
  calendar: WorkCalendar,
): Promise<RequestLine[]> {
  const facts = await factsByFile(
    db,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => lineOf(row, facts.get(row.id) ?? [], today, calendar));
}

export function lineOf(
  row: RequestRow & { masked_name: string | null },
  facts: readonly RequestFact[],
  today: CivilDate,
  calendar: WorkCalendar,
): RequestLine {
  const request = toRequest(row);
  const clock = tryClock({ request, facts }, today, calendar);
  const redo = isRefusal(clock) ? null : redoClock(facts, today, calendar);
  const { due, light, late } = isRefusal(clock) ? NO_CLOCK : (redo ?? clock);
  return {
    ...request,
    maskedName: row.masked_name ?? ERASED,
    dueOn: due,
    // What was withdrawn before it was received never had a clock, and waits for none.
    light: request.closedOn === null || redo ? light : 'done',
    late,
    workdaysLeft: due && workdaysBetween(today, due, calendar),
    problem: isRefusal(clock) ? clock : null,
    step: isRefusal(clock) ? null : nextStep({ request, facts }, today, calendar),
  };
}

const NO_CLOCK = { due: null, light: 'paused', late: false } as const;

/** Stands where an identity was erased. */
const ERASED = '（已删除）';

export async function factsByFile(db: Db, ids: readonly RequestId[]): Promise<Map<RequestId, RequestFact[]>> {
  const byFile = new Map<RequestId, RequestFact[]>();
  if (ids.length === 0) return byFile;
  const rows = await db.selectFrom('request_facts').selectAll().where('request_id', 'in', ids).orderBy('n').execute();
  for (const row of rows) byFile.set(row.request_id, [...(byFile.get(row.request_id) ?? []), toFact(row)]);
  return byFile;
}
