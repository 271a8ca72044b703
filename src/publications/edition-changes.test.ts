import { expect, it } from 'vitest';
import { civil } from '../statute/civil-date.ts';
import { type ChangedLine, editionChanges } from './edition-changes.ts';
import { particularsOf } from './particulars.ts';

const PARTICULARS = particularsOf({ title: '关于植树的通知', issuer: '县政府', writtenOn: civil('2026-03-01') });
const edition = (bodyHtml: string, change: object = {}) => ({
  particulars: { ...PARTICULARS, ...change },
  bodyHtml,
  attachments: [],
});
const shown = (lines: readonly ChangedLine[]) =>
  lines.map(({ place, pieces }) => {
    const marks = { same: '', removed: '-', added: '+' };
    return `${place}：${pieces.map(({ text, how }) => (how === 'same' ? text : `[${marks[how]}${text}]`)).join('')}`;
  });
const rebuilt = (lines: readonly ChangedLine[], how: 'removed' | 'added') =>
  lines.map(({ pieces }) => pieces.flatMap((one) => (one.how === 'same' || one.how === how ? one.text : [])).join(''));

it('PUB-77 marks the words that went and came, line by line; what stayed is not shown', () => {
  const before = edition('<p>第一段不变。</p><p>补贴每亩100元，三月底前申报。</p><p>尾段。</p>');
  const after = edition('<p>第一段不变。</p><p>补贴每亩120元，四月底前申报。</p><p>新的一段。</p><p>尾段。</p>', {
    title: '关于春季植树的通知',
  });
  expect(shown(editionChanges(before, after))).toEqual([
    '标题：关于[+春季]植树的通知',
    '正文：补贴每亩[-100][+120]元，[-三][+四]月底前申报。',
    '正文：[+新的一段。]',
  ]);
  expect(editionChanges(before, before)).toEqual([]);
});

it('PUB-77 another picture text, another expiry, another file are changes; markup alone is none', () => {
  const file = (sha256: string) => ({ id: sha256, name: '附表.xlsx', kind: 'xlsx', bytes: 1, sha256, findings: [] });
  const before = { ...edition('<p><img src="/pictures/a" alt="甲图">文</p>'), attachments: [file('a'.repeat(64))] };
  const after = {
    ...edition('<p><strong><img src="/pictures/a" alt="乙图"></strong>文</p>', { expiresOn: civil('2030-01-01') }),
    attachments: [file('b'.repeat(64))],
  };
  const lines = shown(editionChanges(before, after));
  expect(lines.slice(0, 2)).toEqual(['有效期至：[+2030-01-01]', '正文：〔图：[-甲][+乙]图〕文']);
  expect(lines[2]).toContain('附件：附表.xlsx');
});

it('PUB-77 both sides can be read back from the pieces, and a long text is no trouble', () => {
  const words = (seed: number, n: number) =>
    Array.from({ length: n }, (_, i) => String.fromCodePoint(0x4e00 + ((i * seed) % 97))).join('');
  const [old, now] = [words(7, 300), words(11, 320)];
  const lines = editionChanges(edition(`<p>${old}</p>`), edition(`<p>${now}</p>`));
  expect([rebuilt(lines, 'removed')[0], rebuilt(lines, 'added')[0]]).toEqual([old, now]);
  const many = (tail: string) => Array.from({ length: 3_000 }, (_, i) => `<p>${i}${tail}</p>`).join('');
  expect(editionChanges(edition(many('甲')), edition(many('乙')))).toHaveLength(3_000);
});
