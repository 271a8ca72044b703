import { describe, expect, it } from 'vitest';
import { shippedFinder } from '../review/county-words.ts';
import { civil } from '../statute/civil-date.ts';
import { type AttachedFile, findingsInFile } from './attached-file.ts';
import { findingsOf } from './content-checks.ts';
import { editionOf } from './edition.ts';
import { particularsOf } from './particulars.ts';

const NAME = { name: '补贴名单.xlsx', sha256: 'a1' };
const said = (words: string) =>
  findingsInFile(NAME, { words, hidden: [] }, shippedFinder).map(({ says, severity }) => [severity, says]);

describe('PUB-62 what the checks find in a file', () => {
  it('people, and words that are wrong, by the name of the file', () => {
    const [first, ...others] = said('王某 13800000001\n李某 110101199001011237');
    expect(first).toEqual(['error', expect.stringMatching(/^附件“补贴名单.xlsx”：.*身份证/)]);
    expect(others).toEqual([['warning', expect.stringContaining('手机号码')]]);
  });

  it('what it hides, for this very file', () => {
    const issue = {
      code: 'FIL-14',
      severity: 'error',
      where: '/file',
      says: '有批注。',
      basis: '',
      advice: '',
    } as const;
    const [one] = findingsInFile(NAME, { words: '', hidden: [issue] }, shippedFinder);
    expect(one).toMatchObject({ code: 'FIL-14', where: 'attachments', says: '附件“补贴名单.xlsx”：有批注。' });
    const [same] = findingsInFile({ ...NAME, name: 'b.xlsx' }, { words: '', hidden: [issue] }, shippedFinder);
    const [other] = findingsInFile({ ...NAME, sha256: 'b2' }, { words: '', hidden: [issue] }, shippedFinder);
    expect([same!.key === one!.key, other!.key === one!.key]).toEqual([true, false]);
  });

  it('REV-25 too many to name: a number of a person is not hidden behind slighter ones, and the others are decided on for just these', () => {
    const wrong = Array.from({ length: 25 }, (_, i) => `第${i}处帐号`).join('\n');
    const told = (more: string) => findingsInFile(NAME, { words: `${wrong}\n${more}`, hidden: [] }, shippedFinder);
    const [first, ...others] = told('电话 13800000001');
    expect([first!.code, others.at(-1)!.says]).toEqual(['REV-10', expect.stringContaining('另有')]);
    const numbers = (last: number) =>
      Array.from({ length: 25 }, (_, i) => `电话 138000000${String(i === 24 ? last : i + 10)}`).join('\n');
    const [one, other] = [told(numbers(90)), told(numbers(91))].map((all) => all.at(-1)!);
    expect([one!.code, one!.key === other!.key]).toEqual(['REV-10', false]);
  });

  it('a number of a person where nobody looks, by its place and decided on by itself', () => {
    const looked = { words: '电话 13800000001', hidden: [], behind: [{ place: '文档属性', words: '13800000001' }] };
    const [face, behind] = findingsInFile(NAME, looked, shippedFinder);
    expect(behind!.says).toMatch(/^附件“补贴名单.xlsx”：文档属性里有手机号码/);
    expect(behind!.key).not.toBe(face!.key);
  });

  it('a list of thousands: the gravest one by one, the rest as one that is as grave', () => {
    const phones = Array.from({ length: 3_000 }, (_, n) => `1380000${String(n).padStart(4, '0')}`).join('\n');
    const found = said(`${phones}\n110101199001011237`);
    expect(found).toHaveLength(21);
    expect(found[0]![0]).toBe('error');
    expect(found.at(-1)).toEqual(['warning', expect.stringContaining('另有 2981 处')]);
  });
});

it('PUB-99 the name of an attachment and the note on the change are checked as they stand in the edition', () => {
  const file = { id: '1', name: '张三110101199001011237.txt', kind: 'txt', bytes: 1, sha256: 'a', findings: [] };
  const particulars = particularsOf({ title: '通知', issuer: '县政府', writtenOn: civil('2026-03-03') });
  const content = { particulars, bodyHtml: '<p>正文</p>', attachments: [file] };
  const found = findingsOf({ marks: [] }, editionOf(1, content, 'bianji', '更正王某 13800000001'), shippedFinder);
  expect(found.map(({ where, says }) => [where, says.slice(0, 15)])).toEqual([
    ['changeNote', expect.stringContaining('手机号码')],
    ['attachments', expect.stringContaining('文件名里有居民身份证')],
  ]);
});

describe('PUB-61 an edition and its files', () => {
  const edition = (...attachments: AttachedFile[]) =>
    editionOf(
      1,
      {
        particulars: particularsOf({ title: '通知', issuer: '县政府', writtenOn: civil('2026-03-03') }),
        bodyHtml: '<p>正文</p>',
        attachments,
      },
      'bianji',
      null,
    ).hash;
  const file = { id: '1', name: '一.pdf', kind: 'pdf', bytes: 1, sha256: 'a', findings: [] };

  it('another file, another name or another order is another edition, and so is none', () => {
    const second = { ...file, id: '2', name: '二.pdf', sha256: 'b' };
    const hashes = [
      edition(),
      edition(file),
      edition({ ...file, sha256: 'c' }),
      edition({ ...file, name: '附件.pdf' }),
      edition(file, second),
      edition(second, file),
    ];
    expect(new Set(hashes).size).toBe(hashes.length);
  });

  it('the same file uploaded twice is the same edition', () =>
    expect(edition(file)).toBe(edition({ ...file, id: '9', findings: [] })));
});
