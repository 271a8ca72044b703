import { expect, it } from 'vitest';
import { act, received, tryAct } from '../../../test/support/request-play.ts';

/** K12: asked and received on 2025-10-17, ten workdays: until 2025-10-31. */
const asked = act(received('2025-10-09'), '2025-10-17', 'askCorrection', { what: '写明路段', workdays: 10 });
const told = act(asked, '2025-10-17', 'recordReceived', { paper: 2 });
const WHY = { why: '10月28日、30日电话联系，申请人表示不再补正' };

it('REQ-30 from the day after the period', () => {
  expect(tryAct(told, '2025-10-31', 'abandonUncorrected', WHY)).toMatchObject({ code: 'REQ-30' });
  expect(tryAct(told, '2025-11-01', 'abandonUncorrected', WHY)).toMatchObject({
    request: {
      state: 'abandoned',
      outcome: 'uncorrected',
      reportRow: '3.6.1',
      closedOn: '2025-11-01',
      repliedOn: null,
    },
  });
});

it('REQ-30 not while it is unknown when the notice was received', () =>
  expect(tryAct(asked, '2025-12-31', 'abandonUncorrected', WHY)).toMatchObject({
    code: 'REQ-30',
    says: expect.stringContaining('登记其收到的日期'),
  }));

it('REQ-30 only when someone has found that there is no good reason', () =>
  expect(tryAct(told, '2025-11-03', 'abandonUncorrected', { why: ' ' })).toMatchObject({ code: 'REQ-30' }));
