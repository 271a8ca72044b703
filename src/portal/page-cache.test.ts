import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { answerWith } from './page-answer.ts';
import { PageCache, type Rendered } from './page-cache.ts';

const page =
  (html: string, ...keys: string[]) =>
  async (): Promise<Rendered> => ({ text: html, type: 'html', keys });

/** A build that ends when the test says so. */
function held(html: string, ...keys: string[]) {
  let release!: () => void;
  const gate = new Promise<void>((resolve) => {
    release = resolve;
  });
  let builds = 0;
  const build = async (): Promise<Rendered> => {
    builds += 1;
    await gate;
    return { text: html, type: 'html', keys };
  };
  return { build, release, builds: () => builds };
}

describe('one build however many ask', () => {
  it('PRT-5 builds once for many who ask at the same time', async () => {
    const cache = new PageCache();
    const slow = held('<p>甲</p>', 'home');
    const asking = Array.from({ length: 50 }, () => cache.page('/', slow.build));
    slow.release();
    const pages = await Promise.all(asking);
    expect(slow.builds()).toBe(1);
    expect(new Set(pages).size).toBe(1);
    expect(cache.ready('/')).toBe(pages[0]);
  });

  it('PRT-5 a build that failed is not kept and the next one is tried', async () => {
    const cache = new PageCache();
    await expect(
      cache.page('/', async () => {
        throw new Error('the database is away');
      }),
    ).rejects.toThrow('away');
    expect((await cache.page('/', page('<p>乙</p>'))).plain.toString()).toBe('<p>乙</p>');
  });
});

describe('what publishing makes stale', () => {
  it('PRT-6 drops the pages that show what changed and no other', async () => {
    const cache = new PageCache();
    await cache.page('/', page('首页', 'home'));
    await cache.page('/documents/1', page('一', 'document:1', 'column:news'));
    await cache.page('/documents/2', page('二', 'document:2', 'column:news'));
    await cache.page('/columns/news', page('栏目', 'column:news'));
    cache.invalidate(['document:1']);
    expect(cache.ready('/documents/1')).toBeUndefined();
    expect(['/', '/documents/2', '/columns/news'].every((address) => cache.ready(address))).toBe(true);
    cache.invalidate(['column:news']);
    expect(cache.ready('/documents/2')).toBeUndefined();
    expect(cache.ready('/columns/news')).toBeUndefined();
    expect(cache.ready('/')).toBeDefined();
  });

  it('PRT-6 a page that was being built while its matter changed is not kept, nor given to later askers', async () => {
    const cache = new PageCache();
    const slow = held('旧', 'document:1');
    const early = cache.page('/documents/1', slow.build);
    cache.invalidate(['document:1']);
    const late = cache.page('/documents/1', page('新', 'document:1'));
    slow.release();
    expect((await early).plain.toString()).toBe('旧');
    expect((await late).plain.toString()).toBe('新');
    expect(cache.ready('/documents/1')?.plain.toString()).toBe('新');
  });

  it('PRT-6 a page whose building outlasts a change elsewhere is not kept when its own matter changes after that', async () => {
    const cache = new PageCache();
    const slow = held('旧', 'document:1');
    const early = cache.page('/documents/1', slow.build);
    cache.invalidate(['document:2']);
    cache.invalidate(['document:1']);
    slow.release();
    await early;
    expect(cache.ready('/documents/1')).toBeUndefined();
  });

  it('PRT-6 a change elsewhere does not waste a build under way', async () => {
    const cache = new PageCache();
    const slow = held('页', 'document:1');
    const asking = cache.page('/documents/1', slow.build);
    cache.invalidate(['document:2']);
    slow.release();
    await asking;
    expect(cache.ready('/documents/1')).toBeDefined();
  });

  it('PRT-7 no page outlives the day it was built on', async () => {
    let today = '2026-03-05';
    const cache = new PageCache({ day: () => today });
    await cache.page('/', page('今天'));
    expect(cache.ready('/')).toBeDefined();
    today = '2026-03-06';
    expect(cache.ready('/')).toBeUndefined();
    expect(cache.bytes).toBe(0);
  });
});

/** The other processes, as the test plays them. */
function others({ current = true, catchUp = async () => {} }: { current?: boolean; catchUp?: () => Promise<void> }) {
  const news = {
    current,
    asked: 0,
    isCurrent: () => news.current,
    async catchUp() {
      news.asked += 1;
      await catchUp();
      news.current = true;
    },
  };
  return news;
}

describe('what other processes publish', () => {
  it('LED-3 a page kept before the news was lost is not shown until the news is read, and what it drops is built again', async () => {
    const news = others({ catchUp: async () => cache.invalidate(['document:1']) });
    const cache = new PageCache({ news });
    await cache.page('/documents/1', page('旧', 'document:1'));
    news.current = false;
    expect(cache.ready('/documents/1')).toBeUndefined();
    expect((await cache.page('/documents/1', page('新', 'document:1'))).plain.toString()).toBe('新');
    expect(news.asked).toBe(1);
  });

  it('LED-3 with the database away what was kept is shown, and each reader asks again', async () => {
    let away = true;
    const news = others({
      current: true,
      catchUp: async () => {
        if (away) throw new Error('the database is away');
        cache.invalidate(['document:1']);
      },
    });
    const cache = new PageCache({ news });
    await cache.page('/documents/1', page('旧', 'document:1'));
    news.current = false;
    const build = page('新', 'document:1');
    expect((await cache.page('/documents/1', build)).plain.toString()).toBe('旧');
    away = false;
    expect((await cache.page('/documents/1', build)).plain.toString()).toBe('新');
    expect(news.asked).toBe(2);
  });

  it('LED-3 nobody asks for the news while it is current', async () => {
    const news = others({});
    const cache = new PageCache({ news });
    await cache.page('/', page('首页', 'home'));
    expect([cache.ready('/') !== undefined, news.asked]).toEqual([true, 0]);
  });
});

describe('what is kept', () => {
  it('PRT-5 stays within its bytes and drops what was used longest ago', async () => {
    const text = 'x'.repeat(1_000);
    const cache = new PageCache({ maxBytes: 2_400 });
    await cache.page('/1', page(text));
    await cache.page('/2', page(text));
    cache.ready('/1');
    await cache.page('/3', page(text));
    expect([cache.ready('/1'), cache.ready('/2'), cache.ready('/3')].map(Boolean)).toEqual([true, false, true]);
    expect(cache.bytes).toBeLessThanOrEqual(2_400);
    await cache.page('/big', page('y'.repeat(3_000)));
    expect(cache.ready('/big')).toBeUndefined();
  });

  it('PRT-5 keeps nothing but pages that were found', async () => {
    const cache = new PageCache();
    const gone = await cache.page('/documents/9', async () => ({ text: '没有', type: 'html', keys: [], status: 404 }));
    expect(gone.status).toBe(404);
    expect(cache.ready('/documents/9')).toBeUndefined();
  });
});

describe('answers', () => {
  it('gives the encoding that was asked for, each with a tag of its own', async () => {
    const ready = await new PageCache().page('/', page('<p>同一页</p>'));
    const [plain, zipped, brotli, refused] = [
      answerWith(ready, {}),
      answerWith(ready, { 'accept-encoding': 'gzip' }),
      answerWith(ready, { 'accept-encoding': 'gzip, deflate, br;q=1.0' }),
      answerWith(ready, { 'accept-encoding': 'br;q=0, gzip' }),
    ];
    expect(plain.body?.toString()).toBe('<p>同一页</p>');
    expect(gunzipSync(zipped.body!).toString()).toBe('<p>同一页</p>');
    expect(brotliDecompressSync(brotli.body!).toString()).toBe('<p>同一页</p>');
    expect(refused.headers['content-encoding']).toBe('gzip');
    expect(new Set([plain, zipped, brotli].map(({ headers }) => headers.etag)).size).toBe(3);
  });

  it('answers 304 without a body to who has the page, and the page to who has another', async () => {
    const ready = await new PageCache().page('/', page('<p>甲</p>'));
    const { etag } = answerWith(ready, {}).headers;
    expect(answerWith(ready, { 'if-none-match': `"other", W/${etag}` })).toMatchObject({
      status: 304,
      body: undefined,
    });
    expect(answerWith(ready, { 'if-none-match': '"other"' }).status).toBe(200);
  });
});
