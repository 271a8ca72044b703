/** `gongkai report batch`: many reports, a line of JSON each; what was done before an interruption is not done again. */
import { closeSync, existsSync, openSync, readFileSync, truncateSync, writeSync } from 'node:fs';
import type { Report } from '../../annual-report/report.ts';
import { isRefusal } from '../../statute/refusal.ts';
import { type Command, unknownOption } from '../command.ts';
import { readAlone } from './read-alone.ts';
import { isSameFile, type ReportSource, reportSources } from './report-sources.ts';

const usage = `用法：gongkai report batch 文件夹或者文件… --out 结果.jsonl [--year 年度]

逐份读取并核对文件夹、压缩包（.zip）里的年度报告，每个文件在结果文件里写一行 JSON：
  { file, report, findings, notes }    读出的，report 同 report read，findings 同 report check
  { file, refused: { code, says } }    读不了的，说明原因，接着读下一份
系统和办公软件留下的文件（__MACOSX、~$ 开头的、.DS_Store 等）不读，最后说明一次；压缩包里的压缩包只打开一层。
每份有时间和内存的限度，超出的写明读不了。中断后用同一条命令接着做：结果文件里已有的不再读取。
  --out   结果文件
  --year  应当是哪一年度的报告；不是的写进 notes
退出码：0 全部读出；1 有读不了的；2 用法不对。

例：gongkai report batch 各单位年报.zip --out 结果.jsonl --year 2024`;

const TOLD_EVERY = 100;

interface Asked {
  readonly paths: readonly string[];
  readonly out: string;
  readonly year: number | undefined;
}

export const batch: Command = {
  usage,
  run: async (args, io) => {
    const asked = readArguments(args);
    if (typeof asked === 'string') {
      io.err(`${unknownOption(args, ['--out', '--year']) ?? asked}\n\n${usage}`);
      return 2;
    }
    const opened = openResults(asked.out);
    if (!opened) {
      io.err(`写不了结果文件“${asked.out}”。请检查文件夹在不在、能不能写；--out 要写到文件名。`);
      return 2;
    }
    const { before, out } = opened;
    const tally = { read: 0, refused: before.filter(({ refused }) => refused).length, open: 0, cells: 0 };
    const done = new Set(before.map(({ file }) => file));
    if (done.size > 0) io.err(`结果文件里已有 ${done.size} 份，接着往下读。`);
    const left: string[] = [];
    const wanted = {
      skip: (name: string) => done.has(name) || isSameFile(name, asked.out),
      left: (name: string) => void left.push(name),
    };
    try {
      for await (const source of reportSources(asked.paths, wanted)) {
        const line = await lineOf(source, asked.year);
        writeSync(out, `${JSON.stringify(line)}\n`);
        if ('refused' in line) {
          tally.refused += 1;
          io.err(`“${source.name}”：${line.refused.says}`);
        } else if (line.report.undecided.length > 0) {
          tally.open += 1;
          tally.cells += line.report.undecided.length;
        }
        tally.read += 1;
        if (tally.read % TOLD_EVERY === 0) io.err(`已处理 ${tally.read} 份……`);
      }
    } finally {
      closeSync(out);
    }
    if (left.length > 0) io.err(leftText(left));
    if (done.size + tally.read === 0) {
      io.err('没有找到文件。请检查给出的文件夹。');
      return 1;
    }
    const open = tally.open > 0 ? `本次有 ${tally.open} 份共 ${tally.cells} 格没有读出，见各份的 undecided。` : '';
    io.out(
      `本次处理 ${tally.read} 份，结果文件共 ${done.size + tally.read} 份，其中 ${tally.refused} 份读不了。${open}`,
    );
    return tally.refused > 0 ? 1 : 0;
  },
};

function leftText(names: readonly string[]): string {
  const told = names.slice(0, 3).map((name) => `“${name}”`);
  return `没有读系统、办公软件或者浏览器留下的 ${names.length} 个文件和文件夹：${told.join('、')}${names.length > 3 ? '等' : ''}。`;
}

async function lineOf({ name, content }: ReportSource, year: number | undefined) {
  const read = isRefusal(content) ? { refused: content } : await readAlone(name, content);
  if (!('report' in read)) return { file: name, refused: { code: read.refused.code, says: read.refused.says } };
  const { unit, year: its, format, table2, table3, table4, undecided } = read.report;
  return {
    file: name,
    report: { unit, year: its, format, table2, table3, table4, undecided },
    findings: read.findings,
    notes: [...otherYear(read.report, year), ...read.notes],
  };
}

/** What a person should look at before using the figures. */
function otherYear({ year }: Report, asked: number | undefined): string[] {
  if (asked === undefined || year === asked) return [];
  return [year === null ? '没有认出年度。' : `这是 ${year} 年度的报告，不是 ${asked} 年度。`];
}

interface DoneLine {
  readonly file: string;
  readonly refused?: unknown;
}

/** 结果文件: what an earlier run left in it, and its end to write on; undefined where it cannot be written. */
function openResults(path: string): { before: DoneLine[]; out: number } | undefined {
  try {
    const out = openSync(path, 'a');
    return { before: linesIn(path), out };
  } catch (error) {
    if (error instanceof SyntaxError) throw error;
    return undefined;
  }
}

/** Lines of an earlier run; a last line that was cut off is taken out of the file. */
function linesIn(path: string): DoneLine[] {
  if (!existsSync(path)) return [];
  const bytes = readFileSync(path);
  const whole = bytes.lastIndexOf('\n') + 1;
  if (whole < bytes.length) truncateSync(path, whole);
  return bytes
    .toString('utf8', 0, whole)
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const { file, refused } = JSON.parse(line) as DoneLine;
      return { file, refused: refused !== undefined };
    });
}

/** @returns what is asked, or what is wrong with it */
function readArguments(args: readonly string[]): Asked | string {
  const words = args.flatMap((arg) => /^(--\w+)=(.*)$/s.exec(arg)?.slice(1) ?? [arg]);
  const paths: string[] = [];
  let [out, year]: [string | undefined, string | undefined] = [undefined, undefined];
  for (let i = 0; i < words.length; i += 1) {
    if (words[i] === '--out') out = words[++i];
    else if (words[i] === '--year') year = words[++i] ?? '';
    else if (words[i]!.startsWith('--')) return `没有“${words[i]}”这个选项。`;
    else paths.push(words[i]!);
  }
  if (paths.length === 0 || !out) return '请给出文件和 --out 结果文件。';
  if (year !== undefined && !/^\d{4}$/.test(year)) return `--year 后面写四位数字的年度，不是“${year}”。`;
  return { paths, out, year: year === undefined ? undefined : Number(year) };
}
