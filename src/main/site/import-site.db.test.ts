import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { KEYS } from '../../../test/support/request-desk.ts';
import { lookInto } from '../../desk/publications/look-into.ts';
import { verifyLedger } from '../../ledger/store.ts';
import { openFileStore } from '../../platform/files/file-store.ts';
import { writeFilled } from '../../platform/papers/sheet.ts';
import { readCells } from '../../platform/papers/xlsx-cells.ts';
import { type PortalPlay, portalPlay, textOf } from '../../portal/portal.fixture.ts';
import { linesOfJson, linesOfSheet } from '../../publications/former-list.ts';
import { formerArticles } from '../../publications/store/former-addresses.ts';
import { exportSite } from './export-site.ts';
import { openFormerFiles } from './former-files.ts';
import { importSheet, importText } from './import-report.ts';
import { type ImportWish, importSite } from './import-site.ts';

const { db } = await testDatabase();
const home = mkdtempSync(join(tmpdir(), 'gongkai-import-'));
const folder = join(home, 'old');
const files = openFileStore(join(home, 'shelf'), KEYS);
let play: PortalPlay;

const WITH_IDENTITY = '甲 11010519491231002X 乙';
const entry = (n: number, change: Readonly<Record<string, unknown>> = {}) => ({
  原网址: `http://old.example.gov.cn/art/${n}.html`,
  标题: `旧闻第 ${n} 条`,
  栏目: '部门动态',
  原发布日期: '2019-05-04',
  正文: `<p>第 ${n} 条的正文。</p>`,
  ...change,
});

beforeAll(async () => {
  mkdirSync(join(folder, 'upload/img'), { recursive: true });
  writeFileSync(join(folder, 'upload/名单.txt'), '一二三四五');
  writeFileSync(join(folder, 'upload/leak.txt'), WITH_IDENTITY);
  writeFileSync(join(folder, 'upload/fake.pdf'), 'MZ this is no PDF');
  writeFileSync(join(home, 'outside.txt'), '不该读到');
  symlinkSync(join(home, 'outside.txt'), join(folder, 'upload/link.txt'));
  const picture = sharp({ create: { width: 600, height: 400, channels: 3, background: '#c00' } });
  writeFileSync(join(folder, 'upload/img/a.jpg'), await picture.jpeg().toBuffer());
  play = await portalPlay(db, { files });
});
beforeEach(() => play.on('2024-03-01'));

async function run(entries: readonly unknown[], change: Partial<ImportWish> = {}) {
  const list = linesOfJson(entries);
  if (!('lines' in list)) throw new Error(list.says.join());
  return importSite({
    lines: list.lines,
    ground: { countyId: 'county', agencies: [{ id: 'county', name: '机关 county' }], columns: new Map() },
    folder: openFormerFiles(folder),
    house: play.house,
    files,
    lookInto,
    dryRun: false,
    onProgress: () => {},
    ...change,
  });
}

const counted = async () =>
  Number(
    (
      await db
        .selectFrom('documents')
        .select((q) => q.fn.countAll().as('n'))
        .executeTakeFirstOrThrow()
    ).n,
  );

it('PRT-123 PUB-92 PUB-93 what was taken over is found at its old address, tells the old site’s day as such, and carries its files', async () => {
  const done = await run([
    entry(1, {
      正文: '<script>alert(1)</script><p>看<a href="../upload/名单.txt">名单</a></p><img src="/upload/img/a.jpg"><img src="/upload/img/lost.jpg">',
    }),
  ]);
  expect(done).toMatchObject({ imported: 1, refused: 0 });
  expect(done.remarks.map(({ says }) => says)).toEqual([
    '图片“/upload/img/lost.jpg”不在 --files 文件夹里，没有带进来。',
    '去掉了不能带进来的内容：script。',
  ]);
  await play.hearNews();
  const sent = await play.visitor.get('/art/1.html');
  expect(sent.statusCode).toBe(301);
  const place = String(sent.headers.location);
  expect(place).toMatch(/^\/documents\/[\w-]+$/);
  const articles = (await formerArticles(db)).filter(({ path }) => path.startsWith('/art/1.html'));
  expect(articles, 'PRT-131 and of files none').toEqual([{ path: '/art/1.html', documentId: place.split('/').at(-1) }]);
  const { body } = await play.visitor.get(place);
  expect(textOf(body)).toMatch(/原网站发布于\s*2019-05-04/);
  expect(textOf(body)).toMatch(/移入本站\s*2024-03-01/);
  expect(textOf(body)).not.toContain('发布时间');
  expect(body).toContain('<meta name="PubDate" content="2019-05-04"');
  expect(body).not.toContain('alert(1)');
  const file = /href="(\/documents\/[^"]+\/files\/[^"]+)"/.exec(body)![1]!;
  expect((await play.visitor.get(file)).body).toBe('一二三四五');
  const old = await play.visitor.get(encodeURI('/upload/名单.txt'));
  expect([old.statusCode, old.headers.location]).toEqual([301, file]);
  const picture = /src="(\/documents\/[^"]+\/pictures\/[0-9a-f]{64})"/.exec(body)![1]!;
  expect((await play.visitor.get(picture)).statusCode).toBe(200);
  expect(body).toContain('alt="“旧闻第 1 条”配图 1"');
});

it.each(['//evil.example/art/1.html', '/art/1.html?to=//evil.example', '/art/1.html/', '/nothing', '/art/%00'])(
  'PRT-123 %s leads nowhere else',
  async (address) => {
    const { statusCode, headers } = await play.visitor.get(address);
    expect(headers.location ?? '').not.toContain('evil');
    expect([301, 400, 404]).toContain(statusCode);
    if (statusCode === 301) expect(headers.location).toMatch(/^\/documents\/[\w-]+$/);
  },
);

it('PUB-91 killed between any two writes, the next run takes over the rest and nothing twice', async () => {
  const entries = [1, 2, 3].map((n) => entry(100 + n, { 附件: ['upload/名单.txt'] }));
  const before = await counted();
  // Each act reads the clock once: it dies before the first, the second, …, until a run comes through.
  for (let alive = 0, isThrough = false; !isThrough; alive += 1) {
    let read = 0;
    const now = () => {
      read += 1;
      if (read > alive) throw new Error('killed');
      return play.house.now();
    };
    isThrough = await run(entries, { house: { ...play.house, now } }).then(
      () => true,
      () => false,
    );
  }
  expect(await run(entries)).toMatchObject({ imported: 0, before: 3, refused: 0 });
  expect(await counted()).toBe(before + 3);
  const twice = await db.selectFrom('documents').select('title').where('title', 'like', '旧闻第 10_ 条').execute();
  expect(twice.map(({ title }) => title).sort()).toEqual(['旧闻第 101 条', '旧闻第 102 条', '旧闻第 103 条']);
  expect(await verifyLedger(db)).toHaveProperty('hash');
});

it('PUB-91 two runs at once take each article over once', async () => {
  const entries = [201, 202].map((n) => entry(n));
  const before = await counted();
  const both = await Promise.all([run(entries), run(entries)]);
  expect(await counted()).toBe(before + 2);
  expect(both.map(({ imported }) => imported).reduce((a, b) => a + b)).toBe(2);
});

describe('PUB-91 a trial run', () => {
  it('finds what the real one finds and leaves nothing behind', async () => {
    const entries = [
      entry(301, { 附件: ['upload/名单.txt'], 正文: '<p>文</p><img src="/upload/img/a.jpg">' }),
      entry(302, { 栏目: '没有的栏目' }),
      entry(301),
    ];
    const [documents, rows, named] = [
      await counted(),
      await db.selectFrom('attached_files').select('id').execute(),
      await db.selectFrom('ledger_entries').select('seq').execute(),
    ];
    const tried = await run(entries, { dryRun: true });
    expect(await counted()).toBe(documents);
    expect(await db.selectFrom('attached_files').select('id').execute()).toEqual(rows);
    expect(await db.selectFrom('ledger_entries').select('seq').execute()).toEqual(named);
    expect(tried).toMatchObject({ lines: 3, imported: 1, before: 0, refused: 2 });
    expect(importText(tried, true)).toContain(
      '可以导入 1 条，以前已经导入 0 条，不能导入 2 条。这是试运行，什么也没有写入。',
    );
    const sheet = readCells(await writeFilled(importSheet(tried, true)), 10)!;
    expect(sheet[1]!.texts.slice(0, 5)).toEqual([
      '2',
      '旧闻第 302 条',
      '栏目',
      '没有导入',
      '没有“没有的栏目”这个栏目。',
    ]);
    expect(await run(entries)).toMatchObject({ imported: 1, refused: 2, remarks: tried.remarks });
  });
});

it.each([
  ['没有的', 'upload/none.pdf', '“upload/none.pdf”不在 --files 文件夹里。'],
  ['名不副实的', 'upload/fake.pdf', '“fake.pdf”的内容不是PDF，没有接收。'],
  ['指到文件夹外的', '../outside.txt', '“../outside.txt”不在 --files 文件夹里。'],
  ['链接到文件夹外的', 'upload/link.txt', '“upload/link.txt”不在 --files 文件夹里。'],
])('PUB-93 附件是%s，这一条不导入', async (_, place, says) => {
  const done = await run([entry(400, { 附件: [place] })]);
  expect(done).toMatchObject({ imported: 0, refused: 1 });
  expect(done.remarks.flatMap((one) => [one.field, one.says]).join()).toContain(says);
});

it.each([
  ['正文', { 正文: `<p>${WITH_IDENTITY}</p>` }],
  ['附件', { 附件: ['upload/leak.txt'] }],
])('PUB-94 旧文章的%s里有身份证号，不带到新网站', async (_, change) => {
  const done = await run([entry(500, change)]);
  expect(done).toMatchObject({ imported: 0, refused: 1 });
  expect(done.remarks[0]!.says).toContain('身份证');
  expect(JSON.stringify(done)).not.toContain('1231002X');
  expect((await play.visitor.get('/art/500.html')).statusCode).toBe(404);
});

it('PUB-92 a day that is not before today is refused: the former site’s date dates nothing back', async () => {
  const done = await run([entry(600, { 原发布日期: '2024-03-01' })]);
  expect(done.remarks[0]!.says).toContain('发布时间由系统写入');
});

it('PRT-123 a static export leads from an old link to the page of today', async () => {
  await run([entry(800), entry(801, { 正文: '<p>见<a href="/art/800.html">前一篇</a>。</p>' })]);
  await play.hearNews();
  const pages = new Map<string, string>();
  const folder = {
    write: (file: string, content: Buffer) => pages.set(file, content.toString()).size > 0,
    close: () => 0,
  };
  const server = 'https://www.example.gov.cn';
  const done = await exportSite(play.portal.app, { folder, server, onProgress: () => {} });
  expect(done).toMatchObject({ left: [] });
  const now = String((await play.visitor.get('/art/800.html')).headers.location);
  const page = [...pages.values()].find((text) => text.includes('前一篇</a>'))!;
  expect(page).toContain(`<a href="../${now.split('/').at(-1)}/">前一篇</a>`);
});

it('PUB-91 reads the sheet a county fills in', async () => {
  const heads = Object.keys(entry(0));
  const file = await writeFilled({ title: '清单', heads, lines: [Object.values(entry(700)) as string[]], notes: [] });
  const list = linesOfSheet(readCells(file, 100)!);
  expect('lines' in list && list.lines[0]!.form.address).toBe('http://old.example.gov.cn/art/700.html');
});
