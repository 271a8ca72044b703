import { expect, it } from 'vitest';
import { act, ONLINE, received, signed, tryAct } from '../../../test/support/request-play.ts';
import { replyReceivedOn } from '../standing.ts';

const ready = signed(received('2026-04-07'), '2026-05-08');
const posted = act(ready, '2026-05-08', 'serve', {
  method: 'post',
  carrier: 'ems',
  tracking: '1234567890123',
  evidence: 'EMS 1234567890123',
});

it('REQ-28 K40: by post remedies run from the day the applicant signed for it', () => {
  expect(replyReceivedOn(posted.facts)).toBeUndefined();
  const file = act(posted, '2026-05-11', 'recordReceived', { paper: 6, receiver: 'self' });
  expect(replyReceivedOn(file.facts)).toBe('2026-05-11');
  expect(file.request.state).toBe('served');
});

it('REQ-28 by hand they run from that very day, and nothing is left to record', () => {
  const handed = act(ready, '2026-05-08', 'serve', { method: 'direct', receiver: 'self', evidence: '送达回证' });
  expect(replyReceivedOn(handed.facts)).toBe('2026-05-08');
  expect(tryAct(handed, '2026-05-11', 'recordReceived', { paper: 6 })).toMatchObject({ code: 'REQ-28' });
});

it('REQ-28 once, after it was sent, for a paper that was sent', () => {
  const file = act(posted, '2026-05-11', 'recordReceived', { paper: 6, receiver: 'self' });
  expect(tryAct(file, '2026-05-12', 'recordReceived', { paper: 6 })).toMatchObject({ code: 'REQ-28' });
  expect(tryAct(posted, '2026-05-07', 'recordReceived', { paper: 6 }, { today: '2026-05-11' })).toMatchObject({
    code: 'REQ-28',
  });
  expect(tryAct(posted, '2026-05-11', 'recordReceived', { paper: 5 })).toMatchObject({ code: 'REQ-28' });
});

it('REQ-28 the applicant confirms what was sent to him, not what was sent to others', () => {
  expect(tryAct(posted, '2026-05-11', 'recordReceived', { paper: 6 }, ONLINE)).toMatchObject({ facts: { length: 7 } });
  const out = act(received('2026-04-07'), '2026-04-08', 'consultThirdParty', { name: '某公司', about: '施工图' });
  expect(tryAct(out, '2026-04-09', 'recordReceived', { paper: 2 }, ONLINE)).toMatchObject({ code: 'REQ-28' });
});
