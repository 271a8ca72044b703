import { beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { openDesk, type Who } from '../../../test/support/open-desk.ts';
import { sourceOf } from '../../annual-report/figure-source.ts';
import { recordsBehind } from '../../annual-report/store/behind.ts';
import { recordsHere, scopeOf } from '../../annual-report/store/year.ts';
import { readCells } from '../../platform/papers/xlsx-cells.ts';
import { civil } from '../../statute/civil-date.ts';
import { builtInCalendar } from '../../statute/work-calendar.ts';
import type { InboxView, MediaAccountsPage, MediaAccountView } from '../contract.ts';

const { db } = await testDatabase();
const office = await openDesk(db);
const { as } = office;
const ACCOUNT = {
  ...{ agencyId: 'county', platform: 'wechat', name: '示例县发布', handle: 'slx', contact: '办公室，0000-1' },
  openedOn: '2026-09-01',
};
const open = (change: object = {}, who: Who = 'officeHead') =>
  as(who).post('/api/media-accounts', { ...ACCOUNT, ...change });
const act = (id: string, body: object, who: Who = 'officeHead') => as(who).post(`/api/media-accounts/${id}/acts`, body);
const page = async (query = '', who: Who = 'officeHead'): Promise<MediaAccountsPage> =>
  (await as(who).get(`/api/media-accounts?year=2026${query}`)).json();
const posts = async () => (await recordsHere(db, ['county', 'town'], 2026)).interactions.post;
let id = '';

beforeAll(async () => {
  office.on('2026-10-08');
  id = (await open()).json<MediaAccountView>().line.id;
});

describe('媒体账号台账', () => {
  it('MSG-15 opened, filed, changed and closed, each with its line and its ledger entry', async () => {
    expect((await open()).json()).toMatchObject({ code: 'MSG-16' });
    await act(id, { verb: 'file', number: '示新媒备〔2026〕1号', on: '2026-09-10' });
    const changed = await act(id, { verb: 'change', ...CHANGED, why: '统一名称' });
    expect(changed.json<MediaAccountView>().line).toMatchObject({
      name: '示例发布',
      filedNumber: null,
      state: '在用，待备案',
    });
    await act(id, { verb: 'file', number: '示新媒备〔2026〕2号', on: '2026-10-08' });
    const { events } = (await as('officeHead').get(`/api/media-accounts/${id}`)).json<MediaAccountView>();
    expect(events.map(({ type }) => type)).toEqual(['备案', '变更', '备案', '开设']);
    const traced = await db
      .selectFrom('ledger_entries')
      .select('verb')
      .where('subject', '=', id)
      .orderBy('seq')
      .execute();
    expect(traced.map(({ verb }) => verb)).toEqual(['accountOpened', 'accountFiled', 'accountChanged', 'accountFiled']);
  });

  it('MSG-16 two who open the same account at once open one', async () => {
    const both = await Promise.all([open({ platform: 'weibo' }), open({ platform: 'weibo' })]);
    expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
  });

  it('MSG-17, MSG-18 posts count for the year, open from the figure, and count no more once taken down', async () => {
    const lines = '2026-09-02 第一条 https://mp.weixin.qq.com/s/1\n2026-09-03 第二条\n2025-12-31 早了';
    expect((await act(id, { verb: 'recordPosts', lines }, 'editor')).json()).toMatchObject({ code: 'MSG-17' });
    expect(await posts()).toBe(0);
    const good = lines.split('\n').slice(0, 2).join('\n');
    const twice = await Promise.all([1, 2].map(() => act(id, { verb: 'recordPosts', lines: good }, 'editor')));
    expect(twice.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
    expect(await posts()).toBe(2);
    const scope = (await scopeOf(db, 'county'))!;
    const day = { today: civil('2026-10-08'), calendar: builtInCalendar };
    const behind = await recordsBehind(
      db,
      scope,
      2026,
      sourceOf('interaction.posts', 2026)!,
      { number: 1, size: 20 },
      day,
    );
    expect(behind).toMatchObject({
      sum: 2,
      total: 2,
      records: [{ title: '第一条', accountId: id }, { title: '第二条' }],
    });
    const view = (await as('editor').get(`/api/media-accounts/${id}?year=2026`)).json<MediaAccountView>();
    const second = view.posts.find(({ title }) => title === '第二条')!;
    const after = await as('editor').post(`/api/media-posts/${second.id}/withdraw`, { why: '登记重复' });
    expect(after.json<MediaAccountView>().posts).toContainEqual(
      expect.objectContaining({ title: '第二条', withdrawn: { on: '2026-10-08', why: '登记重复' } }),
    );
    expect(await posts()).toBe(1);
    expect((await page()).lines.find((line) => line.id === id)).toMatchObject({ posts: 1, lastPost: '2026-09-02' });
  });

  it('MSG-19 one that has been silent stands in the inbox of whoever posts, until it posts again', async () => {
    const mine = async (who: Who) => {
      const { mine: rows } = (await as(who).get('/api/inbox')).json<InboxView>();
      return rows.filter(({ key }) => key === `media-accounts/${id}`);
    };
    expect(await mine('editor')).toMatchObject([{ light: 'overdue', dueOn: '2026-09-16', step: '发布并登记' }]);
    expect(await mine('reporter')).toEqual([]);
    await act(id, { verb: 'recordPosts', lines: '2026-10-08 节后第一条' }, 'editor');
    expect(await mine('editor')).toEqual([]);
  });

  it('is filtered, and handed out as a sheet of what is on the screen', async () => {
    expect((await page('&state=unfiled')).lines.map(({ platform }) => platform)).toEqual(['weibo']);
    expect((await page('&text=示例发布')).lines.map(({ name }) => name)).toEqual(['示例发布']);
    expect((await page()).figures).toMatchObject({ inUse: 2, unfiled: 1, posts: 2 });
    const sheet = await as('reporter').post('/api/media-accounts/export?year=2026&platform=wechat', {});
    const cells = readCells(sheet.rawPayload, 20)!;
    expect(cells.slice(0, 2).map(({ texts }) => texts.slice(0, 4))).toEqual([
      ['平台', '名称', '账号标识', '主办单位'],
      ['微信公众号', '示例发布', 'slx', '示范县人民政府'],
    ]);
  });

  it('MSG-15 closed it takes no act, and what it posted goes on counting', async () => {
    expect((await act(id, { verb: 'close', on: '2026-10-07', why: '合并' })).json()).toMatchObject({
      code: 'BEFORE_LAST_POST',
    });
    const closed = await act(id, { verb: 'close', on: '2026-10-08', why: '合并' });
    expect(closed.json<MediaAccountView>().line).toMatchObject({ state: '已注销', silence: null });
    expect((await act(id, { verb: 'close', on: '2026-10-08', why: '合并' })).json()).toMatchObject({
      code: 'WRONG_STATE',
    });
    expect(await posts()).toBe(2);
    // Its name is free again.
    expect((await open({ name: '示例发布' })).statusCode).toBe(200);
  });
});

const CHANGED = { agencyId: 'county', platform: 'wechat', name: '示例发布', handle: 'slx', contact: ACCOUNT.contact };

describe('who may not', () => {
  it('whoever keeps no accounts reads none; only the head of the office keeps them', async () => {
    for (const who of ['handler', 'systemAdmin', 'securityAdmin', 'examiner'] as const)
      expect((await as(who).get('/api/media-accounts')).statusCode).toBe(403);
    for (const who of ['editor', 'publisher', 'auditor', 'reporter'] as const) {
      expect((await as(who).get('/api/media-accounts')).statusCode).toBe(200);
      expect((await open({ name: '另一个' }, who)).statusCode).toBe(403);
      expect((await act(id, { verb: 'close', on: '2026-10-08', why: '合并' }, who)).statusCode).toBe(403);
    }
    expect((await act(id, { verb: 'recordPosts', lines: '2026-10-08 一条' }, 'publisher')).statusCode).toBe(403);
  });

  it('SEC-3 nobody without a session, nobody of another agency, nothing that is not asked for', async () => {
    for (const url of ['/api/media-accounts', `/api/media-accounts/${id}`])
      expect((await office.nobody.get(url)).statusCode).toBe(401);
    expect((await as('otherLiaison').get(`/api/media-accounts/${id}`)).json()).toMatchObject({
      code: 'NO_SUCH_ACCOUNT',
    });
    expect((await open({ secret: 'x' })).statusCode).toBe(400);
    expect((await act(id, { verb: 'drop' })).statusCode).toBe(400);
  });
});
