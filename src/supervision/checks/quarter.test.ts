import { describe, expect, it } from 'vitest';
import { addDays, type CivilDate, civil, civilDateAt } from '../../statute/civil-date.ts';
import { alertsOf, type Told } from '../alerts.ts';
import type { VerdictName } from '../verdict.ts';
import { availability, type Probe } from './availability.ts';
import { certificateExpiry } from './certificate-expiry.ts';
import type { SeenColumn } from './columns-online.ts';
import { columnsTogether } from './columns-together.ts';
import { type HomeSeen, homeFreshness } from './home-freshness.ts';
import { ipv6Ready } from './ipv6-ready.ts';
import { lettersUnanswered } from './letters-unanswered.ts';
import { silentAccounts } from './silent-account.ts';

/**
 * 2026 年四季度, day by day, a look every hour. The server is down on 12 October (9 hours), on 20 October (3 hours) and slow on 2 November; our own is switched
 * off for the weekend of 14 and 15 November. The home page is fed on 1 October, 13 October, 5 November and 1 December.
 */
const DOWN: Readonly<Record<string, number>> = { '2026-10-12': 9, '2026-10-20': 3, '2026-10-21': 3, '2026-11-02': 6 };
const OFF = ['2026-11-14', '2026-11-15'];
const FED = ['2026-10-01', '2026-10-13', '2026-11-05', '2026-12-01'];

function* days(from: string, to: string): Generator<CivilDate> {
  for (let day = civil(from); day <= to; day = addDays(day, 1)) yield day;
}

function probesOf(day: CivilDate): Probe[] {
  if (OFF.includes(day)) return [];
  return Array.from({ length: 24 }, (_, hour) => {
    const at = new Date(new Date(`${day}T00:00:00+08:00`).getTime() + hour * 3_600_000);
    const bad = hour < (DOWN[day] ?? 0);
    if (!bad) return { at, result: 'open', millis: 400 };
    return day === '2026-11-02' ? { at, result: 'open', millis: 15_000 } : { at, result: 'failed', millis: 15_000 };
  });
}

const PROBES = [...days('2026-09-25', '2026-12-31')].flatMap(probesOf);
const SEEN: HomeSeen[] = [...days('2026-10-01', '2026-12-31')]
  .filter((day) => !OFF.includes(day))
  .map((day) => ({ day, entries: ['目录', ...FED.filter((fed) => fed <= day).slice(-3)] }));

const until = (day: CivilDate) => PROBES.filter(({ at }) => civilDateAt(at) <= day);
const homeOn = (day: CivilDate) =>
  homeFreshness(
    SEEN.filter((seen) => seen.day <= day),
    day,
  );

/** By hand: days of one verdict, from and to, both included. */
const AVAILABILITY: readonly (readonly [string, string, VerdictName])[] = [
  ['2026-10-01', '2026-10-11', 'fine'],
  // 9 of 168 are 5.4 %, until the twelfth leaves the window.
  ['2026-10-12', '2026-10-18', 'failed'],
  ['2026-10-19', '2026-10-20', 'fine'],
  // 6 of 168 are 3.6 %.
  ['2026-10-21', '2026-10-26', 'warning'],
  ['2026-10-27', '2026-11-01', 'fine'],
  // Exactly 15 seconds are too slow.
  ['2026-11-02', '2026-11-08', 'warning'],
  ['2026-11-09', '2026-11-13', 'fine'],
  // 144 looks on the first day off are still enough, 120 on the second are not, until one of them has left.
  ['2026-11-14', '2026-11-14', 'fine'],
  ['2026-11-15', '2026-11-20', 'notLooked'],
  ['2026-11-21', '2026-12-31', 'fine'],
];

const HOME: readonly (readonly [string, string, VerdictName])[] = [
  ['2026-10-01', '2026-10-10', 'fine'],
  ['2026-10-11', '2026-10-12', 'warning'],
  ['2026-10-13', '2026-10-22', 'fine'],
  ['2026-10-23', '2026-10-26', 'warning'],
  ['2026-10-27', '2026-10-27', 'urgent'],
  ['2026-10-28', '2026-11-04', 'failed'],
  ['2026-11-05', '2026-11-14', 'fine'],
  // Not seen since the thirteenth.
  ['2026-11-15', '2026-11-15', 'notLooked'],
  ['2026-11-16', '2026-11-18', 'warning'],
  ['2026-11-19', '2026-11-19', 'urgent'],
  ['2026-11-20', '2026-11-30', 'failed'],
  ['2026-12-01', '2026-12-10', 'fine'],
  ['2026-12-11', '2026-12-14', 'warning'],
  ['2026-12-15', '2026-12-15', 'urgent'],
  ['2026-12-16', '2026-12-31', 'failed'],
];

const byHand = (table: typeof HOME) =>
  table.flatMap(([from, to, state]) => [...days(from, to)].map((day) => `${day} ${state}`));

describe('a quarter, day by day, beside a table made by hand', () => {
  it('SUP-30 availability: a week, 20 looks a day, 15 seconds, 5 %', () =>
    expect([...days('2026-10-01', '2026-12-31')].map((day) => `${day} ${availability(until(day), day).state}`)).toEqual(
      byHand(AVAILABILITY),
    ));

  it('SUP-32 the home page: two calendar weeks, the National Day holidays among them', () =>
    expect([...days('2026-10-01', '2026-12-31')].map((day) => `${day} ${homeOn(day).state}`)).toEqual(byHand(HOME)));

  it('SUP-38 a warning comes before every limit', () => {
    const states = [...days('2026-10-01', '2026-12-31')].map((day) => homeOn(day).state);
    states.forEach((state, n) => {
      if (state === 'failed' && states[n - 1] !== 'failed')
        expect(states.slice(Math.max(0, n - 5), n)).toContain('warning');
    });
  });

  it('SUP-39 a weekend switched off is caught up with one message for what changed', () => {
    let told: Told[] = [];
    const messages: string[] = [];
    for (const day of days('2026-10-01', '2026-12-31')) {
      if (OFF.includes(day)) continue;
      const verdicts = [
        { indicator: 'availability' as const, verdict: availability(until(day), day) },
        { indicator: 'home' as const, verdict: homeOn(day) },
      ];
      const alerts = alertsOf(verdicts, told, day);
      if (alerts.tell.length > 0) messages.push(day);
      told = [...alerts.told];
    }
    expect(messages.filter((day) => day >= '2026-11-13' && day <= '2026-11-18')).toEqual(['2026-11-16']);
    expect(messages.length).toBeLessThan(25);
    // Whatever got worse was told on that very day.
    for (const day of [
      '2026-10-12',
      '2026-10-21',
      '2026-10-23',
      '2026-10-27',
      '2026-10-28',
      '2026-11-02',
      '2026-11-19',
      '2026-11-20',
    ])
      expect(messages).toContain(day);
  });
});

describe('bounds', () => {
  const week = (bad: number, looks = 140) =>
    availability(
      Array.from(
        { length: looks },
        (_, n): Probe => ({
          at: new Date(Date.UTC(2026, 9, 1 + (n % 7), 4)),
          result: n < bad ? 'failed' : 'open',
          millis: 10,
        }),
      ),
      civil('2026-10-07'),
    );

  it('SUP-31 too few looks give no verdict, and a wall counts neither way', () => {
    expect(week(7).state).toBe('failed');
    expect(week(6).state).toBe('warning');
    expect(week(4).state).toBe('fine');
    expect(week(139, 139).state).toBe('notLooked');
    const walls = Array.from(
      { length: 160 },
      (_, n): Probe => ({ at: new Date(Date.UTC(2026, 9, 1 + (n % 7), 4)), result: 'wall', millis: 10 }),
    );
    expect(availability(walls, civil('2026-10-07'))).toMatchObject({ state: 'notLooked', looks: 0 });
  });

  const column = (n: number, latest: string | null | undefined, more: Partial<SeenColumn> = {}): SeenColumn => ({
    url: `u${n}`,
    name: '栏',
    kind: 'news',
    latest: latest === null || latest === undefined ? latest : civil(latest),
    blank: false,
    ...more,
  });
  const together = (columns: readonly SeenColumn[]) => columnsTogether(columns, civil('2026-11-20'));
  const many = (n: number, latest: string | null, more = {}) =>
    Array.from({ length: n }, (_, i) => column(i, latest, more));

  it('SUP-33 five stale, five blank; a blank one counts once; one that cannot be read counts as neither', () => {
    expect(together(many(5, '2026-11-05')).state).toBe('failed');
    expect(together([...many(4, '2026-11-05'), ...many(9, '2026-11-19')]).state).toBe('urgent');
    expect(together(many(4, '2026-11-05', { blank: true }))).toMatchObject({ state: 'urgent', stale: 0, blank: 4 });
    expect(together(many(5, null, { blank: true })).state).toBe('failed');
    expect(together([column(1, '2026-11-08'), column(2, '2026-11-19')]).state).toBe('warning');
    expect(together([column(1, undefined)])).toMatchObject({ state: 'notLooked', notLooked: 1 });
    expect(together([column(1, '2020-01-01', { kind: 'other' })]).state).toBe('fine');
    expect(together([]).state).toBe('notLooked');
  });

  it('SUP-83 between two rounds what comes due is near and not broken; seen too long ago it is not known', () => {
    const seen = (today: string, latest = '2026-11-05') =>
      columnsTogether(many(5, latest), civil(today), civil('2026-11-18'));
    expect(seen('2026-11-18')).toMatchObject({ state: 'urgent', stale: 0, nearly: 5 });
    // Fourteen days are over on the twentieth; the next round will tell.
    expect(seen('2026-11-20')).toMatchObject({ state: 'urgent', stale: 0, nearly: 5 });
    expect(seen('2026-11-20', '2026-11-03')).toMatchObject({ state: 'failed', stale: 5 });
    expect(seen('2026-12-02').state).toBe('urgent');
    expect(seen('2026-12-03').state).toBe('notLooked');
  });

  it.each<[string, VerdictName]>([
    ['2026-11-20', 'fine'],
    ['2026-09-22', 'fine'],
    ['2026-09-21', 'warning'],
    ['2026-09-01', 'urgent'],
    ['2026-08-20', 'urgent'],
    ['2026-08-19', 'failed'],
  ])('SUP-34 a letter of %s, on 20 November: %s', (came, state) =>
    expect(lettersUnanswered([civil(came), civil('2026-11-20')], civil('2026-11-20')).state).toBe(state),
  );

  it('SUP-34 no letters are fine, letters nobody can see are not', () => {
    expect(lettersUnanswered([], civil('2026-11-20')).state).toBe('fine');
    expect(lettersUnanswered(undefined, civil('2026-11-20')).state).toBe('notLooked');
  });

  it.each<[string, VerdictName]>([
    ['2026-12-21', 'fine'],
    ['2026-12-20', 'warning'],
    ['2026-11-27', 'urgent'],
    ['2026-11-20', 'urgent'],
    ['2026-11-19', 'failed'],
  ])('SUP-35 a certificate until %s: %s', (day, state) =>
    expect(certificateExpiry({ until: civil(day) }, civil('2026-11-20')).state).toBe(state),
  );

  it('SUP-35 none, or none seen', () => {
    expect(certificateExpiry('none', civil('2026-11-20')).state).toBe('warning');
    expect(certificateExpiry('notLooked', civil('2026-11-20')).state).toBe('notLooked');
  });

  it('SUP-36 IPv6 that nobody here can try is not fine', () => {
    expect(ipv6Ready({ addresses: 0, opened: 'noLine' }).state).toBe('warning');
    expect(ipv6Ready({ addresses: 1, opened: 'noLine' }).state).toBe('notLooked');
    expect(ipv6Ready({ addresses: 1, opened: true }).state).toBe('fine');
    expect(ipv6Ready({ addresses: 1, opened: false }).state).toBe('warning');
    expect(ipv6Ready('notLooked').state).toBe('notLooked');
  });

  it('SUP-37 a silent account', () => {
    const on = (day: string | null) => silentAccounts([], day === null ? null : civil(day), civil('2026-11-20')).state;
    expect(['2026-11-19', '2026-11-10', '2026-11-06', '2026-11-05', null].map(on)).toEqual([
      'fine',
      'warning',
      'urgent',
      'failed',
      'notLooked',
    ]);
  });
});
