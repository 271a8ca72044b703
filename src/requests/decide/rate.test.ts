import { expect, it } from 'vitest';
import { act, HANDLER, ONLINE, received, signed, tryAct } from '../../../test/support/request-play.ts';

const served = act(signed(received('2026-03-02'), '2026-03-20'), '2026-03-20', 'serve', {
  method: 'direct',
  receiver: 'self',
  evidence: '回证',
});

it('REQ-68 the applicant rates once, after the reply; nobody else does', () => {
  expect(tryAct(received('2026-03-02'), '2026-03-20', 'rate', { score: 4, words: '' }, ONLINE)).toMatchObject({
    code: 'WRONG_STATE',
  });
  const rated = act(served, '2026-03-23', 'rate', { score: 4, words: ' 很快 ' }, ONLINE);
  expect(rated.facts.at(-1)).toMatchObject({ type: 'rated', score: 4, words: '很快' });
  expect(rated.request).toEqual(served.request);
  expect(tryAct(rated, '2026-03-23', 'rate', { score: 5, words: '' }, ONLINE)).toMatchObject({ code: 'REQ-68' });
  expect(tryAct(served, '2026-03-23', 'rate', { score: 5, words: '' }, { as: HANDLER })).toMatchObject({
    code: 'NOT_YOUR_ROLE',
  });
});

it.each([0, 6, 2.5, Number.NaN])('REQ-68 %s is no score', (score) =>
  expect(tryAct(served, '2026-03-23', 'rate', { score, words: '' }, ONLINE)).toMatchObject({ code: 'REQ-68' }),
);
