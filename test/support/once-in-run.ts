/** 一次测试只做一次的准备: what takes long to make and is then copied. Whichever test file comes first makes it, the others wait for it. */
import { chmodSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/**
 * The temporary folder is the run's own (`run-folder.ts`): nothing of an earlier one stands there.
 *
 * @returns the folder it was made in
 */
export async function onceInRun(name: string, make: (folder: string) => Promise<void>): Promise<string> {
  const folder = join(tmpdir(), `gongkai-${name}`);
  const [made, failed] = [join(folder, 'made'), join(folder, 'failed')];
  if (isFirst(folder)) {
    try {
      // As root the database runs under another uid, which must reach its folder.
      chmodSync(folder, 0o755);
      await make(folder);
      writeFileSync(made, '');
    } catch (error) {
      writeFileSync(failed, String(error));
      throw error;
    }
  }
  while (!existsSync(made)) {
    if (existsSync(failed)) throw new Error(`another test file could not make ${name}`);
    await pause(50);
  }
  return folder;
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
