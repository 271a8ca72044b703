/** 比较收集的年报 [ANR-36, ANR-37]: years, agencies or regions beside each other, with a ranking where one is asked for, on the screen and as a sheet. */
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import { type CollectedReport, settledReport } from '../../annual-report/collect/collected-report.ts';
import { type Comparison, compareReports } from '../../annual-report/compare/compare-reports.ts';
import { comparisonPaper, printedValue } from '../../annual-report/compare/comparison-paper.ts';
import { type Ranking, rankOf } from '../../annual-report/compare/ranking.ts';
import { collectedReportsOf } from '../../annual-report/store/collected.ts';
import type { House } from '../../perform.ts';
import { paperXlsx } from '../../platform/papers/xlsx.ts';
import { isRefusal, type Refusal, refuse } from '../../statute/refusal.ts';
import { answer } from '../answer.ts';
import type { ComparisonQuery, ComparisonView } from '../contract.ts';
import type { DeskDeps } from '../desk.ts';
import { officerOf } from '../guard.ts';
import { enter, type Officer } from '../reach.ts';
import { ComparisonQuerySchema } from '../schemas.ts';
import { sendFile, XLSX } from '../upload.ts';

const schema = { querystring: ComparisonQuerySchema };

/** A table that a screen can show. */
const MOST = 60;

export function comparisonRoutes(desk: FastifyInstance, { house }: DeskDeps): void {
  const typed = desk.withTypeProvider<TypeBoxTypeProvider>();
  typed.get('/api/collected-reports/compare', { schema }, async (request, reply) => {
    const compared = await reportsCompared(house, officerOf(request), request.query);
    return answer(isRefusal(compared) ? compared : viewOf(compared), request, reply);
  });
  typed.get('/api/collected-reports/compare.xlsx', { schema }, async (request, reply) => {
    const compared = await reportsCompared(house, officerOf(request), request.query);
    if (isRefusal(compared)) return answer(compared, request, reply);
    const paper = comparisonPaper(compared.comparison, compared.ranking ? [compared.ranking] : []);
    return sendFile(reply, await paperXlsx(paper), XLSX, `${paper.title}.xlsx`);
  });
}

interface Compared {
  readonly comparison: Comparison;
  readonly reports: readonly CollectedReport[];
  readonly ranking: Ranking | null;
}

/** Only of the officer's own collection: an id from elsewhere is as one that is not there. */
async function reportsCompared(
  house: House,
  officer: Officer,
  { ids, rank }: ComparisonQuery,
): Promise<Compared | Refusal> {
  const agencies = enter('reports', officer);
  if (isRefusal(agencies)) return agencies;
  const asked = [...new Set(ids.split(',').filter((id) => id !== ''))];
  if (asked.length > MOST) return refuse('ANR-36', BASIS, `一次最多比较 ${MOST} 份年报，请分几次比较。`);
  const reports = (await collectedReportsOf(house.db, asked)).filter(({ agencyId }) => agencies.includes(agencyId));
  if (reports.length < 2) return refuse('ANR-36', BASIS, '请选两份以上还在收集里的年报比较。');
  // Years of one agency in their order; agencies as they were chosen.
  const units = new Set(reports.map(({ report }) => report.unit));
  const ordered = units.size > 1 ? reports : reports.toSorted((a, b) => (a.report.year ?? 0) - (b.report.year ?? 0));
  const comparison = compareReports(ordered.map((one) => ({ report: settledReport(one) })));
  const ranking = rank === undefined ? null : rankOf(comparison, rank);
  if (ranking === undefined) return refuse('ANR-37', BASIS, '没有这个指标，请从列出的指标里选。');
  return { comparison, reports: ordered, ranking };
}

const BASIS = '《条例》第五十条';

function viewOf({ comparison: { subjects, tables, cautions }, reports, ranking }: Compared): ComparisonView {
  return {
    subjects: subjects.map(({ label }, at) => ({
      label,
      path: `/collected-reports/${encodeURIComponent(reports[at]!.id)}`,
    })),
    tables: tables.map(({ key, title, measures }) => ({
      key,
      title,
      measures: measures.map((measure) => ({
        key: measure.key,
        term: measure.term,
        unit: measure.unit,
        values: measure.values.map((value) => ({ value: value.value, says: printedValue(value, measure.unit) })),
      })),
    })),
    cautions,
    ranking: ranking && rankingView(ranking),
  };
}

function rankingView({ measure, years, cautions }: Ranking): ComparisonView['ranking'] {
  return {
    term: measure.term,
    cautions,
    years: years.map(({ year, places, unranked }) => ({
      year,
      places: places.map(({ place, label, value, range }) => ({
        place,
        label,
        says:
          printedValue({ value }, measure.unit) +
          (range ? `（${range.map((bound) => bound.toFixed(0)).join('—')}）` : ''),
      })),
      unranked,
    })),
  };
}
