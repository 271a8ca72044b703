import { describe, expect, it } from 'vitest';
import { answer, event as ev, type Fields, reckon } from '../../../test/support/reply-history.ts';

const RECEIVED = '2026-03-02'; // due 2026-03-30
const longer = (on: string, workdays: unknown, approved = on) => ev('extended', on, { workdays, approved });
const notice = ev('fee-noticed', '2026-03-09', { receivedOn: '2026-03-10' });
const served = ev('served', '2026-03-20', { method: 'direct' });

const IMPOSSIBLE: [what: string, ...events: Fields[]][] = [
  ['an event before receipt', ev('third-party-asked', '2026-02-27')],
  ['an event after today', ev('third-party-asked', '2027-01-04')],
  ['an opinion never asked for', ev('third-party-answered', '2026-03-20')],
  ['an opinion before the question', ev('agency-answered', '2026-03-09'), ev('agency-asked', '2026-03-10')],
  ['an opinion of another kind', ev('third-party-asked', '2026-03-09'), ev('agency-answered', '2026-03-20')],
  [
    'an opinion of somebody else',
    ev('third-party-asked', '2026-03-09', { who: '甲' }),
    ev('third-party-answered', '2026-03-20', { who: '乙' }),
  ],
  [
    'an opinion before the letter arrived',
    ev('third-party-asked', '2026-03-09', { receivedOn: '2026-03-11' }),
    ev('third-party-answered', '2026-03-10'),
  ],
  ['a letter that arrived before it was sent', ev('third-party-asked', '2026-03-09', { receivedOn: '2026-03-06' })],
  ['a letter that arrives after today', ev('third-party-asked', '2026-03-09', { receivedOn: '2027-03-06' })],
  ['a withdrawal of no question', ev('consultation-withdrawn', '2026-03-09')],
  ['a correction never asked for', ev('correction-received', '2026-03-09')],
  ['a correction before the notice', ev('correction-received', '2026-03-04'), ev('correction-asked', '2026-03-05')],
  ['a second notice of correction', ev('correction-asked', '2026-03-05'), ev('correction-asked', '2026-03-06')],
  ['a second notice, the first too late', ev('correction-asked', '2026-03-16'), ev('correction-asked', '2026-03-17')],
  ['a period of correction of no days', ev('correction-asked', '2026-03-05', { workdays: 0 })],
  ['an extension beyond 20', longer('2026-03-20', 21)],
  ['an extension of no days', longer('2026-03-20', 0)],
  ['an extension of half days', longer('2026-03-20', 2.5)],
  ['a second extension from one base', longer('2026-03-20', 5), longer('2026-03-24', 5)],
  ['consent before receipt', longer('2026-03-20', 5, '2026-02-27')],
  ['consent after today', longer('2026-03-20', 5, '2027-02-26')],
  ['a delay to a day before the notice', ev('delayed', '2026-03-20', { until: '2026-03-19' })],
  ['a fee notice after the due day', ev('fee-noticed', '2026-03-31')],
  ['a fee notice after the due day, withdrawn', ev('fee-noticed', '2026-03-31'), ev('fee-withdrawn', '2026-04-01')],
  ['a payment without notice', ev('fee-paid', '2026-03-20')],
  ['a payment before the notice', ev('fee-paid', '2026-03-06'), notice],
  ['a second payment', notice, ev('fee-paid', '2026-03-20'), ev('fee-paid', '2026-03-23')],
  [
    'a second withdrawal of a paid notice',
    notice,
    ev('fee-paid', '2026-03-20'),
    ev('fee-withdrawn', '2026-03-23'),
    ev('fee-withdrawn', '2026-03-24'),
  ],
  ['an extension after service', served, longer('2026-03-23', 5)],
  ['a question after service', served, ev('agency-asked', '2026-03-23')],
  ['signing after service', served, ev('replied', '2026-03-23')],
  ['a withdrawal after service', served, ev('withdrawn', '2026-03-23')],
  ['service after a withdrawal', ev('withdrawn', '2026-03-19'), served],
  ['abandoning with nothing awaited', ev('abandoned', '2026-03-20')],
  [
    'abandoning before the period ends',
    ev('correction-asked', '2026-03-05', { receivedOn: '2026-03-05' }),
    ev('abandoned', '2026-03-19'),
  ],
  ['abandoning with the notice undelivered', ev('correction-asked', '2026-03-05'), ev('abandoned', '2026-04-20')],
];

describe('CLK-16 a history that cannot be is refused and not guessed', () => {
  it.each(IMPOSSIBLE)('%s', (_what, ...events) => {
    expect(answer({ receipt: RECEIVED, events })).toMatchObject({ refused: true, code: 'CLK-16' });
  });

  it('says which record it is, as the reader wrote them', () => {
    const events = [longer('2026-03-24', 5), longer('2026-03-20', 5)];
    expect(answer({ receipt: RECEIVED, events })).toMatchObject({
      says: expect.stringContaining('第 1 条记录“告知延长答复期限”（2026-03-24）'),
    });
  });

  it('refuses any handling of what is not received', () => {
    const fax = { channel: 'fax', submitted: '2026-03-02' };
    expect(answer({ receipt: fax, events: [served] })).toMatchObject({ refused: true, code: 'CLK-16' });
    expect(answer({ receipt: fax })).toMatchObject({ received: null, due: null });
  });
});

describe('what is late is recorded, without effect', () => {
  it.each([
    ['CLK-6 told after the due day', longer('2026-03-31', 5, '2026-03-27')],
    ['CLK-6 agreed after the due day', longer('2026-03-30', 5, '2026-03-31')],
    ['CLK-11 a delay told after the due day', ev('delayed', '2026-03-31', { until: '2026-04-30' })],
    ['CLK-14 a question on the due day', ev('agency-asked', '2026-03-30')],
    ['CLK-10 a fee notice that was never delivered', ev('fee-noticed', '2026-03-09')],
  ])('%s', (title, event) => {
    const { due, issues } = reckon({ receipt: RECEIVED, events: [event] });
    expect(due).toBe('2026-03-30');
    expect(issues).toMatchObject([{ code: title.split(' ')[0], severity: 'warning', where: '/events/0' }]);
  });

  it('CLK-7 the seven workdays run from receipt, also after a payment began the period anew', () => {
    const paid = [ev('fee-noticed', '2026-03-03'), ev('fee-paid', '2026-03-04')];
    const { due, issues } = reckon({ receipt: RECEIVED, events: [...paid, ev('correction-asked', '2026-03-12')] });
    expect(due).toBe('2026-04-01');
    expect(issues).toMatchObject([{ code: 'CLK-7' }]);
  });

  it('CLK-4 a reminder to somebody who has the letter starts no new period', () => {
    const letter = (on: string, receivedOn: string) => ev('third-party-asked', on, { who: '甲', receivedOn });
    const events = [letter('2026-03-09', '2026-03-11'), letter('2026-03-25', '2026-03-26')];
    expect(reckon({ receipt: RECEIVED, events }).due).toBe('2026-04-23');
  });

  it('CLK-6 the last day itself is in time', () =>
    expect(reckon({ receipt: RECEIVED, events: [longer('2026-03-30', 1)] }).due).toBe('2026-03-31'));

  it('CLK-6 consent for the old period does not reach the new one', () => {
    const events = [
      ev('correction-asked', '2026-03-05'),
      ev('correction-received', '2026-03-12'),
      longer('2026-03-16', 5, '2026-03-11'),
    ];
    const { due, issues } = reckon({ receipt: RECEIVED, events });
    expect(due).toBe('2026-04-10');
    expect(issues).toMatchObject([{ code: 'CLK-6' }]);
  });

  it('CLK-10 money after the period restores nothing', () => {
    const { due, light, issues } = reckon({ receipt: RECEIVED, events: [notice, ev('fee-paid', '2026-04-09')] });
    expect({ due, light }).toEqual({ due: null, light: 'paused' });
    expect(issues[0]).toMatchObject({ code: 'CLK-10', advice: expect.stringContaining('退还') });
    expect(reckon({ receipt: RECEIVED, events: [notice, ev('fee-paid', '2026-04-08')] }).due).toBe('2026-05-09');
  });

  it('CLK-10 an undelivered notice sent again counts from its delivery', () => {
    const again = [ev('fee-noticed', '2026-03-09'), ev('fee-noticed', '2026-03-20', { receivedOn: '2026-03-23' })];
    const { due, sideClocks } = reckon({ receipt: RECEIVED, events: again });
    expect(due).toBeNull();
    expect(sideClocks.filter(({ clock }) => clock === 'fee-payment')).toMatchObject([{ due: '2026-04-21' }]);
    const tooLate = [ev('fee-noticed', '2026-03-09'), ev('fee-noticed', '2026-03-31', { receivedOn: '2026-04-01' })];
    expect(answer({ receipt: RECEIVED, events: tooLate })).toMatchObject({ code: 'CLK-16' });
  });

  it('CLK-4 a further answer goes on file', () => {
    const events = [
      ev('third-party-asked', '2026-03-09', { receivedOn: '2026-03-11' }),
      ev('third-party-answered', '2026-03-20'),
      ev('third-party-answered', '2026-03-27'),
    ];
    const { due, issues } = reckon({ receipt: RECEIVED, events });
    expect(due).toBe('2026-04-13');
    expect(issues).toMatchObject([{ code: 'CLK-4', severity: 'hint', where: '/events/2' }]);
  });

  it('CLK-16 what comes in after the end goes on file', () => {
    const asked = ev('third-party-asked', '2026-03-09', { receivedOn: '2026-03-11' });
    const { late, issues } = reckon({
      receipt: RECEIVED,
      events: [asked, served, ev('third-party-answered', '2026-03-23')],
    });
    expect(late).toBe(false);
    expect(issues).toMatchObject([{ code: 'CLK-16', severity: 'hint', where: '/events/2' }]);
  });
});
