/** 装好的示例县: to load it takes far longer than to copy it, so a run loads it once, whichever journey comes first, and each starts from a copy. */
import { execFile } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { startServer } from './running-server.ts';

/** The temporary folder is the run's own (`run-folder.ts`): nothing of an earlier one stands there. */
export async function copyLoadedCounty(to: string): Promise<void> {
  const home = join(tmpdir(), 'gongkai-loaded-county');
  const [data, loaded, failed] = ['data', 'loaded', 'failed'].map((name) => join(home, name)) as [
    string,
    string,
    string,
  ];
  if (isFirst(home)) {
    try {
      // As root the database runs under another uid, which must reach its folder.
      chmodSync(home, 0o755);
      await (await startServer({ GONGKAI_DATA: data })).stop();
      writeFileSync(loaded, '');
    } catch (error) {
      writeFileSync(failed, String(error));
      throw error;
    }
  }
  while (!existsSync(loaded)) {
    if (existsSync(failed)) throw new Error('another journey could not load the county');
    await pause(50);
  }
  // Owners too: what belongs to the database must stay its own.
  await promisify(execFile)('cp', ['-a', data, to]);
}

function isFirst(folder: string): boolean {
  try {
    mkdirSync(folder);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}
