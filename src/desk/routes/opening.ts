/** 期初登记: documents in force and applications carried over from before the product, by form or by sheet. */
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { readSheet, writeTemplate } from '../../platform/papers/sheet.ts';
import type { Issue } from '../../statute/issue.ts';
import { isRefusal, type Refusal } from '../../statute/refusal.ts';
import { asCellIssue, asFieldIssue, type CellFault } from '../../statute/sheet.ts';
import { applicationsCarriedOver, type Balance, documentsInForce, type Fields } from '../annual-report/balances.ts';
import { openingView, refuseWithoutAgency } from '../annual-report/opening-view.ts';
import { answer, answerIssues } from '../answer.ts';
import { OpeningApplicationSchema, OpeningDocumentSchema } from '../calendar/county-schemas.ts';
import type { DeskDeps } from '../desk.ts';
import { officerOf } from '../guard.ts';
import { sendFile, takeUploads, uploadOf, XLSX } from '../upload.ts';

export function openingRoutes(desk: FastifyInstance, deps: DeskDeps): void {
  desk.register(async (scope) => {
    takeUploads(scope);
    const typed = scope.withTypeProvider<TypeBoxTypeProvider>();
    const [documents, applications] = [documentsInForce(deps), applicationsCarriedOver(deps)];

    scope.get('/api/opening', async (request, reply) =>
      answer(await openingView(deps, officerOf(request)), request, reply),
    );
    typed.post('/api/opening/documents', { schema: { body: OpeningDocumentSchema } }, async (request, reply) => {
      const { agencyId, ...fields } = request.body;
      return enterForm(documents, agencyId, fields, request, reply);
    });
    typed.post('/api/opening/applications', { schema: { body: OpeningApplicationSchema } }, async (request, reply) => {
      const { agencyId, applicant, ...fields } = request.body;
      return enterForm(applications, agencyId, { ...fields, ...applicant }, request, reply);
    });
    for (const balance of [documents, applications]) sheetRoutes(scope, deps, balance);
  });
}

async function enterForm(
  balance: Balance,
  agencyId: string,
  fields: Fields,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<unknown> {
  const officer = officerOf(request);
  const permission = balance.mayEnter(officer, agencyId);
  if (!permission.allowed) return answer(permission.refusal, request, reply);
  const faults = balance.check(fields, agencyId);
  if (faults.length > 0) {
    const issues = faults.map((fault) => asFieldIssue(fault, balance.pointerTo(fault.key), balance.rule));
    return answerIssues(issues, request, reply);
  }
  const { refused, handOn } = await balance.enter(officer, [fields], agencyId);
  return answer(refused[0]?.refusal ?? entered(1, balance, handOn), request, reply);
}

function sheetRoutes(desk: FastifyInstance, deps: DeskDeps, balance: Balance): void {
  desk.get(`/api/opening/${balance.name}/template`, async (request, reply) => {
    const refusal = await refuseWithoutAgency(deps, officerOf(request), balance);
    if (refusal) return answer(refusal, request, reply);
    return sendFile(reply, await writeTemplate(balance.term, balance.columns), XLSX, `${balance.term}模板.xlsx`);
  });

  desk.post(`/api/opening/${balance.name}/sheet`, async (request, reply) => {
    const officer = officerOf(request);
    const refusal = await refuseWithoutAgency(deps, officer, balance);
    if (refusal) return answer(refusal, request, reply);
    const uploaded = await uploadOf(request);
    if (isRefusal(uploaded)) return answer(uploaded, request, reply);
    const permission = balance.mayEnter(officer, uploaded.agencyId);
    if (!permission.allowed) return answer(permission.refusal, request, reply);
    const { lines, faults } = readSheet(uploaded.file, balance.columns);
    if (faults.length > 0) return answerIssues(faults.map(ofWholeFile), request, reply);
    const wrong = lines.flatMap(({ at, cells }) =>
      balance.check(cells, uploaded.agencyId).map((fault) => asCellIssue(fault, at, balance.columns, balance.rule)),
    );
    if (wrong.length > 0) return answerIssues(wrong, request, reply);
    const forms = lines.map(({ cells }) => cells);
    const { refused } = await balance.enter(officer, forms, uploaded.agencyId);
    if (refused.length === 0) return answer(entered(lines.length, balance, ''), request, reply);
    const issues = refused.map(({ index, refusal: why }) => ofLine(lines[index]!.at, why));
    return answerIssues(issues, request, reply);
  });
}

function entered(count: number, { measure }: Balance, handOn: string) {
  return { entered: count, says: `已登记 ${count} ${measure}。${handOn}` };
}

export function ofWholeFile({ says, advice }: Pick<CellFault, 'says' | 'advice'>): Issue {
  return { code: 'SHEET', severity: 'error', where: '整个文件', says, basis: '表格格式', advice };
}

function ofLine(at: number, { code, says, basis }: Refusal): Issue {
  const advice = '改好后重新上传，本次没有写入任何数据。';
  return { code, severity: 'error', where: `第 ${at} 行`, says, basis, advice };
}
