import { beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { openDesk, type Who } from '../../../test/support/open-desk.ts';
import { CREDIT_CODE } from '../../../test/support/publication-play.ts';
import { officerOf } from '../../../test/support/scene.ts';
import { perform } from '../../perform.ts';
import { particularsOf } from '../../publications/particulars.ts';
import { PRESETS } from '../../publications/review/chains.ts';
import { reviewRuleStairs } from '../../publications/store/chains.ts';
import { publicationStairs } from '../../publications/store/stairs.ts';
import { civil } from '../../statute/civil-date.ts';
import { isRefusal } from '../../statute/refusal.ts';
import type { InboxView, MediaAccountView, WechatJoins, WechatPostView, WechatStart } from '../contract.ts';

const { db } = await testDatabase();
const office = await openDesk(db);
const { as, house } = office;
const ACCOUNT = {
  agencyId: 'county',
  platform: 'wechat',
  name: '示范县发布',
  handle: '',
  contact: '办公室',
  openedOn: '2026-01-05',
};
const JOIN = { verb: 'join', appId: 'wx0123456789abcdef', secretFile: 'wechat', callbackFile: 'wechat-token' };
let [accountId, documentId] = ['', ''];

const joinAct = (body: object, who: Who = 'systemAdmin') => as(who).post(`/api/wechat-joins/${accountId}/acts`, body);
const write = (change: object = {}, who: Who = 'editor') =>
  as(who).post('/api/wechat-posts', {
    accountId,
    documentId,
    title: '春耕备耕',
    digest: '',
    words: '会议召开。',
    ...change,
  });
const act = async (id: string, body: object, who: Who) => as(who).post(`/api/wechat-posts/${id}/acts`, body);
const view = async (id: string, who: Who = 'editor') =>
  (await as(who).get(`/api/wechat-posts/${id}`)).json<WechatPostView>();
const turns = async (who: Who, id: string) => {
  const { mine } = (await as(who).get('/api/inbox')).json<InboxView>();
  return mine.filter(({ path }) => path === `/wechat-posts/${id}`).map(({ step }) => step);
};

beforeAll(async () => {
  office.on('2026-03-02');
  await db.updateTable('agencies').set({ credit_code: CREDIT_CODE }).where('id', '=', 'county').execute();
  accountId = (await as('officeHead').post('/api/media-accounts', ACCOUNT)).json<MediaAccountView>().line.id;
  const editor = officerOf('county', 'editor');
  const particulars = particularsOf({
    title: '全县春耕备耕工作会议召开',
    issuer: '县政府办',
    writtenOn: civil('2026-03-02'),
  });
  const draft = {
    verb: 'draft',
    agencyId: 'county',
    kind: 'news',
    columns: ['news.headlines'],
    bodyHtml: '<p>会议召开。</p><p>请落实。</p>',
    particulars,
  } as const;
  const drafted = await perform(house, publicationStairs, editor, draft);
  if (isRefusal(drafted)) throw new Error(drafted.says);
  documentId = drafted.id;
  const published = await perform(house, publicationStairs, officerOf('county', 'publisher'), {
    verb: 'publish',
    documentId,
  });
  if (isRefusal(published)) throw new Error(published.says);
});

describe('公众号', () => {
  it('XCH-23 joined by the system administrator, with the address for the platform to call; nothing of a secret is told', async () => {
    expect((await write()).json()).toMatchObject({ code: 'XCH-23' });
    const joined = (await joinAct(JOIN)).json<WechatJoins>();
    expect(joined.accounts).toMatchObject([
      { accountId, join: { open: true, callbackFile: 'wechat-token' }, callbackUrl: `/wechat/${accountId}` },
    ]);
    expect((await joinAct({ ...JOIN, secretFile: '../x' })).json()).toMatchObject({ code: 'XCH-23' });
    expect((await joinAct({ verb: 'reopen' })).json()).toMatchObject({ code: 'WRONG_STATE' });
  });

  it('XCH-24 begins with the words of a document that is public', async () => {
    const start = (await as('editor').get(`/api/wechat-posts?documentId=${documentId}`)).json<WechatStart>();
    expect(start).toMatchObject({
      accounts: [{ name: accountId }],
      original: { title: '全县春耕备耕工作会议召开', words: '会议召开。\n请落实。' },
    });
    expect((await as('editor').get('/api/wechat-posts?documentId=nothing')).json<WechatStart>().original).toBeNull();
  });

  it('XCH-26, XCH-30 goes through the steps of its document, each in the inbox of whoever takes it', async () => {
    const rule = { verb: 'setReviewRule', agencyId: 'county', column: null, kind: null, preset: 'repost' } as const;
    expect(PRESETS.repost.chains.examine).toEqual(['examine1']);
    await perform(house, reviewRuleStairs, officerOf('county', 'officeHead'), rule);
    const { id, hash } = (await write()).json<WechatPostView>();
    expect((await act(id, { verb: 'send', hash }, 'publisher')).json()).toMatchObject({ code: 'REV-6' });
    expect(await turns('editor', id)).toEqual(['送审']);
    await act(id, { verb: 'submit', hash }, 'editor');
    expect([await turns('examiner', id), await turns('proofreader', id), await turns('publisher', id)]).toEqual([
      ['一审'],
      ['一校'],
      [],
    ]);
    await act(id, { verb: 'return', hash, step: 'examine1', reason: '核对日期' }, 'examiner');
    expect(await turns('editor', id)).toEqual(['修改文章']);
    const again = (
      await act(id, { verb: 'revise', title: '春耕备耕', digest: '', words: '会议3月2日召开。' }, 'editor')
    ).json<WechatPostView>();
    expect((await act(id, { verb: 'submit', hash }, 'editor')).json()).toMatchObject({ code: 'STALE' });
    await act(id, { verb: 'submit', hash: again.hash }, 'editor');
    await act(id, { verb: 'pass', hash: again.hash, step: 'examine1', opinion: '' }, 'examiner');
    await act(id, { verb: 'pass', hash: again.hash, step: 'proofread1', opinion: '' }, 'proofreader');
    expect(await turns('publisher', id)).toEqual(['发到公众号']);
    const sent = await Promise.all([1, 2].map(() => act(id, { verb: 'send', hash: again.hash }, 'publisher')));
    expect(sent.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
    expect(await view(id)).toMatchObject({
      state: '发布中',
      review: { state: '审校完成' },
      may: { revise: { allowed: false } },
    });
    expect(await db.selectFrom('outbox').select('id').where('work', '=', 'wechatSend').execute()).toHaveLength(1);
  });

  it('XCH-24 what waits and what died is the system administrator’s, who sends it again', async () => {
    await db
      .updateTable('outbox')
      .set({ state: 'dead', settled_at: house.now(), said: '服务器的出口地址不在公众号的 IP 白名单里。' })
      .where('work', '=', 'wechatSend')
      .execute();
    const { accounts } = (await as('systemAdmin').get('/api/wechat-joins')).json<WechatJoins>();
    const [piece] = accounts[0]!.pieces;
    expect(piece).toMatchObject({ dead: true, title: '春耕备耕', said: expect.stringContaining('IP 白名单') });
    // It is no message, and it is not on the list of messages.
    expect((await as('systemAdmin').get('/api/session')).json()).toMatchObject({ unsent: 0, undelivered: 0 });
    await joinAct({ verb: 'sendAgain', piece: piece!.id });
    expect((await joinAct({ verb: 'giveUp', piece: 'share:x:y:1', why: 'x' })).json()).toMatchObject({
      code: 'NO_SUCH_ACCOUNT',
    });
    const states = await db.selectFrom('outbox').select('state').where('work', '=', 'wechatSend').execute();
    expect(states).toEqual([{ state: 'waiting' }]);
  });
});

describe('who may not', () => {
  it('XCH-23 an account that was closed takes no post any more, and is asked nothing', async () => {
    const other = await as('officeHead').post('/api/media-accounts', { ...ACCOUNT, name: '要注销的' });
    const { id } = other.json<MediaAccountView>().line;
    const joined = await as('systemAdmin').post(`/api/wechat-joins/${id}/acts`, JOIN);
    expect(joined.statusCode).toBe(200);
    await as('officeHead').post(`/api/media-accounts/${id}/acts`, { verb: 'close', on: '2026-03-02', why: '合并' });
    const { accounts } = (await as('systemAdmin').get('/api/wechat-joins')).json<WechatJoins>();
    expect(accounts.find((one) => one.accountId === id)?.join).toMatchObject({ open: false });
    expect((await write({ accountId: id })).json()).toMatchObject({ code: 'WRONG_STATE' });
    const again = await as('systemAdmin').post(`/api/wechat-joins/${id}/acts`, { verb: 'reopen' });
    expect(again.json()).toMatchObject({ code: 'WRONG_STATE' });
    expect((await as('systemAdmin').post(`/api/wechat-joins/${id}/acts`, JOIN)).json()).toMatchObject({
      code: 'WRONG_STATE',
    });
  });

  it('other roles write, send and join nothing', async () => {
    expect((await write({}, 'publisher')).statusCode).toBe(403);
    for (const who of ['editor', 'officeHead', 'publisher'] as const)
      expect((await joinAct(JOIN, who)).statusCode).toBe(403);
    const { id, hash } = (await write({ title: '又一篇' })).json<WechatPostView>();
    expect((await act(id, { verb: 'send', hash }, 'editor')).statusCode).toBe(403);
    expect((await act(id, { verb: 'pass', hash, step: 'examine1', opinion: '' }, 'proofreader')).statusCode).toBe(403);
    for (const who of ['handler', 'systemAdmin', 'securityAdmin'] as const)
      expect((await as(who).get(`/api/wechat-posts/${id}`)).statusCode).toBe(403);
  });

  it('SEC-3 nobody without a session, nothing that is not asked for', async () => {
    for (const url of ['/api/wechat-posts', '/api/wechat-joins'])
      expect((await office.nobody.get(url)).statusCode).toBe(401);
    expect((await write({ url: 'x' })).statusCode).toBe(400);
    expect((await joinAct({ ...JOIN, secret: 'x' })).statusCode).toBe(400);
  });
});
