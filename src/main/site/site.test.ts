import { existsSync, mkdirSync, mkdtempSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isRefusal } from '../../statute/refusal.ts';
import { type ExportFolder, openExportFolder } from './export-folder.ts';
import { exportSite } from './export-site.ts';
import { linksIn, withLinks } from './static-links.ts';
import { relativeLink, staticAddress, staticFile } from './static-path.ts';

const fresh = () => mkdtempSync(join(tmpdir(), 'gongkai-export-'));
function opened(path: string): ExportFolder {
  const folder = openExportFolder(path);
  if (isRefusal(folder)) throw new Error(folder.says);
  return folder;
}

describe('where a page lies', () => {
  it.each([
    ['/', true, undefined, 'index.html'],
    ['/documents/ab-1', true, undefined, 'documents/ab-1/index.html'],
    ['/columns/news?page=2', true, undefined, 'columns/news/page-2/index.html'],
    ['/style-12.css', false, undefined, 'style-12.css'],
    ['/documents/a/files/b', false, '附件.xlsx', 'documents/a/files/b/附件.xlsx'],
  ])('PRT-81 %s', (address, isPage, name, file) => expect(staticFile(address, isPage, name)).toBe(file));

  it.each([
    '/documents/..',
    '/documents/%2e%2e/x',
    '/a/..%2f..%2fetc/passwd',
    '/a/%00',
    '/a/.hidden',
    '/%zz',
    '/a/b\\c',
  ])('PRT-82 no file for %s', (address) => expect(staticFile(address, true)).toBeUndefined());

  it.each([
    '//evil.example/x',
    'https://evil.example/',
    'mailto:a@b',
    '#top',
    '/apply',
    '/apply/person',
    '/track?x=1',
    '/letters/write',
    '/mistakes/report',
    '/search?q=a',
    '/settings?size=large',
    '/columns/a?page=0',
    '/columns/a?year=2024',
    '/api/inbox',
    '/documents/ab-1.pdf',
  ])('PRT-81 %s is not exported', (href) => expect(staticAddress(href)).toBeUndefined());

  it('PRT-81 one file speaks of another by the way between them', () => {
    expect(relativeLink('index.html', 'documents/a/index.html')).toBe('documents/a/');
    expect(relativeLink('documents/a/index.html', 'index.html')).toBe('../../');
    expect(relativeLink('documents/a/index.html', 'documents/b/index.html')).toBe('../b/');
    expect(relativeLink('documents/a/index.html', 'documents/a/index.html')).toBe('./');
    expect(relativeLink('documents/a/index.html', 'documents/a/files/f/附件.pdf')).toBe(
      'files/f/%E9%99%84%E4%BB%B6.pdf',
    );
  });
});

describe('links of a page', () => {
  it('PRT-81 tags are turned, text and other attributes are not', () => {
    const html =
      '<p title="href=&quot;/a&quot;">写作 href="/a" 的</p><a class="x" href="/a?x=1&amp;page=2">一</a><img src="/i" srcset="/i 1x, /j 2x">';
    expect(withLinks(html, (href) => `!${href}`)).toBe(
      '<p title="href=&quot;/a&quot;">写作 href="/a" 的</p><a class="x" href="!/a?x=1&amp;page=2">一</a><img src="!/i" srcset="!/i 1x, !/j 2x">',
    );
    expect(linksIn('<form action="/search"></form><a href="/b">二</a>')).toEqual(['/b']);
  });
});

describe('the folder', () => {
  it('PRT-82 holds what is ours or nothing, and nothing lies outside', () => {
    const path = fresh();
    writeFileSync(join(path, '别人的.txt'), 'x');
    expect(openExportFolder(path)).toMatchObject({ code: 'PRT-82', says: expect.stringContaining('请换一个空文件夹') });
    expect(readFileSync(join(path, '别人的.txt'), 'utf8')).toBe('x');
    const ours = opened(fresh());
    for (const file of ['../out.html', '/etc/passwd', 'a/../../out.html'])
      expect(() => ours.write(file, Buffer.from('x'))).toThrow('outside');
  });

  it('PRT-81 what did not change keeps its time, what is gone is taken away with its folder', () => {
    const path = fresh();
    const first = opened(path);
    for (const file of ['a/index.html', 'b/index.html']) first.write(file, Buffer.from(file));
    expect(first.close()).toBe(0);
    utimesSync(join(path, 'a/index.html'), 1, 1);
    const second = opened(path);
    expect(second.write('a/index.html', Buffer.from('a/index.html'))).toBe(false);
    expect(second.close()).toBe(1);
    expect(statSync(join(path, 'a/index.html')).mtimeMs).toBe(1_000);
    expect(existsSync(join(path, 'b'))).toBe(false);
  });

  it('PRT-81 a run that was killed in between is mended by the next: nothing stays that nobody knows', () => {
    const path = fresh();
    opened(path).write('gone/index.html', Buffer.from('x'));
    mkdirSync(join(path, 'cut'));
    writeFileSync(join(path, 'cut/index.html.gongkai-part'), 'half');
    writeFileSync(join(path, '.gongkai-site.writing'), '"gone/index.html"\n"cut/index.html"\n"never/ind');
    const next = opened(path);
    next.write('a/index.html', Buffer.from('a'));
    expect(next.close()).toBe(2);
    expect(existsSync(join(path, 'gone'))).toBe(false);
    expect(existsSync(join(path, 'cut'))).toBe(false);
    expect(existsSync(join(path, '.gongkai-site.writing'))).toBe(false);
  });
});

it('PRT-82 a damaged list of what is ours is said, and nothing is touched', () => {
  const path = fresh();
  opened(path).close();
  writeFileSync(join(path, '.gongkai-site.json'), '{"files":');
  expect(openExportFolder(path)).toMatchObject({ code: 'PRT-82', says: expect.stringContaining('损坏') });
});

describe('the walk', () => {
  const SITE: Readonly<Record<string, { type: string; body: string; name?: string }>> = {
    '/': {
      type: 'text/html',
      body: '<a href="/documents/a">一</a><a href="/apply">申请</a><a href="/missing">没有</a><a href="/..%2f..%2fetc">出去</a>',
    },
    '/sitemap': { type: 'text/html', body: '<a href="/">首页</a>' },
    '/documents/a': {
      type: 'text/html',
      body: '<link href="/s.css"><a href="/documents/a/files/f#x">附件</a><form action="/search"></form>',
    },
    '/s.css': { type: 'text/css', body: 'a{}' },
    '/sitemap.xml': { type: 'application/xml', body: '<loc>https://x.example/sitemap-1.xml</loc>' },
    '/sitemap-1.xml': {
      type: 'application/xml',
      body: '<loc>https://x.example/documents/lonely</loc><loc>https://x.example/track</loc><loc>nowhere</loc>',
    },
    '/documents/lonely': { type: 'text/html', body: '没有链接指向我' },
    '/documents/a/files/f': { type: 'application/pdf', body: 'PDF', name: '附 件.pdf' },
  };
  const app = {
    inject: async ({ url }: { url: string }) => {
      const found = SITE[url];
      return {
        statusCode: found ? 200 : 404,
        headers: {
          'content-type': found?.type ?? 'text/html',
          ...(found?.name
            ? { 'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(found.name)}` }
            : {}),
        },
        rawPayload: Buffer.from(found?.body ?? ''),
      };
    },
  } as never;

  it('PRT-81 writes what a reader can reach, leads the rest to the server, and names what does not answer', async () => {
    const path = fresh();
    const wish = { server: 'https://x.example', onProgress: () => {} };
    const done = await exportSite(app, { ...wish, folder: opened(path) });
    expect(done).toMatchObject({ pages: 4, files: 4, written: 8, removed: 0, left: ['/missing', '/..%2f..%2fetc'] });
    const read = (file: string) => readFileSync(join(path, file), 'utf8');
    expect(read('index.html')).toBe(
      '<a href="documents/a/">一</a><a href="https://x.example/apply">申请</a><a href="https://x.example/missing">没有</a><a href="https://x.example/..%2f..%2fetc">出去</a>',
    );
    expect(read('documents/a/index.html')).toBe(
      '<link href="../../s.css"><a href="files/f/%E9%99%84-%E4%BB%B6.pdf#x">附件</a><form action="https://x.example/search"></form>',
    );
    expect(read('documents/lonely/index.html')).toContain('没有链接');
    expect(await exportSite(app, { ...wish, folder: opened(path) })).toMatchObject({ written: 0 });
  });

  it('PRT-131 a page stands where one of the former site stood and leads on; where none can it is counted', async () => {
    const path = fresh();
    const former = [
      '/art/2019/5/4/art_12.html',
      '/xxgk/tzgg/',
      '/index.html',
      '/documents/a',
      '/show.do?id=3',
      '/list?id=3',
      '/upload/a.pdf',
      '/a/..%2f..%2fx.html',
    ].map((one) => ({ path: one, now: '/documents/a' }));
    const wish = { server: 'https://x.example', onProgress: () => {} };
    const gone = { path: '/gone.html', now: '/documents/gone' };
    const done = await exportSite(app, { ...wish, former: [...former, gone], folder: opened(path) });
    expect(done).toMatchObject({ pages: 4, files: 4, written: 10, former: { led: 2, without: 6 } });
    const page = readFileSync(join(path, 'art/2019/5/4/art_12.html'), 'utf8');
    for (const words of [
      '<meta http-equiv="refresh" content="0; url=../../../../documents/a/">',
      '<link rel="canonical" href="https://x.example/documents/a">',
      '<a href="../../../../documents/a/">',
    ])
      expect(page).toContain(words);
    expect(readFileSync(join(path, 'xxgk/tzgg/index.html'), 'utf8')).toContain('url=../../documents/a/');
    expect([existsSync(join(path, 'gone.html')), existsSync(join(path, 'upload'))]).toEqual([false, false]);
    expect(readFileSync(join(path, 'index.html'), 'utf8')).toContain('申请');
    expect(await exportSite(app, { ...wish, folder: opened(path) })).toMatchObject({ written: 0, removed: 2 });
  });

  it('PRT-81 a page that fails stops the export, and what was published stays where it is', async () => {
    const path = fresh();
    const wish = { server: 'https://x.example', onProgress: () => {} };
    await exportSite(app, { ...wish, folder: opened(path) });
    const failing = {
      inject: async (asked: { url: string }) =>
        asked.url === '/documents/a'
          ? { statusCode: 500, headers: { 'content-type': 'text/html' }, rawPayload: Buffer.from('') }
          : (app as { inject(asked: { url: string }): Promise<object> }).inject(asked),
    } as never;
    expect(await exportSite(failing, { ...wish, folder: opened(path) })).toMatchObject({
      code: 'PRT-81',
      says: expect.stringContaining('没有删去任何文件'),
    });
    expect(existsSync(join(path, 'documents/a/index.html'))).toBe(true);
    expect(existsSync(join(path, 'documents/a/files/f/附-件.pdf'))).toBe(true);
  });
});
