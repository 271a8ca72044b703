/** `gongkai report`: the commands about published annual reports, each loaded only when it is called. */
import type { Command } from './command.ts';

const SUBCOMMANDS: Readonly<Record<string, { summary: string; load(): Promise<Command> }>> = {
  read: {
    summary: '读出表二、表三、表四的数字，输出 JSON',
    load: async () => (await import('./report/read.ts')).read,
  },
  check: {
    summary: '核对表格勾稽、正文与表格、正文自身，列出问题',
    load: async () => (await import('./report/check.ts')).check,
  },
  batch: {
    summary: '读取并核对一个文件夹、一个压缩包或者许多文件，可以中断后接着做',
    load: async () => (await import('./report/batch.ts')).batch,
  },
  compare: {
    summary: '比较两份以上的报告：各年、各机关、各地方，可以排名、导出',
    load: async () => (await import('./report/compare.ts')).compare,
  },
  convert: {
    summary: '按官方版式另存为 Word、PDF、Excel，或者 JSON、CSV',
    load: async () => (await import('./report/convert.ts')).convert,
  },
  schema: {
    summary: '输出年度报告 JSON 的格式说明（JSON Schema）',
    load: async () => (await import('./report/schema.ts')).schema,
  },
};

const lines = Object.entries(SUBCOMMANDS).map(([name, { summary }]) => `  ${name.padEnd(8)}${summary}`);

const usage = `用法：gongkai report <子命令> 文件 [选项]        （- 表示从标准输入读取）

${lines.join('\n')}

文件是一份已公布的政府信息公开工作年度报告：网页、纯文本、Markdown、Word（.docx）、Excel（.xlsx）、有文字的 PDF，
或者本系统写出的 JSON、CSV，编码不限。
每个子命令都可以加 --help 查看说明，例如 gongkai report read --help。`;

export const report: Command = {
  usage,
  usageOf: async ([name]) => (await entryNamed(name)?.load())?.usage,
  run: async (args, io) => {
    const [name, ...rest] = args;
    const entry = entryNamed(name);
    if (!entry) {
      io.err(name === undefined ? usage : `没有“${name}”这个子命令。\n\n${usage}`);
      return 2;
    }
    return (await entry.load()).run(rest, io);
  },
};

function entryNamed(name: string | undefined) {
  return name !== undefined && Object.hasOwn(SUBCOMMANDS, name) ? SUBCOMMANDS[name] : undefined;
}
