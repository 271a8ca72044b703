/** 写信的、找错的 hear by mail that they are answered: from the portal's form to a real mail server. */
import { afterAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { mailServer } from '../../../test/support/message-doubles.ts';
import { openDesk } from '../../../test/support/open-desk.ts';
import { KEYS } from '../../../test/support/request-desk.ts';
import { noticeKind } from '../../desk/exchange/notice-kinds.ts';
import { smtpChannel } from '../../exchange/adapters/smtp.ts';
import { SEND, send } from '../../exchange/store/send.ts';
import { tell } from '../../exchange/store/tell.ts';
import { TELL } from '../../perform.ts';
import { deliverDue } from '../../platform/outbox/deliver.ts';
import { portalFor, provenBy, visitorOf } from '../../portal/portal.fixture.ts';
import { reachIn } from '../../supervision/mistakes/mistake.ts';
import { writerOpener } from './writer-opener.ts';

const { db } = await testDatabase();
const office = await openDesk(db);
const { as, house } = office;
office.on('2026-11-02');
const server = await mailServer();
const mail = smtpChannel({ host: '127.0.0.1', port: server.port, secure: false, from: 'xxgk@county.example.cn' });
afterAll(async () => {
  mail.close();
  await server.close();
});
const visitor = visitorOf(portalFor(house));
const channels = { mail, sms: null };
const sender = { name: '示范县人民政府', url: 'https://xxgk.example.cn', noticeKind };
const logged: unknown[] = [];
const deliver = () =>
  deliverDue({
    ...{ db, now: house.now, log: { error: (fault: unknown) => void logged.push(fault) } },
    works: {
      [TELL]: (piece) => tell({ db, now: house.now, channels }, piece),
      [SEND]: (piece) => send({ db, keys: KEYS, channels, sender, openWriter: writerOpener(db, KEYS) }, piece),
    },
  });
const mailed = (to: string) =>
  server.mails
    .filter((one) => one.to === to)
    .map(({ raw }) => (/base64/i.test(raw) ? Buffer.from(raw.split('\r\n\r\n')[1] ?? '', 'base64').toString() : raw));
const sentForms = async (path: string, form: object) => {
  const proof = await provenBy((await visitor.get(path)).body);
  expect((await visitor.post(path, { ...form, do: 'send', ...proof })).statusCode).toBe(201);
};
const queued = async () => JSON.stringify(await db.selectFrom('outbox').selectAll().execute());

describe('who wrote is told', () => {
  it('SUP-67 MSG-4 who reported a mistake and left an address hears that it is answered, and only that', async () => {
    const contact = '邮箱：reader@mail.example.cn，或者打电话';
    await sentForms('/mistakes/report', { page: '', wrong: '以经办理', says: '应当是已经', contact });
    const { id, query_number } = await db.selectFrom('mistake_reports').selectAll().executeTakeFirstOrThrow();
    await deliver();
    expect(mailed('reader@mail.example.cn')).toEqual([]);
    const { seen } = (await as('editor').get(`/api/mistakes/${id}`)).json();
    const answer = { verb: 'answer', verdict: 'mended', says: '改好了，谢谢。' };
    const answered = await as('editor').post(`/api/mistakes/${id}/acts`, { seen, act: answer });
    expect(answered.json()).toMatchObject({ state: 'answered' });
    // Pressed twice, and delivered twice.
    await as('editor').post(`/api/mistakes/${id}/acts`, { seen, act: answer });
    await deliver();
    await deliver();
    const [text, ...more] = mailed('reader@mail.example.cn');
    expect(more).toEqual([]);
    expect(text).toContain('您2026年11月2日在本网站提交的找错留言已经答复');
    expect(text).toContain('https://xxgk.example.cn/mistakes/track');
    for (const secret of ['以经', '改好了', query_number]) expect(text).not.toContain(secret);
    expect(await queued()).not.toContain('reader@');
    const inBox = (await as('systemAdmin').get('/api/messages?state=done')).json();
    expect(inBox.letters).toMatchObject([{ term: '找错留言已经答复', to: '找错的人' }]);
    expect(logged).toEqual([]);
  });

  it('INT-7 who wrote a letter hears that it is answered or was not accepted', async () => {
    const letter = {
      agency: 'county',
      kind: 'consultation',
      body: '路灯坏了',
      name: '王小明',
      phone: '',
      publish: 'no',
    };
    await sentForms('/letters/write', { ...letter, title: '路灯', email: 'wang@mail.example.cn' });
    await sentForms('/letters/write', { ...letter, title: '别县的事', email: 'li@mail.example.cn' });
    const letters = await db.selectFrom('citizen_letters').select(['id', 'title']).execute();
    const act = async (title: string, seen: number, sent: object, who: 'handler' | 'officeHead' = 'handler') => {
      const { id } = letters.find((one) => one.title === title)!;
      expect((await as(who).post(`/api/citizen-letters/${id}/acts`, { seen, act: sent })).statusCode).toBe(200);
    };
    await act('别县的事', 1, { verb: 'refuse', reason: 'otherAuthority', where: '请向邻县反映。' });
    await act('路灯', 1, { verb: 'accept', simple: true });
    await act('路灯', 2, { verb: 'draft', text: '修好了。' });
    await act('路灯', 3, { verb: 'check', passed: true, opinion: '' }, 'officeHead');
    await deliver();
    expect(mailed('wang@mail.example.cn')).toEqual([]);
    await act('路灯', 4, { verb: 'answer' });
    await deliver();
    expect(mailed('wang@mail.example.cn')).toEqual([expect.stringContaining('您2026年11月2日写给我们的信已经答复')]);
    expect(mailed('wang@mail.example.cn')[0]).toContain('https://xxgk.example.cn/letters/track');
    expect(mailed('li@mail.example.cn')).toEqual([expect.stringContaining('没有受理')]);
    expect(mailed('li@mail.example.cn')[0]).not.toContain('邻县');
    for (const secret of ['wang@', '王小明', '路灯']) expect(await queued()).not.toContain(secret);
  });

  it('INT-47 who gave an opinion hears once that it is answered and once that the result is out; who left no way is not looked for', async () => {
    const text = {
      ...{ form: 'opinions', title: '停车办法（征求意见稿）', explanation: '为了规范停车。', draft: '第一条 三元。' },
      ...{ questions: [], otherWays: '', matter: 'decision', days: 30, whyShorter: '' },
    };
    const { line } = (await as('editor').post('/api/consultations', { agencyId: 'county', text })).json();
    const act = async (seen: number, sent: object, who: 'editor' | 'publisher' = 'editor') => {
      const done = await as(who).post(`/api/consultations/${line.id}/acts`, { seen, act: sent });
      expect(done.statusCode).toBe(200);
    };
    await act(1, { verb: 'submit' });
    await act(2, { verb: 'check', passed: true, opinion: '' }, 'publisher');
    const path = `/consultations/${line.id}/send`;
    await sentForms(path, { body: '三元太贵', name: '赵小明', email: 'zhao@mail.example.cn' });
    await sentForms(path, { body: '两元可以' });
    const opinions = await db
      .selectFrom('public_opinions')
      .select('id')
      .where('consultation_id', '=', line.id)
      .execute();
    const opinionIds = opinions.map(({ id }) => id);
    const before = (await db.selectFrom('outbox').select('id').execute()).length;
    await act(3, { verb: 'reply', opinionIds, adoption: 'adopted', reply: '改为两元。', gist: '太贵' });
    // Put right before the result is out: he was told already.
    await act(4, { verb: 'reply', opinionIds, adoption: 'adopted', reply: '改为两元五角。', gist: '太贵' });
    office.on('2026-12-08');
    await act(5, { verb: 'summarize', outcome: '收到意见2条。' });
    await act(6, { verb: 'approve', passed: true, opinion: '' }, 'publisher');
    expect((await db.selectFrom('outbox').select('id').execute()).length - before).toBe(2);
    await deliver();
    await deliver();
    // Which of two that lie ready together comes first is nobody's promise.
    const told = mailed('zhao@mail.example.cn').sort(
      (a, b) => Number(b.includes('已经答复')) - Number(a.includes('已经答复')),
    );
    expect(told).toEqual([expect.stringContaining('的意见已经答复'), expect.stringContaining('已经在网站公布')]);
    expect(told[0]).toContain('https://xxgk.example.cn/consultations/track');
    for (const secret of ['zhao@', '赵小明', '停车', '两元']) expect(await queued()).not.toContain(secret);
  });
});

it.each([
  ['reader@mail.example.cn', 'reader@mail.example.cn', ''],
  ['我的邮箱reader@mail.example.cn请回复', 'reader@mail.example.cn', ''],
  ['电话：139-1234-5678 邮箱 a.b@c.cn', 'a.b@c.cn', '13912345678'],
  ['13912345678 / a@b.cn', 'a@b.cn', '13912345678'],
  ['+86 139 1234 5678', '', '13912345678'],
  ['two@a.cn, three@b.cn', '', ''],
  ['0471-1234567', '', ''],
])('SUP-67 of “%s” the address is “%s”, the number “%s”', (contact, email, phone) => {
  expect(reachIn(contact)).toEqual({ email, phone });
});
