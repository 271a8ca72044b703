/** What every command of the command line is, and the table of them. */
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { type CivilDate, civilDateAt } from '../statute/civil-date.ts';

/** The world a command sees: replaced in tests. */
export interface Io {
  out(text: string): void;
  err(text: string): void;
  /** Bytes of a file, or of standard input for `-`. @throws the file system's error */
  read(path: string): Promise<Buffer>;
  readonly today: CivilDate;
}

export interface Command {
  /** Full help text in Chinese, with one example. */
  readonly usage: string;
  /** Help of the subcommand the arguments name; undefined where they name none. */
  usageOf?(args: readonly string[]): Promise<string | undefined>;
  /** @returns exit code: 0 done, 1 refused or errors found, 2 unreadable input or wrong usage */
  run(args: readonly string[], io: Io): Promise<number>;
}

/** 没有这个选项: the sentence for the first option a command does not know; `-` alone is standard input, and `-1` a number. */
export function unknownOption(args: readonly string[], known: readonly string[]): string | undefined {
  const wrong = args.find((arg) => /^-+[A-Za-z]/.test(arg) && !known.includes(arg.replace(/=.*/s, '')));
  return wrong && `没有“${wrong.replace(/=.*/s, '')}”这个选项。`;
}

/** What `parseArgs` throws, in words. */
export function optionFault(error: unknown): string {
  const { code, message } = error as { code?: string; message: string };
  const option = /'(--?[^ ',]+)/.exec(message)?.[1] ?? '';
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return `没有“${option}”这个选项。`;
  if (code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE')
    return message.includes('does not take') ? `“${option}”后面不写值。` : `“${option}”后面要写值。`;
  throw error;
}

export const COMMANDS: Readonly<Record<string, { summary: string; load(): Promise<Command> }>> = {
  clock: {
    summary: '计算一件申请的答复期限（JSON 文件）',
    load: async () => (await import('./clock.ts')).clock,
  },
  fee: {
    summary: '计算信息处理费（按件或按量）',
    load: async () => (await import('./fee.ts')).fee,
  },
  calendar: {
    summary: '查看某年的工作日历',
    load: async () => (await import('./calendar.ts')).calendar,
  },
  report: {
    summary: '读取、核对一份已公布的年度报告',
    load: async () => (await import('./report.ts')).report,
  },
  start: {
    summary: '启动门户和工作台',
    load: async () => (await import('./start.ts')).start,
  },
  keys: {
    summary: '查看、更换身份信息的密钥',
    load: async () => (await import('./keys.ts')).keys,
  },
  backup: {
    summary: '备份，核对一份备份',
    load: async () => (await import('./backup.ts')).backup,
  },
  restore: {
    summary: '把备份恢复到空的地方',
    load: async () => (await import('./restore.ts')).restore,
  },
  files: {
    summary: '附件放在哪里，在文件夹和对象存储之间搬',
    load: async () => (await import('./files.ts')).files,
  },
  doctor: {
    summary: '检查这套系统，说明哪里不对、怎么办',
    load: async () => (await import('./doctor.ts')).doctor,
  },
  site: {
    summary: '把门户导出为静态文件，导入旧网站',
    load: async () => (await import('./site.ts')).site,
  },
  ledger: {
    summary: '校验留痕链',
    load: async () => (await import('./ledger.ts')).ledger,
  },
};

export function processIo(): Io {
  return {
    out: (text) => void process.stdout.write(`${text}\n`),
    err: (text) => void process.stderr.write(`${text}\n`),
    read: async (path) => (path === '-' ? readFileSync(0) : readFile(path)),
    today: civilDateAt(new Date()),
  };
}
