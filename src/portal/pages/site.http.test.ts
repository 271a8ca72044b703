import { describe, expect, it } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { perform } from '../../perform.ts';
import type { SiteCommand } from '../../publications/site/decide-site.ts';
import { DEFAULT_HOME, type HomeBlock } from '../../publications/site/home-blocks.ts';
import type { ColumnCommand } from '../../publications/special-column.ts';
import { columnStairs } from '../../publications/store/columns.ts';
import { siteStairs } from '../../publications/store/site.ts';
import { civil } from '../../statute/civil-date.ts';
import { isRefusal } from '../../statute/refusal.ts';
import { portalPlay, textOf } from '../portal.fixture.ts';

const { db } = await testDatabase();
const play = await portalPlay(db);
const { visitor, house, publisher } = play;

async function arrange(command: SiteCommand) {
  const done = await perform(house, siteStairs, publisher, command);
  if (isRefusal(done)) throw new Error(done.says);
  await play.hearNews();
  return done;
}
async function column(command: ColumnCommand) {
  const done = await perform(house, columnStairs, publisher, command);
  if (isRefusal(done)) throw new Error(done.says);
  await play.hearNews();
}
let version = 0;
const home = async (blocks: readonly HomeBlock[] | null) => {
  await arrange({ verb: 'arrangeHome', blocks, seen: version });
  version += 1;
};
const text = async (path: string) => textOf((await visitor.get(path)).body);
const body = async (path: string) => (await visitor.get(path)).body;

describe('首页编排', () => {
  it('PRT-90 shows the blocks in their order and no others; nothing arranged looks as it always did', async () => {
    await play.show({ particulars: { title: '一条要闻' } });
    const before = await body('/');
    await home(DEFAULT_HOME);
    expect(await body('/')).toBe(before);
    await home([{ block: 'tools' }, { block: 'newest', column: 'news.headlines' }, { block: 'doors' }]);
    const after = await text('/');
    expect(after.indexOf('办事工具')).toBeLessThan(after.indexOf('一条要闻'));
    expect(after).not.toContain('公开了这些');
    await home(null);
    expect(await body('/')).toBe(before);
  });

  it('PRT-90 a pinned document that is withdrawn, a special column that is closed leave the page by themselves', async () => {
    await column({
      verb: 'openColumn',
      key: 'special.home',
      agencyId: 'county',
      name: '春耕专栏',
      purpose: '春耕政策',
    });
    const id = await play.show({ particulars: { title: '置顶的一条' }, columns: ['news.notices', 'special.home'] });
    await home([
      { block: 'doors' },
      { block: 'pinned', title: '近期重点', documentIds: [id] },
      { block: 'newest', column: 'special.home' },
      { block: 'specials' },
      { block: 'links', title: '常用链接', links: [{ name: '国务院', to: 'https://www.gov.cn/', picture: null }] },
    ]);
    const shown = await text('/');
    for (const words of ['近期重点', '置顶的一条', '春耕政策', '国务院']) expect(shown).toContain(words);
    await play.tell({ verb: 'withdraw', documentId: id, reason: 'error', explanation: '登错了' });
    await column({ verb: 'closeColumn', key: 'special.home' });
    const later = await text('/');
    for (const words of ['近期重点', '置顶的一条', '春耕']) expect(later).not.toContain(words);
    expect(later).toContain('国务院');
    expect((await visitor.get(`/home-pictures/${'a'.repeat(64)}`)).statusCode).toBe(404);
    await home(null);
  });

  it('PRT-90 drops the home page and nothing else', async () => {
    const etags = async () =>
      Promise.all(['/', '/columns/news'].map(async (path) => (await visitor.get(path)).headers.etag));
    const [front, list] = await etags();
    await home([{ block: 'tools' }, { block: 'doors' }]);
    const [newFront, sameList] = await etags();
    expect([newFront === front, sameList]).toEqual([false, list]);
    await home(null);
  });
});

describe('置顶答案', () => {
  it('PRT-91 who searches for the words sees it first, however they are written; gone with the document', async () => {
    const id = await play.show({ particulars: { title: '关于发放高龄津贴的通知' } });
    await play.show({ particulars: { title: '老年补贴问答' } });
    expect(await text('/search?q=老年补贴')).not.toContain('最可能要找的');
    await arrange({ verb: 'pinAnswer', words: ['老年补贴', '敬老 ＡＢ'], documentId: id });
    const found = await text('/search?q=老年补贴');
    expect(found.indexOf('关于发放高龄津贴的通知')).toBeLessThan(found.indexOf('老年补贴问答'));
    expect(await text('/search?q=敬老ab')).toContain('关于发放高龄津贴的通知');
    expect(await text('/search?q=老年补贴问')).not.toContain('最可能要找的');
    await play.tell({ verb: 'withdraw', documentId: id, reason: 'error', explanation: '登错了' });
    expect(await text('/search?q=老年补贴')).not.toContain('最可能要找的');
  });
});

describe('专栏', () => {
  it('PRT-92 stand in their order; a closed one is archived, its page and its documents stay', async () => {
    const open = (key: string, name: string) =>
      column({ verb: 'openColumn', key, agencyId: 'county', name, purpose: `${name}的封面` });
    await open('special.a', '甲专栏');
    await open('special.b', '乙专栏');
    await play.show({ particulars: { title: '甲里的一条' }, columns: ['news.notices', 'special.a'] });
    const describe = {
      verb: 'describeColumn',
      key: 'special.a',
      name: '甲专栏',
      purpose: '新的封面',
      place: 9,
    } as const;
    await column(describe);
    const list = await text('/columns/special');
    expect(list.indexOf('乙专栏')).toBeLessThan(list.indexOf('甲专栏'));
    expect(await text('/columns/special.a')).toContain('新的封面');
    await column({ verb: 'closeColumn', key: 'special.a' });
    expect(await text('/columns/special')).toMatch(/已经关闭的专栏（\d 个）[\s\S]*甲专栏/);
    const closed = await visitor.get('/columns/special.a');
    expect(closed.statusCode).toBe(200);
    expect(textOf(closed.body)).toContain('甲里的一条');
    expect(await perform(house, columnStairs, publisher, describe)).toMatchObject({ code: 'COLUMN_CLOSED' });
  });
});

describe('全站灰度', () => {
  it('PRT-93 from the first day to the last every page is grey, by itself; ended early the colours are back at once', async () => {
    const isGrey = async (path = '/') => /<html lang="zh-CN" class="grey"/.test(await body(path));
    play.on('2024-05-10');
    const order = { verb: 'orderGrey', orderedBy: '国务院公告', reason: '全国哀悼日' } as const;
    await arrange({ ...order, from: civil('2024-05-12'), until: civil('2024-05-13') });
    const seen = [];
    for (const day of ['2024-05-11', '2024-05-12', '2024-05-13', '2024-05-14']) {
      play.on(day);
      seen.push(await isGrey());
    }
    expect(seen).toEqual([false, true, true, false]);
    await arrange({ ...order, from: civil('2024-05-14'), until: civil('2024-05-16') });
    expect([await isGrey(), await isGrey('/search'), await isGrey('/no-such-page')]).toEqual([true, true, true]);
    const { id } = await db
      .selectFrom('grey_periods')
      .select('id')
      .where('until_day', '=', civil('2024-05-16'))
      .executeTakeFirstOrThrow();
    await arrange({ verb: 'endGrey', greyId: id });
    expect(await isGrey()).toBe(false);
  });
});
