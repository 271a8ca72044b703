import { describe, expect, it } from 'vitest';
import { officerOf, sceneOn } from '../../../test/support/scene.ts';
import { civil } from '../../statute/civil-date.ts';
import { isRefusal } from '../../statute/refusal.ts';
import { type AccountCommand, decideAccount, permitAccount } from './decide.ts';
import type { AccountParticulars, MediaAccount } from './media-account.ts';
import { decidePosts, permitPosts } from './media-post.ts';
import { readPostLines } from './post-lines.ts';

const head = officerOf('county', 'officeHead');
const scene = sceneOn('2026-03-20', head);
const PARTICULARS: AccountParticulars = { platform: 'wechat', name: '示例县发布', handle: 'slx', contact: '0000-1' };
const ACCOUNT: MediaAccount = {
  ...PARTICULARS,
  ...{ id: 'a', agencyId: 'county', openedOn: civil('2024-01-02') },
  ...{ filed: { number: '1号', on: civil('2024-02-01') }, closed: null },
};
const loaded = (account: MediaAccount | null, more: object = {}) => ({
  ...{ agencyId: 'county', account, taken: false, lastPost: null, keeperKnown: true, ...more },
});
const act = (account: MediaAccount | null, command: AccountCommand, more?: object) =>
  decideAccount(loaded(account, more), command, scene);
const change = (particulars: Partial<AccountParticulars>, agencyId = 'county'): AccountCommand => ({
  ...{ verb: 'changeAccount', accountId: 'a', agencyId, why: '更名' },
  particulars: { ...PARTICULARS, ...particulars },
});
const close = (on: string, why = '合并'): AccountCommand => ({
  ...{ verb: 'closeAccount', accountId: 'a', on: civil(on), why },
});

describe('MSG-15 an account from its opening to its end', () => {
  it('every act leaves a line, and what makes another account of it is to be filed again', () => {
    const renamed = act(ACCOUNT, change({ name: '示例县融媒' }));
    if (isRefusal(renamed)) throw new Error(renamed.says);
    expect(renamed.next.account).toMatchObject({ name: '示例县融媒', filed: null });
    expect(renamed.next.event.says).toBe('名称由“示例县发布”改为“示例县融媒”；更名');
    expect(renamed.entry.verb).toBe('accountChanged');
    expect(act(ACCOUNT, change({ contact: '0000-2' }))).toMatchObject({
      next: { account: { filed: { number: '1号' } } },
    });
    expect(act(ACCOUNT, change({}, 'town'))).toMatchObject({ next: { account: { filed: null, agencyId: 'town' } } });
    expect(act(ACCOUNT, change({}))).toMatchObject({ code: 'NOTHING_CHANGED' });
    expect(act(ACCOUNT, change({}, 'nowhere'), { keeperKnown: false })).toMatchObject({ code: 'NO_SUCH_AGENCY' });
  });

  it.each<[string, AccountCommand, MediaAccount, object, string]>([
    [
      'filed twice',
      { verb: 'fileAccount', accountId: 'a', number: '2号', on: civil('2026-03-20') },
      ACCOUNT,
      {},
      'WRONG_STATE',
    ],
    [
      'filed before it was opened',
      { verb: 'fileAccount', accountId: 'a', number: '2号', on: civil('2024-01-01') },
      { ...ACCOUNT, filed: null },
      {},
      'BEFORE_OPENING',
    ],
    ['closed before its last post', close('2026-03-01'), ACCOUNT, { lastPost: '2026-03-02' }, 'BEFORE_LAST_POST'],
    ['closed tomorrow', close('2026-03-21'), ACCOUNT, {}, 'IN_THE_FUTURE'],
    ['closed without a reason', close('2026-03-20', ' '), ACCOUNT, {}, 'WHY_MISSING'],
    [
      'closed twice',
      close('2026-03-20'),
      { ...ACCOUNT, closed: { on: civil('2026-03-19'), why: '' } },
      {},
      'WRONG_STATE',
    ],
  ])('is not %s', (_, command, account, more, code) => expect(act(account, command, more)).toMatchObject({ code }));

  it('MSG-16 of one name on one platform there is one in use', () => {
    const open = {
      verb: 'openAccount',
      agencyId: 'county',
      openedOn: civil('2026-03-20'),
      particulars: PARTICULARS,
    } as const;
    expect(act(null, open, { taken: true })).toMatchObject({ code: 'MSG-16' });
    expect(act(ACCOUNT, change({ name: '别的' }), { taken: true })).toMatchObject({ code: 'MSG-16' });
    expect(act(null, { ...open, openedOn: civil('2026-03-21') })).toMatchObject({ code: 'IN_THE_FUTURE' });
    for (const lacking of [{ name: ' ' }, { contact: '' }])
      expect(isRefusal(act(null, { ...open, particulars: { ...PARTICULARS, ...lacking } }))).toBe(true);
  });

  it('who may not: other roles, other agencies, and whoever would give it to an office that is not his', () => {
    for (const actor of [
      officerOf('county', 'editor'),
      officerOf('county', 'systemAdmin'),
      officerOf('town', 'officeHead'),
    ])
      expect(permitAccount(actor, close('2026-03-20'), loaded(ACCOUNT)).allowed).toBe(false);
    expect(permitAccount(head, close('2026-03-20'), loaded(ACCOUNT)).allowed).toBe(true);
    expect(permitAccount(head, change({}, 'town'), loaded(ACCOUNT)).allowed).toBe(false);
    expect(permitPosts(officerOf('county', 'publisher'), { account: ACCOUNT }).allowed).toBe(false);
    expect(permitPosts(officerOf('town', 'editor'), { account: ACCOUNT }).allowed).toBe(false);
    expect(permitPosts(officerOf('county', 'editor'), { account: ACCOUNT }).allowed).toBe(true);
  });
});

describe('MSG-17 posts, a line each', () => {
  const PERIOD = { first: civil('2024-01-02'), last: civil('2026-03-20') };
  const read = (text: string, known: string[] = []) => readPostLines(text, PERIOD, new Set(known));

  it('are read as platforms write them', () =>
    expect(
      read(
        '2026-03-02 春耕备耕\n\n2026/3/3\t清明祭扫提示  https://mp.weixin.qq.com/s/abc\n 2026年3月4日 2026年一号文件解读',
      ),
    ).toEqual([
      { on: '2026-03-02', title: '春耕备耕', url: '' },
      { on: '2026-03-03', title: '清明祭扫提示', url: 'https://mp.weixin.qq.com/s/abc' },
      { on: '2026-03-04', title: '2026年一号文件解读', url: '' },
    ]));

  it('one that is wrong and none is taken; each is told by its number', () => {
    const { says } = read(
      [
        '2026-03-02 好的',
        '没有日期',
        '2026-02-30 没有这一天',
        '2023-12-31 太早',
        '2026-03-21 太晚',
        '2026-03-02 好的',
        '2026-03-01 有了',
      ].join('\n'),
      ['2026-03-01 有了'],
    ) as { says: string };
    for (const told of [
      '第 2 行看不出',
      '第 3 行没有',
      '第 4 行的日期',
      '第 5 行的日期',
      '第 6 行和第 1 行重复',
      '第 7 行已经登记过',
    ])
      expect(says).toContain(told);
    expect(says).toContain('一条也没有登记');
    expect(read('')).toMatchObject({ says: expect.stringContaining('至少写一条') });
    expect(read('2026-03-02 一\n'.repeat(201))).toMatchObject({ says: expect.stringContaining('200') });
  });

  it('on an account that is closed up to its end, and taken down once with a reason', () => {
    const closed = { ...ACCOUNT, closed: { on: civil('2026-02-28'), why: '合并' } };
    const record = (account: MediaAccount, lines: string) =>
      decidePosts({ account, post: null, known: new Set() }, { verb: 'recordPosts', accountId: 'a', lines }, scene);
    expect(record(closed, '2026-03-01 晚了')).toMatchObject({ code: 'MSG-17' });
    const done = record(closed, '2026-02-28 补登');
    if (isRefusal(done)) throw new Error(done.says);
    const [post] = done.next;
    const withdraw = (why: string, one = post!) =>
      decidePosts(
        { account: ACCOUNT, post: one, known: new Set() },
        { verb: 'withdrawPost', postId: one.id, why },
        scene,
      );
    expect(withdraw('')).toMatchObject({ code: 'WHY_MISSING' });
    const gone = withdraw('登记错了');
    if (isRefusal(gone)) throw new Error(gone.says);
    expect(gone.next[0]!.withdrawn).toEqual({ on: '2026-03-20', why: '登记错了' });
    expect(withdraw('再撤', gone.next[0])).toMatchObject({ code: 'WRONG_STATE' });
  });
});
