/**
 * The PostgreSQL programs of the npm package, made ready to run: the library links the package's install script would
 * have made, and a copy where they cannot be made or the account that runs PostgreSQL cannot read the package.
 */
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, resolve } from 'node:path';
import { type Refusal, refuse } from '../../statute/refusal.ts';
import { type Account, mayUse } from './account.ts';

export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

interface Link {
  readonly source: string;
  readonly target: string;
}

export function provideBinaries(runtimeFolder: string, account: Account | undefined): Binaries | Refusal {
  const native = findNativeFolder();
  if (!native) {
    return refuse(
      'NO_EMBEDDED_POSTGRES',
      '启动设置 DATABASE_URL',
      `程序包里没有适合本机（${process.platform}-${process.arch}）的 PostgreSQL。` +
        '请重新执行 npm ci（不要加 --omit=optional），或用 DATABASE_URL 指定自己的 PostgreSQL。',
    );
  }
  const usable = linkLibraries(native) && mayUse(account, join(native, 'bin', 'postgres'), ['r', 'x']);
  return programsIn(usable ? native : copyOf(native, runtimeFolder));
}

/** The `native` folder of the package for this system. */
export function findNativeFolder(): string | undefined {
  try {
    const wrapper = createRequire(import.meta.url).resolve('embedded-postgres');
    const entry = createRequire(wrapper).resolve(`@embedded-postgres/${process.platform}-${process.arch}`);
    return resolve(dirname(entry), '..', 'native');
  } catch {
    return undefined;
  }
}

/** Idempotent. @returns whether every link is there */
export function linkLibraries(native: string): boolean {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return true;
  const links = JSON.parse(readFileSync(list, 'utf8')) as Link[];
  return links.every(({ source, target }) => {
    const path = join(native, '..', target);
    if (lstatSync(path, { throwIfNoEntry: false })) return true;
    try {
      symlinkSync(basename(source), path);
      return true;
    } catch (error) {
      return (error as NodeJS.ErrnoException).code === 'EEXIST';
    }
  });
}

/** Complete or absent: the copy gets its name last. A copy of another version is removed. */
export function copyOf(native: string, runtimeFolder: string): string {
  const { version } = JSON.parse(readFileSync(join(native, '..', 'package.json'), 'utf8')) as { version: string };
  const home = join(runtimeFolder, `postgres-${version}`);
  if (existsSync(home)) return join(home, 'native');
  mkdirSync(runtimeFolder, { recursive: true });
  for (const name of readdirSync(runtimeFolder)) {
    if (name.startsWith('postgres-')) rmSync(join(runtimeFolder, name), { recursive: true, force: true });
  }
  const draft = join(runtimeFolder, `draft-${process.pid}-${randomBytes(4).toString('hex')}`);
  mkdirSync(draft);
  cpSync(native, join(draft, 'native'), {
    recursive: true,
    verbatimSymlinks: true,
    filter: (from) => !/\.a$/.test(from),
  });
  linkLibraries(join(draft, 'native'));
  openToAll(runtimeFolder);
  try {
    renameSync(draft, home);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(home)) throw error;
  }
  return join(home, 'native');
}

function openToAll(path: string): void {
  const stat = lstatSync(path);
  if (stat.isSymbolicLink()) return;
  if (stat.isDirectory()) {
    chmodSync(path, 0o755);
    for (const name of readdirSync(path)) openToAll(join(path, name));
  } else {
    chmodSync(path, stat.mode & 0o100 ? 0o755 : 0o644);
  }
}

function programsIn(native: string): Binaries {
  return { initdb: join(native, 'bin', 'initdb'), postgres: join(native, 'bin', 'postgres') };
}
