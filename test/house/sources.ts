/** The source text, as the house tests read it. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export interface Source {
  /** Path from the root: `src/requests/store.ts`. */
  readonly path: string;
  /** First folder below `src/`, or the file's own name: `requests`, `perform`, `main`. */
  readonly room: string;
  readonly text: string;
  /** Imported files, as paths from the root. */
  readonly imports: readonly string[];
  /** Imported packages and Node modules. */
  readonly packages: readonly string[];
}

const IMPORT = /(?:^|\n)\s*(?:import|export)\s[^;]*?from\s+'([^']+)'|import\(\s*'([^']+)'\s*\)/g;

/** Every `.ts` and `.tsx` file below a folder of the root; none where there is no such folder. */
export function sources(folder: string): Source[] {
  if (!existsSync(join(ROOT, folder))) return [];
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !name.includes('node_modules'))
    .map((name) => toSource(`${folder}/${name}`));
}

export const isTest = ({ path }: Source): boolean => /\.(test|journey)\.tsx?$/.test(path);

export function read(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}

function toSource(path: string): Source {
  const text = read(path);
  const named = [...text.matchAll(IMPORT)].map((match) => (match[1] ?? match[2])!);
  const near = named.filter((name) => name.startsWith('.'));
  return {
    path,
    room: (path.split('/')[1] ?? '').replace(/\.tsx?$/, ''),
    text,
    imports: near.map((name) => relative(ROOT, resolve(ROOT, dirname(path), name))),
    packages: named.filter((name) => !name.startsWith('.')),
  };
}
