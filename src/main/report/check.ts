/** `gongkai report check`: what a published report says against itself, and against last year's. */
import { checkReport } from '../../annual-report/check/check-report.ts';
import { notesOn } from '../../annual-report/check/examination.ts';
import { findingsPaper } from '../../annual-report/render/findings-paper.ts';
import { type Command, unknownOption } from '../command.ts';
import { findingsText } from './findings-text.ts';
import { openReport } from './open-report.ts';
import { PAPER_KINDS, paperWriter, writeNew } from './write-paper.ts';

const usage = `用法：gongkai report check 文件 [--previous 上年文件] [--json] [--save 核对.docx]        （- 表示从标准输入读取）

读取一份政府信息公开工作年度报告（网页、文本、Word、Excel、PDF），核对表格勾稽、正文与表格、正文分项与总数、百分比、
年份、标题、收费表述等，逐条列出问题、依据和建议。
  --previous  上年的年度报告：核对上年结转、规范性文件存量、许可处罚变动、文字雷同
  --save      另存为可以逐条答复的核对情况（.docx、.xlsx、.pdf），已有的文件不覆盖
  --json      输出 JSON 数组，每条为 { code, severity, where, says, basis, advice, left, right }：
              severity 为 error 错误、warning 警告、hint 提示；where 为 JSON Pointer 或者正文原句
退出码：0 没有错误；1 有错误；2 文件读不了或者用法不对。

例：gongkai report check 年报.html --previous 上年年报.html`;

export const check: Command = {
  usage,
  run: async (args, io) => {
    const asked = readArguments(args);
    if (!asked) {
      const strange = unknownOption(args, ['--json', '--previous', '--save']);
      io.err(`${strange ?? '请给出一个年度报告文件。'}\n\n${usage}`);
      return 2;
    }
    const save = asked.save === undefined ? undefined : paperWriter(asked.save);
    if (asked.save !== undefined && !save) {
      io.err(`不会写“${asked.save}”。--save 的后缀可以是 ${Object.keys(PAPER_KINDS).join('、')}。`);
      return 2;
    }
    const report = await openReport(asked.path, io);
    const previous = asked.previous === undefined ? undefined : await openReport(asked.previous, io);
    if (!report || previous === null) return 2;
    const findings = checkReport(report, previous ? { previous } : {});
    const notes = notesOn(report, previous ?? undefined);
    if (asked.save !== undefined && save) {
      if (!writeNew(asked.save, await save(findingsPaper(report, findings, notes)), io)) return 2;
    }
    if (asked.json) {
      io.out(JSON.stringify(findings, null, 2));
      for (const note of notes) io.err(note);
    } else {
      io.out(findingsText(report, findings, notes));
    }
    return findings.some(({ severity }) => severity === 'error') ? 1 : 0;
  },
};

interface Asked {
  readonly path: string;
  readonly previous: string | undefined;
  readonly save: string | undefined;
  readonly json: boolean;
}

function readArguments(args: readonly string[]): Asked | undefined {
  const words = args.flatMap((arg) => /^(--\w+)=(.*)$/s.exec(arg)?.slice(1) ?? [arg]);
  const rest: string[] = [];
  const named: Record<string, string | undefined> = {};
  for (let i = 0; i < words.length; i += 1) {
    const word = words[i]!;
    if (word === '--previous' || word === '--save') {
      named[word] = words[i + 1];
      if (named[word] === undefined) return undefined;
      i += 1;
    } else if (word !== '--json') rest.push(word);
  }
  const [path, ...more] = rest;
  if (path === undefined || more.length > 0 || path.startsWith('--')) return undefined;
  return { path, previous: named['--previous'], save: named['--save'], json: words.includes('--json') };
}
