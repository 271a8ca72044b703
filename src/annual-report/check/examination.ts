/** 送来核对的报告 [ANR-39]: what becomes of each file that is handed in, and what a person should know before he trusts the findings. */
import { UNKNOWN_LETTER } from '../../statute/paper.ts';
import type { Refusal } from '../../statute/refusal.ts';
import type { SourceLine } from '../read/source-lines.ts';
import type { Report } from '../report.ts';
import { undecidedNames } from './figures/cells.ts';
import type { Finding } from './finding.ts';
import { isLastYears } from './last-year.ts';

export interface HandedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface HandedIn {
  /** A report, or an archive of reports. */
  readonly report: HandedFile;
  /** 上年年报. */
  readonly previous?: HandedFile;
  /** One file, which is not opened where it is an archive. */
  readonly alone?: boolean;
}

export interface Examined {
  readonly name: string;
  readonly report: Report;
  readonly findings: readonly Finding[];
  /** What was not checked, or may be incomplete, in sentences. */
  readonly notes: readonly string[];
  /** Lines of the tables, where figures are undecided. */
  readonly source: readonly SourceLine[];
}

export interface Unread {
  readonly name: string;
  readonly refused: Refusal;
}

export interface Examination {
  /** Whether an archive was handed in. */
  readonly archive: boolean;
  readonly examined: readonly (Examined | Unread)[];
  /** 上年年报: as read, or why not; undefined where none was handed in. */
  readonly previous?: Report | Refusal;
  /** Files of the archive that were left, because there were too many. */
  readonly left: number;
}

/** What the findings are silent about. */
export function notesOn(report: Report, previous?: Report): string[] {
  const undecided = undecidedNames(report);
  const words = [report.unit ?? '', ...report.narrative.flatMap(({ heading, text }) => [heading, text])].join('');
  const unknown = words.split(UNKNOWN_LETTER).length - 1;
  const missing = Object.entries(report.table3.rows).filter(([code, row]) => row === null && !code.startsWith('3.6'));
  return [
    ...(undecided.length > 0
      ? [
          `没有核对：${undecided.join('、')}。原文里连在一起、看不清，或者没有见到，涉及它们的勾稽没有计算，请对照原文。`,
        ]
      : []),
    ...(unknown > 0
      ? [`名称或者正文里有 ${unknown} 个字没有认出，印作“${UNKNOWN_LETTER}”：文件没有说明它们是什么字，请对照原文。`]
      : []),
    ...(missing.length > 0 ? [`表三缺 ${missing.length} 行，表格可能被截断，请对照原文。`] : []),
    ...(previous && !isLastYears(previous, report)
      ? [`没有做跨年核对：作为上年年报给出的是 ${previous.year} 年度的报告，不是 ${(report.year ?? 0) - 1} 年度。`]
      : []),
    ...(previous?.unit && report.unit && previous.unit !== report.unit
      ? [`作为上年年报给出的是“${previous.unit}”的报告，这份是“${report.unit}”的：不是同一个机关的，跨年核对不成立。`]
      : []),
  ];
}
