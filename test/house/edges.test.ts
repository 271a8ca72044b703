import { describe, expect, it } from 'vitest';
import { isTest, type Source, sources } from './sources.ts';

/** A room imports only what stands left of it. */
const ORDER = [
  'statute',
  'people',
  'ledger',
  'perform',
  'review',
  'publications',
  'requests',
  'interaction',
  'enforcement',
  'exchange',
  'supervision',
  'annual-report',
] as const;
const FACES = ['portal', 'desk'];
const DUTIES: readonly string[] = ORDER.filter((room) => room !== 'perform');

const code = sources('src').filter((source) => !isTest(source));
const roomOf = (path: string) => (path.split('/')[1] ?? '').replace(/\.tsx?$/, '');

/** Files of a duty room that may touch the outside: the store, and the two folders that talk to other systems. */
const isOutward = ({ path }: Source) =>
  /^src\/[^/]+\/store(\.ts|\/)/.test(path) || /^src\/(exchange\/adapters|supervision\/gather)\//.test(path);

describe('direction of imports', () => {
  it(`rooms import to the left only: ${ORDER.join(' ← ')} ← portal, desk ← main`, () => {
    const wrong = code.flatMap((source) =>
      source.imports.filter((path) => !mayImport(source, path)).map((path) => `${source.path} → ${path}`),
    );
    expect(wrong).toEqual([]);
  });

  it('the console takes types from the contract of the desk and nothing else', () => {
    const wrong = sources('console').flatMap((source) =>
      source.imports
        .filter((path) => path.startsWith('src/') && path !== 'src/desk/contract.ts')
        .map((path) => `${source.path} → ${path}`),
    );
    expect(wrong).toEqual([]);
  });
});

describe('screens of the console', () => {
  it('do not import screens, and share what stands in components', () => {
    const screenOf = (path: string) => /^console\/screens\/([^/]+)\//.exec(path)?.[1];
    const wrong = sources('console').flatMap((source) =>
      source.imports
        .filter(
          (path) =>
            screenOf(path) &&
            !/^console\/([a-z]+-)?screens\.ts$/.test(source.path) &&
            source.path !== 'console/app.tsx',
        )
        .filter((path) => screenOf(path) !== screenOf(source.path))
        .map((path) => `${source.path} → ${path}`),
    );
    expect(wrong).toEqual([]);
  });
});

describe('purity of duty rooms', () => {
  const pure = code.filter((source) => DUTIES.includes(source.room) && !isOutward(source));

  it('only a store touches the platform, and only createHash comes from Node', () => {
    const wrong = pure.flatMap((source) => [
      ...source.imports.filter((path) => roomOf(path) === 'platform').map((path) => `${source.path} → ${path}`),
      ...source.packages
        .filter(
          (name) =>
            name.startsWith('node:') && !(name === 'node:crypto' && /import \{ createHash \}/.test(source.text)),
        )
        .map((name) => `${source.path} → ${name}`),
    ]);
    expect(wrong).toEqual([]);
  });

  it('no clock, no randomness, no environment', () => {
    const impure = /new Date\(\)|Date\.now\(|Math\.random\(|randomUUID|randomBytes|process\.env/;
    expect(pure.filter(({ text }) => impure.test(text)).map(({ path }) => path)).toEqual([]);
  });
});

function mayImport({ room, path }: Source, target: string): boolean {
  const other = roomOf(target);
  if (other === room || room === 'main') return true;
  if (room === 'platform') return other === 'statute';
  if (FACES.includes(room)) return !FACES.includes(other) && other !== 'main';
  if (other === 'platform') return room === 'perform' || isOutward({ path } as Source);
  if (other === 'perform') return ORDER.indexOf(room as 'review') > ORDER.indexOf('perform');
  return ORDER.indexOf(other as 'review') >= 0 && ORDER.indexOf(other as 'review') < ORDER.indexOf(room as 'review');
}
