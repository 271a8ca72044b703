/** 监测和整改 (《条例》第四十六条): the sites watched, the tickets, what is done on one, and the month as a sheet. */
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import { perform } from '../../perform.ts';
import { paperDocx } from '../../platform/papers/docx.ts';
import { writeFilled } from '../../platform/papers/sheet.ts';
import { civilDateAt } from '../../statute/civil-date.ts';
import { isRefusal, type Refusal, refuse } from '../../statute/refusal.ts';
import { siteStairs, ticketStairs } from '../../supervision/store/stairs.ts';
import { agencyNames } from '../agency-names.ts';
import { answer } from '../answer.ts';
import type { TicketView } from '../contract/findings.ts';
import type { DeskDeps } from '../desk.ts';
import { officerOf } from '../guard.ts';
import { enter, type Officer, refuseAgency } from '../reach.ts';
import { IdSchema, PageQuerySchema } from '../schemas.ts';
import {
  MonthQuerySchema,
  NewSiteSchema,
  QuarterQuerySchema,
  type TicketActSent,
  TicketActSentSchema,
} from '../supervision/finding-schemas.ts';
import { findingsPage, seenOf, ticketFor, ticketView } from '../supervision/finding-view.ts';
import { monthPaper } from '../supervision/month-report.ts';
import { monthSheet } from '../supervision/month-sheet.ts';
import { quarterPaper, quarterReport, quarterSheet } from '../supervision/quarter-report.ts';
import { DOCX, sendFile, XLSX } from '../upload.ts';

export function findingRoutes(desk: FastifyInstance, deps: DeskDeps): void {
  const typed = desk.withTypeProvider<TypeBoxTypeProvider>();
  const { house } = deps;
  typed.get('/api/findings', { schema: { querystring: PageQuerySchema } }, async (request, reply) =>
    answer(await findingsPage(officerOf(request), request.query.page ?? 1, house), request, reply),
  );
  typed.post('/api/watched-sites', { schema: { body: NewSiteSchema } }, async (request, reply) => {
    const officer = officerOf(request);
    const closed = refuseAgency('findings', officer, request.body.agencyId);
    if (closed) return answer(closed, request, reply);
    const listed = await perform(house, siteStairs, officer, { verb: 'listSite', ...request.body });
    return answer(isRefusal(listed) ? listed : await findingsPage(officer, 1, house), request, reply);
  });
  typed.get('/api/tickets/:id', { schema: { params: IdSchema } }, async (request, reply) =>
    answer(await ticketView(officerOf(request), request.params.id, house), request, reply),
  );
  typed.post(
    '/api/tickets/:id/acts',
    { schema: { params: IdSchema, body: TicketActSentSchema } },
    async (request, reply) =>
      answer(await act(request.params.id, request.body, officerOf(request), deps), request, reply),
  );
  typed.post('/api/findings/export', { schema: { querystring: MonthQuerySchema } }, async (request, reply) => {
    const agencies = enter('findings', officerOf(request));
    if (isRefusal(agencies)) return answer(agencies, request, reply);
    const sheet = await monthSheet(
      house.db,
      agencies,
      request.query.month,
      await agencyNames(house.db),
      civilDateAt(house.now()),
    );
    return sendFile(reply, await writeFilled(sheet), XLSX, `${sheet.title}.xlsx`);
  });
  typed.post('/api/findings/month', { schema: { querystring: MonthQuerySchema } }, async (request, reply) => {
    const agencies = enter('findings', officerOf(request));
    if (isRefusal(agencies)) return answer(agencies, request, reply);
    const paper = await monthPaper(house, agencies, request.query.month);
    return sendFile(reply, await paperDocx(paper), DOCX, `${paper.title}.docx`);
  });
  typed.post('/api/findings/quarter', { schema: { querystring: QuarterQuerySchema } }, async (request, reply) => {
    const agencies = enter('findings', officerOf(request));
    if (isRefusal(agencies)) return answer(agencies, request, reply);
    const report = await quarterReport(house, agencies, request.query.quarter);
    if (request.query.format === 'xlsx') {
      const sheet = quarterSheet(report);
      return sendFile(reply, await writeFilled(sheet), XLSX, `${sheet.title}.xlsx`);
    }
    const paper = quarterPaper(report, civilDateAt(house.now()));
    return sendFile(reply, await paperDocx(paper), DOCX, `${paper.title}.docx`);
  });
}

/** 以所见为准 [SEC-8]: what has moved on since it was shown is not acted on. */
async function act(
  id: string,
  { seen, act: sent }: TicketActSent,
  officer: Officer,
  { house }: DeskDeps,
): Promise<TicketView | Refusal> {
  const found = await ticketFor(officer, id, house);
  if (isRefusal(found)) return found;
  const onScreen: typeof ticketStairs = {
    ...ticketStairs,
    async load(tx, command, scene) {
      const loaded = await ticketStairs.load(tx, command, scene);
      return isRefusal(loaded) || seenOf(loaded) === seen ? loaded : STALE;
    },
  };
  const done = await perform(house, onScreen, officer, { ...sent, ticketId: id });
  return isRefusal(done) ? done : ticketView(officer, id, house);
}

const STALE = refuse(
  'STALE',
  '《条例》第四十六条',
  '你打开这个页面以后，整改单有了变化，这一步没有办理。请刷新页面，看过再定。',
);
