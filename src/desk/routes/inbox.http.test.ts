import { describe, expect, it } from 'vitest';
import { beganOn } from '../../../test/support/began.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { openDesk, type Who } from '../../../test/support/open-desk.ts';
import { DRAFT } from '../../../test/support/request-play.ts';
import { empty } from '../../annual-report/check/sound-report.fixture.ts';
import { civil } from '../../statute/civil-date.ts';
import type { FeedMadeView, InboxRow, InboxView } from '../contract.ts';
import { CONSOLE_HEADER } from '../guard.ts';

const { db } = await testDatabase();
await beganOn(db, '2025-06-02');
const office = await openDesk(db);
const { as } = office;

const inboxOf = async (who: Who): Promise<InboxView> => (await as(who).get('/api/inbox')).json();
const requestsOf = (rows: readonly InboxRow[]) => rows.filter(({ key }) => key.startsWith('requests/'));
const told = (rows: readonly InboxRow[]) =>
  requestsOf(rows).map(({ what, light, step }) => `${what}：${light} ${step}`);

const register = async (wanted: string, on: string, change = {}) =>
  (await office.register({ wanted, on: civil(on), ...change })).request.id;

office.on('2026-03-31');
const late = await register('逾期的', '2026-03-02');
const urgent = await register('快到期的', '2026-03-03');
await register('不急的', '2026-03-30');
const letter = await register('没有确认的信', '2026-03-30', { channel: 'ordinary-post' });
const asked = await register('等补正的', '2026-03-05');
const drafted = await register('拟好的', '2026-03-20');
await register('邻镇的', '2026-03-31', { agencyId: 'town' });
office.on('2026-03-06');
await office.act(asked, '2026-03-06', 'askCorrection', { what: '写明年份', workdays: 60 });
await office.act(asked, '2026-03-06', 'recordReceived', { paper: 2 });
office.on('2026-03-31');
await office.act(drafted, '2026-03-31', 'draftReply', DRAFT);
await office.pass(drafted, '2026-03-31');

describe('GET /api/inbox', () => {
  it('REQ-56 the most urgent first, and apart what waits for somebody else', async () => {
    const { today, mine, others } = await inboxOf('handler');
    expect(today).toBe('2026-03-31');
    expect(told(mine)).toEqual([
      '逾期的：overdue 拟写答复',
      '快到期的：red 拟写答复',
      '不急的：green 拟写答复',
      '邻镇的：green 拟写答复',
      '没有确认的信：paused 确认收到',
    ]);
    expect(told(others)).toEqual(['拟好的：green 签发答复', '等补正的：paused 登记收到补正']);
  });

  it('REQ-56 names who has to move: colleagues, or somebody outside', async () => {
    const { mine, others } = await inboxOf('handler');
    expect(mine[0]).toMatchObject({
      behind: '傅主任、韩经办',
      path: `/requests/${late}`,
      forWhom: '张**',
      workdaysLeft: -1,
    });
    expect(requestsOf(others).map(({ behind }) => behind)).toEqual(['钱县长', '等申请人']);
  });

  it('REQ-56 to the signatory the draft is his, the rest is others’', async () => {
    const { mine, others } = await inboxOf('signatory');
    expect(told(mine)).toEqual(['拟好的：green 签发答复']);
    expect(requestsOf(others)).toHaveLength(6);
  });

  it('REQ-25 a draft of one’s own is not one’s own to sign', async () => {
    await db
      .insertInto('officer_roles')
      .values({ officer_id: 'officer-handler', role: 'signatory', agency_id: 'county' })
      .execute();
    expect(told((await inboxOf('handler')).others)).toContain('拟好的：green 签发答复');
    await db
      .deleteFrom('officer_roles')
      .where('officer_id', '=', 'officer-handler')
      .where('role', '=', 'signatory')
      .execute();
  });

  it('an empty post is told, since nobody would move', async () => {
    await db.updateTable('officers').set({ active: false }).where('id', '=', 'officer-signatory').execute();
    expect(requestsOf((await inboxOf('handler')).others)[0]).toMatchObject({ behind: '签发人（暂无人员）' });
    await db.updateTable('officers').set({ active: true }).where('id', '=', 'officer-signatory').execute();
  });

  it('REQ-56 what is archived waits for nobody', async () => {
    await office.act(letter, '2026-03-31', 'withdraw', { outcome: 'withdrawn', why: '来电撤回' });
    expect(told((await inboxOf('handler')).mine)).toContain('没有确认的信：done 归档');
    await office.act(letter, '2026-03-31', 'archive', {});
    expect(told((await inboxOf('handler')).mine).join()).not.toContain('没有确认的信');
  });

  it('a record that contradicts itself waits for the head of the office', async () => {
    await db
      .updateTable('request_facts')
      .set({ happened_on: civil('2026-01-05') })
      .where('request_id', '=', asked)
      .where('n', '=', 2)
      .execute();
    const { mine } = await inboxOf('officeHead');
    expect(mine.find(({ key }) => key === `requests/${asked}`)).toMatchObject({
      light: 'paused',
      step: expect.any(String),
    });
    expect((await inboxOf('handler')).mine.some(({ key }) => key === `requests/${asked}`)).toBe(false);
    expect((await inboxOf('handler')).mine.some(({ key }) => key === `requests/${urgent}`)).toBe(true);
  });
});

describe('annual reports in the inbox', () => {
  const reportsOf = ({ mine, others }: InboxView) => ({
    mine: mine.filter(({ key }) => key.startsWith('reports/')).map(({ key, step }) => `${key} ${step}`),
    others: others
      .filter(({ key }) => key.startsWith('reports/'))
      .map(({ key, step, behind }) => `${key} ${step} ${behind}`),
  });
  const write = (state: 'draft' | 'frozen' | 'published', frozenBy: string | null, year = 2025) =>
    db
      .insertInto('annual_reports')
      .values({
        id: `report-${year}`,
        agency_id: 'county',
        year,
        version: 1,
        state,
        narrative: JSON.stringify([]) as never,
        frozen: frozenBy ? (JSON.stringify(empty('示范县人民政府', year)) as never) : null,
        frozen_by: frozenBy,
        frozen_at: frozenBy ? office.house.now() : null,
        waiver: null,
        passed: null,
        published_by: state === 'published' ? 'officer-signatory' : null,
        published_at: state === 'published' ? office.house.now() : null,
        correction: null,
      })
      .onConflict((conflict) =>
        conflict.column('id').doUpdateSet((q) => ({
          state: q.ref('excluded.state'),
          frozen: q.ref('excluded.frozen'),
          frozen_by: q.ref('excluded.frozen_by'),
          frozen_at: q.ref('excluded.frozen_at'),
          published_by: q.ref('excluded.published_by'),
          published_at: q.ref('excluded.published_at'),
        })),
      )
      .execute();

  it('REQ-56 last year’s report waits until it is out, with the day of its agency', async () => {
    const { mine } = await inboxOf('reporter');
    expect(reportsOf({ mine, others: [], today: '' }).mine).toEqual([
      'reports/county/2025 开始编制',
      'reports/town/2025 开始编制',
    ]);
    expect(mine[0]).toMatchObject({
      light: 'red',
      dueOn: '2026-03-31',
      workdaysLeft: 0,
      state: '未开始',
      forWhom: '示范县人民政府',
    });
    expect(reportsOf(await inboxOf('signatory')).others).toContain('reports/county/2025 开始编制 纪统计');
  });

  it('REQ-56 it waits for the reporter, then for a signatory who did not freeze it, then for nobody', async () => {
    await write('draft', null);
    expect(reportsOf(await inboxOf('reporter')).mine).toContain('reports/county/2025 定稿');
    await write('frozen', 'officer-reporter');
    expect(reportsOf(await inboxOf('signatory')).mine).toContain('reports/county/2025 签发公布');
    expect(reportsOf(await inboxOf('reporter')).others).toContain('reports/county/2025 签发公布 钱县长');
    await write('frozen', 'officer-signatory');
    expect(reportsOf(await inboxOf('signatory')).mine).not.toContain('reports/county/2025 签发公布');
    await write('published', 'officer-reporter');
    expect(JSON.stringify(await inboxOf('reporter'))).not.toContain('reports/county/2025');
  });

  it('ANR-60 a year whose day had passed before the work here began waits without a day', async () => {
    await write('draft', null, 2020);
    const { mine } = await inboxOf('reporter');
    const old = mine.find(({ key }) => key === 'reports/county/2020');
    expect(old).toMatchObject({ step: '定稿', light: 'green', dueOn: null, workdaysLeft: null });
    await write('published', 'officer-reporter', 2020);
  });

  it('REQ-40 whoever has no post there sees none', async () => {
    expect(reportsOf(await inboxOf('handler'))).toEqual({ mine: [], others: [] });
  });
});

describe('who may not', () => {
  it('SEC-3 nobody without a session', async () => {
    expect((await office.nobody.get('/api/inbox')).json()).toMatchObject({ status: 401, code: 'SIGN_IN_FIRST' });
  });

  it('REQ-40 whoever has no post in the room sees nothing of it', async () => {
    for (const who of ['idle', 'securityAdmin', 'editor', 'stranger'] as const) {
      const { mine, others } = await inboxOf(who);
      expect(requestsOf([...mine, ...others])).toEqual([]);
    }
  });
});

describe('日历订阅', () => {
  const make = async (who: Who) => {
    const made: FeedMadeView = (await as(who).post('/api/feed', {})).json();
    return new URL(made.address);
  };
  const read = (address: URL, remoteAddress = '127.0.0.9') =>
    office.desk.inject({ method: 'GET', url: address.pathname, remoteAddress });
  const end = async (who: Who, headers: Record<string, string> = { [CONSOLE_HEADER]: 'true' }) =>
    office.desk.inject({
      method: 'DELETE',
      url: '/api/feed',
      headers: { cookie: await office.cookieOf(who), ...headers },
    });

  it('REQ-101 REQ-103 reads without a session what waits for this officer, and nobody’s words', async () => {
    const address = await make('handler');
    expect(address.pathname).toMatch(/^\/feeds\/[\w-]{43}\.ics$/);
    const answer = await read(address);
    expect(answer.headers).toMatchObject({
      'content-type': 'text/calendar; charset=utf-8',
      'cache-control': 'no-store',
    });
    const text = answer.body.replace(/\r\n[ \t]/g, '');
    const { mine, others } = await inboxOf('handler');
    const dated = [...mine, ...others].filter(({ dueOn }) => dueOn !== null);
    expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(dated.length);
    expect(text).toContain(`DTSTART;VALUE=DATE:${dated[0]!.dueOn!.replaceAll('-', '')}`);
    expect(text).toContain(`SUMMARY:拟写答复：${mine[0]!.number}`);
    expect(text).not.toMatch(/张|逾期的|韩经办|傅主任/);
    expect((await as('handler').get('/api/feed')).json().readAt).not.toBeNull();
    expect(JSON.stringify(await db.selectFrom('calendar_feeds').selectAll().execute())).not.toContain(
      address.pathname.slice('/feeds/'.length, -'.ics'.length),
    );
  });

  it('REQ-103 holds what its own officer may see: a stranger’s has none of it, nor has one without a role', async () => {
    for (const who of ['stranger', 'idle', 'editor'] as const)
      expect((await read(await make(who))).body).not.toContain('示政公开申');
  });

  it('REQ-101 ends at once: renewed, ended, the account stopped; and answers as one that never was', async () => {
    const first = await make('legal');
    const second = await make('legal');
    const never = new URL(`http://x/feeds/${'a'.repeat(43)}.ics`);
    expect((await read(second)).statusCode).toBe(200);
    const gone = await read(first);
    expect([gone.statusCode, gone.json()]).toEqual([404, (await read(never)).json()]);
    expect((await end('legal')).json()).toEqual({ madeAt: null, readAt: null });
    expect((await read(second)).statusCode).toBe(404);
    expect((await end('legal')).json()).toMatchObject({ code: 'REQ-101' });
    const third = await make('signatory');
    const stop = (verb: 'stop' | 'resume') =>
      as('securityAdmin').post('/api/people/officers/officer-signatory/acts', { verb });
    expect((await stop('stop')).statusCode).toBe(200);
    expect((await read(third)).statusCode).toBe(404);
    expect((await stop('resume')).statusCode).toBe(200);
    expect((await read(third)).statusCode).toBe(404);
  });

  it('REQ-104 guessing and reading too often are stopped, and the right address of others still works', async () => {
    const address = await make('auditor');
    for (let i = 0; i < 30; i += 1) {
      const guess = new URL(`http://x/feeds/${String(i).padStart(43, 'b')}.ics`);
      expect((await read(guess, '127.0.0.66')).statusCode).toBe(404);
    }
    expect((await read(address, '127.0.0.66')).statusCode).toBe(429);
    expect((await read(address, '127.0.0.67')).statusCode).toBe(200);
    const answers = await Promise.all(Array.from({ length: 61 }, () => read(address, '127.0.0.68')));
    expect(answers.some(({ statusCode }) => statusCode === 429)).toBe(true);
  });

  it('REQ-101 leaves who may not: no session, a foreign page, an address of another form', async () => {
    expect((await office.nobody.get('/api/feed')).statusCode).toBe(401);
    expect((await office.nobody.post('/api/feed', {})).statusCode).toBe(401);
    expect((await office.foreignPage.post('/api/feed', {})).statusCode).toBe(403);
    expect((await end('handler', {})).statusCode).toBe(403);
    for (const path of ['/feeds/x.ics', '/feeds/..%2f..%2fetc', `/feeds/${'a'.repeat(44)}.ics`, '/feeds/%00.ics'])
      expect([400, 404]).toContain((await read(new URL(`http://x${path}`))).statusCode);
    const traces = await db
      .selectFrom('ledger_entries')
      .select('verb')
      .where('verb', 'in', ['openedCalendarFeed', 'closedCalendarFeed'])
      .execute();
    expect(traces.length).toBeGreaterThan(5);
  });
});
