import { beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../test/support/database.ts';
import { databaseOver, openDatabase, openPool } from '../platform/database.ts';
import { unlessAway } from '../platform/reading/database-away.ts';
import { particularsOf } from '../publications/particulars.ts';
import { houseWithoutDatabase, type PortalPlay, portalFor, portalPlay, SITE, visitorOf } from './portal.fixture.ts';

const { db, url } = await testDatabase();
let play: PortalPlay;
let paths: string[];

beforeAll(async () => {
  play = await portalPlay(db);
  const id = await play.show();
  await play.keepReport();
  paths = [
    '/',
    '/columns/news.headlines',
    `/documents/${id}`,
    '/search',
    '/search?q=动态',
    '/catalogue',
    '/guide',
    '/figures/2024/items',
    '/decisions/licensing',
    '/decisions/punishment?q=公司',
    '/fee',
    '/deadline',
    '/apply',
    '/apply/complaint',
    '/apply/consultation',
    '/track',
    '/letters',
    '/letters/write',
    '/letters/track',
    '/interviews',
    '/consultations',
    '/consultations/track',
    '/mistakes/report',
    '/mistakes/track',
    '/annual-reports',
    '/annual-reports/2024',
    '/annual-reports/compare',
    '/check-report',
    '/agencies',
    '/agencies/county',
    '/feeds',
    '/shared',
    '/open',
    '/sitemap',
    '/nothing-here',
  ];
});

/** Every page at once, so that a new one cannot forget what all must have. */
const each = async (look: (html: string, path: string) => unknown) => {
  const wrong: string[] = [];
  for (const path of paths) {
    const { body } = await play.visitor.get(path);
    if (!look(body, path)) wrong.push(path);
  }
  expect(wrong).toEqual([]);
};

describe('every page', () => {
  it('is a whole page in Chinese with one first heading, a title and a way past the head', () =>
    each(
      (html) =>
        html.startsWith('<!doctype html><html lang="zh-CN"') &&
        html.match(/<h1[\s>]/g)?.length === 1 &&
        /<title>[^<]+<\/title>/.test(html) &&
        html.includes('href="#main"') &&
        html.endsWith('</html>'),
    ));

  it('PRT-11 says 演示数据 in a demo county, and only there', async () => {
    await each((html) => html.includes('演示数据'));
    const real = visitorOf(portalFor(play.house, { demo: false }));
    for (const path of paths) expect((await real.get(path)).body).not.toContain('演示数据');
  });

  it('PRT-7 carries the three tags of the site and the identity its foot must show', () =>
    each(
      (html) =>
        html.includes(`<meta name="SiteName" content="${SITE.name}"`) &&
        html.includes('<meta name="SiteDomain" content="www.example.gov.cn"') &&
        html.includes(`<meta name="SiteIDCode" content="${SITE.idCode}"`) &&
        [SITE.sponsor, SITE.operator, SITE.phone, SITE.idCode, SITE.icp, SITE.policeRecord].every((part) =>
          html.slice(html.indexOf('<footer')).includes(part),
        ) &&
        html.includes('href="/sitemap"'),
    ));

  it('names its one address, or asks search engines to stay away', () =>
    each(
      (html, path) =>
        html.includes(`<link rel="canonical" href="${SITE.url}${path}"`) !==
        html.includes('<meta name="robots" content="noindex"'),
    ));

  it('holds neither script nor style in the page, runs but the scripts of the site, and loads nothing from elsewhere', () =>
    each(
      (html) =>
        !/<script(?! type="application\/ld\+json"| src="\/(?:apply|read)-[0-9a-f]{12}\.js" defer>)/.test(html) &&
        !/<style|\sstyle=|\son\w+=/.test(html) &&
        !/(src|href)="(https?:)?\/\//.test(html.replace(/<link rel="canonical"[^>]*>/, '')),
    ));

  it('follows the reader: 适老版 and large letters by cookie, anything else in the cookie is ignored', async () => {
    const { body } = await play.visitor.get('/', { cookie: 'a=b; reading=senior.large' });
    expect(body).toContain('class="senior large"');
    const strange = await play.visitor.get('/', { cookie: 'reading="><script>' });
    expect(strange.body).toContain('<html lang="zh-CN">');
  });
});

describe('LED-4 with the primary away', () => {
  const house = () => ({
    ...play.house,
    db: databaseOver(unlessAway(openPool({ connectionString: url }), () => true)),
  });

  it('every page is read at the replica, where nothing can be written, and those that are not kept say what cannot be done', async () => {
    const reading = openDatabase({
      connectionString: `${url}${url.includes('?') ? '&' : '?'}options=-c%20default_transaction_read_only%3Don`,
    });
    const cut = visitorOf(portalFor(house(), { reading, cutOff: () => true }));
    const different: string[] = [];
    const silent: string[] = [];
    for (const path of [...paths, '/api/v1/documents', '/api/v1/columns', '/feeds/all.atom', '/sitemap.xml']) {
      const [here, there] = [await play.visitor.get(path), await cut.get(path)];
      const says = there.body.includes('<strong>暂停受理</strong>');
      if (here.statusCode !== there.statusCode || (!says && here.body !== there.body)) different.push(path);
      if (!says && here.headers['cache-control'] === 'no-store') silent.push(path);
    }
    await reading.destroy();
    expect([different, silent]).toEqual([[], []]);
  });

  it('and with the replica away the numbers, codes and forms are still asked of the primary', async () => {
    const nowhere = houseWithoutDatabase(play.house).db;
    const portal = visitorOf(portalFor(play.house, { reading: nowhere }));
    for (const path of ['/track', '/letters/track', '/consultations/track', '/mistakes/track']) {
      const { statusCode } = await portal.post(path, { number: '2024000001', code: 'AAAA-AAAA-2345' });
      expect([path, statusCode]).toEqual([path, 404]);
    }
  });
});

describe('who may not', () => {
  it('PRT-5 nobody learns who wrote, froze or published', () => each((html) => !/officer-|某人/.test(html)));

  it('a page is framed by nobody, runs no foreign script and sets no cookie', async () => {
    for (const path of paths) {
      const { headers } = await play.visitor.get(path);
      expect(headers['content-security-policy']).toContain(`script-src 'self'`);
      expect(headers['content-security-policy']).toContain(`frame-ancestors 'none'`);
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['set-cookie']).toBeUndefined();
    }
  });

  it('no address but that of a page answers, and none with a fault', async () => {
    for (const path of [
      '/admin',
      '/api/inbox',
      '/documents/',
      '/documents/..%2F..%2Fetc',
      '/columns/__proto__',
      '/annual-reports/constructor',
    ])
      expect([path, (await play.visitor.get(path)).statusCode]).toEqual([path, 404]);
  });

  it('nothing is changed by another method', async () => {
    for (const method of ['PUT', 'DELETE', 'PATCH'] as const) {
      const { statusCode } = await play.portal.app.inject({ method, url: '/apply' });
      expect(statusCode).toBe(404);
    }
  });
});

describe('PRT-6 pages that are the same for everybody', () => {
  it('answer HEAD as GET without the page, and 304 to whoever has it', async () => {
    const { app } = play.portal;
    const first = await play.visitor.get('/catalogue');
    expect(first.headers.etag).toMatch(/^"[\w-]+"$/);
    const head = await app.inject({ method: 'HEAD', url: '/catalogue' });
    expect([head.statusCode, head.body, head.headers.etag]).toEqual([200, '', first.headers.etag]);
    expect(head.headers['content-length']).toBe(String(first.rawPayload.length));
    const again = await play.visitor.get('/catalogue', { 'if-none-match': first.headers.etag as string });
    expect([again.statusCode, again.body]).toEqual([304, '']);
    const packed = await play.visitor.get('/catalogue', { 'accept-encoding': 'br' });
    expect(packed.headers['content-encoding']).toBe('br');
    expect(packed.headers.etag).not.toBe(first.headers.etag);
  });

  it('are one page per way of reading: no reader gets what another has set', async () => {
    const senior = await play.visitor.get('/', { cookie: 'reading=senior.huge' });
    const plain = await play.visitor.get('/');
    expect(senior.headers.etag).not.toBe(plain.headers.etag);
    expect(plain.body).not.toContain('class="senior');
    expect(plain.headers.vary).toContain('cookie');
  });
});

describe('publishing', () => {
  const titled = (title: string) => ({
    particulars: particularsOf({ title, issuer: '县政府办公室', writtenOn: '2024-03-01' as never }),
  });

  it('PRT-6 is seen at once by the pages that show it, and by no other page', async () => {
    const tags = async () =>
      Promise.all(
        [
          '/',
          '/columns/news.headlines',
          '/columns/news',
          '/search?q=动态',
          '/columns/overview',
          '/fee',
          '/annual-reports',
        ].map(async (path) => (await play.visitor.get(path)).headers.etag),
      );
    const before = await tags();
    await play.show(titled('又一条动态'));
    const after = await tags();
    expect(after.map((tag, n) => tag !== before[n])).toEqual([true, true, true, true, false, false, false]);
    expect((await play.visitor.get('/')).body).toContain('又一条动态');
  });

  it('PRT-6 without news the kept page stays: nothing expires by time within the day', async () => {
    await play.publish(titled('还没有通知'));
    expect((await play.visitor.get('/')).body).not.toContain('还没有通知');
    await play.hearNews();
    expect((await play.visitor.get('/')).body).toContain('还没有通知');
  });
});
