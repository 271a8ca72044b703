import { beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { openDesk, type Who } from '../../../test/support/open-desk.ts';
import { isSafeAddress } from '../../publications/site/home-blocks.ts';
import type { SiteView } from '../contract.ts';
import type { SiteActSent } from '../publications/site-schemas.ts';

const { db } = await testDatabase();
const office = await openDesk(db);
const { as } = office;
beforeAll(() => office.on('2026-04-01'));

const site = async (who: Who = 'publisher'): Promise<SiteView> => (await as(who).get('/api/site')).json();
const act = (sent: SiteActSent, who: Who = 'publisher') => as(who).post('/api/site/acts', sent);
const TOOLS = { block: 'tools' } as const;
const DOORS = { block: 'doors' } as const;

describe('首页', () => {
  it('PRT-90 is arranged by the publisher; who began with an older arrangement is told', async () => {
    expect((await site()).home).toMatchObject({ version: 0, by: null });
    const blocks = [TOOLS, DOORS];
    const arranged: SiteView = (await act({ verb: 'arrangeHome', blocks, seen: 0 })).json();
    expect(arranged.home).toMatchObject({ version: 1, by: '方发布', on: '2026-04-01', blocks });
    const late = await act({ verb: 'arrangeHome', blocks: [DOORS], seen: 0 });
    expect(late.json()).toMatchObject({ code: 'STALE' });
    expect((await site()).home.blocks).toEqual(blocks);
  });

  it('PRT-90, PRT-127 names only what is there and public, each kind as often as it may stand, nothing that runs; the doors are never lost', async () => {
    const links = (to: string) =>
      ({ block: 'links', title: '链接', links: [{ name: '甲', to, picture: null }] }) as const;
    for (const [blocks, says] of [
      [[], '至少要有一个区块'],
      [Array.from({ length: 21 }, () => ({ block: 'newest', column: 'news' }) as const), '最多 20 个区块'],
      [[TOOLS, TOOLS], '只能放一次'],
      [[TOOLS], '首页不能没有“政府信息公开的五个入口”'],
      [[{ block: 'newest', column: 'special.nowhere' }], '没有这个栏目'],
      [[{ block: 'pinned', title: '重点', documentIds: ['nothing'] }], '没有发布或者已经撤回'],
      [[{ block: 'pinned', title: ' ', documentIds: [] }], '请写上标题'],
      [[links('javascript:alert(1)')], '地址不对'],
      [[{ ...links('/apply'), links: [{ name: '甲', to: '/apply', picture: 'a'.repeat(64) }] }], '图片已经清理'],
    ] as const)
      expect((await act({ verb: 'arrangeHome', blocks: [...blocks], seen: 1 } as SiteActSent)).json().says).toContain(
        says,
      );
    for (const to of [
      '//evil.example',
      '/\\evil',
      'data:text/html,x',
      'https://a@evil.example',
      'https:evil',
      'http://',
      '/a b',
    ])
      expect([to, isSafeAddress(to)]).toEqual([to, false]);
    for (const to of ['/apply', '/documents/1?a=b', 'https://www.gov.cn/zhengce/'])
      expect(isSafeAddress(to)).toBe(true);
  });
});

it('PRT-91 one word has one answer; what is not public answers nothing; cancelled once', async () => {
  expect((await act({ verb: 'pinAnswer', words: ['', ' '], documentId: 'd' })).json().code).toBe('WORDS_MISSING');
  expect((await act({ verb: 'pinAnswer', words: ['津贴'], documentId: 'd' })).json().code).toBe('NOT_PUBLISHED');
  expect((await act({ verb: 'unpinAnswer', pinId: 'none' })).json().code).toBe('NOT_PINNED');
});

it('PRT-92 a special column is opened, described, closed once; its key is an address', async () => {
  const cover = { name: '春耕', purpose: '春耕备耕' };
  expect((await act({ verb: 'openColumn', key: 'spring', ...cover })).json().code).toBe('COLUMN_KEY');
  await act({ verb: 'openColumn', key: 'special.spring', ...cover });
  expect((await act({ verb: 'openColumn', key: 'special.spring', ...cover })).json().code).toBe('COLUMN_EXISTS');
  const long = { verb: 'describeColumn', key: 'special.spring', name: '长'.repeat(21), purpose: '', place: 1 } as const;
  expect((await act(long)).json().code).toBe('COLUMN_WORDS');
  await act({ ...long, name: '春耕备耕' });
  expect((await site()).specials).toMatchObject([{ name: '春耕备耕', place: 1, closedOn: null, documents: 0 }]);
  await act({ verb: 'closeColumn', key: 'special.spring' });
  expect((await act({ verb: 'closeColumn', key: 'special.spring' })).json().code).toBe('COLUMN_CLOSED');
});

it('PRT-93 grey is for days that come, with who ordered it and why, not twice over the same days', async () => {
  const order = {
    verb: 'orderGrey',
    from: '2026-04-04',
    until: '2026-04-04',
    orderedBy: '国务院公告',
    reason: '全国哀悼日',
  } as const;
  for (const [change, code] of [
    [{ orderedBy: ' ' }, 'ORDER_MISSING'],
    [{ reason: '' }, 'REASON_MISSING'],
    [{ until: '2026-04-03' }, 'DAYS_WRONG'],
    [{ from: '2026-03-01', until: '2026-03-02' }, 'DAYS_OVER'],
    [{ until: '2026-05-05' }, 'DAYS_TOO_MANY'],
  ] as const)
    expect((await act({ ...order, ...change })).json().code).toBe(code);
  const { greys }: SiteView = (await act(order)).json();
  expect(greys).toMatchObject([{ state: 'coming', by: '方发布', orderedBy: '国务院公告' }]);
  expect((await act({ ...order, until: '2026-04-06' })).json().code).toBe('DAYS_TAKEN');
  const ended: SiteView = (await act({ verb: 'endGrey', greyId: greys[0]!.id })).json();
  expect(ended.greys[0]!.state).toBe('ended');
  expect((await act({ verb: 'endGrey', greyId: greys[0]!.id })).json().code).toBe('GREY_OVER');
});

describe('who may not', () => {
  it('an editor reads and does not arrange; who has no part in publishing, or no session, gets nothing', async () => {
    expect((await site('editor')).mayNot).toContain('由发布人办理');
    const { version } = (await site()).home;
    const tries: readonly SiteActSent[] = [
      { verb: 'arrangeHome', blocks: [TOOLS], seen: version },
      { verb: 'openColumn', key: 'special.mine', name: '我的', purpose: '' },
      { verb: 'orderGrey', from: '2026-09-01', until: '2026-09-01', orderedBy: '我', reason: '试试' },
    ];
    for (const sent of tries) {
      for (const who of ['editor', 'handler', 'auditor', 'systemAdmin', 'stranger'] as const)
        expect([who, (await act(sent, who)).statusCode]).toEqual([who, 403]);
    }
    expect((await as('stranger').get('/api/site')).statusCode).toBe(403);
    expect((await office.nobody.get('/api/site')).statusCode).toBe(401);
    expect((await site()).home.version).toBe(version);
  });
});
