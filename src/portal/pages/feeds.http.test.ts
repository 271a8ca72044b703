import { parseDocument } from 'htmlparser2';
import robotsParser from 'robots-parser';
import { beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { AGENT_NAME } from '../../supervision/site.ts';
import { HOSTILE, type PortalPlay, portalFor, portalPlay, SITE, textOf, visitorOf } from '../portal.fixture.ts';

const { db } = await testDatabase();
let play: PortalPlay;
beforeAll(async () => {
  play = await portalPlay(db);
  await db.updateTable('agencies').set({ parent_id: 'county' }).where('id', '=', 'town').execute();
});

const FORMATS = ['rss', 'atom', 'json'] as const;
const get = async (path: string) => (await play.visitor.get(path)).body;
/** Texts of the elements of a name, as a feed reader reads them. */
function texts(xml: string, name: string): string[] {
  const found: string[] = [];
  const walk = (nodes: ReturnType<typeof parseDocument>['children']) => {
    for (const node of nodes) {
      if (!('children' in node)) continue;
      if ('name' in node && node.name === name) found.push(words(node.children));
      walk(node.children);
    }
  };
  const words = (nodes: ReturnType<typeof parseDocument>['children']): string =>
    nodes.map((node) => ('data' in node ? node.data : 'children' in node ? words(node.children) : '')).join('');
  walk(parseDocument(xml, { xmlMode: true }).children);
  return found;
}

describe('PRT-84 feeds', () => {
  it('tell the same in three formats: what was typed, never as markup', async () => {
    const id = await play.show({ particulars: { title: HOSTILE, summary: `${HOSTILE} ]]> &lt;`, issuer: '县水利局' } });
    const address = `${SITE.url}/documents/${id}`;
    const [rss, atom] = [await get('/feed.rss'), await get('/feed.atom')];
    const { items } = JSON.parse(await get('/feed.json'));
    expect(items[0]).toMatchObject({ id: address, url: address, title: HOSTILE, author: { name: '县水利局' } });
    const asWritten = (text: string) => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
    for (const xml of [rss, atom]) {
      const title = texts(xml, 'title')[1]!;
      expect(title).not.toContain('<');
      expect(asWritten(title)).toBe(HOSTILE);
      expect(xml).not.toMatch(/<script|<img/);
    }
    expect(texts(rss, 'description')[1]).toBe(items[0].content_html);
    expect(texts(rss, 'link')[1]).toBe(address);
    expect(texts(atom, 'id')[1]).toBe(address);
    expect(texts(atom, 'name')).toContain('县水利局');
  });

  it('say what they are, may be kept, and do not depend on how a reader wants his pages', async () => {
    const types = { rss: 'application/rss+xml', atom: 'application/atom+xml', json: 'application/feed+json' };
    for (const format of FORMATS) {
      const { headers } = await play.visitor.get(`/feed.${format}`, { cookie: 'reading=senior.huge' });
      expect([headers['content-type'], headers.vary]).toEqual([`${types[format]}; charset=utf-8`, 'accept-encoding']);
      const again = await play.visitor.get(`/feed.${format}`, { 'if-none-match': headers.etag as string });
      expect(again.statusCode).toBe(304);
    }
  });

  it('are found by themselves from the home page, a column, a document and an agency', async () => {
    const id = await play.show();
    for (const [path, feed] of [
      ['/', '/feed'],
      ['/columns/news', '/columns/news/feed'],
      [`/documents/${id}`, '/columns/news.headlines/feed'],
      ['/agencies/town', '/agencies/town/feed'],
    ] as const) {
      const body = await get(path);
      for (const format of FORMATS)
        expect(body).toMatch(
          new RegExp(`<link rel="alternate" type="application/[a-z+]+" title="[^"]+" href="${feed}.${format}"`),
        );
    }
  });
});

describe('PRT-83 what a feed follows', () => {
  const titlesIn = async (path: string) =>
    JSON.parse(await get(path)).items.map(({ title }: { title: string }) => title);

  it('a column with those below it, or one agency; publishing, revising and withdrawing are seen at once, and only there', async () => {
    const tags = () =>
      Promise.all(
        [
          '/feed.rss',
          '/columns/news/feed.rss',
          '/agencies/county/feed.rss',
          '/columns/overview/feed.rss',
          '/agencies/town/feed.rss',
        ].map(async (path) => (await play.visitor.get(path)).headers.etag),
      );
    const before = await tags();
    const id = await play.show({ particulars: { title: '头一条' } });
    const after = await tags();
    expect(after.map((tag, n) => tag !== before[n])).toEqual([true, true, true, false, false]);
    expect((await titlesIn('/columns/news/feed.json'))[0]).toBe('头一条');
    await play.tell({ verb: 'withdraw', documentId: id, reason: 'error', explanation: '内部说明' });
    for (const path of ['/feed.json', '/columns/news/feed.json', '/agencies/county/feed.json'])
      expect(await titlesIn(path)).not.toContain('头一条');
  });

  it('ends after fifty, newest first', async () => {
    for (let n = 1; n <= 51; n += 1)
      await play.show({ columns: ['overview.county'], particulars: { title: `概况${n}` } });
    const titles = await titlesIn('/columns/overview/feed.json');
    expect([titles.length, titles[0], titles.at(-1)]).toEqual([50, '概况51', '概况2']);
  });
});

it('PRT-83 a column that holds nothing yet has a feed without entries', async () => {
  expect(texts(await get('/columns/catalogue.rules/feed.atom'), 'entry')).toEqual([]);
});

describe('PRT-85 agencies', () => {
  it('each has a page with what it published and its feed', async () => {
    expect(await get('/agencies')).toContain('href="/agencies/town"');
    await play.show({ particulars: { title: '县里公开的' } });
    expect(textOf(await get('/agencies/county'))).toContain('县里公开的');
    expect(textOf(await get('/agencies/town'))).not.toContain('县里公开的');
    expect(textOf(await get('/agencies/town'))).toContain('这个机关还没有在本站公开信息。');
  });
});

describe('PRT-86 the map for programs', () => {
  it('leads to every document and every page, each of which answers under exactly this address', async () => {
    const id = await play.show();
    const maps = texts(await get('/sitemap.xml'), 'loc');
    expect(maps).toEqual([`${SITE.url}/sitemap-pages.xml`, `${SITE.url}/sitemap-1.xml`]);
    const documents = await get('/sitemap-1.xml');
    expect(texts(documents, 'loc')).toContain(`${SITE.url}/documents/${id}`);
    expect(texts(documents, 'lastmod').every((day) => !Number.isNaN(Date.parse(day)))).toBe(true);
    for (const address of texts(await get('/sitemap-pages.xml'), 'loc')) {
      const { statusCode, body } = await play.visitor.get(address.slice(SITE.url.length));
      expect([address, statusCode, body.includes(`<link rel="canonical" href="${address}"`)]).toEqual([
        address,
        200,
        true,
      ]);
    }
  });

  it('what was withdrawn is gone from it at once', async () => {
    const id = await play.show();
    expect(await get('/sitemap-1.xml')).toContain(id);
    await play.tell({ verb: 'withdraw', documentId: id, reason: 'error', explanation: '重复' });
    expect(await get('/sitemap-1.xml')).not.toContain(id);
  });

  it('PRT-86 a demo county asks not to be indexed; a real one keeps programs from what is endless and from what is made for each who asks', async () => {
    const demo = await get('/robots.txt');
    expect(demo).toContain('Disallow: /\n');
    const rules = robotsParser('https://a.example/robots.txt', demo);
    expect(rules.isAllowed('https://a.example/catalogue', 'AnySearch')).toBe(false);
    expect(rules.isAllowed('https://a.example/catalogue', AGENT_NAME)).toBe(true);
    const allowed = (path: string) => rules.isAllowed(`https://a.example${path}`, AGENT_NAME);
    expect(allowed('/search?q=x')).toBe(false);
    expect(['/documents/1f', '/documents/1f.pdf', '/documents/1f.docx', '/files/1f.pdf'].map(allowed)).toEqual([
      ...[true, false, false, true],
    ]);
    const real = await visitorOf(portalFor(play.house, { demo: false })).get('/robots.txt');
    expect(real.body).not.toContain('Disallow: /\n');
    expect(real.body).toContain('Disallow: /search?\n');
    expect(real.body).toContain(`Sitemap: ${SITE.url}/sitemap.xml\n`);
  });
});

describe('who may not', () => {
  it('PRT-5 nobody learns of a draft by a feed or a map, nor who wrote anything', async () => {
    const { id } = await play.draft({ particulars: { title: '绝密草稿' } });
    for (const path of [...FORMATS.map((format) => `/feed.${format}`), '/sitemap-1.xml', '/agencies/county'])
      expect([path, new RegExp(`绝密草稿|${id}|officer-`).test(await get(path))]).toEqual([path, false]);
  });

  it('nothing is there of an unknown column, agency or page of the map', async () => {
    for (const path of [
      '/columns/no-such/feed.rss',
      '/agencies/no-such/feed.atom',
      '/agencies/no-such',
      '/sitemap-9.xml',
      '/sitemap-0.xml',
      '/sitemap-x.xml',
      '/columns/__proto__/feed.json',
    ])
      expect([path, (await play.visitor.get(path)).statusCode]).toEqual([path, 404]);
  });
});
