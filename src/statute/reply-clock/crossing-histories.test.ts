/** Where two rules meet: histories in which one event falls into the reach of another, worked out by hand like K01–K43. */
import { describe, expect, it } from 'vitest';
import { answer, event as ev, type Fields, reckon } from '../../../test/support/reply-history.ts';

type Case = [rule: string, what: string, due: string | null, receipt: Fields | string, ...events: Fields[]];

const third = (on: string, more: Fields = {}) => ev('third-party-asked', on, more);
const agency = (on: string, who?: string) => ev('agency-asked', on, who === undefined ? {} : { who });
const longer = (on: string, workdays: number, approved = on) => ev('extended', on, { workdays, approved });
const notice = (on: string, receivedOn?: string) => ev('fee-noticed', on, receivedOn ? { receivedOn } : {});

const CASES: Case[] = [
  ['CLK-1', 'received on a leap day', '2024-03-28', '2024-02-29'],
  ['CLK-17', 'received on the first day of the Regulations', '2019-06-13', '2019-05-15'],
  [
    'CLK-17',
    'sent before them, signed for on their first day',
    '2019-06-13',
    { channel: 'registered-post', submitted: '2019-05-13', signedFor: '2019-05-15' },
  ],
  [
    'CLK-3',
    'an answer on the workday after the stop began takes out one day',
    '2026-03-31',
    '2026-03-02',
    third('2026-03-06', { receivedOn: '2026-03-06' }),
    ev('third-party-answered', '2026-03-09'),
  ],
  [
    'CLK-3',
    'asked and answered over a weekend takes out nothing',
    '2026-03-30',
    '2026-03-02',
    third('2026-03-06', { receivedOn: '2026-03-06' }),
    ev('third-party-answered', '2026-03-08'),
  ],
  [
    'CLK-4',
    'a question withdrawn ends its stop that day',
    '2026-04-07',
    '2026-03-02',
    agency('2026-03-09', '甲局'),
    ev('consultation-withdrawn', '2026-03-16', { who: '甲局' }),
  ],
  [
    'CLK-4',
    'one of two agencies withdrawn, the other still out',
    null,
    '2026-03-02',
    agency('2026-03-09', '甲局'),
    agency('2026-03-09', '乙局'),
    ev('consultation-withdrawn', '2026-03-16', { who: '甲局' }),
  ],
  [
    'CLK-5',
    'an agency asked before the correction and still silent',
    null,
    '2026-05-06',
    agency('2026-05-08'),
    ev('correction-asked', '2026-05-11'),
    ev('correction-received', '2026-05-15'),
  ],
  [
    'CLK-6',
    'extended on the due day, a question of that day stops the extended period',
    '2026-08-05',
    '2026-06-01',
    third('2026-06-30', { receivedOn: '2026-07-01' }),
    longer('2026-06-30', 10),
  ],
  [
    'CLK-6',
    'extended while an agency is silent, answered after the first due day',
    '2026-04-27',
    '2026-03-02',
    agency('2026-03-27'),
    longer('2026-04-02', 10),
    ev('agency-answered', '2026-04-10'),
  ],
  ['CLK-6', 'agreed in time, told the day after', '2026-03-30', '2026-03-02', longer('2026-03-31', 5, '2026-03-30')],
  [
    'CLK-7',
    'a correction that came too late does not end the extension',
    '2025-11-12',
    '2025-10-09',
    longer('2025-10-10', 5),
    ev('correction-asked', '2025-10-20'),
    ev('correction-received', '2025-10-28'),
  ],
  [
    'CLK-10',
    'paid on the last day of the period',
    '2025-11-27',
    '2025-09-08',
    notice('2025-09-22', '2025-09-26'),
    ev('fee-paid', '2025-10-30'),
  ],
  [
    'CLK-10',
    'paid the day after',
    null,
    '2025-09-08',
    notice('2025-09-22', '2025-09-26'),
    ev('fee-paid', '2025-10-31'),
  ],
  [
    'CLK-10',
    'paid twice, both too late',
    null,
    '2025-09-08',
    notice('2025-09-22', '2025-09-26'),
    ev('fee-paid', '2025-10-31'),
    ev('fee-paid', '2025-11-03'),
  ],
  [
    'CLK-10',
    'paid too late, the notice withdrawn afterwards',
    '2025-10-11',
    '2025-09-08',
    notice('2025-09-22', '2025-09-26'),
    ev('fee-paid', '2025-10-31'),
    ev('fee-withdrawn', '2025-11-03'),
  ],
  ['CLK-10', 'a notice that never arrived', '2025-10-11', '2025-09-08', notice('2025-09-22')],
  [
    'CLK-10',
    'a notice on the due day',
    '2025-11-10',
    '2025-09-08',
    notice('2025-10-11', '2025-10-13'),
    ev('fee-paid', '2025-10-13'),
  ],
  [
    'CLK-10',
    'extended under a notice that was withdrawn: the period had run out meanwhile',
    '2025-10-11',
    '2025-09-08',
    notice('2025-09-22', '2025-09-26'),
    longer('2025-10-14', 10),
    ev('fee-withdrawn', '2025-10-15'),
  ],
  [
    'CLK-10',
    'extended under a notice that was withdrawn, while the period would have run',
    '2025-10-24',
    '2025-09-08',
    notice('2025-09-22', '2025-09-26'),
    longer('2025-10-11', 10),
    ev('fee-withdrawn', '2025-10-15'),
  ],
  [
    'CLK-11',
    'a payment within the delay starts the period anew',
    '2025-12-18',
    '2025-09-08',
    ev('delayed', '2025-09-10', { until: '2025-11-28' }),
    notice('2025-11-15', '2025-11-17'),
    ev('fee-paid', '2025-11-20'),
  ],
  [
    'CLK-11',
    'a question within the delay does not move the day that was told',
    '2025-11-28',
    '2025-09-08',
    ev('delayed', '2025-09-10', { until: '2025-11-28' }),
    agency('2025-09-15'),
  ],
  [
    'CLK-11',
    'a day told that is no workday stays',
    '2025-11-29',
    '2025-09-08',
    ev('delayed', '2025-09-10', { until: '2025-11-29' }),
  ],
  [
    'CLK-11',
    'told after the due day it has no effect',
    '2025-10-11',
    '2025-09-08',
    ev('delayed', '2025-10-13', { until: '2025-12-10' }),
  ],
  ['CLK-15', 'extended into the year without notice', '2027-01-27', '2026-12-01', longer('2026-12-20', 20)],
];

describe('where two rules meet', () => {
  it.each(CASES)('%s %s → %s', (_rule, _what, due, receipt, ...events) => {
    expect(reckon({ receipt, events }).due).toBe(due);
    expect(reckon({ receipt, events: events.toReversed() }).due).toBe(due);
  });

  it('CLK-15 a day told to the applicant is no estimate, whatever year it lies in', () => {
    const until = (day: string) =>
      reckon({ receipt: '2026-12-01', events: [ev('delayed', '2026-12-10', { until: day })] });
    expect(until('2027-02-10')).toMatchObject({ due: '2027-02-10', provisional: false });
  });

  it.each([
    ['CLK-6', longer('2026-03-31', 5)],
    ['CLK-7', ev('correction-asked', '2026-03-12')],
    ['CLK-11', ev('delayed', '2026-03-31', { until: '2026-05-29' })],
    ['CLK-14', third('2026-03-30', { receivedOn: '2026-03-31' })],
  ])('%s too late to be lawful: without effect, and said to be', (code, event) =>
    expect(reckon({ receipt: '2026-03-02', events: [event] })).toMatchObject({
      due: '2026-03-30',
      issues: [{ code, severity: 'warning', where: '/events/0' }],
    }),
  );

  it.each([
    ['ordinary-post', {}],
    ['fax', {}],
    ['email', {}],
    ['registered-post', {}],
  ])('RCV-1 by %s without its fact it is not received, and nothing is due or late', (channel, more) => {
    const told = { receipt: { channel, submitted: '2026-03-02', ...more }, today: '2026-06-01' };
    expect(reckon(told)).toMatchObject({ received: null, due: null, late: false, light: 'paused' });
    const acted = answer({ ...told, events: [agency('2026-03-09')] });
    expect(acted).toMatchObject({ refused: true, code: 'CLK-16' });
  });
});
