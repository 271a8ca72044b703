import { describe, expect, it } from 'vitest';
import { addDays, type CivilDate, civil } from '../../statute/civil-date.ts';
import type { Probe } from '../checks/availability.ts';
import { type QuarterRecords, quarterOf, selfCheck } from './quarter.ts';

const QUARTER = quarterOf('2026-4');
const NONE: QuarterRecords = {
  ...{ probes: [], homes: [], found: new Map(), columns: [], walked: false, now: new Map() },
  mistakes: { received: 0, open: 0, late: 0 },
};
const lineOf = (code: string, records: Partial<QuarterRecords>, today = '2026-12-31') =>
  selfCheck({ ...NONE, ...records }, QUARTER, civil(today)).find(({ indicator }) => indicator.code === code)!;

function hourly(from: string, to: string, failing: (day: CivilDate) => number): Probe[] {
  const probes: Probe[] = [];
  for (let day = civil(from); day <= to; day = addDays(day, 1))
    for (let hour = 0; hour < 24; hour += 1) {
      const at = new Date(new Date(`${day}T00:00:00+08:00`).getTime() + hour * 3_600_000);
      probes.push({ at, result: hour < failing(day) ? 'failed' : 'open', millis: 300 });
    }
  return probes;
}

describe('季度自查', () => {
  it('SUP-72 a quarter has its own days, the last one of every length', () => {
    expect(['2026-1', '2026-2', '2026-3', '2024-1'].map((text) => quarterOf(text).last)).toEqual([
      '2026-03-31',
      '2026-06-30',
      '2026-09-30',
      '2024-03-31',
    ]);
    expect(QUARTER).toMatchObject({ term: '2026年第4季度', first: '2026-10-01' });
  });

  it('SUP-72 nothing that left no record is fine', () => {
    const states = selfCheck(NONE, QUARTER, civil('2026-12-31')).filter(({ indicator }) => indicator.code !== 'J1');
    expect(new Set(states.map(({ state }) => state))).toEqual(new Set(['notLooked']));
  });

  it('SUP-72 the worst of its days, judged one by one; days to come are not judged', () => {
    const probes = hourly('2026-09-24', '2026-12-31', (day) => (day === '2026-10-12' ? 9 : 0));
    // 9 of 168 are 5.4 % as long as the twelfth is in the window.
    expect(lineOf('V2', { probes })).toMatchObject({ state: 'failed', says: '已经超限 7 天，最早 2026-10-12。' });
    expect(lineOf('V2', { probes }, '2026-10-11')).toMatchObject({ state: 'fine', says: '逐日判断 11 天，都正常。' });
    // A week before it had no looks: three days of four are told as not judged.
    const late = probes.filter(({ at }) => at >= new Date('2026-10-01T00:00:00+08:00'));
    expect(lineOf('V2', { probes: late }, '2026-10-08').says).toBe('逐日判断 3 天，都正常。另有 5 天不下结论。');
  });

  it('SUP-72 what was found counts in its quarter, a veto while it is not mended', () => {
    const found = (all: number, open: number) => ({
      walked: true,
      found: new Map([['hiddenLinks', { all, open }]] as const),
    });
    expect(lineOf('V1', found(2, 1))).toMatchObject({ state: 'failed' });
    expect(lineOf('V1', found(2, 0))).toMatchObject({
      state: 'warning',
      says: '暗链 2 处；没有改正 0 处，请人工核对是否构成。',
    });
    expect(lineOf('K1', { walked: true })).toMatchObject({ state: 'fine' });
  });

  it('SUP-83 five columns that stand still at once are a veto, five one after the other are not', () => {
    const round = (day: string, still: number, blank = 0) => ({
      on: civil(day),
      columns: Array.from({ length: 8 }, (_, n) => ({
        ...{ url: `u${n}`, name: '栏', kind: 'news', blank: n >= still && n < still + blank },
        latest: addDays(civil(day), n < still ? -15 : -1),
      })) as QuarterRecords['columns'][number]['columns'],
    });
    const of = (...columns: QuarterRecords['columns']) => lineOf('V4', { walked: true, columns });
    expect(of(round('2026-10-12', 3), round('2026-11-16', 3))).toMatchObject({ state: 'urgent' });
    expect(of(round('2026-10-12', 0), round('2026-11-16', 5), round('2026-12-21', 0))).toMatchObject({
      state: 'failed',
      says: '查完 3 轮，最差的是 2026-11-16：没有更新的栏目 5 个，空白栏目 0 个，快要到期的 0 个，属于单项否决。',
    });
    expect(of(round('2026-10-12', 0, 5))).toMatchObject({ state: 'failed' });
    expect(of(round('2026-10-12', 0))).toMatchObject({ state: 'fine' });
    expect(of({ on: civil('2026-10-12'), columns: [] })).toMatchObject({ state: 'notLooked' });
  });

  it('SUP-72 the last judgement speaks for the quarter it was made in and for no other', () => {
    const on = (day: string) => ({
      now: new Map([['letters', { verdict: { state: 'failed', says: '超过三个月。' }, on: civil(day) }]] as const),
    });
    expect(lineOf('V5', on('2026-12-01'))).toMatchObject({ state: 'failed', says: '2026-12-01：超过三个月。' });
    for (const day of ['2026-09-30', '2027-01-01']) expect(lineOf('V5', on(day))).toMatchObject({ state: 'notLooked' });
    expect(lineOf('J1', { mistakes: { received: 3, open: 1, late: 1 } })).toMatchObject({ state: 'failed' });
  });
});
