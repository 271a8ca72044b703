import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Tests of the command line run what `npm start` runs: the bundle, built from the sources under test. */
export default function setup(): void {
  execFileSync(process.execPath, [fileURLToPath(new URL('../../build.mjs', import.meta.url)), '--server'], {
    stdio: 'inherit',
  });
}
