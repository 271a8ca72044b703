import { expect, it } from 'vitest';
import { WORD_SET } from '../../../../test/support/word-set.ts';
import { wordReport } from '../../../publications/word-upload.ts';
import { wordBody } from './word-body.ts';

it('PUB-69 holds files of at least fifteen makes', () =>
  expect(Object.keys(WORD_SET).length).toBeGreaterThanOrEqual(15));

it.each(Object.entries(WORD_SET))('PUB-69 PUB-109 %s becomes what a person sees in it', async (name, file) => {
  const word = wordBody(await file());
  if (typeof word === 'string') throw new Error(word);
  const report = wordReport(word.traces, word.margins).map(({ says }) => says);
  const shown = word.html.replace(/(<\/(?:p|h\d|table|ul|ol|tr)>|<hr>)/g, '$1\n');
  await expect(`${shown}\n——\n${report.join('\n')}\n`).toMatchFileSnapshot(
    new URL(`../../../../test/word-set/${name}.txt`, import.meta.url).pathname,
  );
});
