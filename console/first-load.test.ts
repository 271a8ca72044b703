import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build, type Rolldown } from 'vite';
import { expect, it } from 'vitest';

const LIMIT_KB = 300;

it('what the sign-in loads stays under 300 kB of gzipped JavaScript', async () => {
  const configFile = fileURLToPath(new URL('vite.config.ts', import.meta.url));
  const built = (await build({ configFile, logLevel: 'silent', build: { write: false } })) as Rolldown.RolldownOutput;
  const chunks = new Map(built.output.flatMap((part) => (part.type === 'chunk' ? [[part.fileName, part]] : [])));
  const needed = new Set<string>();
  const take = (fileName: string): void => {
    if (needed.has(fileName)) return;
    needed.add(fileName);
    for (const imported of chunks.get(fileName)?.imports ?? []) take(imported);
  };
  for (const chunk of chunks.values()) if (chunk.isEntry) take(chunk.fileName);
  const kilobytes = [...needed].reduce((sum, name) => sum + gzipSync(chunks.get(name)!.code).length / 1000, 0);
  console.log(`sign-in: ${Math.round(kilobytes)} kB of JavaScript in ${needed.size} files`);
  expect(needed.size).toBeGreaterThan(0);
  // This test runs with NODE_ENV=test: the bundle is the production one all the same.
  expect([...chunks.values()].filter(({ code }) => code.includes('jsxDEV'))).toEqual([]);
  expect(kilobytes).toBeLessThan(LIMIT_KB);
});
