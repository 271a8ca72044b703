/** 作为程序库: what `import … from 'gongkai'` gives; shapes, units and errors are told in docs/library.md. */
import { checkReport as check } from '../annual-report/check/check-report.ts';
import type { CheckOptions, Finding } from '../annual-report/check/finding.ts';
import { type Comparison, compareReports as compare } from '../annual-report/compare/compare-reports.ts';
import { type Ranking, rankOf } from '../annual-report/compare/ranking.ts';
import { compileFigures } from '../annual-report/compile.ts';
import { resolveText } from '../annual-report/live-figures.ts';
import type { ReadHints } from '../annual-report/read/read-report.ts';
import { withTableSections } from '../annual-report/render/printed-sections.ts';
import type { Report } from '../annual-report/report.ts';
import { REPORT_SCHEMA } from '../annual-report/report-schema.ts';
import { suggestNarrative } from '../annual-report/suggest-narrative.ts';
import type { YearRecords } from '../annual-report/year-records.ts';
import { faultInRecords, yearRecordsSchema } from '../annual-report/year-records-schema.ts';
import type { Refusal } from '../statute/refusal.ts';
import { readReportFile } from './report/report-file.ts';
import { REPORT_WRITERS, type ReportKind } from './report/report-writers.ts';

/**
 * 读取 [ANR-20, ANR-30]: a published report out of a web page, text, Markdown, DOCX, XLSX or PDF with text. Never rejects for what a
 * file holds: what cannot be read is a refusal, what cannot be decided a pointer in `undecided`.
 * @throws TypeError where it is given no bytes
 */
export async function readReport(bytes: Uint8Array, hints: ReadHints = {}): Promise<Report | Refusal> {
  if (!(bytes instanceof Uint8Array))
    throw new TypeError('readReport 的第一个参数应当是文件的内容（Uint8Array），例如 readFile 读出的。');
  return readReportFile(bytes, hints);
}

/** 核对 [ANR-10]: findings, the gravest first (国办公开办函〔2021〕30号). @throws TypeError where it is given no report */
export function checkReport(report: Report, options: CheckOptions = {}): readonly Finding[] {
  mustBeReport('checkReport', report);
  if (options.previous !== undefined) mustBeReport('checkReport 的 previous', options.previous);
  return check(report, options);
}

/**
 * 编制 [ANR-2]: the tables of a year and the sentences its records can tell; what only people know is left empty.
 * @param records counts of pieces; fees of 表二 in 分, 信息处理费 in 元 (`yearRecordsSchema`)
 * @throws RangeError before 2019, when no national format existed
 * @throws TypeError with the place, where the records are not as the schema says
 */
export function compileReport(unit: string, year: number, records: YearRecords): Report {
  if (typeof unit !== 'string' || unit.trim() === '' || !Number.isInteger(year))
    throw new TypeError('compileReport 的前两个参数应当是机关名称和年度（整数）。');
  const fault = faultInRecords(year, records);
  if (fault)
    throw new TypeError(`YearRecords 的“${fault.at}”不对（${fault.says}），格式见 yearRecordsSchema(${year})。`);
  const figures = compileFigures(unit, year, records);
  const narrative = suggestNarrative(year, records).map(({ heading, text }) => ({
    heading,
    text: resolveText(text, records, figures),
  }));
  return withTableSections({ ...figures, narrative, undecided: [] });
}

/**
 * 比较 [ANR-36]: reports beside each other, measure by measure; a share is in percent, fees in the unit of the measure.
 * @param options.workdays median workdays from receipt to reply, one for each report, where they are known: no form tells them
 */
export function compareReports(
  reports: readonly Report[],
  { workdays }: { readonly workdays?: readonly (number | null)[] } = {},
): Comparison {
  if (!Array.isArray(reports)) throw new TypeError('compareReports 的第一个参数应当是年度报告的数组。');
  for (const [at, report] of reports.entries()) mustBeReport(`compareReports 的第 ${at + 1} 份`, report);
  return compare(reports.map((report, at) => (workdays ? { report, workdays: workdays[at] ?? null } : { report })));
}

/** 排名 [ANR-37]: from more to less within a year; undefined where the comparison has no such measure. */
export function rankReports(comparison: Comparison, measure: string): Ranking | undefined {
  return rankOf(comparison, measure);
}

/** 另存 [ANR-34]: the report as a file in the official layout or as data; `readReport` gives back the same report. */
export function writeReport(report: Report, kind: ReportKind): Promise<Buffer> {
  if (!Object.hasOwn(REPORT_WRITERS, kind))
    throw new RangeError(`不会写“${kind}”，可以是 ${Object.keys(REPORT_WRITERS).join('、')}。`);
  mustBeReport('writeReport', report);
  return REPORT_WRITERS[kind](report);
}

/** What JavaScript lets through: a refusal that nobody looked at, or anything else. */
function mustBeReport(what: string, given: Partial<Report & Refusal> | null | undefined): void {
  if (given?.says !== undefined)
    throw new TypeError(`${what}：给的是读不了的原因（${given.says}），不是年度报告。先看 'says' in report。`);
  if (given?.table3?.rows === undefined || given.table4 === undefined || !Array.isArray(given.narrative))
    throw new TypeError(`${what}：应当是年度报告（readReport、compileReport 给出的 Report，格式见 reportSchema）。`);
}

/** The JSON Schema of a `Report` (国办公开办函〔2021〕30号, 〔2019〕60号). */
export const reportSchema: object = REPORT_SCHEMA;

/** The JSON Schema of the `YearRecords` of a year: every field with its unit. @throws RangeError before 2019 */
export { yearRecordsSchema };
