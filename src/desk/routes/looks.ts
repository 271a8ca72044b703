/** 查阅记录: of one file, and for the auditor of all files in his reach. */
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import { actorsOfKind, type EntryFilter, entriesOf, entriesOfKind } from '../../ledger/store.ts';
import { listOfficers } from '../../people/store/officers.ts';
import { namesOfOfficers } from '../../people/store.ts';
import { perform } from '../../perform.ts';
import { writeFilled } from '../../platform/papers/sheet.ts';
import { LOOK, permitLooks } from '../../requests/looks.ts';
import { exportLooksStairs } from '../../requests/store/export-looks.ts';
import { findRequest } from '../../requests/store/files.ts';
import { addDays, civil, civilDateAt } from '../../statute/civil-date.ts';
import { isRefusal, type Refusal } from '../../statute/refusal.ts';
import { agencyNames, agencyTerms } from '../agency-names.ts';
import { answer } from '../answer.ts';
import type { LookLine, LookPage } from '../contract/looks.ts';
import type { DeskDeps } from '../desk.ts';
import { officerOf } from '../guard.ts';
import { logStairs } from '../people/log-stairs.ts';
import { logCsv } from '../people/log-view.ts';
import { lookLines, lookSheet } from '../people/looks-view.ts';
import { enter, type Officer } from '../reach.ts';
import { NO_SUCH_FILE } from '../requests/request-file-view.ts';
import { IdSchema, type LookExportQuery, LookExportQuerySchema, type LookQuery, LookQuerySchema } from '../schemas.ts';
import { sendFile, XLSX } from '../upload.ts';

const PAGE_SIZE = 50;

export function lookRoutes(desk: FastifyInstance, deps: DeskDeps): void {
  const typed = desk.withTypeProvider<TypeBoxTypeProvider>();
  typed.get('/api/requests/:id/looks', { schema: { params: IdSchema } }, async (request, reply) =>
    answer(await looksOf(request.params.id, officerOf(request), deps), request, reply),
  );
  typed.get('/api/looks', { schema: { querystring: LookQuerySchema } }, async (request, reply) =>
    answer(await lookPage(request.query, officerOf(request), deps), request, reply),
  );
  // It leaves a trace, so a page of somebody else's must not be able to ask for it.
  typed.post('/api/looks/export', { schema: { querystring: LookExportQuerySchema } }, async (request, reply) => {
    const sheet = await sheetOf(request.query, officerOf(request), deps);
    if (isRefusal(sheet)) return answer(sheet, request, reply);
    return sendFile(reply, await writeFilled(sheet), XLSX, `${sheet.title}.xlsx`);
  });
  typed.post('/api/log/export', { schema: { querystring: LookExportQuerySchema } }, async (request, reply) => {
    const csv = await logOf(request.query, officerOf(request), deps);
    if (isRefusal(csv)) return answer(csv, request, reply);
    return sendFile(reply, csv, 'text/csv; charset=utf-8', `操作日志 ${civilDateAt(deps.house.now())}.csv`);
  });
}

/** 操作日志: every act in the auditor's reach, narrowed as the looks are. */
async function logOf(asked: LookExportQuery, officer: Officer, { house }: DeskDeps): Promise<string | Refusal> {
  const agencies = enter('looks', officer);
  if (isRefusal(agencies)) return agencies;
  const command = { verb: 'exportLog', filter: filterFrom(asked, agencies) } as const;
  const found = await perform(house, logStairs, officer, command);
  return isRefusal(found) ? found : logCsv(house.db, found);
}

async function looksOf(id: string, officer: Officer, { house }: DeskDeps): Promise<LookLine[] | Refusal> {
  const agencies = enter('requests', officer);
  if (isRefusal(agencies)) return agencies;
  const known = await findRequest(house.db, id);
  if (!known || !agencies.includes(known.agencyId)) return NO_SUCH_FILE;
  const permission = permitLooks(officer, known.agencyId);
  if (!permission.allowed) return permission.refusal;
  const entries = await entriesOf(house.db, LOOK.room, id);
  return lookLines(house.db, entries.filter(({ verb }) => verb === LOOK.verb).reverse());
}

async function lookPage(
  { page = 1, ...asked }: LookQuery,
  officer: Officer,
  { house }: DeskDeps,
): Promise<LookPage | Refusal> {
  const agencies = enter('looks', officer);
  if (isRefusal(agencies)) return agencies;
  const { entries, total } = await entriesOfKind(house.db, LOOK, filterFrom(asked, agencies), {
    number: page,
    size: PAGE_SIZE,
  });
  // Whoever looked, and whoever may have done anything else that the log tells of.
  const theirs = (await listOfficers(house.db, agencies)).map(({ id }) => id);
  const names = await namesOfOfficers(house.db, [...(await actorsOfKind(house.db, LOOK, agencies)), ...theirs]);
  return {
    lines: await lookLines(house.db, entries),
    total,
    pageSize: PAGE_SIZE,
    officers: [...names].map(([name, term]) => ({ name, term })).sort((a, b) => a.term.localeCompare(b.term, 'zh')),
    agencies: agencyTerms(agencies, await agencyNames(house.db)),
  };
}

async function sheetOf(asked: LookExportQuery, officer: Officer, { house }: DeskDeps) {
  const agencies = enter('looks', officer);
  if (isRefusal(agencies)) return agencies;
  const command = { verb: 'exportLooks', filter: filterFrom(asked, agencies) } as const;
  const found = await perform(house, exportLooksStairs, officer, command);
  if (isRefusal(found)) return found;
  const taken = { by: officer.name, on: civilDateAt(house.now()) };
  return lookSheet(await lookLines(house.db, found.entries), found.total, taken);
}

function filterFrom({ agencyId, officerId, from, to }: LookExportQuery, agencies: readonly string[]): EntryFilter {
  return {
    agencyIds: agencyId === undefined ? agencies : agencies.filter((id) => id === agencyId),
    ...(officerId && { actorId: officerId }),
    ...(from && { from: midnightOf(from) }),
    ...(to && { before: midnightOf(addDays(civil(to), 1)) }),
  };
}

/** The first moment of a day in Beijing. */
function midnightOf(day: string): Date {
  return new Date(`${day}T00:00:00+08:00`);
}
