/** 核对年报: from what was pasted or uploaded to what was found, or to what is wrong with it; knows nothing of HTTP. */
import type { Examination, Examined, HandedFile, HandedIn } from '../annual-report/check/examination.ts';
import type { Report } from '../annual-report/report.ts';
import { isRefusal } from '../statute/refusal.ts';
import type { FieldError } from './components/error-summary.tsx';
import type { ReportUpload, UploadedFile } from './report-upload.ts';

export interface CheckedReport extends Examined {
  readonly previous: Report | undefined;
}

/** Every report of an archive. */
export interface CheckedArchive extends Pick<Examination, 'examined' | 'left'> {
  readonly archive: true;
  readonly name: string;
  readonly previous: Report | undefined;
}

export interface Unreadable {
  readonly status: 413 | 415 | 422;
  readonly errors: readonly FieldError[];
}

const TOO_LARGE = '文件超过 20 MB。请只保存报告的正文和表格，不要带图片和附件。';

export async function checkUpload(
  { fields, files }: ReportUpload,
  examine: (handed: HandedIn) => Promise<Examination>,
): Promise<CheckedReport | CheckedArchive | Unreadable> {
  const pasted = fields.text?.trim() ?? '';
  const file = files.report ?? (pasted === '' ? undefined : { name: '', bytes: Buffer.from(pasted) });
  if (!file) return unreadable(422, 'text', '没有要核对的内容。请粘贴年报的全文，或者选择保存好的年报文件。');
  const field = files.report ? 'report' : 'text';
  const report = handedFile(file);
  if (!report) return unreadable(413, field, TOO_LARGE);
  const before = files.previous && handedFile(files.previous);
  if (files.previous && !before) return unreadable(413, 'previous', TOO_LARGE);
  const { archive, examined, previous, left } = await examine({ report, ...(before ? { previous: before } : {}) });
  if (previous && isRefusal(previous)) return refused('previous', previous);
  if (archive) return { archive, examined, left, name: file.name, previous };
  const only = examined[0]!;
  return 'refused' in only ? refused(field, only.refused) : { ...only, previous };
}

function handedFile({ name, bytes }: UploadedFile): HandedFile | undefined {
  return bytes && { name, bytes };
}

function refused(field: string, { code, says }: { readonly code: string; readonly says: string }): Unreadable {
  const status = code === 'REPORT_TOO_LARGE' || code === 'REPORT_TOO_LONG' ? 413 : UNSUPPORTED.has(code) ? 415 : 422;
  return unreadable(status, field, says);
}

const UNSUPPORTED = new Set(['REPORT_OFFICE', 'REPORT_PICTURE', 'REPORT_SCANNED']);

function unreadable(status: Unreadable['status'], field: string, says: string): Unreadable {
  return { status, errors: [{ field, says }] };
}
