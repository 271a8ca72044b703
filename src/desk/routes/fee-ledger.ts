/** 信息处理费台账 [FEE-15] by agency and year, and the same as a sheet. */
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import { type Static, Type } from 'typebox';
import type { AgencyId } from '../../people/agency.ts';
import { perform } from '../../perform.ts';
import { type FilledSheet, writeFilled } from '../../platform/papers/sheet.ts';
import { type FeeEntry, sumOf } from '../../requests/fees/fee-ledger.ts';
import { FEE_READERS } from '../../requests/permissions.ts';
import { feeExportStairs, feeLedger } from '../../requests/store/fee-ledger.ts';
import { civilDateAt } from '../../statute/civil-date.ts';
import { isRefusal, type Refusal, refuse } from '../../statute/refusal.ts';
import { type AgencyNames, agencyNames } from '../agency-names.ts';
import { answer } from '../answer.ts';
import { YearSchema } from '../calendar/county-schemas.ts';
import type { FeeLedgerView } from '../contract/fees.ts';
import type { DeskDeps } from '../desk.ts';
import { officerOf } from '../guard.ts';
import { agenciesIn, enterWith, type Officer } from '../reach.ts';
import { sendFile, XLSX } from '../upload.ts';

const FeeLedgerQuerySchema = Type.Object(
  { ...YearSchema.properties, agencyId: Type.Optional(Type.String({ maxLength: 100 })) },
  { additionalProperties: false },
);
export type FeeLedgerQuery = Static<typeof FeeLedgerQuerySchema>;

export function feeLedgerRoute(desk: FastifyInstance, deps: DeskDeps): void {
  const typed = desk.withTypeProvider<TypeBoxTypeProvider>();
  const schema = { querystring: FeeLedgerQuerySchema };
  typed.get('/api/fees', { schema }, async (request, reply) =>
    answer(await ledgerView(officerOf(request), request.query, deps), request, reply),
  );
  // It leaves a trace, so a page of somebody else's must not be able to ask for it.
  typed.post('/api/fees/export', { schema }, async (request, reply) => {
    const sheet = await sheetOf(officerOf(request), request.query, deps);
    if (isRefusal(sheet)) return answer(sheet, request, reply);
    return sendFile(reply, await writeFilled(sheet), XLSX, `${sheet.title}.xlsx`);
  });
}

/** The agencies that are asked for, of those the officer reads. */
function agenciesAsked(officer: Officer, agencyId: string | undefined): readonly AgencyId[] | Refusal {
  const agencies = enterWith(FEE_READERS, officer);
  if (isRefusal(agencies) || agencyId === undefined) return agencies;
  return agencies.includes(agencyId)
    ? [agencyId]
    : refuse('NOT_YOUR_AGENCY', '岗位权限', '这个机关不在你的岗位范围内。需要查看的，请找安全管理员。');
}

async function ledgerView(
  officer: Officer,
  { year, agencyId }: FeeLedgerQuery,
  { house }: DeskDeps,
): Promise<FeeLedgerView | Refusal> {
  const agencies = agenciesAsked(officer, agencyId);
  if (isRefusal(agencies)) return agencies;
  const entries = await feeLedger(house.db, agencies, year);
  return viewOf(entries, year, await agencyNames(house.db), agenciesIn('requests', officer));
}

function viewOf(
  entries: readonly FeeEntry[],
  year: number,
  nameOf: AgencyNames,
  opened: readonly AgencyId[],
): FeeLedgerView {
  const names = [...new Set(entries.map((entry) => entry.agencyId))];
  return {
    year,
    agencies: names
      .map((name) => ({ name, term: nameOf(name), ...sumOf(entries.filter((entry) => entry.agencyId === name)) }))
      .sort((a, b) => a.term.localeCompare(b.term, 'zh')),
    total: sumOf(entries),
    entries: entries.map(({ agencyId, adds, ...entry }) => ({
      ...entry,
      agency: nameOf(agencyId),
      opens: opened.includes(agencyId),
    })),
  };
}

async function sheetOf(
  officer: Officer,
  { year, agencyId }: FeeLedgerQuery,
  { house }: DeskDeps,
): Promise<FilledSheet | Refusal> {
  const agencyIds = agenciesAsked(officer, agencyId);
  if (isRefusal(agencyIds)) return agencyIds;
  const entries = await perform(house, feeExportStairs, officer, { verb: 'exportFees', year, agencyIds });
  if (isRefusal(entries)) return entries;
  const nameOf = await agencyNames(house.db);
  const total = sumOf(entries);
  return {
    title: `${year}年信息处理费台账`,
    heads: ['日期', '机关', '登记号', '事项', '通知金额（元）', '缴费（元）', '退费（元）', '文号、票据号', '说明'],
    lines: [
      ...entries.map((entry) => [
        entry.on,
        nameOf(entry.agencyId),
        entry.number,
        entry.what,
        entry.what === '收费通知' ? entry.yuan : null,
        entry.what === '缴费' ? entry.yuan : null,
        entry.what === '退费' ? entry.yuan : null,
        entry.paper,
        entry.note,
      ]),
      [null, null, null, '合计', total.noticedYuan, total.paidYuan, total.refundedYuan, null, '不计入的没有相加'],
    ],
    notes: [
      `收费通知 ${total.notices} 件，实际收取 ${total.collectedYuan} 元（缴费减去退费），与年度报告同一口径。`,
      `${officer.name}于 ${civilDateAt(house.now())} 导出，导出已经留痕。`,
    ],
  };
}
