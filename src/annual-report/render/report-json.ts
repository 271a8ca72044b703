/** 年度报告 as JSON [ANR-34]: figures, prose and what could not be settled, in the order of the schema (`report-schema.ts`). */
import type { Report } from '../report.ts';

export function reportJson(report: Report): string {
  const { unit, year, format, table2, table3, table4, glued, misprints, narrative, undecided } = report;
  const beside = { ...(glued ? { glued } : {}), ...(misprints ? { misprints } : {}) };
  const written = { unit, year, format, table2, table3, table4, ...beside, narrative, undecided };
  return `${JSON.stringify(written, null, 2)}\n`;
}
