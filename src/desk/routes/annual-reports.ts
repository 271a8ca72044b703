/** 年度报告 (《条例》第四十九条、第五十条): the list, one report, and what is done to it. */
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import type { ReportCommand } from '../../annual-report/annual-report.ts';
import { latestReport } from '../../annual-report/store/reports.ts';
import { type House, perform } from '../../perform.ts';
import { isRefusal, type Refusal } from '../../statute/refusal.ts';
import { reportOnScreen } from '../annual-report/report-on-screen.ts';
import { NO_SUCH_REPORT, type ReportKey, reportLines, reportView } from '../annual-report/report-view.ts';
import { answer } from '../answer.ts';
import type { ReportAct } from '../contract.ts';
import type { DeskDeps } from '../desk.ts';
import { officerOf } from '../guard.ts';
import { enter, refuseAgency } from '../reach.ts';
import { ReportActSchema, ReportKeySchema } from '../schemas.ts';

export function annualReportRoutes(desk: FastifyInstance, { house }: DeskDeps): void {
  const typed = desk.withTypeProvider<TypeBoxTypeProvider>();

  desk.get('/api/reports', async (request, reply) => {
    const agencyIds = enter('reports', officerOf(request));
    return answer(isRefusal(agencyIds) ? agencyIds : await reportLines(house, agencyIds), request, reply);
  });

  typed.get('/api/reports/:agencyId/:year', { schema: { params: ReportKeySchema } }, async (request, reply) => {
    const officer = officerOf(request);
    const refusal = refuseAgency('reports', officer, request.params.agencyId);
    return answer(refusal ?? (await reportView(house, officer, request.params)), request, reply);
  });

  typed.post(
    '/api/reports/:agencyId/:year/acts',
    { schema: { params: ReportKeySchema, body: ReportActSchema } },
    async (request, reply) => {
      const officer = officerOf(request);
      const { params, body } = request;
      const refusal = refuseAgency('reports', officer, params.agencyId);
      if (refusal) return answer(refusal, request, reply);
      const { seen, ...act } = 'seen' in body ? body : { ...body, seen: undefined };
      const command = await commandOf(house, params, act);
      const done = isRefusal(command) ? command : await perform(house, reportOnScreen(seen), officer, command);
      if (isRefusal(done)) return answer(done, request, reply);
      return answer(await reportView(house, officer, params), request, reply);
    },
  );
}

/** An act is on the newest version there is; opening makes the first. */
async function commandOf(
  { db }: House,
  { agencyId, year }: ReportKey,
  act: WithoutSeen<ReportAct>,
): Promise<ReportCommand | Refusal> {
  if (act.verb === 'open') return { verb: 'open', agencyId, year };
  const report = await latestReport(db, agencyId, year);
  return report ? { ...act, reportId: report.id } : NO_SUCH_REPORT;
}

type WithoutSeen<Act> = Act extends unknown ? Omit<Act, 'seen'> : never;
