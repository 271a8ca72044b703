/**
 * 编制 [ANR-2]: puts a year's records into the form. Totals are computed, never entered, so that 表三 cannot contradict
 * itself: 总计 is the sum of six columns, (七)总计 the sum of its results.
 */
import { wanYuan } from '../enforcement/decision-count.ts';
import { APPLICANT_COLUMNS, formatFor, resultRows } from './form.ts';
import type { ReportFigures, Table3Row } from './report.ts';
import type { Results, Stock, YearRecords } from './year-records.ts';

const KINDS = APPLICANT_COLUMNS.length - 1;

/** @param unit name of the agency as the title prints it */
export function compileFigures(unit: string, year: number, records: YearRecords): ReportFigures {
  const format = formatFor(year);
  const counted = (code: string): readonly number[] => records.applications[code] ?? Array<number>(KINDS).fill(0);
  const results = resultRows(format);
  const total = Array.from({ length: KINDS }, (_, i) => sum(results.map((row) => counted(row.code)[i] ?? 0)));
  const rows: Record<string, Table3Row> = {};
  for (const { code } of format.rows) rows[code] = withTotal(code === '3.7' ? total : counted(code));
  return {
    unit,
    year,
    format: format.name,
    table2: {
      regulations: stockOf(records.regulations),
      normativeDocuments: stockOf(records.normativeDocuments),
      licensing: records.decisions.licensing,
      punishment: records.decisions.punishment,
      coercion: records.decisions.coercion,
      feesWan: wanYuan(records.decisions.fee),
    },
    table3: { columns: APPLICANT_COLUMNS, rows },
    table4: {
      review: withTotal(records.review),
      directLitigation: withTotal(records.directLitigation),
      postReviewLitigation: withTotal(records.postReviewLitigation),
    },
  };
}

/** Only what the form asks for: the room that counts documents knows more. */
function stockOf({ made, repealed, valid }: Stock): Stock {
  return { made, repealed, valid };
}

function withTotal(parts: readonly number[] | Results): readonly number[] {
  return [...parts, sum(parts)];
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => a + b, 0);
}
