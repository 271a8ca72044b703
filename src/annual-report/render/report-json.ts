/** 年度报告 as JSON [ANR-34]: figures, prose and what could not be settled, in the order of the schema (`report-schema.ts`). */
import type { Report } from '../report.ts';

export function reportJson(report: Report): string {
  const { unit, year, format, table2, table3, table4, glued, narrative, undecided } = report;
  const written = { unit, year, format, table2, table3, table4, ...(glued ? { glued } : {}), narrative, undecided };
  return `${JSON.stringify(written, null, 2)}\n`;
}
