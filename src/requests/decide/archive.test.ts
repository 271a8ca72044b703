import { expect, it } from 'vitest';
import { act, received, signed, tryAct } from '../../../test/support/request-play.ts';

const ready = signed(received('2026-04-07'), '2026-05-08');

it('REQ-32 a reply by post goes to the archive once its receipt is known', () => {
  const posted = act(ready, '2026-05-08', 'serve', {
    method: 'post',
    carrier: 'ems',
    tracking: '1234567890123',
    evidence: 'EMS 1234567890123',
  });
  expect(tryAct(posted, '2026-05-09', 'archive', {})).toMatchObject({ code: 'REQ-32' });
  const file = act(posted, '2026-05-11', 'recordReceived', { paper: 6, receiver: 'self' });
  expect(tryAct(file, '2026-05-12', 'archive', {})).toMatchObject({
    request: { state: 'archived', outcome: 'granted', closedOn: '2026-05-08' },
  });
});

it('REQ-32 what was withdrawn goes there at once', () => {
  const file = act(received('2026-04-07'), '2026-04-08', 'withdraw', { outcome: 'withdrawn', why: '来函撤回' });
  expect(tryAct(file, '2026-04-08', 'archive', {})).toMatchObject({ request: { state: 'archived' } });
});
