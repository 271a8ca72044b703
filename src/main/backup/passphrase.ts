/** 备份口令 [OPS-6]: from a file nobody else reads, or typed at the terminal; never an argument, which everybody on the machine sees. */
import { readFileSync, statSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { isRefusal, type Refusal, refuse } from '../../statute/refusal.ts';

const BASIS = '备份口令';
const SHORTEST = 12;

/** @param twice for a new backup, where a slip of the hand would lock it for ever */
export async function askPassphrase(
  file: string | undefined,
  { twice }: { twice: boolean },
): Promise<string | Refusal> {
  const given = file === undefined ? await typed(twice) : fromFile(file);
  if (isRefusal(given) || [...given].length >= SHORTEST) return given;
  return refuse('OPS-6', BASIS, `口令至少 ${SHORTEST} 个字，现在是 ${[...given].length} 个。`);
}

function fromFile(path: string): string | Refusal {
  try {
    if (statSync(path).mode & 0o077)
      return refuse('OPS-6', BASIS, `其他用户也能读口令文件 ${path}。请改为只有自己能读（chmod 600）。`);
    return readFileSync(path, 'utf8').trim();
  } catch (error) {
    return refuse('OPS-6', BASIS, `读不到口令文件 ${path}（${(error as NodeJS.ErrnoException).code}）。`);
  }
}

async function typed(twice: boolean): Promise<string | Refusal> {
  if (!process.stdin.isTTY)
    return refuse('OPS-6', BASIS, '这里不能输入口令。请把口令写进一个文件（chmod 600），用 --passphrase-file 指出。');
  const first = await hidden('备份口令：');
  if (!twice || first === (await hidden('再输入一次：'))) return first;
  return refuse('OPS-6', BASIS, '两次输入的口令不同，没有做备份。请再运行一次。');
}

/** What is typed is not shown. */
async function hidden(question: string): Promise<string> {
  process.stderr.write(question);
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const terminal = createInterface({ input: process.stdin, output: nowhere, terminal: true });
  try {
    return (await terminal.question('')).trim();
  } finally {
    terminal.close();
    process.stderr.write('\n');
  }
}
