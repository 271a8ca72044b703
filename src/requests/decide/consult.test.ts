import { expect, it } from 'vitest';
import { act, received, tryAct } from '../../../test/support/request-play.ts';
import type { FileVerb } from '../commands.ts';

const CONSULT = { name: '某建筑公司', about: '施工图' };
type Consults = Extract<FileVerb, `consult${string}`>;

it.each<[Consults, string]>([
  ['consultThirdParty', 'third-party'],
  ['consultCoProducer', 'co-producer'],
  ['consultAgency', 'agency'],
])('REQ-10 %s goes out and the clock stands still', (verb, whom) =>
  expect(tryAct(received('2026-03-02'), '2026-03-09', verb, CONSULT)).toMatchObject({
    request: { state: 'consulting' },
    facts: [{}, { type: 'consulted', whom, on: '2026-03-09' }],
  }),
);

it('REQ-10 several may be out at once', () => {
  const one = act(received('2026-03-02'), '2026-03-09', 'consultThirdParty', CONSULT);
  expect(act(one, '2026-03-16', 'consultAgency', { name: '某局', about: '施工图' }).facts).toHaveLength(3);
});

it('REQ-10 one paper to one party: sent again, it is the same question', () => {
  const out = act(received('2026-03-02'), '2026-03-09', 'consultThirdParty', CONSULT);
  expect(tryAct(out, '2026-03-12', 'consultThirdParty', { ...CONSULT, name: ' 某建筑公司' })).toMatchObject({
    code: 'REQ-10',
  });
});

it.each([
  { name: '', about: '施工图' },
  { name: '某公司', about: ' ' },
])('REQ-10 whom and about what must be named: %o', (particulars) =>
  expect(tryAct(received('2026-03-02'), '2026-03-09', 'consultThirdParty', particulars)).toMatchObject({
    code: 'REQ-10',
  }),
);
