/** 读取并核对送来的文件 [ANR-39]: one report, or every report of an archive, one after another; what cannot be read is said and the rest goes on. */
import { checkReport } from '../../annual-report/check/check-report.ts';
import {
  type Examined,
  type HandedFile,
  type HandedIn,
  notesOn,
  type Unread,
} from '../../annual-report/check/examination.ts';
import type { Reading } from '../../annual-report/read/read-report.ts';
import { MAX_BYTES, NOT_OPENED } from '../../annual-report/read/refusals.ts';
import type { Report } from '../../annual-report/report.ts';
import { archiveEntries } from '../../platform/files/archive-entries.ts';
import { isRefusal, type Refusal, refuse } from '../../statute/refusal.ts';
import { readFileWithSource } from './report-file.ts';

/** As many as a county has agencies that report. */
const REPORTS_IN_ARCHIVE = 60;
const KINDS = /\.(?:x?html?|mht(?:ml)?|txt|md|docx|xlsx|pdf|doc|xls|json|csv)$/i;
const BASIS = '《条例》第五十条';

const NO_REPORTS = refuse(
  'REPORT_NONE_INSIDE',
  BASIS,
  '压缩包里没有年度报告：没有网页、文本、Word（.docx）、Excel（.xlsx）、PDF 文件。请把报告直接放进压缩包，不要再套压缩包。',
);
export const FAULT = refuse('REPORT_FAULT', BASIS, '读取时出错。请打开原文件另存一份再试。');

/** What is told while it goes on, in this order: of the previous report, of each file, of what was left. */
export type Step =
  | { readonly step: 'previous'; readonly previous: Report | Refusal }
  | { readonly step: 'file'; readonly archive: boolean; readonly examined: Examined | Unread }
  | { readonly step: 'left'; readonly left: number };

export async function* examine({ report, previous, alone = false }: HandedIn): AsyncGenerator<Step> {
  const before = previous && reportOf(await read(previous));
  if (before) yield { step: 'previous', previous: before };
  if (before && isRefusal(before)) return;
  const one = await read(report);
  if (alone || !isRefusal(one) || !isArchive(report, one)) {
    yield { step: 'file', archive: false, examined: examined(report.name, one, before) };
    return;
  }
  let [count, left] = [0, 0];
  try {
    for await (const { name, content } of archiveEntries(bufferOf(report), MAX_BYTES)) {
      if (!KINDS.test(name)) continue;
      count += 1;
      if (count > REPORTS_IN_ARCHIVE) left += 1;
      else {
        const entry = content === null ? NOT_OPENED : await read({ name, bytes: content });
        yield { step: 'file', archive: true, examined: examined(name, entry, before) };
      }
    }
  } catch {
    // Not even an archive: then it is what reading it as one report has said.
    if (count === 0) yield { step: 'file', archive: false, examined: { name: report.name, refused: one } };
    return;
  }
  if (count === 0) yield { step: 'file', archive: false, examined: { name: report.name, refused: NO_REPORTS } };
  if (left > 0) yield { step: 'left', left };
}

function examined(name: string, reading: Reading | Refusal, previous: Report | undefined): Examined | Unread {
  if (isRefusal(reading)) return { name, refused: reading };
  const { report, source } = reading;
  try {
    const findings = checkReport(report, { kind: 'read', ...(previous ? { previous } : {}) });
    return { name, report, findings, notes: notesOn(report, previous), source };
  } catch {
    return { name, refused: FAULT };
  }
}

function reportOf(reading: Reading | Refusal): Report | Refusal {
  return isRefusal(reading) ? reading : reading.report;
}

async function read({ name, bytes }: HandedFile): Promise<Reading | Refusal> {
  try {
    return await readFileWithSource(bytes, name === '' ? {} : { fileName: name });
  } catch {
    return FAULT;
  }
}

/** A ZIP that is neither Word nor Excel. */
function isArchive({ bytes }: HandedFile, refusal: Refusal): boolean {
  return (
    ['REPORT_DAMAGED', 'REPORT_ARCHIVE'].includes(refusal.code) &&
    bufferOf({ bytes }).subarray(0, 4).toString('latin1') === 'PK\u0003\u0004'
  );
}

function bufferOf({ bytes }: Pick<HandedFile, 'bytes'>): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
