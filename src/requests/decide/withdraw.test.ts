import { expect, it } from 'vitest';
import { act, ONLINE, received, signed, tryAct, tryRegister } from '../../../test/support/request-play.ts';
import type { RequestFile } from '../info-request.ts';

const WITHDRAWN = { outcome: 'withdrawn', why: '申请人来函撤回' } as const;

it('REQ-29 until the reply has gone out it can be withdrawn, and counts as 其他处理·其他', () => {
  const file = signed(received('2026-03-02'), '2026-03-10');
  expect(tryAct(file, '2026-03-11', 'withdraw', WITHDRAWN)).toMatchObject({
    request: { state: 'withdrawn', outcome: 'withdrawn', reportRow: '3.6.3', closedOn: '2026-03-11', repliedOn: null },
  });
  const served = act(file, '2026-03-11', 'serve', { method: 'direct', receiver: 'self', evidence: '送达回证' });
  expect(tryAct(served, '2026-03-12', 'withdraw', WITHDRAWN)).toMatchObject({ code: 'WRONG_STATE' });
});

it('REQ-29 what was never confirmed was never received, and counts nowhere', () => {
  const submitted = tryRegister({ channel: 'fax' }) as RequestFile;
  expect(tryAct(submitted, '2026-03-03', 'withdraw', WITHDRAWN)).toMatchObject({
    request: { outcome: 'withdrawn', reportRow: null, closedOn: '2026-03-03' },
  });
});

it('REQ-29 with how it came about; an applicant online withdraws and nothing else', () => {
  const file = received('2026-03-02');
  expect(tryAct(file, '2026-03-03', 'withdraw', { ...WITHDRAWN, why: '' })).toMatchObject({ code: 'REQ-29' });
  expect(tryAct(file, '2026-03-03', 'withdraw', { outcome: 'granted' as never, why: '…' })).toMatchObject({
    code: 'REQ-29',
  });
  const ended = { outcome: 'ended', why: '申请人去世，无人继受' } as const;
  expect(tryAct(file, '2026-03-03', 'withdraw', ended)).toMatchObject({ request: { outcome: 'ended' } });
  expect(tryAct(file, '2026-03-03', 'withdraw', ended, ONLINE)).toMatchObject({ code: 'REQ-29' });
  expect(tryAct(file, '2026-03-03', 'withdraw', WITHDRAWN, ONLINE)).toMatchObject({ request: { state: 'withdrawn' } });
});
