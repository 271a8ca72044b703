/** The console as `npm ci` builds it, from the sources under test: what a browser journey opens. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { packageRoot } from '../../src/platform/package-root.ts';

export async function buildConsole(): Promise<void> {
  await promisify(execFile)(process.execPath, [join(packageRoot(), 'build.mjs'), '--console']);
}
