/** 统计, the files behind its figures, and the same as a sheet. */
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import { perform } from '../../perform.ts';
import { writeFilled } from '../../platform/papers/sheet.ts';
import { statisticsExportStairs } from '../../requests/store/export-statistics.ts';
import { countedFiles } from '../../requests/store/statistics.ts';
import { civilDateAt } from '../../statute/civil-date.ts';
import { isRefusal, type Refusal } from '../../statute/refusal.ts';
import { agencyNames } from '../agency-names.ts';
import { answer } from '../answer.ts';
import { YearSchema } from '../calendar/county-schemas.ts';
import type { CountedFilesView, StatisticsView } from '../contract/statistics.ts';
import type { DeskDeps } from '../desk.ts';
import { officerOf } from '../guard.ts';
import { enter, type Officer } from '../reach.ts';
import { type CountedQuery, CountedQuerySchema } from '../requests/statistics-query.ts';
import { countedFilesView, statisticsSheet, statisticsView } from '../requests/statistics-view.ts';
import { sendFile, XLSX } from '../upload.ts';

export function statisticsRoute(desk: FastifyInstance, deps: DeskDeps): void {
  const typed = desk.withTypeProvider<TypeBoxTypeProvider>();
  typed.get('/api/statistics', { schema: { querystring: YearSchema } }, async (request, reply) =>
    answer(await yearView(officerOf(request), request.query.year, deps), request, reply),
  );
  typed.get('/api/statistics/files', { schema: { querystring: CountedQuerySchema } }, async (request, reply) =>
    answer(await filesView(officerOf(request), request.query, deps), request, reply),
  );
  // It leaves a trace, so a page of somebody else's must not be able to ask for it.
  typed.post('/api/statistics/export', { schema: { querystring: YearSchema } }, async (request, reply) => {
    const sheet = await sheetOf(officerOf(request), request.query.year, deps);
    if (isRefusal(sheet)) return answer(sheet, request, reply);
    return sendFile(reply, await writeFilled(sheet), XLSX, `${sheet.title}.xlsx`);
  });
}

async function yearView(officer: Officer, year: number, { house }: DeskDeps): Promise<StatisticsView | Refusal> {
  const agencies = enter('requests', officer);
  if (isRefusal(agencies)) return agencies;
  const files = await countedFiles(house.db, agencies, year, civilDateAt(house.now()), house.calendar());
  return statisticsView(files, year, await agencyNames(house.db));
}

async function filesView(
  officer: Officer,
  { year, figure, by, key, page = 1 }: CountedQuery,
  { house }: DeskDeps,
): Promise<CountedFilesView | Refusal> {
  const agencies = enter('requests', officer);
  if (isRefusal(agencies)) return agencies;
  const files = await countedFiles(house.db, agencies, year, civilDateAt(house.now()), house.calendar());
  const line = by !== undefined && key !== undefined ? { line: { name: by, key } } : {};
  return countedFilesView(files, { year, figure, page, ...line }, await agencyNames(house.db), house);
}

async function sheetOf(officer: Officer, year: number, { house }: DeskDeps) {
  const agencyIds = enter('requests', officer);
  if (isRefusal(agencyIds)) return agencyIds;
  const command = { verb: 'exportStatistics', year, agencyIds } as const;
  const files = await perform(house, statisticsExportStairs, officer, command);
  if (isRefusal(files)) return files;
  const view = statisticsView(files, year, await agencyNames(house.db));
  return statisticsSheet(view, { by: officer.name, on: civilDateAt(house.now()) });
}
