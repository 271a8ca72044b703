import { describe, expect, it } from 'vitest';
import { event as ev, reckon } from '../../../test/support/reply-history.ts';

// Received 2026-03-02: due on Monday 2026-03-30.
describe('CLK-19 the light', () => {
  it.each([
    ['2026-03-20', 'green', false],
    ['2026-03-23', 'yellow', false],
    ['2026-03-25', 'yellow', false],
    ['2026-03-26', 'red', false],
    ['2026-03-30', 'red', false],
    ['2026-03-31', 'overdue', true],
  ])('on %s is %s', (today, light, late) =>
    expect(reckon({ receipt: '2026-03-02', today })).toMatchObject({ light, late }),
  );

  it('comes two workdays earlier where the due day is provisional', () => {
    // Due 2027-01-06, provisional: three workdays are left on 2026-12-31, five on 2026-12-29.
    expect(reckon({ receipt: '2026-12-08', today: '2026-12-31' }).light).toBe('red');
    expect(reckon({ receipt: '2026-12-08', today: '2026-12-29' }).light).toBe('yellow');
    expect(reckon({ receipt: '2026-12-08', today: '2026-12-24' }).light).toBe('green');
  });
});

describe('CLK-13 whether it is late', () => {
  const replied = ev('replied', '2026-03-30');

  it('signing does not stop the clock', () => {
    expect(reckon({ receipt: '2026-03-02', events: [replied], today: '2026-03-31' })).toMatchObject({
      light: 'overdue',
      late: true,
      issues: [{ code: 'CLK-13' }],
    });
  });

  it.each([
    ['post', '2026-03-30', false],
    ['post', '2026-03-31', true],
    ['electronic', '2026-03-30', false],
    ['electronic', '2026-03-31', true],
    ['direct', '2026-03-30', false],
    ['entrusted', '2026-03-31', true],
  ])('%s on %s: late %s', (method, on, late) => {
    const told = { receipt: '2026-03-02', events: [replied, ev('served', on, { method })] };
    expect(reckon(told)).toMatchObject({ light: 'done', late });
  });

  it('the earlier of two ways of service is the reply, on both sides', () => {
    const events = [
      ev('served', '2026-03-27', { method: 'post', receivedOn: '2026-04-02' }),
      ev('served', '2026-03-31', { method: 'direct' }),
    ];
    const { late, sideClocks } = reckon({ receipt: '2026-03-02', events });
    expect(late).toBe(false);
    expect(sideClocks.find(({ clock }) => clock === 'reconsideration')?.says).toContain('2026-03-31 收到');
  });

  it('until the applicant has signed, remedies do not run', () => {
    const events = [ev('served', '2026-03-27', { method: 'post' })];
    expect(reckon({ receipt: '2026-03-02', events }).sideClocks.slice(-2)).toMatchObject([
      { clock: 'reconsideration', due: null },
      { clock: 'litigation', due: null },
    ]);
  });

  it('an application withdrawn in time is over, one withdrawn afterwards was late', () => {
    const on = (day: string) => reckon({ receipt: '2026-03-02', events: [ev('withdrawn', day)] });
    expect(on('2026-03-30')).toMatchObject({ light: 'done', late: false });
    expect(on('2026-03-31')).toMatchObject({ light: 'done', late: true });
  });

  it('nothing is late while the clock stands still', () => {
    const paused = reckon({ receipt: '2026-03-02', events: [ev('agency-asked', '2026-03-09')] });
    expect(paused).toMatchObject({ due: null, light: 'paused', late: false });
    const awaiting = reckon({ receipt: '2026-03-02', events: [ev('correction-asked', '2026-03-09')] });
    expect(awaiting).toMatchObject({ due: null, light: 'paused', late: false });
  });
});
