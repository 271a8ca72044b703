import { expect, it } from 'vitest';
import { isTest, read, sources } from './sources.ts';

const RULE = /^- \[([A-Z]{2,5}-\d+)\] .+ — .+ — (依据|推论|待核)/;
const lines = read('RULES.md')
  .split('\n')
  .filter((line) => line.startsWith('- '));
const ids = lines.map((line) => RULE.exec(line)?.[1] ?? line);
const tests = [...sources('src'), ...sources('console'), ...sources('test')]
  .filter(isTest)
  .map(({ text }) => text)
  .join('\n');

it('every line of the rule book has an ID, a sentence, an article and its certainty', () => {
  expect(lines.filter((line) => !RULE.test(line))).toEqual([]);
});

it('no rule ID stands twice', () => {
  expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
});

it('every rule is cited by a test', () => {
  expect(ids.filter((id) => !new RegExp(`\\b${id}\\b(?!\\d)`).test(tests))).toEqual([]);
});

it('every rule that is cited stands in the rule book', () => {
  const prefixes = [...new Set(ids.map((id) => id.split('-')[0]))].join('|');
  const cited = [...sources('src'), ...sources('console')].flatMap(({ path, text }) =>
    [...text.matchAll(new RegExp(`\\b(?:${prefixes})-\\d+\\b`, 'g'))].map(([id]) => `${id} in ${path}`),
  );
  expect(cited.filter((line) => !ids.includes(line.split(' ')[0]!))).toEqual([]);
});
