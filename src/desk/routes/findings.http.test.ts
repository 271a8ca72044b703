import { beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { openDesk, type Who } from '../../../test/support/open-desk.ts';
import { SYSTEM } from '../../people/actor.ts';
import { type House, perform } from '../../perform.ts';
import { civil } from '../../statute/civil-date.ts';
import { builtInCalendar } from '../../statute/work-calendar.ts';
import { PATROL_POINT_NAMES } from '../../supervision/patrol/points.ts';
import { sheetsBetween } from '../../supervision/store/patrol.ts';
import { makePatrolSheets } from '../../supervision/store/patrol-sweep.ts';
import { roundStairs } from '../../supervision/store/stairs.ts';
import type { FindingsPage, TicketView } from '../contract/findings.ts';
import type { InboxView } from '../contract.ts';
import { monthPaper } from '../supervision/month-report.ts';
import { quarterPaper, quarterReport, quarterSheet } from '../supervision/quarter-report.ts';

const { db } = await testDatabase();
const office = await openDesk(db);
const DAY = '2026-11-20';
let made = 0;
const house: House = {
  db,
  now: () => new Date(`${DAY}T02:00:00Z`),
  newId: () => {
    made += 1;
    return `made-${made}`;
  },
  calendar: () => builtInCalendar,
};
const SITE = { agencyId: 'county', name: '县政府门户网站', address: 'https://www.example.gov.cn/', own: true };
const list = (who: Who, change: object = {}) => office.as(who).post('/api/watched-sites', { ...SITE, ...change });
const page = async (who: Who = 'officeHead'): Promise<FindingsPage> =>
  (await office.as(who).get('/api/findings')).json();
const ticket = async (id: string, who: Who = 'officeHead'): Promise<TicketView> =>
  (await office.as(who).get(`/api/tickets/${id}`)).json();
const act = (who: Who, id: string, seen: string, sent: object) =>
  office.as(who).post(`/api/tickets/${id}/acts`, { seen, act: sent });

let id = '';
beforeAll(async () => {
  office.on(DAY);
  await list('officeHead');
  const [site] = (await page()).sites;
  const marks = [1, 2].map((n) => ({
    kind: 'deadLink' as const,
    url: `https://www.example.gov.cn/${n}`,
    detail: '',
    says: '返回 404，不存在。',
    sources: [SITE.address],
  }));
  await perform(house, roundStairs, SYSTEM, {
    verb: 'keepRound',
    siteId: site!.id,
    roundId: 'r',
    seen: { marks, notLooked: new Set<string>() },
  });
  id = (await page()).lines[0]!.id;
});

describe('监测整改', () => {
  it('SUP-55 a ticket stands in the list and in the inbox of whoever mends it', async () => {
    expect((await page()).lines[0]).toMatchObject({ kind: '错链', open: 2, dueOn: '2026-11-27', state: '待整改' });
    const inbox = async (who: Who): Promise<InboxView> => (await office.as(who).get('/api/inbox')).json();
    const key = `tickets/${id}`;
    expect((await inbox('editor')).mine.find((row) => row.key === key)).toMatchObject({
      what: '错链，2 处',
      step: '报告已改正',
    });
    expect((await inbox('publisher')).others.some((row) => row.key === key)).toBe(true);
  });

  it('SUP-45 assigned, reported as mended, and not closed by anybody', async () => {
    const { seen, assignees } = await ticket(id);
    expect(assignees.length).toBeGreaterThan(0);
    expect((await act('officeHead', id, seen, { verb: 'assign', officerId: assignees[0]!.name })).json()).toMatchObject(
      { assignee: assignees[0]!.term },
    );
    expect((await act('editor', id, seen, { verb: 'reportFixed', says: '' })).json()).toMatchObject({
      code: 'SAYS_MISSING',
    });
    expect((await act('editor', id, 'fixed-0-2', { verb: 'reportFixed', says: '已改' })).json()).toMatchObject({
      code: 'STALE',
    });
    expect((await act('editor', id, seen, { verb: 'recheck', still: [], notLooked: [] })).statusCode).toBe(400);
    expect((await act('editor', id, seen, { verb: 'reportFixed', says: '已改' })).json()).toMatchObject({
      state: 'fixed',
      fixedSays: '已改',
    });
  });

  it('SUP-54 the month as a sheet', async () => {
    const sheet = await office.as('officeHead').post('/api/findings/export?month=2026-11', {});
    expect(sheet.statusCode).toBe(200);
    expect(sheet.headers['content-type']).toContain('spreadsheetml');
    expect((await office.as('officeHead').post('/api/findings/export?month=2026-13', {})).statusCode).toBe(400);
  });
});

describe('季度', () => {
  it('SUP-73 the self-check as a sheet, and the report of it with the same figures as a paper', async () => {
    const report = await quarterReport(house, ['county'], '2026-4');
    expect(report.told).toEqual([
      '办理中的整改单 1 张，销号 0 张，超过期限 0 张，回头看不合格 0 张。',
      '每日巡查当天签 0 张，补签 0 张，缺 0 张。',
    ]);
    const [sheet, paper] = [quarterSheet(report), quarterPaper(report, civil(DAY))];
    const table = paper.blocks.find((block) => block.kind === 'table')!;
    expect(table.kind === 'table' && table.rows.slice(1).map((row) => row.map(({ text }) => text))).toEqual(
      sheet.lines.map(([, ...cells]) => cells),
    );
    for (const [format, type] of [
      ['xlsx', 'spreadsheetml'],
      ['docx', 'wordprocessingml'],
    ]) {
      const file = await office.as('auditor').post(`/api/findings/quarter?quarter=2026-4&format=${format}`, {});
      expect([file.statusCode, file.headers['content-type']]).toEqual([200, expect.stringContaining(type!)]);
    }
    expect((await office.as('auditor').post('/api/findings/quarter?quarter=2026-5&format=xlsx', {})).statusCode).toBe(
      400,
    );
  });
});

describe('没有看到的', () => {
  it('SUP-72 a round that was shut out of every page makes nothing fine', async () => {
    const { id: siteId } = await db.selectFrom('watched_sites').select('id').executeTakeFirstOrThrow();
    const at = new Date(`${DAY}T01:00:00Z`);
    await db
      .insertInto('crawl_rounds')
      .values({ id: 'shut', site_id: siteId, begun_at: at, ended_at: at, left_out: 0 })
      .execute();
    const see = (url: string, grade: 'notLooked' | 'ok', status: number | null) =>
      db
        .insertInto('crawl_addresses')
        .values({ round_id: 'shut', url, role: 'page', depth: 0, grade, says: '', status } as never)
        .execute();
    const marks = async () => {
      const { sites } = await quarterReport(house, ['county'], '2026-4');
      return sites[0]!.lines.find(({ indicator }) => indicator.code === 'K2')!.state;
    };
    await see(SITE.address, 'notLooked', null);
    expect(await marks()).toBe('notLooked');
    await see(`${SITE.address}a`, 'ok', 200);
    expect(await marks()).toBe('fine');
  });
});

describe('月报', () => {
  it('SUP-84 the tickets of the month and its patrol day by day, the missing day and the one signed late among them', async () => {
    const roster = { agencyId: 'county', from: DAY, turn: 'day', days: 'workdays', officerIds: ['officer-editor'] };
    expect((await office.as('officeHead').post('/api/patrol/rosters', roster)).statusCode).toBe(200);
    office.on('2026-11-25');
    await makePatrolSheets(office.house);
    const [, monday] = await sheetsBetween(db, ['county'], civil(DAY), civil('2026-11-25'));
    const answers = PATROL_POINT_NAMES.map((point) => ({ point, sight: 'fine', says: '看过' }));
    const sign = { verb: 'sign', answers, lateBecause: '机房停电' };
    const { seen } = (await office.as('editor').get(`/api/patrol/${monday!.id}`)).json();
    await office.as('editor').post(`/api/patrol/${monday!.id}/acts`, { seen, act: sign });
    const { title, blocks } = await monthPaper(office.house, ['county'], '2026-11');
    expect(title).toBe('政府网站监测和巡查月报（2026年11月）');
    const rowsOf = (caption: string) => {
      const found = blocks.find((block) => block.kind === 'table' && block.caption === caption);
      return found?.kind === 'table' ? found.rows.slice(1).map((row) => row.map(({ text }) => text)) : [];
    };
    expect(rowsOf('问题种类')).toMatchObject([['错链', '1', '2', expect.anything(), '0', expect.anything()]]);
    expect(rowsOf('整改单')).toHaveLength(1);
    const [patrol] = blocks.filter((block) => block.kind === 'table' && block.caption.endsWith('每日巡查'));
    expect(patrol?.kind === 'table' && patrol.rows.slice(1).map((row) => row.map(({ text }) => text))).toEqual([
      ['2026-11-20', '卞编辑', '缺巡', ''],
      ['2026-11-23', '卞编辑', '补签', '补签：机房停电'],
      ['2026-11-24', '卞编辑', '缺巡', ''],
      ['2026-11-25', '卞编辑', '今天', ''],
    ]);
    expect(blocks).toContainEqual({ kind: 'paragraph', text: '每日巡查当天签 0 张，补签 1 张，缺 2 张。' });
    const file = await office.as('auditor').post('/api/findings/month?month=2026-11', {});
    expect([file.statusCode, file.headers['content-type']]).toEqual([200, expect.stringContaining('wordprocessingml')]);
    expect((await office.as('auditor').post('/api/findings/month?month=2026-13', {})).statusCode).toBe(400);
    office.on(DAY);
  });
});

describe('who may not', () => {
  it.each<Who>(['handler', 'systemAdmin', 'securityAdmin', 'idle'])('%s finds the room closed', async (who) => {
    expect((await office.as(who).get('/api/findings')).statusCode).toBe(403);
    expect((await office.as(who).get(`/api/tickets/${id}`)).statusCode).toBe(403);
    expect((await office.as(who).post('/api/findings/export?month=2026-11', {})).statusCode).toBe(403);
    expect((await office.as(who).post('/api/findings/month?month=2026-11', {})).statusCode).toBe(403);
    expect((await office.as(who).post('/api/findings/quarter?quarter=2026-4&format=docx', {})).statusCode).toBe(403);
  });

  it('SUP-50 nobody but the head lists sites and accepts exceptions; another county sees nothing', async () => {
    expect((await list('editor', { address: 'https://b.gov.cn/' })).statusCode).toBe(403);
    expect((await list('officeHead', { address: 'https://b.gov.cn/', agencyId: 'elsewhere' })).statusCode).toBe(403);
    const { seen, findings } = await ticket(id);
    expect(
      (await act('editor', id, seen, { verb: 'acceptFinding', findingId: findings[0]!.id, because: '无关' }))
        .statusCode,
    ).toBe(403);
    expect((await page('otherLiaison')).lines).toEqual([]);
    expect((await office.as('otherLiaison').get(`/api/tickets/${id}`)).json()).toMatchObject({
      code: 'NO_SUCH_TICKET',
    });
  });
});
