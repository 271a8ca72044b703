/** 数字背后的记录: a figure under the pointer shows where it comes from and opens its records. */
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import { refuseYear } from '../../annual-report/decide.ts';
import { sourceOf } from '../../annual-report/figure-source.ts';
import { printedFigure } from '../../annual-report/printed-figure.ts';
import { type BehindRecord, recordsBehind } from '../../annual-report/store/behind.ts';
import { latestReport } from '../../annual-report/store/reports.ts';
import { scopeOf } from '../../annual-report/store/year.ts';
import { listAgencies } from '../../people/store.ts';
import type { House } from '../../perform.ts';
import { civilDateAt } from '../../statute/civil-date.ts';
import { type Refusal, refuse } from '../../statute/refusal.ts';
import { NO_SUCH_REPORT, type ReportKey } from '../annual-report/report-view.ts';
import { answer } from '../answer.ts';
import type { BehindQuery, BehindView } from '../contract.ts';
import type { DeskDeps } from '../desk.ts';
import { officerOf } from '../guard.ts';
import { refuseAgency } from '../reach.ts';
import { BehindQuerySchema, ReportKeySchema } from '../schemas.ts';

const PAGE_SIZE = 20;

export function behindFigureRoute(desk: FastifyInstance, { house }: DeskDeps): void {
  desk
    .withTypeProvider<TypeBoxTypeProvider>()
    .get(
      '/api/reports/:agencyId/:year/behind',
      { schema: { params: ReportKeySchema, querystring: BehindQuerySchema } },
      async (request, reply) => {
        const refusal = refuseAgency('reports', officerOf(request), request.params.agencyId);
        return answer(refusal ?? (await behindView(house, request.params, request.query)), request, reply);
      },
    );
}

async function behindView(
  house: House,
  { agencyId, year }: ReportKey,
  { figure, page = 1 }: BehindQuery,
): Promise<BehindView | Refusal> {
  const today = civilDateAt(house.now());
  const scope = await scopeOf(house.db, agencyId);
  if (!scope || refuseYear(year, today)) return NO_SUCH_REPORT;
  const source = sourceOf(figure, year);
  if (!source)
    return refuse('NO_SUCH_FIGURE', '年度报告格式', '这一年的报告里没有这个数。请从报告的表格或者正文里点开。');
  const asked = { number: page, size: PAGE_SIZE };
  const day = { today, calendar: house.calendar() };
  const { records, total, sum, agencies, twice } = await recordsBehind(house.db, scope, year, source, asked, day);
  const { term, says, basis } = source;
  const names = new Map((await listAgencies(house.db)).map(({ id, name }) => [id, name]));
  return {
    term,
    says,
    basis,
    figure: sum,
    printed: await printedIn(house, { agencyId, year }, figure, source.cell),
    agencies: agencies.map(({ agencyId: id, figure: part, enteredWhy, recorded }) => ({
      agency: id === agencyId ? `${names.get(id) ?? ''}本级` : (names.get(id) ?? ''),
      figure: part,
      enteredWhy,
      recorded,
      path: id === agencyId ? null : `/reports/${encodeURIComponent(id)}/${year}`,
    })),
    twice,
    records: records.map(recordView),
    total,
    pageSize: PAGE_SIZE,
  };
}

async function printedIn(
  { db }: House,
  { agencyId, year }: ReportKey,
  figure: string,
  cell: string | undefined,
): Promise<BehindView['printed']> {
  const report = await latestReport(db, agencyId, year);
  const printed = report && printedFigure(report, figure, cell);
  return printed === null || !report?.frozenAt ? null : { figure: printed, on: civilDateAt(report.frozenAt) };
}

function recordView({
  title,
  note,
  on,
  amount,
  requestId,
  documentId,
  accountId,
  path,
}: BehindRecord): BehindView['records'][number] {
  return {
    title,
    note,
    on,
    amount,
    path:
      path ??
      (accountId
        ? `/media-accounts/${encodeURIComponent(accountId)}?year=${on.slice(0, 4)}`
        : pathOf(requestId, documentId, title)),
  };
}

/** Where the console shows it: the file of an application; a document in the list of publications; a post on the page of its account. */
function pathOf(requestId: string | null, documentId: string | null, title: string): string | null {
  if (requestId) return `/requests/${encodeURIComponent(requestId)}`;
  return documentId ? `/publications?title=${encodeURIComponent(title)}` : null;
}
