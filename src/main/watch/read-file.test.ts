import { join } from 'node:path';
import { expect, it } from 'vitest';
import { line, wordFile } from '../../../test/support/word-file.ts';
import { zipOf } from '../../../test/support/zip.ts';
import { packageRoot } from '../../platform/package-root.ts';
import { readFileForWatch } from './read-file.ts';
import { readFileWithin } from './read-file-within.ts';

const BUILT = join(packageRoot(), 'dist', 'server', 'watch-worker.js');
const zipFile = (entries: [string, string | Buffer][]) => zipOf(entries.map(([name, content]) => ({ name, content })));
const WORD = wordFile(line('附件里的一句话。'));

it('SUP-11 an attachment found on the web is read in a worker', async () => {
  expect((await readFileWithin(BUILT)('docx', WORD))?.words).toContain('附件里的一句话。');
});

it('SUP-11 one process reads file after file, and a broken one after it is read all the same', async () => {
  const read = readFileWithin(BUILT);
  for (let n = 0; n < 3; n += 1) expect((await read('docx', WORD))?.words).toContain('附件里的一句话。');
  expect(await read('docx', Buffer.from('PK\u0003\u0004 broken'))).toBeUndefined();
  expect((await read('docx', WORD))?.words).toContain('附件里的一句话。');
});

it('SUP-28 an archive is looked into: what its files say and lead to', async () => {
  const relations =
    '<Relationships><Relationship Type="http://x/hyperlink" Target="http://a.gov.cn/?a=1&amp;b=2" TargetMode="External"/></Relationships>';
  const sheet = zipFile([
    ['xl/_rels/a.rels', relations],
    ['xl/worksheets/sheet1.xml', '<f>HYPERLINK("http://b.gov.cn/x?c=1&amp;d=2","见")</f>'],
  ]);
  const found = await readFileForWatch(
    'zip',
    zipFile([
      ['一/名单.txt', '身份证号'],
      ['二.xlsx', sheet],
      ['三.exe', 'x'],
    ]),
  );
  expect(found?.words).toContain('身份证号');
  expect(found?.links).toEqual(['http://a.gov.cn/?a=1&b=2', 'http://b.gov.cn/x?c=1&d=2']);
  expect(await readFileForWatch('zip', Buffer.from('PK'))).toBeUndefined();
});

it('SUP-11 what takes too much time or memory, or breaks the reader, counts as not looked into, and the watch goes on', async () => {
  expect(await readFileWithin(BUILT, { seconds: 0.001, megabytes: 64 })('docx', WORD)).toBeUndefined();
  const wide = wordFile(line('很长的一段'.repeat(400_000)).repeat(4));
  expect(await readFileWithin(BUILT, { seconds: 20, megabytes: 16 })('docx', wide)).toBeUndefined();
  expect(await readFileWithin(BUILT)('docx', Buffer.from('PK\u0003\u0004 broken'))).toBeUndefined();
});
