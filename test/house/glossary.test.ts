import { expect, it } from 'vitest';
import { isTest, read, sources } from './sources.ts';

const code = sources('src').filter((source) => !isTest(source));
const rows = read('GLOSSARY.md')
  .split('\n')
  .filter((line) => /^\| .*`/.test(line));

it('every name of the glossary stands in the file the glossary tells', () => {
  const lost = rows.filter((row) => {
    const cells = row.split('|').map((cell) => cell.trim());
    const name = /`([^`]+)`/.exec(cells[2] ?? '')?.[1] ?? '';
    const file = /`([^`]+)`/.exec(cells[4] ?? '')?.[1] ?? '';
    const text = code.find(({ path }) => path === `src/${file}`)?.text;
    return !text || !new RegExp(`\\b${name}\\b`).test(text);
  });
  expect(lost).toEqual([]);
});

it('no file or exported name uses the words we avoid', () => {
  const avoided = /(^|[-/])(utils?|helpers?|common|manager|service|info|data|item)s?\.tsx?$/;
  const names = /export (?:const|function|class|interface|type) \w*(Manager|Helper|Utils|Service)\b/;
  expect(code.filter(({ path, text }) => avoided.test(path) || names.test(text)).map(({ path }) => path)).toEqual([]);
});
