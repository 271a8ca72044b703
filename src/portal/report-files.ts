/**
 * 年报的下载 [ANR-35]: the same report as DOCX, PDF and XLSX in the official layout, as JSON and CSV for whoever reckons with it. What costs
 * work is made once for each version, however many ask at the same time.
 */
import { reportCsv } from '../annual-report/render/report-csv.ts';
import { reportJson } from '../annual-report/render/report-json.ts';
import { reportPaper } from '../annual-report/render/report-paper.ts';
import { keptPapers } from './kept-papers.ts';
import type { PortalDeps } from './portal.ts';
import type { ShownReport } from './published-report.ts';

/** Those in the official layout. */
export type PaperKind = 'docx' | 'pdf' | 'xlsx';

interface ReportDownload {
  readonly term: string;
  readonly type: string;
}

export const REPORT_DOWNLOADS = {
  docx: {
    term: 'Word 文档（DOCX）',
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  },
  pdf: { term: 'PDF 文档', type: 'application/pdf' },
  xlsx: {
    term: 'Excel 表格（XLSX）',
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  },
  json: { term: '机器可读的数据（JSON）', type: 'application/json; charset=utf-8' },
  csv: { term: '每个数一行（CSV）', type: 'text/csv; charset=utf-8' },
} as const satisfies Record<string, ReportDownload>;

export type ReportDownloadKind = keyof typeof REPORT_DOWNLOADS;

/** Files of a few years in every layout; the oldest gives way. */
const KEPT = 30;

export type ReportFiles = (kind: ReportDownloadKind, shown: ShownReport) => Promise<Buffer | string>;

export function reportFiles({ paperFile }: Pick<PortalDeps, 'paperFile'>): ReportFiles {
  const kept = keptPapers(KEPT);
  return async (kind, shown) => {
    if (kind === 'json') return reportJson(shown.report);
    if (kind === 'csv') return reportCsv(shown.report);
    return kept(`${shown.id} ${kind}`, () => paperFile(kind, reportPaper(shown.report, shown.title, shown.correction)));
  };
}
