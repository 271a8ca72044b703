/** 申请列表, and the same as a sheet. */
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import { perform } from '../../perform.ts';
import { writeFilled } from '../../platform/papers/sheet.ts';
import { exportStairs } from '../../requests/store/export-list.ts';
import { listRequests, type RequestFilter } from '../../requests/store/lists.ts';
import { civilDateAt } from '../../statute/civil-date.ts';
import { isRefusal } from '../../statute/refusal.ts';
import { agencyNames } from '../agency-names.ts';
import { answer } from '../answer.ts';
import type { ExportQuery, RequestPage, RequestQuery } from '../contract.ts';
import type { DeskDeps } from '../desk.ts';
import { officerOf } from '../guard.ts';
import { enter, type Officer } from '../reach.ts';
import { listSheet } from '../requests/list-sheet.ts';
import { requestLineView } from '../requests/request-line-view.ts';
import { ExportQuerySchema, RequestQuerySchema } from '../schemas.ts';
import { sendFile, XLSX } from '../upload.ts';

const PAGE_SIZE = 20;

export function requestsRoute(desk: FastifyInstance, deps: DeskDeps): void {
  const typed = desk.withTypeProvider<TypeBoxTypeProvider>();
  typed.get('/api/requests', { schema: { querystring: RequestQuerySchema } }, async (request, reply) => {
    const agencies = enter('requests', officerOf(request));
    const page = isRefusal(agencies) ? agencies : await requestPage(request.query, agencies, deps);
    return answer(page, request, reply);
  });
  // It leaves a trace, so a page of somebody else's must not be able to ask for it.
  typed.post('/api/requests/export', { schema: { querystring: ExportQuerySchema } }, async (request, reply) => {
    const sheet = await sheetOf(request.query, officerOf(request), deps);
    if (isRefusal(sheet)) return answer(sheet, request, reply);
    return sendFile(reply, await writeFilled(sheet), XLSX, `${sheet.title}.xlsx`);
  });
}

async function requestPage(
  { page = 1, ...asked }: RequestQuery,
  agencies: readonly string[],
  { house }: DeskDeps,
): Promise<RequestPage> {
  const nameOf = await agencyNames(house.db);
  const { lines, total } = await listRequests(
    house.db,
    { ...filterFrom(asked, agencies), page: { number: page, size: PAGE_SIZE } },
    civilDateAt(house.now()),
    house.calendar(),
  );
  return { lines: lines.map((line) => requestLineView(line, nameOf)), total, pageSize: PAGE_SIZE };
}

async function sheetOf(asked: ExportQuery, officer: Officer, { house }: DeskDeps) {
  const agencies = enter('requests', officer);
  if (isRefusal(agencies)) return agencies;
  const nameOf = await agencyNames(house.db);
  const command = { verb: 'exportList', filter: filterFrom(asked, agencies) } as const;
  const found = await perform(house, exportStairs, officer, command);
  if (isRefusal(found)) return found;
  const lines = found.lines.map((line) => requestLineView(line, nameOf));
  return listSheet(lines, found.total, { by: officer.name, on: civilDateAt(house.now()) });
}

function filterFrom(
  { agencyId, state, light, text, sort = 'due' }: ExportQuery,
  agencies: readonly string[],
): Omit<RequestFilter, 'page'> {
  return {
    agencyIds: agencyId === undefined ? agencies : agencies.filter((id) => id === agencyId),
    ...(state && { states: [state] }),
    ...(light && { light }),
    ...(text && { text }),
    sort,
  };
}
