/**
 * 在限度内读取的进程 [ANR-39, FIL-14]: what a stranger's file asks for in time and memory is given to a process of its own, which can be ended
 * from outside. A thread would not do: a single array too large for its heap ends the whole program, and what it inflates into buffers
 * counts for no limit of a thread.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { readFileSync } from 'node:fs';

export interface ProcessLimits {
  readonly seconds: number;
  /** Of the objects the process may hold; with its program and buffers it may hold `rss` of them. */
  readonly megabytes: number;
}

export type Ending = 'done' | 'tooSlow' | 'tooBig' | 'fault';

/** What the process says: anything while it works, and that it has ended; see `answering.ts`. */
export type Said = { readonly told: unknown } | { readonly ended: true };

const LOOKED_EVERY_MS = 50;
const rss = ({ megabytes }: ProcessLimits) => 2 * megabytes + 256;

/** @param file a built file that begins with `answering` */
export function startProcess(file: string, { megabytes }: ProcessLimits): ChildProcess {
  return fork(file, {
    // Nothing of this program's environment concerns it.
    env: {},
    execArgv: [`--max-old-space-size=${megabytes}`],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
}

/** Hands something in and takes what is told until it ends; a process that ended otherwise than `done` is dead. */
export function handTo(
  child: ChildProcess,
  handed: unknown,
  limits: ProcessLimits,
  take: (told: unknown) => void,
): Promise<Ending> {
  return new Promise((done) => {
    const end = (ending: Ending) => {
      clearTimeout(clock);
      clearInterval(watch);
      child.removeAllListeners();
      // What it says while it is ended concerns nobody.
      child.on('error', () => {});
      if (ending !== 'done') child.kill('SIGKILL');
      done(ending);
    };
    const clock = setTimeout(() => end('tooSlow'), limits.seconds * 1_000);
    const watch = setInterval(() => {
      if (megabytesOf(child) > rss(limits)) end('tooBig');
    }, LOOKED_EVERY_MS);
    child.on('message', (said: Said) => {
      if ('ended' in said) end('done');
      else take(said.told);
    });
    // Out of memory, the engine aborts.
    child.on('exit', (_, signal) => end(signal === null ? 'fault' : 'tooBig'));
    child.on('error', () => end('fault'));
    child.send(handed as object, (error) => error && end('fault'));
  });
}

/** What the process holds in all, where the system tells. */
function megabytesOf({ pid }: ChildProcess): number {
  try {
    const [, kilobytes = '0'] = /^VmRSS:\s*(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'latin1')) ?? [];
    return Number(kilobytes) / 1024;
  } catch {
    return 0;
  }
}
