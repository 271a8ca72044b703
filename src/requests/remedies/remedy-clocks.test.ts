import { describe, expect, it } from 'vitest';
import { type CivilDate, civil } from '../../statute/civil-date.ts';
import { builtInCalendar } from '../../statute/work-calendar.ts';
import { newReplyDue, orderedReply } from './new-reply.ts';
import { PERIODS, type PeriodName } from './periods.ts';
import { remedyClocks } from './remedy-clocks.ts';
import type { NewRemedyFact, RemedyFact } from './remedy-facts.ts';

const happened = (...facts: readonly NewRemedyFact[]): RemedyFact[] =>
  facts.map((fact, i) => ({ ...fact, n: i + 1, recordedAt: '2026-01-01T00:00:00.000Z', by: 'x' }));
const on = (day: string) => civil(day);
const clock = (facts: readonly RemedyFact[], period: PeriodName, today = '2026-01-05') =>
  remedyClocks(facts, on(today), builtInCalendar).find((one) => one.period === period);

const review = (accepted: string, noticed: string, procedure: 'simplified' | 'ordinary') =>
  happened({ type: 'accepted', on: on(accepted), stage: 'review' }, { type: 'noticed', on: on(noticed), procedure });
const suit = (accepted: string, noticed: string, procedure: 'simplified' | 'ordinary' = 'ordinary') =>
  happened(
    { type: 'accepted', on: on(accepted), stage: 'firstInstance' },
    { type: 'noticed', on: on(noticed), procedure },
  );
const concluded = (day: string, receivedOn: string | null, change: object = {}): NewRemedyFact => ({
  type: 'concluded',
  on: on(day),
  conclusion: 'claimRejected',
  receivedOn: receivedOn as CivilDate | null,
  orders: false,
  replyBy: null,
  ...change,
});

describe('答复、举证', () => {
  it.each([
    // 2026-05-01—05-05 is the holiday of labour, 05-09 is worked.
    ['simplified', '2026-04-28', '2026-05-08'],
    ['ordinary', '2026-04-28', '2026-05-14'],
    // 国庆: 2025-10-01—10-08, 09-28 and 10-11 are worked.
    ['simplified', '2025-09-26', '2025-10-10'],
    ['ordinary', '2025-09-26', '2025-10-16'],
  ] as const)('REM-8 in reconsideration, %s, from %s: workdays until %s', (procedure, noticed, due) =>
    expect(clock(review('2025-09-22', noticed, procedure), 'reviewAnswer')).toMatchObject({ due, whose: 'ours' }),
  );

  it.each([
    ['2026-03-02', '2026-03-17'],
    // The fifteenth day falls into the holiday and rolls to the first day after it.
    ['2026-04-17', '2026-05-06'],
    // A Sunday that is not worked.
    ['2026-03-14', '2026-03-30'],
  ])('REM-9 in court fifteen calendar days, holidays in between counted: from %s until %s', (noticed, due) =>
    expect(clock(suit('2026-03-01', noticed), 'courtAnswer')).toMatchObject({ due }),
  );

  it('REM-10 says before what follows, and a late answer is late', () => {
    const facts = review('2026-04-20', '2026-04-28', 'simplified');
    expect(clock(facts, 'reviewAnswer', '2026-05-08')).toMatchObject({
      light: 'red',
      late: false,
      doneOn: null,
      ifLate: expect.stringContaining('第七十条'),
    });
    expect(clock(facts, 'reviewAnswer', '2026-05-10')).toMatchObject({ light: 'overdue', late: true });
    const answered = happened(...facts, { type: 'answered', on: on('2026-05-11'), evidence: '签收回执' });
    expect(clock(answered, 'reviewAnswer', '2026-06-01')).toMatchObject({
      late: true,
      light: 'done',
      doneOn: '2026-05-11',
    });
    expect(PERIODS.courtAnswer.ifLate).toContain('第三十四条第二款');
  });

  it('REM-8 does not run until the notice came', () =>
    expect(
      clock(happened({ type: 'accepted', on: on('2026-03-02'), stage: 'review' }), 'reviewAnswer'),
    ).toBeUndefined());
});

describe('审理', () => {
  it.each([
    ['simplified', '2026-03-02', '2026-04-01'],
    ['ordinary', '2026-03-02', '2026-05-06'],
  ] as const)('REM-8 decision on reconsideration, %s: from %s until %s', (procedure, accepted, due) =>
    expect(clock(review(accepted, accepted, procedure), 'reviewDecision')).toMatchObject({ due, light: 'paused' }),
  );

  it('REM-12 prolonged by what the notice says', () => {
    const facts = happened(...review('2026-03-02', '2026-03-03', 'ordinary'), {
      type: 'prolonged',
      on: on('2026-04-28'),
      days: 30,
    });
    expect(clock(facts, 'reviewDecision')).toMatchObject({
      due: '2026-06-01',
      says: expect.stringContaining('延长30日'),
    });
  });

  it.each([
    ['simplified', '2026-03-02', '2026-04-16'],
    ['ordinary', '2026-03-02', '2026-09-02'],
  ] as const)('REM-8 at first instance, %s: from %s until %s', (procedure, accepted, due) =>
    expect(clock(suit(accepted, accepted, procedure), 'trial')).toMatchObject({ due }),
  );

  it.each([
    ['claimRejected', '2026-06-05', '2026-06-22'],
    ['suitRejected', '2026-06-05', '2026-06-15'],
  ] as const)('REM-8 against a %s received on %s an appeal until %s', (conclusion, received, due) => {
    const facts = happened(...suit('2026-03-02', '2026-03-03'), concluded('2026-06-01', received, { conclusion }));
    expect(clock(facts, 'appeal', '2026-06-10')).toMatchObject({ due, whose: 'party', doneOn: null });
    const none = happened(
      ...suit('2026-03-02', '2026-03-03'),
      concluded('2026-06-01', received, { conclusion: 'suitWithdrawn' }),
    );
    expect(clock(none, 'appeal')).toBeUndefined();
  });

  it('REM-13 each instance has its own periods; an appeal ends that of the first', () => {
    const facts = happened(...suit('2026-03-02', '2026-03-03'), concluded('2026-06-01', '2026-06-05'), {
      type: 'advanced',
      on: on('2026-06-18'),
      stage: 'secondInstance',
    });
    expect(clock(facts, 'appeal')).toMatchObject({ doneOn: '2026-06-18' });
    expect(clock(facts, 'secondTrial')).toMatchObject({ due: '2026-09-18', doneOn: null });
    expect(clock(facts, 'trial')).toMatchObject({ doneOn: '2026-06-01' });
  });
});

describe('重新答复', () => {
  const decided = (change: object) =>
    happened(
      ...review('2026-03-02', '2026-03-03', 'simplified'),
      concluded('2026-04-01', '2026-04-07', { conclusion: 'reviewRevoked', orders: true, ...change }),
    );

  it('REM-14 twenty workdays from the receipt of the decision where it names no day', () => {
    const order = orderedReply(decided({}), builtInCalendar)!;
    expect(order).toMatchObject({ from: '2026-04-07', replyBy: null });
    // As K22: from 2026-04-07 twenty workdays end on 2026-05-08.
    expect(newReplyDue(order, builtInCalendar)).toMatchObject({ due: '2026-05-08' });
  });

  it('REM-14 the day that the decision names', () =>
    expect(
      newReplyDue(orderedReply(decided({ replyBy: on('2026-04-22') }), builtInCalendar)!, builtInCalendar).due,
    ).toBe('2026-04-22'));

  it('REM-14 a judgment of first instance counts from when no appeal can be lodged, one of second instance from its receipt', () => {
    const first = happened(
      ...suit('2026-03-02', '2026-03-03'),
      concluded('2026-06-01', '2026-06-05', { conclusion: 'revoked', orders: true }),
    );
    expect(orderedReply(first, builtInCalendar)).toMatchObject({ from: '2026-06-22' });
    const second = happened(
      ...first,
      { type: 'advanced', on: on('2026-06-18'), stage: 'secondInstance' },
      concluded('2026-08-03', '2026-08-05', { conclusion: 'revoked', orders: true }),
    );
    expect(orderedReply(second, builtInCalendar)).toMatchObject({ from: '2026-08-05', result: 5 });
    expect(orderedReply(second.slice(0, 4), builtInCalendar)).toBeNull();
  });

  it('REM-14 nothing is ordered by a result that orders nothing, or before its document came', () => {
    expect(orderedReply(decided({ orders: false }), builtInCalendar)).toBeNull();
    expect(orderedReply(decided({ receivedOn: null }), builtInCalendar)).toBeNull();
  });
});
