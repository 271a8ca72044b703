/** 报送 (《条例》第四十九条、第五十条): figures handed to the government above, from a frozen report, by the form or by a sheet. */
import multipart from '@fastify/multipart';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import { compileFigures } from '../../annual-report/compile.ts';
import { refuseYear } from '../../annual-report/decide.ts';
import { NO_RECORDS } from '../../annual-report/hand-up/add-records.ts';
import { cellsOfSheet } from '../../annual-report/hand-up/figure-cells.ts';
import type { HandUpCommand } from '../../annual-report/hand-up/hand-up.ts';
import { permitHandingUp } from '../../annual-report/hand-up/permissions.ts';
import { MAX_BYTES } from '../../annual-report/read/refusals.ts';
import { reportPaper } from '../../annual-report/render/report-paper.ts';
import { handUpStairs } from '../../annual-report/store/hand-up-stairs.ts';
import { handUpsOf } from '../../annual-report/store/hand-ups.ts';
import { scopeOf } from '../../annual-report/store/year.ts';
import { permitInSome } from '../../people/actor.ts';
import { type House, perform } from '../../perform.ts';
import { paperXlsx } from '../../platform/papers/xlsx.ts';
import { civilDateAt } from '../../statute/civil-date.ts';
import { isRefusal, type Refusal, refuse } from '../../statute/refusal.ts';
import { HandUpActSchema } from '../annual-report/hand-up-schemas.ts';
import { handUpView } from '../annual-report/hand-up-view.ts';
import { NO_SUCH_REPORT, type ReportKey } from '../annual-report/report-view.ts';
import { answer } from '../answer.ts';
import type { HandUpAct, SheetCells } from '../contract.ts';
import type { DeskDeps } from '../desk.ts';
import { officerOf } from '../guard.ts';
import { refuseAgency } from '../reach.ts';
import { ReportKeySchema } from '../schemas.ts';
import { sendFile, XLSX } from '../upload.ts';

const schema = { params: ReportKeySchema };

export function handUpRoutes(desk: FastifyInstance, deps: DeskDeps): void {
  const { house } = deps;
  const typed = desk.withTypeProvider<TypeBoxTypeProvider>();

  typed.get('/api/hand-ups/:agencyId/:year', { schema }, async (request, reply) => {
    const officer = officerOf(request);
    const refusal = refuseAgency('reports', officer, request.params.agencyId);
    return answer(refusal ?? (await handUpView(house, officer, request.params)), request, reply);
  });

  typed.post(
    '/api/hand-ups/:agencyId/:year/acts',
    { schema: { ...schema, body: HandUpActSchema } },
    async (request, reply) => {
      const { params, body } = request;
      const officer = officerOf(request);
      const refusal = refuseAgency('reports', officer, params.agencyId);
      if (refusal) return answer(refusal, request, reply);
      const command = await commandOf(house, params, body);
      const done = isRefusal(command) ? command : await perform(house, handUpStairs, officer, command);
      return answer(isRefusal(done) ? done : await handUpView(house, officer, params), request, reply);
    },
  );

  typed.get('/api/hand-ups/:agencyId/:year/form.xlsx', { schema }, async (request, reply) => {
    const refusal = refuseAgency('reports', officerOf(request), request.params.agencyId);
    const sheet = refusal ?? (await blankSheet(house, request.params));
    if (isRefusal(sheet)) return answer(sheet, request, reply);
    return sendFile(reply, sheet, XLSX, `${request.params.year}年报数表.xlsx`);
  });

  desk.register(async (uploads) => {
    uploads.register(multipart, { limits: { fileSize: MAX_BYTES, files: 1, fields: 0, parts: 1, headerPairs: 20 } });
    uploads
      .withTypeProvider<TypeBoxTypeProvider>()
      .post('/api/hand-ups/:agencyId/:year/figures', { schema }, async (request, reply) => {
        const { agencyId, year } = request.params;
        const officer = officerOf(request);
        const refusal = refuseAgency('reports', officer, agencyId);
        if (refusal) return answer(refusal, request, reply);
        const permission = permitInSome(officer, (as) => permitHandingUp(as, agencyId));
        if (!permission.allowed) return answer(permission.refusal, request, reply);
        const sent = request.isMultipart() ? await request.file() : undefined;
        if (sent?.fieldname !== 'file') return answer(NO_FILE, request, reply);
        const scope = await scopeOf(house.db, agencyId);
        if (!scope || refuseYear(year, civilDateAt(house.now()))) return answer(NO_SUCH_REPORT, request, reply);
        const file = { name: sent.filename.slice(-200), bytes: await sent.toBuffer() };
        return answer(await cellsIn(deps, file, scope.agency.name, year), request, reply);
      });
  });
}

/** Acts on a version of this agency and year alone: an id from elsewhere is not found. */
async function commandOf(
  { db }: House,
  { agencyId, year }: ReportKey,
  act: HandUpAct,
): Promise<HandUpCommand | Refusal> {
  if (!('handUpId' in act)) return { ...act, agencyId, year };
  const versions = await handUpsOf(db, agencyId, year);
  return versions.some(({ id }) => id === act.handUpId) ? act : NO_SUCH_REPORT;
}

async function blankSheet({ db, now }: House, { agencyId, year }: ReportKey): Promise<Buffer | Refusal> {
  const scope = await scopeOf(db, agencyId);
  if (!scope || refuseYear(year, civilDateAt(now()))) return NO_SUCH_REPORT;
  const figures = compileFigures(scope.agency.name, year, NO_RECORDS);
  return paperXlsx(reportPaper({ ...figures, narrative: [], undecided: [] }));
}

/** Read within the limits of everything that is handed in, and kept nowhere: a person looks through it and hands it up. */
async function cellsIn(
  { examineReports }: DeskDeps,
  report: { readonly name: string; readonly bytes: Buffer },
  agency: string,
  year: number,
): Promise<SheetCells | Refusal> {
  const { examined } = await examineReports({ report });
  const [one, ...more] = examined;
  if (!one || more.length > 0) return ONE_FILE;
  if ('refused' in one) return one.refused;
  const cells = cellsOfSheet(one.report, agency, year);
  return isRefusal(cells) ? cells : { cells, unit: one.report.unit };
}

const NO_FILE = refuse('NO_FILE', '接口约定', '没有收到文件。请选择一份填好的报数表（Excel、Word 或者 PDF）上传。');
const ONE_FILE = refuse('ANR-46', '《条例》第五十条', '一次只能上传一个单位的一份报数表，请不要上传压缩包。');
