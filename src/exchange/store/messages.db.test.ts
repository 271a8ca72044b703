import { afterAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { mailServer, smsServer } from '../../../test/support/message-doubles.ts';
import { KEYS, requestDesk } from '../../../test/support/request-desk.ts';
import { REGISTER } from '../../../test/support/request-play.ts';
import { noticeKind } from '../../desk/exchange/notice-kinds.ts';
import { saveContact } from '../../people/store/contacts.ts';
import { addOfficer } from '../../people/store.ts';
import { TELL } from '../../perform.ts';
import { deliverDue } from '../../platform/outbox/deliver.ts';
import { queueWork, takeDue } from '../../platform/outbox/outbox.ts';
import { queueDigests } from '../../requests/store/due-digest.ts';
import { tasksDueBy } from '../../requests/store/tasks.ts';
import { civil } from '../../statute/civil-date.ts';
import { smsGateway } from '../adapters/sms-gateway.ts';
import { smtpChannel } from '../adapters/smtp.ts';
import { type Channels, NO_CHANNELS } from '../channel.ts';
import { noticesFor } from './officer-notices.ts';
import { SEND, send } from './send.ts';
import { tell } from './tell.ts';

const { db } = await testDatabase();
const desk = await requestDesk(db);
const { house } = desk;
const REFUSED = 'gone@example.cn';
const server = await mailServer((to) => (to === REFUSED ? 550 : 0));
const gateway = await smsServer('s3cret');
const from = 'xxgk@county.example.cn';
const mail = smtpChannel({ host: '127.0.0.1', port: server.port, secure: false, from });
const sms = (secret: string, url = gateway.url) => smsGateway({ url, key: 'xxgk', secret, sign: '示范县' }, house.now);
const both: Channels = { mail, sms: sms('s3cret') };
afterAll(async () => {
  mail.close();
  await Promise.all([server.close(), gateway.close()]);
});

const faults: unknown[] = [];
const sender = { name: '示范县人民政府', url: 'https://xxgk.example.cn', noticeKind };
const openWriter = async () => undefined;
const deliver = (channels: Channels, most?: number) =>
  deliverDue(
    {
      db,
      now: house.now,
      works: {
        [TELL]: (piece) => tell({ db, now: house.now, channels }, piece),
        [SEND]: (piece) => send({ db, keys: KEYS, channels, sender, openWriter }, piece),
      },
      log: { error: (fault: unknown) => void faults.push(fault) },
    },
    most,
  );
const pieces = (work: string) => db.selectFrom('outbox').selectAll().where('work', '=', work).execute();
const reset = () => db.deleteFrom('outbox').execute();
const mailed = (to: string) => server.mails.filter((one) => one.to === to);
const text = (raw: string) => {
  const [, body = ''] = raw.split('\r\n\r\n');
  return /base64/i.test(raw) ? Buffer.from(body, 'base64').toString() : body;
};
const applicantWith = (email: string, phone: string) => ({ ...REGISTER.applicant, email, phone });

await db.transaction().execute(async (tx) => {
  for (const [id, role] of [
    ['officer-handler', 'handler'],
    ['colleague', 'handler'],
    ['head', 'officeHead'],
    ['liaison', 'liaison'],
  ] as const)
    await addOfficer(tx, {
      ...{ id, agencyId: 'county', signInName: id, name: id, passwordHash: '-' },
      roles: [{ role, agencyId: 'county' }],
    });
  const contact = { email: 'colleague@county.example.cn', mobile: '13900000000' };
  await saveContact(tx, 'colleague', { ...contact, byMail: ['arrived', 'due'], bySms: ['due'] }, KEYS);
});

describe('from the act to the receiver', () => {
  it('MSG-1 MSG-4 MSG-5 a registration tells the colleague and the applicant; identity stands in no queue', async () => {
    desk.on('2026-03-02');
    const { request } = await desk.register({ applicant: applicantWith('zhang@mail.example.cn', '') });
    await deliver(both);
    expect((await noticesFor(db, 'colleague')).map(({ kind, read }) => [kind, read])).toEqual([['arrived', false]]);
    // He registered it himself.
    expect(await noticesFor(db, 'officer-handler')).toEqual([]);
    const [toColleague] = mailed('colleague@county.example.cn');
    expect(text(toColleague!.raw)).toContain(`申请（${request.number}）已经到达`);
    const [toApplicant] = mailed('zhang@mail.example.cn');
    expect(text(toApplicant!.raw)).toContain(`您的申请（${request.number}）有新进展，请凭查询号和查询码查看。`);
    for (const secret of ['张小满', request.wanted, request.queryNumber])
      expect(text(toApplicant!.raw) + toApplicant!.raw).not.toContain(secret);
    const kept = JSON.stringify(await db.selectFrom('outbox').selectAll().execute());
    for (const secret of ['zhang@', 'colleague@', '139000', '张小满', request.wanted])
      expect(kept).not.toContain(secret);
    expect((await pieces(SEND)).map(({ state, said }) => [state, said])).toEqual([
      ['done', expect.stringMatching(/^250 .*queued as A1B2C3/)],
      ['done', expect.stringMatching(/^250 /)],
    ]);
  });

  it('MSG-1 an act that is refused tells nobody', async () => {
    await reset();
    await desk.tryRegister({ wanted: '' });
    expect(await pieces(TELL)).toEqual([]);
  });

  it('MSG-6 killed between sending and marking: the letter goes again under the same Message-ID', async () => {
    await reset();
    desk.on('2026-03-03');
    await desk.register({ applicant: applicantWith('twice@mail.example.cn', '') });
    await deliver({ ...both, mail: { ...mail, send: async () => ({ sent: false, why: '', again: true }) } });
    desk.on('2026-03-04');
    // Sent, and gone before it is written down: others wait until the lease has ended.
    for (const piece of await takeDue(db, house.now(), 10))
      if (piece.work === SEND) await send({ db, keys: KEYS, channels: both, sender, openWriter }, piece);
    await db.updateTable('outbox').set({ lease_until: house.now() }).where('lease_until', 'is not', null).execute();
    desk.on('2026-03-05');
    await deliver(both);
    const ids = mailed('twice@mail.example.cn').map(({ raw }) => /^Message-ID: (.+)$/im.exec(raw)?.[1]);
    expect(ids).toHaveLength(2);
    expect(ids[0]).toBe(ids[1]);
    expect(ids[0]).toMatch(/@county\.example\.cn>$/);
  });

  it('MSG-5 who left only a mobile gets an SMS, signed; who left nothing gets nothing, and it is not called sent', async () => {
    await reset();
    desk.on('2026-03-09');
    const { request } = await desk.register({ applicant: applicantWith('', '+86 138-0000-0001') });
    await desk.register({ applicant: applicantWith('two@a.cn, three@b.cn', '0471-1234567') });
    await deliver(both);
    expect(gateway.taken).toEqual([
      {
        id: expect.stringMatching(/:applicant$/),
        to: '13800000001',
        text: `【示范县】您的申请（${request.number}）有新进展，请凭查询号和查询码查看。https://xxgk.example.cn/track`,
      },
    ]);
    const told = (await pieces(SEND)).filter(({ id }) => id.endsWith(':applicant'));
    expect(told.map(({ state }) => state).sort()).toEqual(['done', 'given_up']);
  });

  it('MSG-11 a server that refuses the receiver ends it with the reason, without the address', async () => {
    await reset();
    await desk.register({ applicant: applicantWith(REFUSED, '') });
    await deliver(both);
    const [dead] = (await pieces(SEND)).filter(({ state }) => state === 'dead');
    expect(dead).toMatchObject({ attempts: 1, said: expect.stringMatching(/^邮件服务器拒收：550/) });
    expect(dead!.said).not.toContain('gone');
  });

  it('MSG-11 a server that cannot be reached, a secret that does not fit: said in words, tried again', async () => {
    await reset();
    const off = smtpChannel({ host: '127.0.0.1', port: 1, secure: false, from });
    await desk.register({ applicant: applicantWith('later@mail.example.cn', '') });
    await desk.register({ applicant: applicantWith('', '13800000002') });
    await deliver({ mail: off, sms: sms('another') });
    await deliver({ mail: off, sms: sms('another') });
    off.close();
    const waiting = (await pieces(SEND)).filter(({ id }) => id.endsWith(':applicant'));
    expect(waiting.every(({ state }) => state === 'waiting')).toBe(true);
    expect(waiting.map(({ said }) => said).sort()).toEqual([
      '短信网关不认签名，请核对 GONGKAI_SMS_KEY 和密钥文件。',
      '连不上邮件服务器，请核对 GONGKAI_SMTP 和防火墙。',
    ]);
    expect(faults).toEqual([]);
  });

  it.each([
    [200, { accepted: true }, true],
    [200, { accepted: false, reason: '号码 13800000000 在黑名单' }, false],
    [400, {}, false],
    [503, {}, true],
  ])('MSG-5 the gateway answering %i %j has not taken it; worth another try: %s', async (status, body, again) => {
    const other = await smsServer('s3cret', () => ({ status, body }));
    const handed = await sms('s3cret', other.url).send('id', '13800000000', { title: '', text: '' });
    await other.close();
    expect(handed).toMatchObject({ sent: false, again });
    expect(JSON.stringify(handed)).not.toContain('13800000000');
  });
});

describe('without channels', () => {
  it('MSG-12 officers are told in the product, nothing waits to be sent', async () => {
    await reset();
    await desk.register({ applicant: applicantWith('nobody@mail.example.cn', '13800000003') });
    await deliver(NO_CHANNELS);
    expect(await pieces(SEND)).toEqual([]);
    expect((await pieces(TELL)).every(({ state }) => state === 'done')).toBe(true);
    expect((await noticesFor(db, 'colleague'))[0]).toMatchObject({ kind: 'arrived', read: false });
  });

  it('MSG-12 what was queued before mail was taken away dies with the reason', async () => {
    await reset();
    await desk.register({ applicant: applicantWith('', '') });
    await deliver({ mail, sms: null }, 1);
    await deliver(NO_CHANNELS);
    const ended = await pieces(SEND);
    expect(ended.filter(({ state }) => state === 'waiting')).toEqual([]);
    expect(ended.find(({ id }) => id.endsWith(':mail'))).toMatchObject({ state: 'dead', said: '没有配置邮件服务器。' });
  });
});

describe('the digest of due days', () => {
  const dueNotices = async (id: string) => (await noticesFor(db, id)).filter(({ kind }) => kind === 'due');

  it('MSG-9 is one a workday, from two sweeps at once; days off and the night are passed over', async () => {
    await reset();
    // The applications of the first of these tests are due on 30 March and the days after.
    desk.on('2026-03-28');
    expect(await queueDigests(house)).toBe(0);
    desk.on('2026-03-30');
    const night = { ...house, now: () => new Date('2026-03-29T23:59:00Z') };
    expect(await queueDigests(night)).toBe(0);
    await Promise.all([queueDigests(house), queueDigests(house)]);
    await queueDigests(house);
    await deliver(NO_CHANNELS);
    expect(await dueNotices('colleague')).toHaveLength(1);
    // The head of the office is told of what is overdue, and nothing is.
    expect(await dueNotices('head')).toEqual([]);
  });

  it('MSG-10 after days off there is one digest, of what is due then', async () => {
    await reset();
    desk.on('2026-04-09');
    await queueDigests(house);
    await deliver(both);
    const [latest, before, ...more] = await dueNotices('colleague');
    expect(more).toEqual([]);
    expect([latest, before].every(Boolean)).toBe(true);
    const { overdue } = latest!.particulars;
    expect(overdue).toBeGreaterThan(0);
    expect((await dueNotices('head'))[0]!.particulars).toEqual({ overdue });
    expect(mailed('colleague@county.example.cn').some(({ raw }) => text(raw).includes(`已经超期${overdue}件`))).toBe(
      true,
    );
    expect(gateway.taken.at(-1)).toMatchObject({ to: '13900000000' });
  });
});

describe('tasks others wait for', () => {
  it('MSG-14 above 500 none starves: all are reminded and counted, with one digest a workday and no mail for each', async () => {
    await reset();
    desk.on('2026-05-11');
    const { request } = await desk.register({ applicant: applicantWith('', '') });
    const [fact] = await db.selectFrom('request_facts').selectAll().where('request_id', '=', request.id).execute();
    const task = (i: number) => ({ n: i + 10, request_id: request.id, agency_id: 'county', to_agency_id: 'county' });
    const many = Array.from({ length: 601 }, (_, i) => task(i));
    await db
      .insertInto('request_facts')
      .values(many.map(({ n }) => ({ ...fact!, n })))
      .execute();
    const waiting = { state: 'sent' as const, due_on: civil('2026-05-08') };
    await db
      .insertInto('request_tasks')
      .values(many.map((row) => ({ ...row, ...waiting })))
      .execute();
    const found: number[] = [];
    for await (const { n } of tasksDueBy(db, civil('2026-05-13'))) found.push(n);
    expect(new Set(found).size).toBe(601);
    for (const day of ['2026-05-11', '2026-05-12', '2026-05-16', '2026-05-18']) {
      desk.on(day);
      await queueDigests(house);
      await queueDigests(house);
    }
    await deliver(NO_CHANNELS, 5_000);
    const told = (await noticesFor(db, 'liaison')).filter(({ kind }) => kind === 'due');
    // Saturday the 16th is passed over, and Monday makes up for nothing.
    expect(told.map(({ particulars }) => particulars)).toEqual(Array(3).fill({ tasksLate: 601 }));
    await db.deleteFrom('request_tasks').execute();
  });
});

describe('many at once', () => {
  it('MSG-6 two senders at once send each message once', async () => {
    await reset();
    const before = server.mails.length;
    const to = { kind: 'officer', officerId: 'colleague', by: 'mail' } as const;
    const body = { to, notice: 'due', particulars: { red: 1 } };
    const queued = Array.from({ length: 100 }, (_, i) => ({ id: `bulk-${i}`, work: SEND, agencyId: 'county', body }));
    await db.transaction().execute((tx) => queueWork(tx, queued, house.now()));
    await Promise.all([deliver(both), deliver(both)]);
    const ids = server.mails.slice(before).map(({ raw }) => /^Message-ID: (.+)$/im.exec(raw)?.[1]);
    expect(ids).toHaveLength(100);
    expect(new Set(ids).size).toBe(100);
  });
});
