import { expect, it } from 'vitest';
import { docxWith, pdfWith } from '../../../test/support/watch-site/papers.ts';
import { line, wordFile } from '../../../test/support/word-file.ts';
import { fileLinks } from './file-links.ts';

it('links of a Word file, by relation and by field', async () => {
  expect(await fileLinks('docx', docxWith('见网址', ['https://a.gov.cn/?x=1&y=2']))).toEqual([
    'https://a.gov.cn/?x=1&y=2',
  ]);
  const field = '<w:r><w:instrText>HYPERLINK "https://b.gov.cn/1" </w:instrText></w:r>';
  expect(await fileLinks('docx', wordFile(`${line('x')}<w:p>${field}</w:p>`))).toEqual(['https://b.gov.cn/1']);
});

it('links of a PDF', async () => {
  expect(await fileLinks('pdf', pdfWith('https://a.gov.cn/1'))).toEqual(['https://a.gov.cn/1']);
});

it('a file nobody can read is told as such', async () => {
  expect(await fileLinks('docx', Buffer.from('nothing'))).toBeUndefined();
  expect(await fileLinks('pdf', Buffer.from('nothing'))).toBeUndefined();
});
