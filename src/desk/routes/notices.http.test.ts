import { describe, expect, it } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { deskOffice } from '../../../test/support/desk-office.ts';
import { KEYS } from '../../../test/support/request-desk.ts';
import { NO_CHANNELS } from '../../exchange/channel.ts';
import { keepNotices } from '../../exchange/store/officer-notices.ts';
import { SEND } from '../../exchange/store/send.ts';
import { tell } from '../../exchange/store/tell.ts';
import { queueAlarms } from '../../exchange/store/watch.ts';
import { entriesOf } from '../../ledger/store.ts';
import { contactOf } from '../../people/store/contacts.ts';
import { savePassword } from '../../people/store/officers.ts';
import { TELL } from '../../perform.ts';
import { deliverDue } from '../../platform/outbox/deliver.ts';
import { type Piece, queueWork, settle, takeDue } from '../../platform/outbox/outbox.ts';
import { hashPassword } from '../../platform/passwords.ts';
import type { AccountView, MessagesView, NoticesView } from '../contract.ts';

const { db } = await testDatabase();
const channel = {
  describes: 'mail.example.cn:465，发件人 xxgk@example.cn',
  send: async () => ({ sent: true, answer: '250' }) as const,
};
const office = await deskOffice(db, { channels: { mail: channel, sms: null } });
const { house } = office;
const me = await office.as(['handler']);
const other = await office.as(['handler', 'officeHead']);
const admin = await office.as(['systemAdmin']);

const told = (id: string, officerIds: readonly string[], kind = 'arrived', subject = 'r1') =>
  db.transaction().execute((tx) => {
    const to = { kind: 'officer', officerId: '' } as const;
    const notice = { kind, subject, agencyId: 'county', to, particulars: { number: '示政公开申〔2026〕1号' } };
    return keepNotices(tx, notice, officerIds, { id, at: house.now() });
  });
const notices = async (who = me) => (await who.get('/api/notices')).json<NoticesView>();

async function died(
  id: string,
  agencyId = 'county',
  to: object = { kind: 'officer', officerId: me.officerId, by: 'mail' },
) {
  const body = { to, notice: 'arrived', particulars: { number: '1号' } };
  await db.transaction().execute((tx) => queueWork(tx, [{ id, work: SEND, agencyId, body }], house.now()));
  for (const piece of await takeDue(db, house.now(), 10))
    await settle(db, piece, { end: 'never', said: '邮件服务器拒收：550 no such user' }, house.now());
}
const later = async () => ({ end: 'later', said: '连不上' }) as const;
const messages = async (who = admin) => (await who.get('/api/messages')).json<MessagesView>();

describe('消息', () => {
  it('MSG-7 an officer reads his own, each with where it leads, and marks them as read', async () => {
    await told('first', [me.officerId, other.officerId]);
    await told('task', [me.officerId], 'taskSent', 'r1/3');
    const view = await notices();
    expect(view.unread).toBe(2);
    expect(view.lines).toContainEqual({
      id: `first:${me.officerId}`,
      term: '收到新的申请',
      says: '申请（示政公开申〔2026〕1号）已经到达，请核对、办理。',
      path: '/requests/r1',
      at: house.now().toISOString(),
      read: false,
    });
    expect(view.lines.map(({ path }) => path)).toContain('/tasks/r1/3');
    expect((await me.get('/api/session')).json().unread).toBe(2);
    const one = (await me.post('/api/notices/read', { id: `task:${me.officerId}` })).json<NoticesView>();
    expect(one.unread).toBe(1);
    expect((await me.post('/api/notices/read', { until: view.until })).json<NoticesView>().unread).toBe(0);
    expect((await notices(other)).unread).toBe(1);
  });

  it('MSG-7 what came after the list was read stays unread', async () => {
    const { until } = await notices();
    office.on('2026-03-03');
    const now = await office.as(['handler']);
    await told('later', [me.officerId]);
    expect((await now.post('/api/notices/read', { until })).json<NoticesView>().unread).toBe(1);
    expect((await now.post('/api/notices/read', {})).statusCode).toBe(404);
    expect((await now.post('/api/notices/read', { until: 'yesterday' })).statusCode).toBe(404);
  });
});

describe('没有发出的消息', () => {
  it('MSG-11 the administrator sees which, to whom and why; sends it again, or gives it up, with a trace', async () => {
    const at = await office.as(['systemAdmin']);
    await died('dead-1');
    await died('dead-2', 'county', { kind: 'applicant', requestId: 'r1' });
    const view = await messages(at);
    expect(view).toMatchObject({ mail: channel.describes, sms: null, waiting: 0, dead: 2 });
    expect((await at.get('/api/session')).json().unsent).toBe(2);
    expect((await (await office.as(['handler'])).get('/api/session')).json().unsent).toBe(0);
    const shown = new Map(view.letters.map((letter) => [letter.id, letter]));
    expect(shown.get('dead-1')).toMatchObject({ term: '收到新的申请', by: '邮件', to: 'handler某', attempts: 1 });
    expect(shown.get('dead-1')!.said).toBe('邮件服务器拒收：550 no such user');
    expect(shown.get('dead-2')).toMatchObject({ to: '申请人', by: '邮件或者短信' });
    const again = (await at.post('/api/messages/dead-1/acts', { verb: 'sendAgain' })).json<MessagesView>();
    expect(again).toMatchObject({ waiting: 1, dead: 1 });
    expect(await entriesOf(db, 'exchange', 'dead-1')).toMatchObject([
      { verb: 'queuedMessageAgain', actorId: at.officerId },
    ]);
    expect((await at.post('/api/messages/dead-1/acts', { verb: 'sendAgain' })).statusCode).toBe(409);
    const giveUp = (id: string, why: string) => at.post(`/api/messages/${id}/acts`, { verb: 'giveUp', why });
    expect((await giveUp('dead-2', '  ')).json()).toMatchObject({ code: 'WHY_MISSING' });
    const given = (await giveUp('dead-2', '已经电话告知')).json<MessagesView>();
    expect(given).toMatchObject({ waiting: 1, dead: 0, given_up: 1 });
    expect((await giveUp('nothing', '已经电话告知')).statusCode).toBe(404);
    const part = async (state: string) => (await at.get(`/api/messages?state=${state}`)).json<MessagesView>().letters;
    expect(await part('given_up')).toMatchObject([{ id: 'dead-2', said: '已经电话告知' }]);
    expect(await part('waiting')).toMatchObject([{ id: 'dead-1', attempts: 0 }]);
    expect((await at.get('/api/messages?state=any')).statusCode).toBe(400);
  });

  it('MSG-13 when nothing has gone out for an hour the administrator is told, once a day, in the product', async () => {
    const at = await office.as(['systemAdmin']);
    const hours = (n: number) => ({ ...house, now: () => new Date(house.now().getTime() + n * 3_600_000) });
    await db.deleteFrom('outbox').execute();
    const body = { to: { kind: 'officer', officerId: me.officerId, by: 'mail' }, notice: 'due', particulars: {} };
    const piece = { id: 'stuck', work: SEND, agencyId: 'county', body };
    await db.transaction().execute((tx) => queueWork(tx, [piece], house.now()));
    expect(await queueAlarms(hours(0.5))).toBe(0);
    // Held for the morning is not stuck.
    await db
      .updateTable('outbox')
      .set({ run_at: hours(9).now() })
      .execute();
    expect(await queueAlarms(hours(2))).toBe(0);
    await db
      .updateTable('outbox')
      .set({ run_at: house.now(), made_at: hours(-2).now(), attempts: 3 })
      .execute();
    expect((await messages(at)).stalledSince).toBe(hours(-2).now().toISOString());
    expect(await queueAlarms(house)).toBe(1);
    await queueAlarms(hours(1));
    const work = { [TELL]: (found: Piece) => tell({ db, now: house.now, channels: NO_CHANNELS }, found) };
    await deliverDue({ db, now: house.now, works: { ...work, [SEND]: later }, log: { error: () => undefined } });
    const alarms = (await notices(at)).lines.filter(({ term }) => term === '消息没有发出');
    expect(alarms).toMatchObject([{ path: '/messages', says: '一个小时以上没有发出一条消息，请打开发件箱处理。' }]);
    // One that goes out ends it.
    await db.updateTable('outbox').set({ state: 'done', settled_at: house.now() }).where('id', '=', 'stuck').execute();
    expect((await messages(at)).stalledSince).toBeNull();
  });
});

describe('我的账号', () => {
  const PASSWORD = '四季豆加糖醋排骨两份';
  const CONTACT = { email: 'me@county.example.cn', mobile: '139 0000 0000', byMail: ['due'], bySms: [] };

  it('SEC-20 the old password is asked; other sessions end, this one goes on', async () => {
    const here = await office.as(['reporter']);
    const elsewhere = await office.as(['reporter']);
    await db.transaction().execute(async (tx) => savePassword(tx, here.officerId, await hashPassword(PASSWORD)));
    const change = (old: string, password: string) => here.post('/api/account/password', { old, password });
    expect((await change('不是这一个密码吧', '又一个新的密码十二字')).json()).toMatchObject({ code: 'WRONG_PASSWORD' });
    expect((await change(PASSWORD, '短')).json()).toMatchObject({
      code: 'HAS_ISSUES',
      issues: [{ where: '/password' }],
    });
    expect((await elsewhere.get('/api/session')).statusCode).toBe(200);
    expect((await change(PASSWORD, '又一个新的密码十二字')).statusCode).toBe(200);
    expect((await here.get('/api/session')).statusCode).toBe(200);
    expect((await elsewhere.get('/api/session')).statusCode).toBe(401);
    const signIn = (password: string) => office.stranger.post('/api/sign-in', { signInName: here.officerId, password });
    expect((await signIn(PASSWORD)).statusCode).toBe(401);
    expect((await signIn('又一个新的密码十二字')).statusCode).toBe(200);
    expect((await entriesOf(db, 'people', here.officerId)).map(({ verb }) => verb)).toContain('changedOwnPassword');
  });

  it('SEC-20 wrong tries are counted like sign-ins: after five even the right one is refused', async () => {
    const here = await office.as(['editor']);
    await db.transaction().execute(async (tx) => savePassword(tx, here.officerId, await hashPassword(PASSWORD)));
    const change = (old: string) => here.post('/api/account/password', { old, password: '又一个新的密码十二字' });
    for (let i = 0; i < 5; i += 1) expect((await change('猜一猜这个密码')).statusCode).toBe(409);
    expect((await change(PASSWORD)).json()).toMatchObject({ code: 'WRONG_PASSWORD' });
  });

  it('SEC-21 address and number are checked, sealed, and his alone; the ledger keeps neither', async () => {
    const here = await office.as(['publisher']);
    const save = (change: object) => here.post('/api/account/contact', { ...CONTACT, ...change });
    const wrong = (await save({ email: 'a@b.cn, c@d.cn', mobile: '12345' })).json();
    expect(wrong.issues.map(({ where }: { where: string }) => where)).toEqual(['/email', '/mobile']);
    expect((await save({ email: '' })).json()).toMatchObject({ code: 'SEC-21' });
    expect((await save({ byMail: ['progress'] })).json()).toMatchObject({ code: 'SEC-21' });
    const view = (await save({})).json<AccountView>();
    expect(view).toMatchObject({ email: 'me@county.example.cn', mobile: '13900000000', mail: true, sms: false });
    expect(view.kinds.filter(({ byMail }) => byMail).map(({ name }) => name)).toEqual(['due']);
    expect(await contactOf(db, here.officerId, KEYS)).toMatchObject({ byMail: ['due'], bySms: [] });
    const rows = JSON.stringify([
      await db.selectFrom('officer_contacts').selectAll().execute(),
      await entriesOf(db, 'people', here.officerId),
    ]);
    expect(rows).not.toMatch(/me@county|13900000000/);
    const another = (await (await office.as(['legal'])).get('/api/account')).json<AccountView>();
    expect(another).toMatchObject({
      email: '',
      kinds: [
        { name: 'legalAwaited' },
        { name: 'deputyActed' },
        { name: 'quizDue' },
        { name: 'handedOver' },
        { name: 'passwordSet' },
      ],
    });
  });
});

describe('who may not', () => {
  const READS = ['/api/notices', '/api/messages', '/api/account'];
  const WRITES: [string, object][] = [
    ['/api/notices/read', { id: 'x' }],
    ['/api/messages/x/acts', { verb: 'sendAgain' }],
    ['/api/account/password', { old: 'a', password: 'b' }],
    ['/api/account/contact', { email: '', mobile: '', byMail: [], bySms: [] }],
  ];

  it('whoever is not signed in, and a page that is not the console’s', async () => {
    for (const url of READS) expect((await office.stranger.get(url)).statusCode).toBe(401);
    for (const [url, body] of WRITES) {
      expect((await office.stranger.post(url, body)).statusCode).toBe(401);
      expect((await me.fromElsewhere(url, body)).statusCode).toBe(403);
    }
  });

  it('MSG-7 another officer marks nothing of mine as read', async () => {
    await told('mine', [me.officerId]);
    const stranger = await office.as(['handler'], 'other');
    await stranger.post('/api/notices/read', { id: `mine:${me.officerId}` });
    expect((await notices(await office.as(['handler']))).lines.find(({ id }) => id.startsWith('mine:'))!.read).toBe(
      false,
    );
  });

  it('MSG-11 messages are the system administrator’s: nobody else reads or acts, nor he of another county', async () => {
    await died('dead-3');
    for (const role of ['handler', 'officeHead', 'securityAdmin', 'auditor'] as const) {
      const who = await office.as([role]);
      expect((await who.get('/api/messages')).statusCode).toBe(403);
      expect((await who.post('/api/messages/dead-3/acts', { verb: 'sendAgain' })).statusCode).toBe(403);
    }
    const elsewhere = await office.as(['systemAdmin'], 'other');
    expect((await messages(elsewhere)).letters).toEqual([]);
    expect((await elsewhere.post('/api/messages/dead-3/acts', { verb: 'sendAgain' })).statusCode).toBe(403);
    expect((await messages(await office.as(['systemAdmin']))).letters.map(({ id }) => id)).toContain('dead-3');
  });

  it('a verb or a field nobody knows is not taken', async () => {
    const at = await office.as(['systemAdmin']);
    expect((await at.post('/api/messages/dead-3/acts', { verb: 'forward', to: 'x' })).statusCode).toBe(400);
    expect(
      (await at.post('/api/account/password', { old: 'a', password: 'b', officerId: me.officerId })).statusCode,
    ).toBe(400);
  });
});
