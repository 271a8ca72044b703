/** 核对年报: from what was pasted or uploaded to what was found, or to what is wrong with it; knows nothing of HTTP. */
import { checkReport } from '../annual-report/check/check-report.ts';
import type { Finding } from '../annual-report/check/finding.ts';
import { readReport } from '../annual-report/read/read-report.ts';
import type { Report } from '../annual-report/report.ts';
import { isRefusal } from '../statute/refusal.ts';
import type { FieldError } from './components/error-summary.tsx';
import type { ReportUpload, UploadedFile } from './report-upload.ts';

export interface CheckedReport {
  readonly report: Report;
  readonly previous: Report | undefined;
  readonly findings: readonly Finding[];
}

export interface Unreadable {
  readonly status: 413 | 415 | 422;
  readonly errors: readonly FieldError[];
}

const TOO_LARGE = '文件超过 5 MB。请只保存报告的正文和表格，不要带图片和附件。';

export function checkUpload({ fields, files }: ReportUpload): CheckedReport | Unreadable {
  const pasted = fields.text?.trim() ?? '';
  const file = files.report ?? (pasted === '' ? undefined : { name: '', bytes: Buffer.from(pasted) });
  if (!file) return unreadable(422, 'text', '没有要核对的内容。请粘贴年报的全文，或者选择保存好的网页、文本文件。');
  const report = read(file, files.report ? 'report' : 'text');
  if ('errors' in report) return report;
  const previous = files.previous && read(files.previous, 'previous');
  if (previous && 'errors' in previous) return previous;
  const findings = checkReport(report, { kind: 'read', ...(previous ? { previous } : {}) });
  return { report, previous, findings };
}

function read({ name, bytes }: UploadedFile, field: string): Report | Unreadable {
  if (!bytes) return unreadable(413, field, TOO_LARGE);
  const answer = readReport(bytes, name === '' ? {} : { fileName: name });
  if (!isRefusal(answer)) return answer;
  return unreadable(statusOf(answer.code), field, answer.says);
}

function statusOf(code: string): Unreadable['status'] {
  if (code === 'REPORT_TOO_LARGE' || code === 'REPORT_TOO_LONG') return 413;
  return ['REPORT_PDF', 'REPORT_OFFICE', 'REPORT_PICTURE'].includes(code) ? 415 : 422;
}

function unreadable(status: Unreadable['status'], field: string, says: string): Unreadable {
  return { status, errors: [{ field, says }] };
}
