/** 另存年报: a report as a file of each kind that can be read back [ANR-34]. */
import { reportCsv } from '../../annual-report/render/report-csv.ts';
import { reportJson } from '../../annual-report/render/report-json.ts';
import { reportPaper } from '../../annual-report/render/report-paper.ts';
import type { Report } from '../../annual-report/report.ts';
import { PAPER_KINDS } from './write-paper.ts';

export type ReportKind = 'docx' | 'pdf' | 'xlsx' | 'json' | 'csv';

export const REPORT_WRITERS: Readonly<Record<ReportKind, (report: Report) => Promise<Buffer>>> = {
  docx: (report) => PAPER_KINDS['.docx'](reportPaper(report)),
  pdf: (report) => PAPER_KINDS['.pdf'](reportPaper(report)),
  xlsx: (report) => PAPER_KINDS['.xlsx'](reportPaper(report)),
  json: async (report) => Buffer.from(reportJson(report)),
  csv: async (report) => Buffer.from(reportCsv(report)),
};
