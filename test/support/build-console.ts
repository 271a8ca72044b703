/** The console that journeys open: built from the sources under test, once for a run and only when one has changed since. */
import { execFile } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { packageRoot } from '../../src/platform/package-root.ts';

const root = packageRoot();

export async function buildConsole(): Promise<void> {
  if (isFresh()) return;
  await promisify(execFile)(process.execPath, [join(root, 'build.mjs'), '--console']);
}

/** Types alone come from the server, so nothing of it is in the bundle. */
function isFresh(): boolean {
  const built = join(root, 'dist', 'console', 'index.html');
  if (!existsSync(built)) return false;
  const sources = readdirSync(join(root, 'console'), { recursive: true, encoding: 'utf8' });
  const stands = [...sources.map((name) => join('console', name)), 'build.mjs', 'package-lock.json'];
  return Math.max(...stands.map((name) => statSync(join(root, name)).mtimeMs)) < statSync(built).mtimeMs;
}
