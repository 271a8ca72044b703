import { beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { elementsOf, HOSTILE, type PortalPlay, portalPlay, textOf } from '../portal.fixture.ts';

const { db } = await testDatabase();
let play: PortalPlay;
beforeAll(async () => {
  play = await portalPlay(db);
});

const text = async (path: string) => textOf((await play.visitor.get(path)).body);

describe('an empty county', () => {
  it('says what would be here, and how to begin, instead of nothing', async () => {
    expect(await text('/')).toContain('还没有发布政务要闻。发布后会出现在这里。');
    expect(await text('/columns/news.notices')).toContain('这个栏目还没有信息。');
    expect(await text('/annual-reports')).toContain('还没有公布年度报告。');
    expect(await text('/guide')).toContain('本级工作机构的联系方式还没有公布');
    expect(await text('/catalogue')).toContain('暂无');
    expect(await text('/figures/2024/items')).toContain('这一年没有这类信息。');
  });
});

describe('what stands elsewhere', () => {
  it('PRT-129 a column that is called after a page of its own leads there, and does not say that there is nothing', async () => {
    const { body } = await play.visitor.get('/columns/catalogue.guide');
    expect(textOf(body)).not.toContain('这个栏目还没有信息');
    expect(body).toContain('<a href="/guide">政府信息公开指南</a>');
    const tree = (await play.visitor.get('/catalogue')).body;
    for (const path of ['/policies', '/agencies', '/decisions/licensing', '/decisions/punishment'])
      expect(tree).toContain(`见<a href="${path}">`);
  });
});

describe('home', () => {
  it('answers what is new, what may I ask, where do I find', async () => {
    await play.show({ particulars: { title: '县里的新事' } });
    const { body } = await play.visitor.get('/');
    expect(body).toContain('<form class="search-big" action="/search" method="get">');
    for (const path of [
      '/guide',
      '/columns/catalogue.rules',
      '/catalogue',
      '/annual-reports',
      '/apply',
      '/track',
      '/deadline',
      '/fee',
      '/check-report',
    ])
      expect(body).toContain(`href="${path}"`);
    expect(textOf(body)).toContain('县里的新事');
    expect(body).toContain('href="/figures/2024/items"');
  });
});

describe('a column', () => {
  it('PRT-7 tells machines what it is, and shows what it and its parts hold, newest first, twenty a page', async () => {
    for (let n = 1; n <= 21; n += 1)
      await play.show({ columns: ['overview.county'], particulars: { title: `概况之${n}。` } });
    const { body } = await play.visitor.get('/columns/overview');
    for (const [name, value] of [
      ['ColumnName', '概况信息'],
      ['ColumnKeywords', '概况信息，政府信息公开'],
      ['ColumnType', '概况信息'],
    ])
      expect(body).toContain(`<meta name="${name}" content="${value}"`);
    expect(body).toMatch(/<meta name="ColumnDescription" content="概况信息。公开依据：/);
    const read = textOf(body);
    expect(read).toContain('共 21 条');
    expect(read.indexOf('概况之21。')).toBeLessThan(read.indexOf('概况之20。'));
    expect(read).not.toContain('概况之1。');
    expect(await text('/columns/overview?page=2')).toContain('概况之1。');
  });

  it('has its own address on every page, and no page past the last', async () => {
    const { body } = await play.visitor.get('/columns/overview?page=2');
    expect(body).toContain('<link rel="canonical" href="https://www.example.gov.cn/columns/overview?page=2"');
    // Two pages side by side in a browser, or read out, are told apart.
    expect(body).toContain('（第 2 页） - ');
    expect((await play.visitor.get('/columns/overview?page=1')).body).not.toContain('（第 1 页）');
    expect((await play.visitor.get('/columns/overview?page=3')).statusCode).toBe(404);
    expect((await play.visitor.get('/columns/no-such-column')).statusCode).toBe(404);
    expect((await play.visitor.get('/columns/overview?page=x')).statusCode).toBe(200);
  });
});

describe('the catalogue and the figures', () => {
  it('count a document once in a column and open what they count', async () => {
    await play.show({
      kind: 'notice',
      columns: ['news.notices', 'catalogue.statutory.budget'],
      particulars: { title: '上年决算' },
    });
    expect(await text('/catalogue')).toMatch(/财政预算、决算\s*1 条/);
    const read = await text('/figures/2024/items');
    expect(read).toContain('共 23 条');
    expect(read.split('上年决算')).toHaveLength(2);
    expect((await play.visitor.get('/figures/2024/no-such')).statusCode).toBe(404);
    expect((await play.visitor.get('/figures/24/items')).statusCode).toBe(404);
  });

  it('the site map leads to every column', async () => {
    const { body } = await play.visitor.get('/sitemap');
    for (const path of ['/columns/news.headlines', '/columns/catalogue.interpretation', '/check-report'])
      expect(body).toContain(`href="${path}"`);
  });
});

describe('search', () => {
  it('marks what was found, and keeps the words and filters in the form', async () => {
    await play.show({ particulars: { title: '柳湾桥加固工程' }, bodyHtml: '<p>工程在柳湾桥两侧进行。</p>' });
    const { body } = await play.visitor.get('/search?q=柳湾桥&year=2024');
    expect(body).toContain('<mark>柳湾桥</mark>');
    expect(body).toContain('value="柳湾桥"');
    expect(body).toContain('<input type="hidden" name="year" value="2024"');
    expect(textOf(body)).toContain('找到 1 条。');
  });

  it('nothing found: says what to try, and that it may be asked for', async () => {
    const { body } = await play.visitor.get('/search?q=没有的东西');
    expect(textOf(body)).toContain('没有找到。');
    expect(body).toContain('href="/apply"');
    for (const kind of ['licensing', 'punishment'])
      expect(body).toContain(`href="/decisions/${kind}?q=${encodeURIComponent('没有的东西')}"`);
  });
});

describe('who may not', () => {
  it('PRT-5 beyond the last page it says so and leads back, instead of that nothing was found', async () => {
    const text = textOf((await play.visitor.get('/search?q=柳湾桥&page=99')).body);
    expect(text).toContain('没有这一页。');
    expect(text).not.toContain('没有找到。');
  });

  it('PRT-5 no list, count or search shows a draft', async () => {
    await play.draft({ columns: ['news.notices'], particulars: { title: '绝密草稿' } });
    for (const path of [
      '/',
      '/columns/news.notices',
      '/search?q=绝密草稿',
      '/figures/2024/items',
      '/sitemap',
      '/catalogue',
    ])
      expect([path, (await text(path)).includes('绝密草稿')]).toEqual([path, path.includes('q=')]);
    expect(await text('/search?q=绝密草稿')).toContain('没有找到。');
  });

  it('nobody writes markup into a page by its address', async () => {
    const q = encodeURIComponent(HOSTILE);
    for (const path of [
      `/search?q=${q}`,
      `/search?q=x&agency=${q}&kind=${q}&year=${q}`,
      `/fee?items=${q}&pages=${q}`,
      `/deadline?submitted=${q}&type.0=extended&on.0=${q}`,
      `/${q}`,
    ]) {
      const { body, statusCode } = await play.visitor.get(path);
      expect([path, statusCode < 500]).toEqual([path, true]);
      expect(elementsOf(body).filter((tag) => /^<(script|img)|\son\w+=/.test(tag))).toEqual([]);
    }
  });

  it('typed entities come back as typed', async () => {
    const { body } = await play.visitor.get(`/search?q=${encodeURIComponent('&lt;甲&amp;乙')}`);
    expect(body).toContain('value="&amp;lt;甲&amp;amp;乙"');
  });

  it('nobody fills the cache or splits a question: unknown and doubled parameters are answered and not kept', async () => {
    for (const path of ['/?x=1', '/search?q=a&q=b', '/columns/overview?page=1&page=2'])
      expect((await play.visitor.get(path)).headers['cache-control']).toBe('no-store');
  });
});
