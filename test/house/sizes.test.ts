import { expect, it } from 'vitest';
import { isTest, sources } from './sources.ts';

const code = [...sources('src'), ...sources('console')].filter((source) => !isTest(source));
const lines = ({ text }: { text: string }) => text.split('\n').length;

it('past 300 lines a file becomes a folder of the same name', () => {
  expect(code.filter((source) => lines(source) > 300).map((source) => `${source.path}: ${lines(source)}`)).toEqual([]);
});

it('the median source file stays small', () => {
  const sizes = code.map(lines).sort((a, b) => a - b);
  expect(sizes[Math.floor(sizes.length / 2)]).toBeLessThanOrEqual(90);
});

it('there are no barrel files', () => {
  expect(code.filter(({ path }) => /\/index\.tsx?$/.test(path)).map(({ path }) => path)).toEqual([]);
});
