import { describe, expect, it } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { deskOffice } from '../../../test/support/desk-office.ts';
import { KEYS } from '../../../test/support/request-desk.ts';
import { REGISTER } from '../../../test/support/request-play.ts';
import { entriesOf } from '../../ledger/store.ts';
import { SYSTEM } from '../../people/actor.ts';
import { perform } from '../../perform.ts';
import { requestStairs } from '../../requests/store/stairs.ts';
import { civil } from '../../statute/civil-date.ts';
import { isRefusal } from '../../statute/refusal.ts';
import type { CalendarView, NewNotice, RequestFileView, SettingsView } from '../contract.ts';

const { db } = await testDatabase();
const office = await deskOffice(db);
const NOTICES = '/api/calendar/notices';

const arrangement = (change: Partial<NewNotice> = {}): NewNotice => ({
  title: '关于2027年部分节假日安排的通知',
  number: '国办发明电〔2026〕9号',
  link: 'https://www.gov.cn/',
  publishes: 2027,
  daysOff: [
    { name: '元旦', from: '2027-01-01', to: '2027-01-03' },
    { name: '春节', from: '2027-02-05', to: '2027-02-11' },
  ],
  makeUpDays: ['2027-02-20'],
  ...change,
});
/** Off in this county alone, in the days that are counted now. */
const local = (day: string): NewNotice =>
  arrangement({
    title: '州庆放假的规定',
    publishes: null,
    daysOff: [{ name: '州庆', from: day, to: day }],
    makeUpDays: [],
  });

const dueDay = async (id: string) =>
  (await db.selectFrom('info_requests').select('due_on').where('id', '=', id).executeTakeFirstOrThrow()).due_on;

async function openRequest(): Promise<string> {
  const command = { ...REGISTER, agencyId: 'finance', on: civil('2026-03-02') };
  const done = await perform(office.house, requestStairs(KEYS), SYSTEM, command);
  if (isRefusal(done)) throw new Error(done.says);
  return done.request.id;
}

describe('工作日历', () => {
  it('CAL-1 CAL-7 shows a year day by day, and says of one that is not published that it is provisional', async () => {
    const handler = await office.as(['handler']);
    const known = (await handler.get('/api/calendar/2026')).json<CalendarView>();
    expect(known).toMatchObject({ year: 2026, published: true, moved: null });
    expect(known.daysOff).toContainEqual({ on: '2026-02-17', name: '春节' });
    expect(known.makeUpDays).toContain('2026-02-14');
    expect(known.workdays).toBe(248);
    expect(known.notices[0]).toMatchObject({ id: null, number: '国办发明电〔2025〕7号', entered: null });
    const unknown = (await handler.get('/api/calendar/2027')).json<CalendarView>();
    expect(unknown).toMatchObject({ published: false, notices: [] });
    expect(unknown.daysOff).toContainEqual({ on: '2027-10-01', name: '国庆节' });
  });

  it('CAL-10 a notice that is entered counts at once and says by whom; due days move with it', async () => {
    const [id, head] = [await openRequest(), await office.as(['officeHead'])];
    expect(await dueDay(id)).toBe('2026-03-30');
    const entered = (await head.post(NOTICES, local('2026-03-18'))).json<CalendarView>();
    expect(entered).toMatchObject({
      year: 2026,
      moved: [{ number: expect.stringMatching(/公开申〔2026〕/), from: expect.any(String), to: expect.any(String) }],
    });
    const moved = entered.moved!;
    expect(moved[0]!.to! > moved[0]!.from!).toBe(true);
    expect(entered.notices[0]).toMatchObject({
      title: '州庆放假的规定',
      entered: { by: 'officeHead某' },
      withdrawn: null,
    });
    expect(entered.daysOff).toContainEqual({ on: '2026-03-18', name: '州庆' });
    expect(await dueDay(id)).toBe('2026-03-31');

    const noticeId = entered.notices[0]!.id!;
    const withdraw = `${NOTICES}/${noticeId}/withdraw`;
    expect((await head.post(withdraw, { why: ' ' })).json()).toMatchObject({ code: 'REASON_MISSING' });
    const withdrawn = (await head.post(withdraw, { why: '明年才放' })).json<CalendarView>();
    expect(withdrawn.moved).toEqual(moved.map(({ number, from, to }) => ({ number, from: to, to: from })));
    const { moves } = (await head.get(`/api/requests/${id}`)).json<RequestFileView>();
    expect(moves.map(({ because, to }) => `${because} ${to}`)).toEqual([
      '撤回放假通知：明年才放 2026-03-30',
      '录入放假通知：州庆放假的规定 2026-03-31',
    ]);
    expect(withdrawn.notices.at(-1)).toMatchObject({
      id: noticeId,
      withdrawn: { by: 'officeHead某', why: '明年才放' },
    });
    expect(await dueDay(id)).toBe('2026-03-30');
    expect((await head.post(withdraw, { why: '再撤一次' })).json()).toMatchObject({ status: 409, code: 'WRONG_STATE' });
    const trace = (await entriesOf(db, 'statute', noticeId)).map(({ verb, actorId }) => [verb, actorId]);
    expect(trace).toEqual([
      ['enteredNotice', head.officerId],
      ['withdrewNotice', head.officerId],
    ]);
  });

  it('CAL-10 the arrangement of a year makes it known', async () => {
    const admin = await office.as(['securityAdmin']);
    const view = (await admin.post(NOTICES, arrangement())).json<CalendarView>();
    expect(view).toMatchObject({ year: 2027, published: true });
    expect(view.makeUpDays).toEqual(['2027-02-20']);
  });

  it('CAL-3 what cannot be is told beside its field, and nothing is entered', async () => {
    const head = await office.as(['officeHead']);
    const wrong = arrangement({
      title: '',
      publishes: 2031,
      daysOff: [{ name: '春节', from: '2027-02-11', to: '2027-02-05' }],
      makeUpDays: ['2027-02-20'],
    });
    const response = await head.post(NOTICES, wrong);
    expect(response.statusCode).toBe(422);
    const issues = response.json().issues as { code: string; where: string }[];
    expect(issues.map(({ code, where }) => [code, where])).toEqual([
      ['CAL-3', '/title'],
      ['CAL-3', '/daysOff/0'],
      ['CAL-3', '/publishes'],
    ]);
    const empty = await head.post(NOTICES, arrangement({ publishes: null, daysOff: [], makeUpDays: [] }));
    expect(empty.json().issues).toMatchObject([{ code: 'CAL-3', where: '/daysOff' }]);
    expect((await head.get('/api/calendar/2031')).json()).toMatchObject({ published: false, notices: [] });
  });
});

describe('待核的口径', () => {
  it('CAL-10 a setting is changed with its reason; open files are counted by it and the change stands in a list', async () => {
    const [head, stairs] = [await office.as(['officeHead']), requestStairs(KEYS)];
    const before = (await head.get('/api/settings')).json<SettingsView>();
    expect(before.settings).toHaveLength(22);
    expect(before.settings.find(({ name }) => name === 'consultationEdges')).toMatchObject({
      value: 'sentDayCounts',
      usual: 'sentDayCounts',
      range: null,
      choices: expect.arrayContaining([{ name: 'bothCount', term: '两日都计入' }]),
    });
    expect(before.settings.find(({ name }) => name === 'correctionWorkdays')).toMatchObject({
      value: 10,
      choices: [],
      range: { from: 1, to: 60 },
    });

    const requestId = await openRequest();
    office.on('2026-03-12');
    const handler = {
      kind: 'officer',
      id: 'h',
      name: '',
      agencyId: 'finance',
      reach: { handler: ['finance'] },
    } as const;
    for (const [on, what] of [
      ['2026-03-04', { verb: 'consultAgency', name: '县发改局', about: '一份批复' }],
      ['2026-03-11', { verb: 'recordAgencyAnswer', consultation: 2, opinion: 'agrees', why: '' }],
    ] as const) {
      const done = await perform(office.house, stairs, handler, { requestId, on: civil(on), ...what } as never);
      expect(done).not.toHaveProperty('refused');
    }
    const stopped = await dueDay(requestId);
    const change = { name: 'consultationEdges', value: 'bothCount', why: '省公开办电话答复' };
    const again = await office.as(['officeHead']);
    const after = (await again.post('/api/settings', change)).json<SettingsView>();
    expect(after.moved).toHaveLength(1);
    expect(after.changes[0]).toMatchObject({ term: '征求意见首尾两日', to: '两日都计入', by: 'officeHead某' });
    expect(await dueDay(requestId)).not.toBe(stopped);
    const [entry] = await entriesOf(db, 'statute', 'consultationEdges');
    expect(entry).toMatchObject({ verb: 'changedSetting', actorId: again.officerId });
    const same = await again.post('/api/settings', change);
    expect(same.json()).toMatchObject({ status: 409, code: 'WRONG_STATE' });
  });
});

describe('who may not', () => {
  const setting = { name: 'extensions', value: 'several', why: '有依据' };

  it('SEC-3 whoever is not signed in gets nothing', async () => {
    for (const url of ['/api/calendar/2026', '/api/settings'])
      expect((await office.stranger.get(url)).statusCode).toBe(401);
    expect((await office.stranger.post(NOTICES, arrangement())).statusCode).toBe(401);
    expect((await office.stranger.post(`${NOTICES}/x/withdraw`, { why: '' })).statusCode).toBe(401);
    expect((await office.stranger.post('/api/settings', setting)).statusCode).toBe(401);
  });

  it('other roles read it, and are told who changes it', async () => {
    for (const role of ['handler', 'reporter', 'signatory', 'editor', 'auditor', 'systemAdmin'] as const) {
      const browser = await office.as([role]);
      const view = (await browser.get('/api/calendar/2026')).json<CalendarView>();
      expect(view.change).toMatchObject({
        allowed: false,
        why: expect.stringContaining('公开工作机构负责人或安全管理员'),
      });
      expect((await browser.post(NOTICES, arrangement())).json()).toMatchObject({ status: 403, code: 'NOT_YOUR_ROLE' });
      expect((await browser.post('/api/settings', setting)).statusCode).toBe(403);
      expect((await browser.post(`${NOTICES}/x/withdraw`, { why: '错' })).statusCode).toBe(404);
    }
  });

  it('the head of one department does not change the calendar of all', async () => {
    const head = await office.as(['officeHead'], 'finance');
    expect((await head.post(NOTICES, arrangement())).statusCode).toBe(403);
    expect((await head.post('/api/settings', setting)).statusCode).toBe(403);
  });

  it('SEC-7 days that are none, unknown fields, unknown settings and other sites change nothing', async () => {
    const head = await office.as(['officeHead']);
    const count = async () => (await db.selectFrom('holiday_notices').select('n').execute()).length;
    const before = await count();
    for (const body of [
      arrangement({ makeUpDays: ['2027-02-30'] }),
      arrangement({ makeUpDays: ['tomorrow'] }),
      { ...arrangement(), id: 'mine' },
      { ...arrangement(), publishes: '2027' },
      {},
    ])
      expect((await head.post(NOTICES, body)).statusCode).toBe(400);
    expect((await head.fromElsewhere(NOTICES, arrangement())).statusCode).toBe(403);
    expect(await count()).toBe(before);
    for (const body of [
      { ...setting, name: 'nothing' },
      { ...setting, value: 'sometimes' },
      { ...setting, name: 'correctionWorkdays', value: 0 },
    ])
      expect((await head.post('/api/settings', body)).json()).toMatchObject({ code: 'NO_SUCH_SETTING' });
    expect((await head.post('/api/settings', { ...setting, why: '' })).json()).toMatchObject({
      code: 'REASON_MISSING',
    });
    for (const year of ['1', 'x', '99999']) expect((await head.get(`/api/calendar/${year}`)).statusCode).toBe(400);
  });
});
