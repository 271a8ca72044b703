/** 处理决定数量和收费金额: seen month by month, and read in from a CSV that is taken whole or not at all [ENF-2]. */
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import { readCounts } from '../../enforcement/read-counts.ts';
import { REGISTER_KIND_NAMES, REGISTER_KINDS, type RegisterKindName } from '../../enforcement/register-kinds.ts';
import { differingMonths, enforcementStairs, monthsCounted, registerOf } from '../../enforcement/store/counts.ts';
import type { AgencyId } from '../../people/agency.ts';
import { listAgencies } from '../../people/store.ts';
import { perform } from '../../perform.ts';
import type { Db } from '../../platform/database.ts';
import { decodeText } from '../../platform/papers/plain-text.ts';
import { isRefusal } from '../../statute/refusal.ts';
import { COUNTS, refuseWithoutAgency } from '../annual-report/opening-view.ts';
import { answer, answerIssues } from '../answer.ts';
import { YearSchema } from '../calendar/county-schemas.ts';
import type { DecisionCountsView } from '../contract.ts';
import type { DeskDeps } from '../desk.ts';
import { officerOf } from '../guard.ts';
import { enter } from '../reach.ts';
import { sendFile, takeUploads, uploadOf } from '../upload.ts';
import { ofWholeFile } from './opening.ts';

const EXAMPLE = [
  ['类别', '月份', '数量或金额', '收费项目'],
  ['行政许可', '2024-01', '12', ''],
  ['行政事业性收费', '2024-01', '340.50', '不动产登记费'],
];
/** With its mark, so that a spreadsheet opens it as UTF-8. */
const TEMPLATE = `\uFEFF${EXAMPLE.map((line) => line.join(',')).join('\r\n')}\r\n`;

export function decisionCountRoutes(desk: FastifyInstance, { house }: DeskDeps): void {
  desk.register(async (scope) => {
    takeUploads(scope);
    const typed = scope.withTypeProvider<TypeBoxTypeProvider>();

    typed.get('/api/decision-counts', { schema: { querystring: YearSchema } }, async (request, reply) => {
      const agencyIds = enter('reports', officerOf(request));
      const { year } = request.query;
      return answer(isRefusal(agencyIds) ? agencyIds : await countsView(house.db, agencyIds, year), request, reply);
    });

    scope.get('/api/decision-counts/template', async (request, reply) => {
      const refusal = await refuseWithoutAgency({ house }, officerOf(request), COUNTS);
      if (refusal) return answer(refusal, request, reply);
      return sendFile(reply, TEMPLATE, 'text/csv; charset=utf-8', '处理决定数量模板.csv');
    });

    scope.post('/api/decision-counts/sheet', async (request, reply) => {
      const officer = officerOf(request);
      const refusal = await refuseWithoutAgency({ house }, officer, COUNTS);
      if (refusal) return answer(refusal, request, reply);
      const uploaded = await uploadOf(request);
      if (isRefusal(uploaded)) return answer(uploaded, request, reply);
      const { agencyId, file } = uploaded;
      const permission = COUNTS.mayEnter(officer, agencyId);
      if (!permission.allowed) return answer(permission.refusal, request, reply);
      const text = decodeText(file);
      if (text === undefined) return answerIssues([ofWholeFile(NO_TEXT)], request, reply);
      const { counts, issues } = readCounts(text);
      if (issues.length > 0) return answerIssues(issues, request, reply);
      const done = await perform(house, enforcementStairs, officer, { verb: 'recordCounts', agencyId, counts });
      if (isRefusal(done)) return answer(done, request, reply);
      const says = `已登记 ${counts.length} 个月份的数量。同一类别、同一月份重新登记的，以这一次为准。`;
      return answer({ entered: counts.length, says }, request, reply);
    });
  });
}

const NO_TEXT = {
  says: '这不是一份 CSV 表格。',
  advice: '请从电子表格另存为“CSV UTF-8”再上传，本次没有写入任何数据。',
};

async function countsView(db: Db, agencyIds: readonly AgencyId[], year: number): Promise<DecisionCountsView> {
  const agencies = new Map((await listAgencies(db)).map(({ id, name }) => [id, name]));
  const months = await monthsCounted(db, agencyIds, year);
  const differing = await differingMonths(db, agencyIds, year);
  const byKind = REGISTER_KIND_NAMES.flatMap((name) => months.filter(({ kind }) => kind === name));
  const lines = byKind.map(({ agencyId, kind, charge, month, amount }) => {
    const other = differing.find(
      (one) => one.agencyId === agencyId && one.kind === kind && one.charge === charge && one.month === month,
    );
    return {
      agency: agencies.get(agencyId) ?? '',
      kind: REGISTER_KINDS[kind].term,
      charge,
      month: month.slice(0, 7),
      amount: withUnit(kind, amount),
      registered: other ? `${registerOf(kind)} ${withUnit(kind, other.registered)}` : null,
    };
  });
  return { year, lines };
}

function withUnit(kind: RegisterKindName, amount: number): string {
  return kind === 'fee' ? `${(amount / 100).toFixed(2)} 元` : `${amount} 件`;
}
