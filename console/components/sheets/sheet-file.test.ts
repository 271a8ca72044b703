import { expect, it } from 'vitest';
import { problemOf } from '../../api/call.ts';
import { sizeInWords } from '../../components/size-in-words.ts';
import { copyOf } from './sheet-file.ts';

it('copies what lies on the disk, under its name', async () => {
  const copy = await copyOf(new File(['标题'], '结转文件.xlsx'));
  expect([copy.name, await copy.text()]).toEqual(['结转文件.xlsx', '标题']);
});

it('a file saved again after it was chosen is to be chosen again', async () => {
  const gone = { name: '结转文件.xlsx', arrayBuffer: () => Promise.reject(new DOMException('', 'NotReadableError')) };
  const problem = problemOf(await copyOf(gone as unknown as File).catch((error: unknown) => error));
  expect(problem.code).toBe('FILE_CHANGED');
  expect(problem.says).toContain('重新选择');
});

it.each([
  [0, '1 KB'],
  [380_400, '380 KB'],
  [999_900, '1.0 MB'],
  [1_240_000, '1.2 MB'],
])('%s bytes are %s', (bytes, says) => {
  expect(sizeInWords(bytes)).toBe(says);
});
