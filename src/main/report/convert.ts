/** `gongkai report convert`: a report in the official layout, or as figures for other programs. */
import { extname } from 'node:path';
import { type Command, unknownOption } from '../command.ts';
import { openReport } from './open-report.ts';
import { REPORT_WRITERS, type ReportKind } from './report-writers.ts';
import { writeNew } from './write-paper.ts';

const usage = `用法：gongkai report convert 文件 输出文件        （- 表示从标准输入读取）

读取一份年度报告，按输出文件的后缀另存：
  .docx .pdf .xlsx   官方版式：标签、行次、合并单元格与该年度的格式一致
  .json              数字和正文，格式见 gongkai report schema
  .csv               每个数一行：表、位置、行、列、数；正文每部分一行
写出的文件都能用 report read、check 读回，内容不变。没有读出的格印成“待定”，并在屏幕上提示。已有的文件不覆盖。
退出码：0 已写出；2 文件读不了、写不了或者用法不对。

例：gongkai report convert 年报.html 年报.docx`;

export const convert: Command = {
  usage,
  run: async (args, io) => {
    const [from, to, ...rest] = args;
    const strange = unknownOption(args, []);
    if (from === undefined || to === undefined || rest.length > 0 || strange !== undefined) {
      io.err(`${strange ?? '请给出一个文件和一个输出文件。'}\n\n${usage}`);
      return 2;
    }
    const kind = extname(to).toLowerCase().slice(1);
    const write = Object.hasOwn(REPORT_WRITERS, kind) ? REPORT_WRITERS[kind as ReportKind] : undefined;
    if (!write) {
      const kinds = Object.keys(REPORT_WRITERS).map((each) => `.${each}`);
      io.err(`不会写“.${kind}”文件。输出文件的后缀可以是 ${kinds.join('、')}。`);
      return 2;
    }
    const report = await openReport(from, io);
    if (!report) return 2;
    if (!writeNew(to, await write(report), io)) return 2;
    if (report.undecided.length > 0) io.err(`有 ${report.undecided.length} 格没有读出，印成了“待定”，请对照原文。`);
    return 0;
  },
};
