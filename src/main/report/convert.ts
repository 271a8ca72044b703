/** `gongkai report convert`: a report in the official layout, or as figures for other programs. */
import { extname } from 'node:path';
import { reportCsv } from '../../annual-report/render/report-csv.ts';
import { reportPaper } from '../../annual-report/render/report-paper.ts';
import type { Report } from '../../annual-report/report.ts';
import type { Paper } from '../../statute/paper.ts';
import { type Command, unknownOption } from '../command.ts';
import { openReport } from './open-report.ts';
import { PAPER_KINDS, writeNew } from './write-paper.ts';

const usage = `用法：gongkai report convert 文件 输出文件        （- 表示从标准输入读取）

读取一份年度报告，按输出文件的后缀另存：
  .docx .pdf .xlsx   官方版式：标签、行次、合并单元格与该年度的格式一致
  .json              数字和正文，同 report read，另有 narrative
  .csv               每个数一行：表、位置、行、列、数
分不清的格印成空白，并在屏幕上提示。已有的文件不覆盖。
退出码：0 已写出；2 文件读不了、写不了或者用法不对。

例：gongkai report convert 年报.html 年报.docx`;

const paperOf = (report: Report): Paper =>
  reportPaper(report, `${report.unit ?? ''}${report.year === null ? '' : `${report.year}年`}政府信息公开工作年度报告`);

const KINDS: Readonly<Record<string, (report: Report) => Promise<Buffer | string>>> = {
  ...Object.fromEntries(
    Object.entries(PAPER_KINDS).map(([kind, write]) => [kind, (report: Report) => write(paperOf(report))]),
  ),
  '.json': async (report) => `${JSON.stringify(report, null, 2)}\n`,
  '.csv': async (report) => reportCsv(report),
};

export const convert: Command = {
  usage,
  run: async (args, io) => {
    const [from, to, ...rest] = args;
    const strange = unknownOption(args, []);
    if (from === undefined || to === undefined || rest.length > 0 || strange !== undefined) {
      io.err(`${strange ?? '请给出一个文件和一个输出文件。'}\n\n${usage}`);
      return 2;
    }
    const kind = extname(to).toLowerCase();
    const write = Object.hasOwn(KINDS, kind) ? KINDS[kind] : undefined;
    if (!write) {
      io.err(`不会写“${kind}”文件。输出文件的后缀可以是 ${Object.keys(KINDS).join('、')}。`);
      return 2;
    }
    const report = await openReport(from, io);
    if (!report) return 2;
    if (!writeNew(to, await write(report), io)) return 2;
    if (report.undecided.length > 0) io.err(`有 ${report.undecided.length} 格分不清，印成了空白，请对照原文。`);
    return 0;
  },
};
