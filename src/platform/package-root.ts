/** The folder of package.json: the same for the sources under test and for the bundle in `dist/server`. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export function packageRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json'))) {
    if (folder === dirname(folder)) throw new Error('package.json of the program not found');
    folder = dirname(folder);
  }
  return folder;
}
