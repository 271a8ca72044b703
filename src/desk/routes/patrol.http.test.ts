import { beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { openDesk, type Who } from '../../../test/support/open-desk.ts';
import { civil } from '../../statute/civil-date.ts';
import { PATROL_POINT_NAMES } from '../../supervision/patrol/points.ts';
import { sheetsBetween } from '../../supervision/store/patrol.ts';
import { makePatrolSheets } from '../../supervision/store/patrol-sweep.ts';
import type { InboxView, PatrolMonthView, PatrolSheetView } from '../contract.ts';

const { db } = await testDatabase();
const office = await openDesk(db);
const ROSTER = {
  agencyId: 'county',
  from: '2026-11-20',
  turn: 'day',
  days: 'workdays',
  officerIds: ['officer-editor', 'officer-officeHead'],
};
const month = async (who: Who = 'officeHead'): Promise<PatrolMonthView> =>
  (await office.as(who).get('/api/patrol?agencyId=county&month=2026-11')).json();
const sheet = async (id: string, who: Who = 'officeHead'): Promise<PatrolSheetView> =>
  (await office.as(who).get(`/api/patrol/${id}`)).json();
const act = async (who: Who, id: string, sent: object) =>
  office.as(who).post(`/api/patrol/${id}/acts`, { seen: (await sheet(id)).seen, act: sent });
const answers = PATROL_POINT_NAMES.map((point) => ({ point, sight: 'fine', says: '' }));
const signing = (lateBecause = '') => ({ verb: 'sign', answers, lateBecause });
const idOf = async (day: string) => (await month()).days.find((one) => one.day === day)!.sheetId!;
const inbox = async (who: Who): Promise<InboxView> => (await office.as(who).get('/api/inbox')).json();

beforeAll(async () => {
  office.on('2026-11-20');
  expect((await office.as('officeHead').post('/api/patrol/rosters', ROSTER)).statusCode).toBe(200);
  await makePatrolSheets(office.house);
});

describe('每日巡查', () => {
  it('SUP-60 the sheet of the day waits for the one on duty; made again it is there once', async () => {
    await makePatrolSheets(office.house);
    expect(await sheetsBetween(db, ['county'], civil('2026-11-01'), civil('2026-11-30'))).toHaveLength(1);
    const key = `patrol/${await idOf('2026-11-20')}`;
    expect((await inbox('editor')).mine.find((row) => row.key === key)).toMatchObject({
      what: '2026年11月20日的巡查',
      state: '今天',
    });
    expect((await inbox('officeHead')).others.some((row) => row.key === key)).toBe(true);
    const { roster, days } = await month();
    expect(roster).toMatchObject({ from: '2026-11-20', officers: ['卞编辑', '傅主任'] });
    expect(days.slice(0, 2)).toMatchObject([
      { day: '2026-11-20', standing: 'today', officer: '卞编辑' },
      { day: '2026-11-23', standing: 'ahead', officer: '傅主任', sheetId: null },
    ]);
  });

  it('SUP-59 handed over, then signed by the other; what was shown before does not count any more', async () => {
    const id = await idOf('2026-11-20');
    const before = await sheet(id);
    const handOver = { verb: 'handOver', to: 'officer-officeHead', because: '出差' };
    expect((await act('editor', id, handOver)).json()).toMatchObject({
      officer: '傅主任',
      handOvers: [{ from: '卞编辑' }],
    });
    expect((await act('editor', id, signing())).json()).toMatchObject({ code: 'NOT_ON_DUTY' });
    expect(
      (await office.as('officeHead').post(`/api/patrol/${id}/acts`, { seen: before.seen, act: signing() })).json(),
    ).toMatchObject({ code: 'STALE' });
    expect((await act('officeHead', id, signing())).json()).toMatchObject({
      standing: 'signed',
      signed: { by: '傅主任', on: '2026-11-20' },
    });
  });

  it('SUP-58 a weekend and two days off the power: the days show as missed, one signed afterwards says so', async () => {
    office.on('2026-11-25');
    await makePatrolSheets(office.house);
    expect((await month()).days.slice(0, 4).map(({ day, standing }) => `${day.slice(8)} ${standing}`)).toEqual([
      '20 signed',
      '23 missed',
      '24 missed',
      '25 today',
    ]);
    const id = await idOf('2026-11-24');
    expect((await act('editor', id, signing())).json()).toMatchObject({ code: 'LATE_REASON_MISSING' });
    expect((await act('editor', id, signing('机房停电'))).json()).toMatchObject({
      standing: 'late',
      signed: { on: '2026-11-25', lateBecause: '机房停电' },
    });
    expect((await month()).counts).toContainEqual({ standing: 'missed', term: '缺巡', count: 1 });
  });

  it('SUP-61 the month as a sheet', async () => {
    const file = await office.as('officeHead').post('/api/patrol/export?agencyId=county&month=2026-11', {});
    expect(file.statusCode).toBe(200);
    expect(file.headers['content-type']).toContain('spreadsheetml');
  });
});

describe('who may not', () => {
  it.each<Who>(['handler', 'systemAdmin', 'securityAdmin', 'idle'])('%s finds the room closed', async (who) => {
    const id = await idOf('2026-11-20');
    expect((await office.as(who).get('/api/patrol')).statusCode).toBe(403);
    expect((await office.as(who).get(`/api/patrol/${id}`)).statusCode).toBe(403);
    expect((await office.as(who).post('/api/patrol/rosters', ROSTER)).statusCode).toBe(403);
    expect((await office.as(who).post('/api/patrol/export?agencyId=county&month=2026-11', {})).statusCode).toBe(403);
  });

  it('SUP-57 nobody but the head sets the roster, and of another county nobody learns anything', async () => {
    const next = { ...ROSTER, from: '2026-12-01' };
    expect((await office.as('editor').post('/api/patrol/rosters', next)).statusCode).toBe(403);
    const elsewhere = { ...next, agencyId: 'elsewhere' };
    expect((await office.as('officeHead').post('/api/patrol/rosters', elsewhere)).statusCode).toBe(403);
    const id = await idOf('2026-11-25');
    expect((await office.as('otherLiaison').get(`/api/patrol/${id}`)).json()).toMatchObject({ code: 'NO_SUCH_SHEET' });
    expect((await office.as('otherLiaison').get('/api/patrol?agencyId=county')).statusCode).toBe(403);
  });
});
