/**
 * 一次测试的临时文件夹: everything a run puts into the temporary folder of the system, the tests and the programs they start alike, lies in one folder and
 * goes with it. A run that was killed leaves its folder, and its PostgreSQL; the next run clears both away.
 */
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findResident, stopPostmaster } from '../../src/platform/embedded-postgres/postmaster.ts';

const PREFIX = 'gongkai-test-';

/** Outlives a run: what is unpacked once for all of them. */
export const lastingFolder = () => process.env.GONGKAI_TEST_LASTING ?? tmpdir();

export interface RunFolder {
  readonly path: string;
  remove(): void;
}

export async function openRunFolder(): Promise<RunFolder> {
  const system = tmpdir();
  await clearAbandoned(system);
  const folder = mkdtempSync(join(system, `${PREFIX}${process.pid}-`));
  // As root the database runs under another uid, which must reach its folder.
  chmodSync(folder, 0o755);
  // Whatever is started from here on inherits both.
  Object.assign(process.env, { TMPDIR: folder, GONGKAI_TEST_LASTING: system });
  return {
    path: folder,
    remove() {
      process.env.TMPDIR = system;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function clearAbandoned(system: string): Promise<void> {
  for (const name of readdirSync(system).filter((entry) => entry.startsWith(PREFIX))) {
    const folder = join(system, name);
    if (existsSync(`/proc/${name.slice(PREFIX.length).split('-')[0]}`) || process.platform !== 'linux') continue;
    try {
      for (const place of [
        folder,
        ...readdirSync(folder).flatMap((one) => [join(folder, one), join(folder, one, 'data')]),
      ])
        await stopDatabaseIn(join(place, 'database', 'cluster'));
      rmSync(folder, { recursive: true, force: true });
    } catch {
      // Another user's: theirs to clear.
    }
  }
}

async function stopDatabaseIn(folder: string): Promise<void> {
  const resident = findResident({ folder, log: '', adminPassword: '', appPassword: '' });
  if (resident) await stopPostmaster(resident.pid);
}
