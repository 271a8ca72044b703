import { describe, expect, it } from 'vitest';
import { officerOf, sceneOn } from '../../../test/support/scene.ts';
import { SYSTEM } from '../../people/actor.ts';
import type { Scene } from '../../perform.ts';
import { civil } from '../../statute/civil-date.ts';
import { isRefusal } from '../../statute/refusal.ts';
import { builtInCalendar } from '../../statute/work-calendar.ts';
import { decideRoster, decideSheet, type SheetCommand } from './decide.ts';
import { decideRound, type KnownPatrols } from './make-sheets.ts';
import { countStandings, patrolDays } from './month.ts';
import type { PatrolAnswer, PatrolSheet } from './patrol.ts';
import { permitHandingOver, permitSigning } from './permissions.ts';
import { machineWords, PATROL_POINT_NAMES, type PatrolPointName } from './points.ts';
import { onDuty, plannedBetween, type Roster, rosterOn } from './roster.ts';
import type { WatchFacts } from './watch-facts.ts';

const roster = (change: Partial<Roster> = {}): Roster => ({
  ...{ id: 'r', agencyId: 'county', from: civil('2026-09-28'), turn: 'day', days: 'workdays' },
  officerIds: ['a', 'b', 'c'],
  ...change,
});
const plan = (rosters: readonly Roster[], first: string, last: string) =>
  plannedBetween(rosters, civil(first), civil(last), builtInCalendar).map(
    ({ day, officerId }) => `${day.slice(5)} ${officerId}`,
  );

const NO_WATCH: WatchFacts = { sites: [], open: new Map(), letters: { state: 'fine', says: '没有等待答复的留言。' } };
const scene = (day: string, actor: Scene['actor'] = SYSTEM): Scene => sceneOn(day, actor, builtInCalendar);

const sheetOf = (day: string, change: Partial<PatrolSheet> = {}): PatrolSheet => ({
  ...{ id: day, agencyId: 'county', day: civil(day), coversFrom: civil(day), officerId: 'a' },
  ...{ handOvers: [], signed: null, missedToldOn: null },
  ...change,
});
const ALL_FINE: PatrolAnswer[] = PATROL_POINT_NAMES.map((point) => ({ point, sight: 'fine', says: '' }));
const act = (sheet: PatrolSheet, command: SheetCommand, day: string, facts: WatchFacts = NO_WATCH) => {
  const loaded = { sheet, eligible: new Set(['a', 'b']), machine: machineWords(facts) };
  const done = decideSheet(
    loaded,
    command,
    scene(day, { ...officerOf('county', 'editor'), id: 'a' } as Scene['actor']),
  );
  return isRefusal(done) ? done.code : done.next;
};
const sign = (change: Partial<Extract<SheetCommand, { verb: 'sign' }>> = {}): SheetCommand => ({
  ...{ verb: 'sign', sheetId: 's', answers: ALL_FINE, lateBecause: '' },
  ...change,
});

describe('值班表', () => {
  it('SUP-57 the National Day break has no sheet by workdays, make-up days have one, and turns go on by patrol days', () => {
    // 国庆节 2026: 1–7 October off, 20 September and 10 October worked.
    expect(plan([roster()], '2026-09-28', '2026-10-12')).toEqual([
      '09-28 a',
      '09-29 b',
      '09-30 c',
      '10-08 a',
      '10-09 b',
      '10-10 c',
      '10-12 a',
    ]);
  });

  it('SUP-57 with holidays every day has one; weeks begin on Monday', () => {
    expect(
      plan([roster({ days: 'everyDay', turn: 'week', from: civil('2026-09-30') })], '2026-09-30', '2026-10-05'),
    ).toEqual(['09-30 a', '10-01 a', '10-02 a', '10-03 a', '10-04 a', '10-05 b']);
    const week = roster({ turn: 'week', from: civil('2026-09-30') });
    expect(onDuty(week, civil('2026-10-19'), builtInCalendar)).toBe('a');
    expect(onDuty(week, civil('2026-10-12'), builtInCalendar)).toBe('c');
  });

  it('SUP-57 a further roster holds from its day, of two of one day the later set', () => {
    const next = roster({ id: 'next', from: civil('2026-10-09'), officerIds: ['z'] });
    const again = { ...next, id: 'again', officerIds: ['y'] };
    expect(plan([roster(), next], '2026-10-08', '2026-10-10')).toEqual(['10-08 a', '10-09 z', '10-10 z']);
    expect(rosterOn([roster(), next, again], civil('2026-10-09'))?.id).toBe('again');
    expect(rosterOn([next], civil('2026-10-08'))).toBeUndefined();
  });

  it.each([
    ['ROSTER_IN_THE_PAST', { from: civil('2026-09-27') }],
    ['NOBODY_ON_DUTY', { officerIds: [] }],
    ['TWICE_ON_DUTY', { officerIds: ['a', 'a'] }],
    ['CANNOT_BE_ON_DUTY', { officerIds: ['a', 'stranger'] }],
  ] as const)('SUP-57 %s', (code, change) => {
    const command = { ...roster(), ...change, verb: 'setRoster' } as const;
    expect(decideRoster(command, new Set(['a', 'b', 'c']), scene('2026-09-28'))).toMatchObject({ code });
  });
});

describe('巡查单', () => {
  it('SUP-58 signed on its day, late for ever after it, missed while nobody signs', () => {
    const signed = act(sheetOf('2026-10-08'), sign(), '2026-10-08') as PatrolSheet;
    const late = act(sheetOf('2026-10-09'), sign({ lateBecause: '停电' }), '2026-10-12') as PatrolSheet;
    expect(act(sheetOf('2026-10-09'), sign(), '2026-10-12')).toBe('LATE_REASON_MISSING');
    expect(act(late, sign(), '2026-10-12')).toBe('ALREADY_SIGNED');
    const planned = plannedBetween([roster()], civil('2026-10-08'), civil('2026-10-13'), builtInCalendar);
    const days = patrolDays(planned, [signed, late, sheetOf('2026-10-12')], civil('2026-10-12'));
    expect(days.map(({ standing }) => standing)).toEqual(['signed', 'late', 'missed', 'today', 'ahead']);
    expect(countStandings(days)).toMatchObject({ signed: 1, late: 1, missed: 1 });
  });

  it('SUP-59 every point is looked at, what is not fine is told, and so is what the machine sees otherwise', () => {
    const change = (point: PatrolPointName, answer: Partial<PatrolAnswer>) =>
      ALL_FINE.map((one) => (one.point === point ? { ...one, ...answer } : one));
    const sheet = sheetOf('2026-10-08');
    expect(act(sheet, sign({ answers: ALL_FINE.slice(1) }), '2026-10-08')).toBe('POINT_MISSING');
    expect(act(sheet, sign({ answers: [...ALL_FINE, ALL_FINE[0]!] }), '2026-10-08')).toBe('POINT_MISSING');
    expect(act(sheet, sign({ answers: change('links', { sight: 'problem' }) }), '2026-10-08')).toBe('SAYS_MISSING');
    const failing: WatchFacts = { ...NO_WATCH, letters: { state: 'failed', says: '超过三个月。' } };
    expect(act(sheet, sign(), '2026-10-08', failing)).toBe('SAYS_MISSING');
    const told = sign({ answers: change('letters', { says: '已经答复，正在登记' }) });
    expect(act(sheet, told, '2026-10-08', failing)).toMatchObject({
      signed: { machine: { letters: { state: 'failed' } } },
    });
  });

  it('SUP-59 the machine knows nothing before it has looked, and the worst of several sites counts', () => {
    const site = (name: string, state: 'fine' | 'failed', roundOn: string | null) => ({
      name,
      verdicts: new Map([['availability', { state, says: '。' }]] as const),
      roundOn: roundOn === null ? null : civil(roundOn),
    });
    expect(machineWords(NO_WATCH)).toMatchObject({ opens: { state: 'notLooked' }, links: { state: 'notLooked' } });
    const two = { ...NO_WATCH, sites: [site('甲', 'fine', '2026-10-01'), site('乙', 'failed', null)] };
    expect(machineWords(two)).toMatchObject({
      opens: { state: 'failed', says: '甲：。乙：。' },
      links: { state: 'fine' },
    });
    expect(machineWords({ ...two, open: new Map([['deadFile', 3]]) }).links).toEqual({
      state: 'warning',
      says: '2026-10-01 查完一轮，链接和附件还有 3 处没有改正。',
    });
  });

  it('SUP-59 handed over with a reason to one who may, on its day or before, by him or by the head', () => {
    const handOver = (to: string, because: string, day = '2026-10-08') =>
      act(sheetOf('2026-10-08'), { verb: 'handOver', sheetId: 's', to, because }, day);
    expect(handOver('b', '出差')).toMatchObject({
      officerId: 'b',
      handOvers: [{ from: 'a', to: 'b', because: '出差' }],
    });
    expect([
      handOver('b', ' '),
      handOver('a', '出差'),
      handOver('z', '出差'),
      handOver('b', '出差', '2026-10-09'),
    ]).toEqual(['REASON_MISSING', 'SAME_OFFICER', 'CANNOT_BE_ON_DUTY', 'DAY_IS_OVER']);
    const [head, editor] = [officerOf('county', 'officeHead'), officerOf('county', 'editor')];
    expect(permitHandingOver(head, sheetOf('2026-10-08')).allowed).toBe(true);
    expect(permitHandingOver(editor, sheetOf('2026-10-08')).allowed).toBe(false);
    expect(permitSigning(head, sheetOf('2026-10-08')).allowed).toBe(false);
  });
});

describe('生成', () => {
  const known = (change: Partial<KnownPatrols> = {}): KnownPatrols => ({
    ...{ agencyId: 'county', rosters: [roster()], lastDay: undefined, missed: [] },
    ...change,
  });
  const round = (facts: KnownPatrols, day: string) => {
    const made = decideRound(facts, scene(day));
    if (isRefusal(made)) return made.code;
    const { next, notices = [] } = made;
    return {
      days: next.map((one) => `${one.day.slice(5)} from ${one.coversFrom.slice(5)}`),
      told: notices.map(({ kind, particulars }) => `${kind} ${particulars.day} ${particulars.count ?? ''}`.trim()),
    };
  };

  it('SUP-60 the sheet after a break covers the break; a day is made once', () => {
    expect(round(known({ lastDay: civil('2026-09-30') }), '2026-10-07')).toBe('NOTHING_DUE');
    expect(round(known({ lastDay: civil('2026-09-30') }), '2026-10-08')).toEqual({
      days: ['10-08 from 10-01'],
      told: ['patrolDue 2026年10月8日'],
    });
    expect(round(known({ lastDay: civil('2026-10-08') }), '2026-10-08')).toBe('NOTHING_DUE');
  });

  it('SUP-60 a server that was off makes the sheets it missed, shows them as missed and tells of all once', () => {
    expect(round(known({ lastDay: civil('2026-10-08') }), '2026-10-13')).toEqual({
      days: ['10-09 from 10-09', '10-10 from 10-10', '10-12 from 10-11', '10-13 from 10-13'],
      told: ['patrolDue 2026年10月13日', 'patrolMissed 2026年10月9日 3'],
    });
    const missed = [sheetOf('2026-10-12')];
    expect(round(known({ lastDay: civil('2026-10-12'), missed }), '2026-10-13')).toMatchObject({
      told: ['patrolDue 2026年10月13日', 'patrolMissed 2026年10月12日 1'],
    });
  });
});
