import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answer, event as ev, type Fields, reckon } from '../../../test/support/reply-history.ts';
import { addDays, civil } from '../civil-date.ts';
import { isRefusal } from '../refusal.ts';
import { builtInCalendar } from '../work-calendar.ts';
import { addWorkdays } from '../workdays.ts';
import { EVENT_TERMS } from './history.ts';

const day = (from: string, to: number) => fc.nat(to).map((n) => addDays(civil(from), n) as string);

/** A question to somebody, delivered, and perhaps answered, near the beginning of 2026-03. */
const question = fc
  .record({
    asked: fc.nat(18),
    delivery: fc.nat(5),
    answer: fc.option(fc.nat(30)),
    who: fc.constantFrom('甲', '乙', '丙'),
  })
  .map(({ asked, delivery, answer: after, who }) => {
    const on = addDays(civil('2026-03-02'), asked);
    const receivedOn = addDays(on, delivery);
    const letter = ev('third-party-asked', on, { who, receivedOn });
    return after === null ? [letter] : [letter, ev('third-party-answered', addDays(receivedOn, after), { who })];
  });
const questions = fc.uniqueArray(question, { maxLength: 3, selector: ([letter]) => letter?.who });

describe('for any history', () => {
  it('CLK-3 extending and taking out commute: the extended day is N workdays not taken out after the other', () => {
    fc.assert(
      fc.property(questions, fc.integer({ min: 1, max: 20 }), (asked, workdays) => {
        const events = asked.flat();
        const plain = reckon({ receipt: '2026-03-02', events }).due!;
        const extension = ev('extended', '2026-03-30', { workdays });
        const extended = reckon({ receipt: '2026-03-02', events: [...events, extension] }).due!;
        const taken = (date: string) =>
          asked.some(([letter, opinion]) => {
            const silence = addWorkdays(civil(String(letter!.receivedOn)), 15, builtInCalendar);
            const ended = opinion && String(opinion.on) < silence ? String(opinion.on) : silence;
            return date > String(letter!.on) && date <= ended;
          });
        return addWorkdays(plain as never, workdays, builtInCalendar, taken) === extended;
      }),
    );
  });

  it('CLK-2 no event moves the day of receipt, and the order of recording changes nothing', () => {
    const extension = fc.record({ on: day('2026-03-02', 28), workdays: fc.integer({ min: 1, max: 20 }) });
    const some = fc
      .tuple(questions, fc.option(extension))
      .chain(([asked, extended]) =>
        fc.shuffledSubarray(
          [...asked.flat(), ...(extended ? [ev('extended', extended.on, { workdays: extended.workdays })] : [])],
          { minLength: 0 },
        ),
      );
    fc.assert(
      fc.property(some, (events) => {
        const one = answer({ receipt: '2026-03-02', events });
        const sorted = events.toSorted((a, b) => String(a.on).localeCompare(String(b.on)));
        const other = answer({ receipt: '2026-03-02', events: sorted });
        if (isRefusal(one) || isRefusal(other)) return isRefusal(one) && isRefusal(other);
        return one.received === '2026-03-02' && one.due === other.due && one.late === other.late;
      }),
    );
  });

  it('CLK-16 is answered or refused, whatever was recorded in whatever order', () => {
    const recorded = fc.array(
      fc.record({
        type: fc.constantFrom(...Object.keys(EVENT_TERMS)),
        on: day('2026-03-02', 90),
        who: fc.constantFrom(undefined, '甲', '乙'),
        receivedOn: fc.option(day('2026-03-02', 90), { nil: undefined }),
        workdays: fc.integer({ min: 0, max: 21 }),
        until: day('2026-03-02', 150),
        method: fc.constantFrom('direct', 'entrusted', 'post', 'electronic'),
      }),
      { maxLength: 9 },
    );
    const fees = fc.array(
      fc.record({
        type: fc.constantFrom('fee-noticed', 'fee-paid', 'fee-withdrawn', 'extended', 'delayed'),
        on: day('2026-03-02', 90),
        workdays: fc.constant(5),
        until: fc.constant('2026-07-31'),
      }),
      { maxLength: 6 },
    );
    const delivered = fees.map((events) =>
      events.map((event) => (event.type === 'fee-noticed' ? { ...event, receivedOn: event.on } : event)),
    );
    fc.assert(
      fc.property(fc.oneof(recorded, delivered), (events) => {
        const given = answer({ receipt: '2026-03-02', events });
        return isRefusal(given) ? given.says !== '' : given.steps.every(({ says }) => !/undefined|null|NaN/.test(says));
      }),
      { numRuns: 1_500 },
    );
  });

  it('CLK-3 a question never brings the due day forward, and an earlier answer never puts it off', () => {
    fc.assert(
      fc.property(questions, (asked) => {
        const due = (events: readonly Fields[]) => reckon({ receipt: '2026-03-02', events }).due!;
        const silent = due(asked.flatMap(([letter]) => [letter!]));
        const answered = due(asked.flat());
        return due([]) <= answered && answered <= silent;
      }),
    );
  });
});

it('CLK-1 the last line of the ladder shows the sum, the holidays and the make-up days', () => {
  const receipt = { channel: 'registered-post', submitted: '2022-09-29', signedFor: '2022-09-30' };
  expect(reckon({ receipt }).steps.at(-1)).toEqual({
    rule: 'CLK-1',
    certainty: '依据',
    basis: '《条例》第三十三条第二款',
    says: '自 2022-09-30（收到申请，当日不计）次日起，数满 20 个工作日，应答复日为 2022年11月2日 周三；其间放假：国庆节 10-01—10-07；调休上班计入：10-08、10-09',
  });
});

it('CLK-5 a new start takes the extension away and says so', () => {
  const events = [
    ev('extended', '2026-05-08', { workdays: 20 }),
    ev('correction-asked', '2026-05-12'),
    ev('correction-received', '2026-05-20'),
  ];
  const lines = reckon({ receipt: '2026-05-06', events }).steps.map(({ says }) => says);
  expect(lines).toContainEqual(expect.stringContaining('此前延长的 20 个工作日不再计'));
});

it('CLK-12 every step carries an article and its certainty', () => {
  const events = [
    ev('correction-asked', '2026-05-12'),
    ev('correction-received', '2026-05-20'),
    ev('co-producer-asked', '2026-05-25', { receivedOn: '2026-05-26' }),
    ev('extended', '2026-06-01', { workdays: 5 }),
    ev('served', '2026-07-01', { method: 'electronic' }),
  ];
  const { steps } = reckon({ receipt: '2026-05-06', events });
  expect(steps.map(({ rule }) => rule)).toEqual([
    'RCV-1',
    'CLK-7',
    'CLK-2',
    'CLK-3',
    'CLK-6',
    'CLK-13',
    'CLK-1',
    'CLK-13',
  ]);
  for (const { basis, says, certainty } of steps) {
    expect(basis).toMatch(/^《/);
    expect(says).not.toMatch(/undefined|null|NaN/);
    expect(['依据', '推论', '待核']).toContain(certainty);
  }
});
