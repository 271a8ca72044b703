import { join } from 'node:path';
import { expect, it } from 'vitest';
import { line, wordFile } from '../../../test/support/word-file.ts';
import { packageRoot } from '../../platform/package-root.ts';
import { readFileWithin } from './read-file.ts';

const BUILT = join(packageRoot(), 'dist', 'server', 'watch-worker.js');
const WORD = wordFile(line('附件里的一句话。'));

it('SUP-11 an attachment found on the web is read in a worker', async () => {
  expect((await readFileWithin(BUILT)('docx', WORD))?.words).toContain('附件里的一句话。');
});

it('SUP-11 what takes too much time or memory, or breaks the reader, counts as not looked into, and the watch goes on', async () => {
  expect(await readFileWithin(BUILT, { seconds: 0.001, megabytes: 64 })('docx', WORD)).toBeUndefined();
  const wide = wordFile(line('很长的一段'.repeat(400_000)).repeat(4));
  expect(await readFileWithin(BUILT, { seconds: 20, megabytes: 16 })('docx', wide)).toBeUndefined();
  expect(await readFileWithin(BUILT)('docx', Buffer.from('PK\u0003\u0004 broken'))).toBeUndefined();
});
