import { describe, expect, it } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { requestDesk } from '../../../test/support/request-desk.ts';
import { REGISTER } from '../../../test/support/request-play.ts';
import { civil } from '../../statute/civil-date.ts';
import { HOLIDAY_NOTICES } from '../../statute/holiday-notices.ts';
import { builtInCalendar, workCalendar } from '../../statute/work-calendar.ts';
import { refreshDueDays } from './due-days.ts';
import { listRequests, type RequestFilter } from './lists.ts';

const { db } = await testDatabase();
const desk = await requestDesk(db);
/** Due on 2026-03-30 (received 03-02), 04-03 (03-06), 04-08 (03-10), 04-21 (03-23); seen from Friday 03-27. */
const [monday, friday, tuesday, later] = [
  await desk.register({ on: civil('2026-03-02') }),
  await desk.register({ on: civil('2026-03-06'), wanted: '100%的_底数' }),
  await desk.register({ on: civil('2026-03-10'), agencyId: 'town' }),
  await desk.register({ on: civil('2026-03-23'), applicant: { ...REGISTER.applicant, name: '欧阳靖' } }),
];
const closed = await desk.register({ on: civil('2026-03-03') });
await desk.reply(closed.request.id, '2026-03-05');
const standing = await desk.register({ on: civil('2026-03-04') });
await desk.act(standing.request.id, '2026-03-05', 'consultAgency', { name: '某局', about: '批准文件' });

const list = (filter: Partial<RequestFilter> = {}, today = '2026-03-27') =>
  listRequests(
    db,
    { agencyIds: ['county', 'town'], sort: 'due', page: { number: 1, size: 20 }, ...filter },
    civil(today),
    builtInCalendar,
  );
const ids = async (filter: Partial<RequestFilter> = {}, today?: string) =>
  (await list(filter, today)).lines.map((line) => line.id);
const idOf = (file: typeof monday) => file.request.id;

describe('listRequests', () => {
  it('REQ-49 the most urgent first, those without a running day last', async () => {
    const all = await ids();
    expect(all.slice(0, 4)).toEqual([monday, friday, tuesday, later].map(idOf));
    expect(new Set(all.slice(4))).toEqual(new Set([standing, closed].map(idOf)));
  });

  it('REQ-49 a line carries day, light and workdays left, and a masked name', async () => {
    const { lines } = await list();
    expect(lines[0]).toMatchObject({
      dueOn: '2026-03-30',
      light: 'red',
      workdaysLeft: 1,
      late: false,
      maskedName: '张**',
    });
    expect(lines.find((line) => line.id === idOf(standing))).toMatchObject({ light: 'paused', workdaysLeft: null });
    expect(lines.find((line) => line.id === idOf(closed))).toMatchObject({ light: 'done', late: false });
    expect(JSON.stringify(lines)).not.toContain('digest');
  });

  it('REQ-37 by light, which changes with the day and with nothing else', async () => {
    expect(await ids({ light: 'red' })).toEqual([idOf(monday)]);
    expect(await ids({ light: 'yellow' })).toEqual([idOf(friday)]);
    expect(await ids({ light: 'green' })).toEqual([idOf(tuesday), idOf(later)]);
    expect(await ids({ light: 'paused' })).toEqual([idOf(standing)]);
    expect(await ids({ light: 'overdue' })).toEqual([]);
    expect(await ids({ light: 'overdue' }, '2026-04-07')).toEqual([idOf(monday), idOf(friday)]);
    expect(await list({ light: 'green', page: { number: 2, size: 1 } })).toMatchObject({
      total: 2,
      lines: [{ id: idOf(later) }],
    });
  });

  it('REQ-49 by agency, state and text, where the signs of a pattern are plain letters', async () => {
    expect(await ids({ agencyIds: ['town'] })).toEqual([idOf(tuesday)]);
    expect(await ids({ agencyIds: [] })).toEqual([]);
    expect(await ids({ states: ['served', 'consulting'], sort: 'newest' })).toEqual([idOf(standing), idOf(closed)]);
    expect(await ids({ text: ' 100%的_ ' })).toEqual([idOf(friday)]);
    expect(await ids({ text: '1_0' })).toEqual([]);
    expect(await ids({ text: '欧*' })).toEqual([idOf(later)]);
    expect(await ids({ text: '河东镇人民政府公开申〔2026〕1号' })).toEqual([idOf(tuesday)]);
  });

  it('REQ-49 page by page', async () => {
    const first = await list({ page: { number: 1, size: 4 } });
    const second = await list({ page: { number: 2, size: 4 } });
    expect([first.total, first.lines.length, second.lines.length]).toEqual([6, 4, 2]);
  });
});

describe('refreshDueDays', () => {
  it('REQ-50 moves days when a notice comes out, once', async () => {
    expect(await refreshDueDays(desk.house)).toEqual([]);
    const day = civil('2026-03-26');
    const calendar = workCalendar([
      ...HOLIDAY_NOTICES,
      { ...HOLIDAY_NOTICES.at(-1)!, daysOff: [{ name: '停工', from: day, to: day }], makeUpDays: [] },
    ]);
    const house = { ...desk.house, calendar: () => calendar };
    expect(await refreshDueDays(house)).toHaveLength(4);
    expect(await refreshDueDays(house)).toEqual([]);
    const { due_on } = await db
      .selectFrom('info_requests')
      .select('due_on')
      .where('id', '=', idOf(monday))
      .executeTakeFirstOrThrow();
    expect(due_on).toBe('2026-03-31');
  });
});

describe('a record that was changed outside the product', () => {
  it('REQ-49 says so in its line and hides no other', async () => {
    await db
      .updateTable('request_facts')
      .set({ happened_on: civil('2026-03-01') })
      .where('type', '=', 'consulted')
      .execute();
    const { lines } = await list();
    expect(lines).toHaveLength(6);
    expect(lines.filter((line) => line.problem).map((line) => [line.id, line.problem!.code])).toEqual([
      [idOf(standing), 'CLK-16'],
    ]);
    expect((await refreshDueDays(desk.house)).length).toBeGreaterThan(0);
  });
});
