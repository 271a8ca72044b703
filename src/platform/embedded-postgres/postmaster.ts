/** One running PostgreSQL server process: starting it, recognising one that outlived its program, stopping it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { type Account, handOver, mayUse } from './account.ts';
import type { Cluster } from './cluster.ts';

export interface Postmaster {
  readonly pid: number | undefined;
  hasExited(): boolean;
  readonly exited: Promise<void>;
  /** What it wrote to its log since it was started. */
  complaints(): string;
}

export interface PostmasterSettings {
  readonly postgres: string;
  readonly account: Account | undefined;
  readonly cluster: Cluster;
  readonly socketFolder: string;
  readonly settings: Readonly<Record<string, string>>;
}

/** In a session of its own: Ctrl-C in the terminal reaches this program, which then stops PostgreSQL in order. */
export function spawnPostmaster(options: PostmasterSettings): Postmaster {
  const { cluster, account } = options;
  const { log, start } = openLogFile(cluster.log, account);
  const child = spawn(options.postgres, ['-D', cluster.folder, ...settingArguments(options)], {
    ...account,
    cwd: '/',
    env: { LC_ALL: 'C', TZ: 'UTC' },
    detached: true,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  let failure = '';
  const exited = new Promise<void>((done) => {
    child.once('exit', () => done());
    child.once('error', (error) => {
      failure = error.message;
      done();
    });
  });
  return {
    pid: child.pid,
    hasExited: () => failure !== '' || hasEnded(child),
    exited,
    complaints: () => failure || readFileSync(cluster.log).subarray(start).toString('utf8').trim(),
  };
}

/** No TCP at all: only who may enter the socket's folder can knock, and must know the password too. */
function settingArguments({ socketFolder, settings }: PostmasterSettings): string[] {
  const all = {
    listen_addresses: '',
    unix_socket_directories: socketFolder,
    unix_socket_permissions: '0700',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_line_prefix: '%m [%p] ',
    // Without the details, which repeat values of rows.
    log_error_verbosity: 'terse',
    jit: 'off',
    ...settings,
  };
  return Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

/** A postmaster that still runs on the cluster although the program that started it is gone, or another's. */
export interface Resident {
  readonly pid: number;
  readonly socketFolder: string;
}

/** Reads `postmaster.pid`; a file whose process is gone, or is no PostgreSQL, names nobody. */
export function findResident(cluster: Cluster): Resident | undefined {
  const { pid, socketFolder } = readPostmasterFile(cluster);
  return kindOf(pid) === 'postgres' ? { pid, socketFolder } : undefined;
}

/** What a postmaster that was killed could not clear away itself. */
export function clearTraces(cluster: Cluster): void {
  const { path, pid, socketFolder } = readPostmasterFile(cluster);
  const kind = kindOf(pid);
  if (kind === 'postgres') return;
  // The number belongs to another program by now; PostgreSQL, which sees only that it lives, would refuse for ever.
  if (kind === 'other') rmSync(path, { force: true });
  removeSocketFolder(socketFolder);
}

function readPostmasterFile(cluster: Cluster): Resident & { path: string } {
  const path = join(cluster.folder, 'postmaster.pid');
  const [pid = '', , , , socketFolder = ''] = readIfThere(path).split('\n');
  return { path, pid: Number(pid), socketFolder };
}

/** In the temporary folder: a socket's path is limited to some hundred bytes, and not every disk can hold one. */
export function makeSocketFolder(account: Account | undefined): string {
  const base = [tmpdir(), '/tmp'].find((path) => path.length < 80 && mayUse(account, path, ['x'])) ?? tmpdir();
  const folder = mkdtempSync(join(base, 'gongkai-socket-'));
  handOver(folder, account);
  return folder;
}

/** Only one that was made here: an operator may run PostgreSQL by hand with a socket elsewhere. */
export function removeSocketFolder(path: string): void {
  if (/\/gongkai-socket-[^/]+$/.test(path)) rmSync(path, { recursive: true, force: true });
}

/** Fast shutdown: sessions end, everything is written; after the patience, the stop of a power cut. */
export async function stopPostmaster(pid: number, patienceMs = 60_000): Promise<void> {
  signal(pid, 'SIGINT');
  for (let waited = 0; kindOf(pid) === 'postgres'; waited += 20) {
    if (waited === patienceMs) signal(pid, 'SIGQUIT');
    await delay(20);
  }
}

const LOG_LIMIT = 10_000_000;

function openLogFile(path: string, account: Account | undefined): { log: number; start: number } {
  if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > LOG_LIMIT) renameSync(path, `${path}.1`);
  const log = openSync(path, 'a', 0o600);
  handOver(path, account);
  return { log, start: statSync(path).size };
}

function readIfThere(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}

/** Where the system does not tell (no /proc), a living process is believed; a dead one nobody buried is none. */
function kindOf(pid: number): 'postgres' | 'other' | 'gone' {
  if (!Number.isInteger(pid) || pid <= 1) return 'gone';
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return 'gone';
  }
  const stat = readIfThere(`/proc/${pid}/stat`);
  return stat === '' || /^\d+ \(postgres\) [^ZX]/.test(stat) ? 'postgres' : 'other';
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
