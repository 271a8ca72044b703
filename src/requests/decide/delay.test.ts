import { expect, it } from 'vitest';
import { act, dueOn, HEAD, received, tryAct } from '../../../test/support/request-play.ts';
import { civil } from '../../statute/civil-date.ts';

/** K42: received 2026-03-02, due 2026-03-30. */
const asked = act(received('2026-03-02'), '2026-03-05', 'askReasons', { why: '一个月内提出三十件' });
const to = (day: string, why = '需要清点二十年档案') => ({ to: civil(day), why });

it('REQ-17 K42: the day told replaces the due day', () => {
  const file = act(asked, '2026-03-25', 'delay', to('2026-05-29'), { as: HEAD });
  expect(file.request.state).toBe('inProcess');
  expect(dueOn(file)).toBe('2026-05-29');
});

it('REQ-17 it is told before the period has passed', () => {
  expect(tryAct(asked, '2026-03-30', 'delay', to('2026-05-29'), { as: HEAD })).toMatchObject({ facts: [{}, {}, {}] });
  expect(tryAct(asked, '2026-03-31', 'delay', to('2026-05-29'), { as: HEAD })).toMatchObject({ code: 'REQ-17' });
});

it('REQ-17 no later than sixty workdays after the day it replaces, or as many as the county has set; the refusal names the last day', () => {
  // 2026-03-30 and sixty workdays: over 清明, 劳动节 and 端午.
  expect(tryAct(asked, '2026-03-25', 'delay', to('2026-06-26'), { as: HEAD })).toHaveProperty('facts');
  for (const day of ['2026-06-27', '2126-05-29'])
    expect(tryAct(asked, '2026-03-25', 'delay', to(day), { as: HEAD })).toMatchObject({
      code: 'REQ-17',
      says: expect.stringContaining('2026年6月26日'),
    });
});

it('REQ-17 to a later day and with a reason', () => {
  expect(tryAct(asked, '2026-03-25', 'delay', to('2026-03-30'), { as: HEAD })).toMatchObject({ code: 'REQ-17' });
  expect(tryAct(asked, '2026-03-25', 'delay', to('2026-05-29', ''), { as: HEAD })).toMatchObject({ code: 'REQ-17' });
});
