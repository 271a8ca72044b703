import { expect, it } from 'vitest';
import { zipOf } from '../../../test/support/zip.ts';
import { lookInto } from './look-into.ts';

const told = async (kind: Parameters<typeof lookInto>[0], file: Buffer) =>
  (await lookInto(kind, file)).hidden.map(({ severity, says }) => `${severity} ${says}`);

it.each(['doc', 'xls', 'ppt'] as const)('FIL-14 of %s nobody says that it is in order', async (kind) =>
  expect(await told(kind, Buffer.from('old'))).toEqual([expect.stringMatching(/^error 这份文件未能查看：是旧格式/)]),
);

it('FIL-14 nor of a file that does not open, nor of what lies covered in an OFD', async () => {
  for (const kind of ['docx', 'xlsx', 'pptx', 'ofd', 'pdf'] as const)
    expect(await told(kind, Buffer.from('locked'))).toEqual([expect.stringMatching(/^error 这份文件未能查看：加了密/)]);
  expect(await told('ofd', zipOf([{ name: 'OFD.xml', content: '<ofd:OFD/>' }]))).toEqual([
    'warning OFD 里被盖住的、与底色相同的文字未能查看。',
  ]);
});
