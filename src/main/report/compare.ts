/** `gongkai report compare`: years, agencies or regions beside each other. */
import { type Comparison, compareReports } from '../../annual-report/compare/compare-reports.ts';
import { comparisonPaper } from '../../annual-report/compare/comparison-paper.ts';
import { MEASURE_TABLES } from '../../annual-report/compare/measures.ts';
import { type Ranking, rankOf } from '../../annual-report/compare/ranking.ts';
import type { Report } from '../../annual-report/report.ts';
import { isRefusal } from '../../statute/refusal.ts';
import { type Command, type Io, unknownOption } from '../command.ts';
import { paperText } from './paper-text.ts';
import { readAlone } from './read-alone.ts';
import { reportSources } from './report-sources.ts';
import { PAPER_KINDS, paperWriter, writeNew } from './write-paper.ts';

const MEASURES = MEASURE_TABLES.flatMap(({ measures }) => measures);

const WIDEST_KEY = Math.max(...MEASURES.map(({ key }) => key.length));

const usage = `用法：gongkai report compare 文件、文件夹或者压缩包… [--rank 指标]… [--save 比较.xlsx] [--json]

逐项比较两份以上的年度报告：同一机关的各年、同一年的各机关、各地方。申请、办理结果的构成、不予公开等的情形、行政复议和
行政诉讼、主动公开、收费，一项一行；格式没有的、原文空白的、待定的都写明，不估算。2019、2020 年度的试行格式与 2021 年格式
一起比较时，只比较两种格式都有的数，不能比的写明原因。
  --rank  按指标排名，可以写几次；同一年度的排在一起，基数太小的不排
  --save  另存为 .xlsx、.docx 或者 .pdf，已有的文件不覆盖
  --json  输出 JSON：{ subjects, tables, cautions, rankings, unread }
退出码：0 已比较；1 有的文件读不了，其余已比较；2 能读的不到两份，或者用法不对。

指标：
${MEASURES.map(({ key, term }) => `  ${key.padEnd(WIDEST_KEY + 2)}${term}`).join('\n')}

例：gongkai report compare 2022.pdf 2023.pdf 2024.docx --save 三年比较.xlsx
    gongkai report compare 各县年报.zip --rank outcomes.1.share`;

interface Asked {
  readonly paths: readonly string[];
  readonly ranks: readonly string[];
  readonly save: string | undefined;
  readonly json: boolean;
}

export const compare: Command = {
  usage,
  run: async (args, io) => {
    const asked = readArguments(args);
    if (!asked) {
      io.err(`${unknownOption(args, ['--rank', '--save', '--json']) ?? '请给出两份以上的年度报告。'}\n\n${usage}`);
      return 2;
    }
    const strange = asked.ranks.find((key) => !MEASURES.some((measure) => measure.key === key));
    if (strange !== undefined) {
      io.err(`没有“${strange}”这个指标。指标见 gongkai report compare --help。`);
      return 2;
    }
    const save = asked.save === undefined ? undefined : paperWriter(asked.save);
    if (asked.save !== undefined && !save) {
      io.err(`不会写“${asked.save}”。--save 的后缀可以是 ${Object.keys(PAPER_KINDS).join('、')}。`);
      return 2;
    }
    const { reports, unread } = await readAll(asked.paths, io);
    if (reports.length < 2) {
      io.err(`能读的报告只有 ${reports.length} 份，没有可以比较的。`);
      return 2;
    }
    const comparison = compareReports(reports.map((report) => ({ report })));
    const rankings = asked.ranks.flatMap((key) => rankOf(comparison, key) ?? []);
    const told = asked.json ? jsonOf(comparison, rankings, unread) : paperText(comparisonPaper(comparison, rankings));
    if (asked.save !== undefined && save) {
      if (!writeNew(asked.save, await save(comparisonPaper(comparison, rankings)), io)) return 2;
      if (asked.json) io.out(told);
      else io.out(`已比较 ${reports.length} 份报告，写入“${asked.save}”。`);
    } else io.out(told);
    return unread.length > 0 ? 1 : 0;
  },
};

function jsonOf(comparison: Comparison, rankings: readonly Ranking[], unread: readonly string[]): string {
  return JSON.stringify({ ...comparison, rankings, unread }, null, 2);
}

async function readAll(paths: readonly string[], io: Io): Promise<{ reports: Report[]; unread: string[] }> {
  const reports: Report[] = [];
  const unread: string[] = [];
  for await (const { name, content } of reportSources(paths, { skip: () => false, left: () => {} })) {
    const read = isRefusal(content) ? { refused: content } : await readAlone(name, content);
    if ('report' in read) reports.push(read.report);
    else {
      unread.push(name);
      io.err(`“${name}”：${read.refused.says}`);
    }
  }
  return { reports, unread };
}

function readArguments(args: readonly string[]): Asked | undefined {
  const words = args.flatMap((arg) => /^(--\w+)=(.*)$/s.exec(arg)?.slice(1) ?? [arg]);
  const [paths, ranks]: [string[], string[]] = [[], []];
  let save: string | undefined;
  for (let i = 0; i < words.length; i += 1) {
    const word = words[i]!;
    if (word === '--rank') ranks.push(words[++i] ?? '');
    else if (word === '--save') save = words[++i] ?? '';
    else if (word.startsWith('--') && word !== '--json') return undefined;
    else if (word !== '--json') paths.push(word);
  }
  if (paths.length === 0 || save === '') return undefined;
  return { paths, ranks, save, json: words.includes('--json') };
}
