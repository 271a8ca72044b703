import { describe, expect, it } from 'vitest';
import { cleanBody } from './body.ts';
import { formerPath, isElsewhere } from './former-address.ts';
import { FORMER_COLUMNS, type FormerForm, type FormerGround, readFormerArticle } from './former-article.ts';
import { turnBody } from './former-body.ts';
import { linesOfJson, linesOfSheet } from './former-list.ts';

const GROUND: FormerGround = {
  countyId: 'county',
  agencies: [{ id: 'county', name: '示例县人民政府' }],
  columns: new Map([['工作动态', '部门动态']]),
};
const FORM = {
  ...(Object.fromEntries(FORMER_COLUMNS.map(({ key }) => [key, ''])) as FormerForm),
  address: 'http://old.example.gov.cn/art/2019/5/4/art_12.html?id=3#top',
  title: '开展春季植树',
  column: '工作动态',
  publishedOn: '2019-05-04 10:22:33',
  text: '<p>正文</p>',
};
const read = (change: Partial<FormerForm> = {}) => readFormerArticle({ ...FORM, ...change }, GROUND);
const saysOf = (change: Partial<FormerForm>) => read(change).faults.map(({ key, says }) => `${key} ${says}`);

describe('a former address', () => {
  it.each([
    ['http://old.example.gov.cn/art/a.html?id=3#top', '/art/a.html?id=3'],
    ['/art/%e5%85%ac.html', '/art/%E5%85%AC.html'],
    ['/art/公.html', '/art/%E5%85%AC.html'],
    ['//evil.example/x', '/x'],
    ['https://evil.example//other.example/x', '//other.example/x'],
    ['/a/../../etc/passwd', '/etc/passwd'],
  ])('PRT-123 %s is kept as a path without a host', (address, path) => expect(formerPath(address)).toBe(path));

  it.each([
    '',
    '/',
    'https://old.example.gov.cn/',
    'javascript:alert(1)',
    'ftp://a/b',
    'http://',
    `/${'a'.repeat(600)}`,
  ])('PUB-91 %j is no article', (address) => expect(formerPath(address)).toBeUndefined());

  it('PUB-93 a link to another site is told from one to the former site', () => {
    const base = 'http://old.example.gov.cn/a/b.html';
    expect(['../x.pdf', '/x', 'https://old.example.gov.cn/x'].map((one) => isElsewhere(one, base))).toEqual([
      false,
      false,
      false,
    ]);
    expect(['https://evil.example/x', '//evil.example'].map((one) => isElsewhere(one, base))).toEqual([true, true]);
  });
});

describe('a line of the list', () => {
  it('PUB-116 is not longer than the desk takes, and files may stand behind semicolons', () => {
    expect(saysOf({ title: '题'.repeat(10_000) })).toEqual(['title 有 10000 个字，最多 200 个字。']);
    expect(saysOf({ summary: '概'.repeat(2_001) })).toEqual(['summary 有 2001 个字，最多 2000 个字。']);
    expect(read({ files: 'a.pdf；名称|b.pdf;c.pdf' }).article?.files).toEqual([
      { name: '', place: 'a.pdf' },
      { name: '名称', place: 'b.pdf' },
      { name: '', place: 'c.pdf' },
    ]);
  });

  it('PUB-91 is read with what the former site left out', () => {
    const { article } = read({ files: '通知.pdf|upload/a.pdf\nupload/b.docx', keywords: '植树、春季' });
    expect(article).toMatchObject({
      path: '/art/2019/5/4/art_12.html?id=3',
      files: [
        { name: '通知.pdf', place: 'upload/a.pdf' },
        { name: '', place: 'upload/b.docx' },
      ],
      command: {
        ...{ kind: 'news', columns: ['news.departments'], publishedOn: '2019-05-04', agencyId: 'county' },
        particulars: { issuer: '示例县人民政府', writtenOn: '2019-05-04', keywords: ['植树', '春季'] },
      },
    });
  });

  it.each<[Partial<FormerForm>, string]>([
    [{ column: '领导之窗' }, 'column 没有“领导之窗”这个栏目。'],
    [{ column: '政务动态' }, 'column 没有“政务动态”这个栏目。'],
    [{ address: 'javascript:alert(1)' }, 'address “javascript:alert(1)”不是文章的网址。'],
    [{ publishedOn: '去年春天' }, 'publishedOn “去年春天”不是日期。'],
    [{ agency: '别县' }, 'agency 没有“别县”这个机关。'],
    [{ kind: '小道消息' }, 'kind 没有“小道消息”这个种类。'],
    [{ title: ' ' }, 'title 没有填写标题。'],
    [{ text: 'x'.repeat(32_767) }, 'text 正文正好写满一个单元格，多半在这里断了。'],
  ])('PUB-91 %#: what is wrong is told by field, once', (change, says) => expect(saysOf(change)).toEqual([says]));
});

describe('a list', () => {
  const heads = ['原网址', '标题', '栏目', '原发布日期', '正文'];
  it('PUB-91 names columns it does not know, and musts that are not there', () => {
    expect(linesOfSheet([{ at: 1, texts: [...heads.slice(1), '点击量'] }])).toEqual({
      says: [expect.stringContaining('不认识“点击量”这一列。请删去，或者改成：原网址、'), '没有“原网址”这一列。'],
    });
    expect(linesOfJson([{ 标题: '甲', 点击量: 3 }])).toEqual({ says: [expect.stringContaining('“点击量”')] });
    expect(linesOfJson({ 标题: '甲' })).toHaveProperty('says');
    expect(linesOfJson([{ 标题: { 甲: 1 } }])).toEqual({ says: ['第 1 条的“标题”不是文字。'] });
  });

  it('PUB-91 reads a sheet and JSON alike', () => {
    const cells = ['/a', '甲', '通知公告', '2019-05-04', '文'];
    const sheet = linesOfSheet([
      { at: 1, texts: heads },
      { at: 2, texts: cells },
    ]);
    const json = linesOfJson([{ ...Object.fromEntries(heads.map((head, i) => [head, cells[i]])), 附件: [] }]);
    expect(sheet).toEqual({ lines: [{ ...('lines' in json ? json.lines[0] : {}), at: 2 }] });
  });
});

it('PUB-93 old pages: files and pictures are pointed at anew, scripts and strangers’ pictures are gone', () => {
  const seen: string[] = [];
  const hash = 'a'.repeat(64);
  const { html, leftOut } = turnBody(
    `<div onclick="x()"><script>alert(1)</script><iframe src="//evil.example"></iframe>
     <img src="../img/a.jpg" onerror="x()"><img src="https://evil.example/t.gif"><img src="/gone.jpg">
     <a href="b.docx">附件</a><a href="../5/c.html">另一篇</a><a href="javascript:alert(1)">点</a><a href="https://www.gov.cn/">国</a></div>`,
    '/art/4/a.html',
    {
      picture: (place, alt) => {
        seen.push(place);
        return place === '/art/img/a.jpg'
          ? { src: `/pictures/${hash}`, alt: alt || '配图', width: 9, height: 9 }
          : undefined;
      },
      file: (place) => {
        seen.push(place);
        return '/documents/d/files/f';
      },
    },
  );
  expect(seen).toEqual(['/art/img/a.jpg', '/gone.jpg', '/art/4/b.docx']);
  expect(leftOut).toEqual(['script', 'iframe']);
  const clean = cleanBody(html);
  expect(clean).toContain(`<img src="/pictures/${hash}" alt="配图" width="9" height="9" />`);
  expect(clean).toContain('<a href="/documents/d/files/f">附件</a><a href="/art/5/c.html">另一篇</a><a>点</a>');
  expect(clean).not.toMatch(/script|evil|onclick|onerror|iframe|gone/);
  expect(
    turnBody('<div>'.repeat(5_000), '/a', { picture: () => undefined, file: () => undefined }).html.length,
  ).toBeLessThan(1_500_000);
});
