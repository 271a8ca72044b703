/** `gongkai report read`: the figures of a published report as JSON. */
import { type Command, unknownOption } from '../command.ts';
import { openReport } from './open-report.ts';

const usage = `用法：gongkai report read 文件        （- 表示从标准输入读取）

读取一份已公布的政府信息公开工作年度报告（网页、纯文本、Markdown、Word、Excel、PDF，
和本系统导出的 JSON、CSV），输出 JSON：
  unit 机关、year 年度、format 格式（2021，或者 2019、2020 年度的试行格式 2019-trial）、
  table2 表二（收费以万元计；试行格式为 null）、table3.rows 表三各行、table4 表四、undecided。
行次写作 1、2、3.1 … 3.7、4；（六）其他处理只有一行的写作 3.6。每行依次为自然人、商业企业、科研机构、社会公益组织、
法律服务机构、其他、总计；表四每组依次为维持、纠正、其他、尚未审结、总计。
空白、“/”、没有见到、不能断定的都是 null，从不当作 0；不能断定的、没有见到的在 undecided 里逐格列出（JSON Pointer），
并在屏幕上说有多少格。
退出码：0 已读出；2 文件读不了或者用法不对。

例：gongkai report read 年报.html`;

export const read: Command = {
  usage,
  run: async (args, io) => {
    const [path, ...rest] = args;
    const strange = unknownOption(args, []);
    if (path === undefined || rest.length > 0 || strange !== undefined) {
      io.err(`${strange ?? '请给出一个文件。'}\n\n${usage}`);
      return 2;
    }
    const report = await openReport(path, io);
    if (!report) return 2;
    const { unit, year, format, table2, table3, table4, undecided } = report;
    io.out(JSON.stringify({ unit, year, format, table2, table3, table4, undecided }, null, 2));
    if (undecided.length > 0)
      io.err(`有 ${undecided.length} 格没有读出：原文里连在一起、看不清，或者没有见到。见 undecided，请对照原文。`);
    return 0;
  },
};
