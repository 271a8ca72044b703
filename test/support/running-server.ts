/** `gongkai start` as a process of its own, as an operator runs it: for journeys, for the start itself, for crashes. */
import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findResident } from '../../src/platform/embedded-postgres/postmaster.ts';
import { packageRoot } from '../../src/platform/package-root.ts';

export interface RunningServer {
  readonly portal: string;
  readonly desk: string;
  readonly pid: number;
  /** Everything it printed so far. */
  output(): string;
  /** Ends as Ctrl-C ends it. @returns its exit code */
  stop(): Promise<number | null>;
  /** `kill -9` of the program alone: PostgreSQL stays behind. */
  killProgram(): Promise<void>;
  /** `kill -9` of the program, of PostgreSQL and of its sessions. */
  killAll(): Promise<void>;
}

export interface Attempt {
  readonly code: number | null;
  readonly output: string;
}

export type ServerEnv = Readonly<Record<string, string>> & { readonly GONGKAI_DATA: string };

const running = new Set<Launched>();

/** Kills what a failed test left behind; for `afterEach`. */
export async function killLeftServers(): Promise<void> {
  for (const launched of running) await launched.killAll();
}

/** On free ports. @throws Error with what it printed when it ends instead of listening */
export async function startServer(env: ServerEnv): Promise<RunningServer> {
  const { child, output, ended, says, killAll } = launch(['start'], env);
  const urls = await says(/门户\s+(\S+)\n\s*工作台\s+(\S+)\n[\s\S]*按 Ctrl\+C 停止/);
  return {
    portal: urls[1]!,
    desk: urls[2]!,
    pid: child.pid!,
    output,
    async stop() {
      child.kill('SIGTERM');
      return ended;
    },
    async killProgram() {
      child.kill('SIGKILL');
      await ended;
    },
    killAll,
  };
}

/** A start that is expected to be refused. */
export async function tryToStart(env: ServerEnv): Promise<Attempt> {
  return runCommand(['start'], env);
}

/** Any command of the command line, to its end. */
export async function runCommand(args: readonly string[], env: ServerEnv): Promise<Attempt> {
  const { output, ended } = launch(args, env);
  return { code: await ended, output: output() };
}

export function postmasterOf(dataFolder: string): number | undefined {
  const folder = join(dataFolder, 'database', 'cluster');
  return findResident({ folder, log: '', adminPassword: '', appPassword: '' })?.pid;
}

export interface Launched {
  readonly child: ChildProcess;
  output(): string;
  /** Its exit code. */
  readonly ended: Promise<number | null>;
  /** When it has printed the words. @throws Error with what it printed when it ends without */
  says(words: string | RegExp): Promise<RegExpExecArray>;
  /** `kill -9` of it, and of PostgreSQL with its sessions. */
  killAll(): Promise<void>;
}

/** A process whose life the test watches itself. */
export function launch(args: readonly string[], env: ServerEnv): Launched {
  const free = { GONGKAI_PORTAL: '127.0.0.1:0', GONGKAI_CONSOLE: '127.0.0.1:0' };
  const child = spawn(process.execPath, [join(packageRoot(), 'bin', 'gongkai'), ...args], {
    env: { PATH: process.env.PATH, HOME: process.env.HOME, TMPDIR: tmpdir(), ...free, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
    });
  }
  const ended = new Promise<number | null>((done) => child.once('close', done));
  const says = (words: string | RegExp) =>
    new Promise<RegExpExecArray>((done, fail) => {
      const look = () => {
        const found = new RegExp(words).exec(printed);
        if (found) done(found);
      };
      look();
      child.stdout?.on('data', look);
      void ended.then(() => fail(new Error(`“${words}” was not printed:\n${printed}`)));
    });
  const killAll = async () => {
    const postmaster = postmasterOf(env.GONGKAI_DATA);
    const doomed = postmaster ? [postmaster, ...childrenOf(postmaster)] : [];
    child.kill('SIGKILL');
    for (const pid of doomed) killHard(pid);
    await ended;
  };
  const launched: Launched = { child, output: () => printed, ended, says, killAll };
  running.add(launched);
  void ended.then(() => running.delete(launched));
  return launched;
}

/** Each session of PostgreSQL leads a session of the system, so no group signal reaches them all. */
function childrenOf(parent: number): number[] {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return pids.map(Number).filter((pid) => {
    try {
      return Number(/^\d+ \(.*\) \S (\d+)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'))?.[1]) === parent;
    } catch {
      return false;
    }
  });
}

function killHard(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It had ended by itself.
  }
}
