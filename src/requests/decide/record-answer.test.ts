import { expect, it } from 'vitest';
import { act, dueOn, lastNumber, received, tryAct } from '../../../test/support/request-play.ts';

const out = act(received('2026-03-02'), '2026-03-09', 'consultThirdParty', { name: '某公司', about: '施工图' });
const consultation = lastNumber(out);
const both = act(out, '2026-03-16', 'consultAgency', { name: '某局', about: '施工图' });
const AGREES = { consultation, opinion: 'agrees', why: '' } as const;

it('REQ-11 K13: the answer ends the wait and the clock goes on', () => {
  const told = act(out, '2026-03-11', 'recordReceived', { paper: consultation });
  const file = act(told, '2026-03-20', 'recordThirdPartyAnswer', AGREES);
  expect(file.request.state).toBe('inProcess');
  expect(dueOn(file)).toBe('2026-04-13');
});

it('REQ-11 with another still out the file goes on waiting', () =>
  expect(act(both, '2026-03-20', 'recordThirdPartyAnswer', AGREES).request.state).toBe('consulting'));

it('REQ-11 each answer belongs to the consultation it answers', () => {
  expect(tryAct(both, '2026-03-20', 'recordAgencyAnswer', AGREES)).toMatchObject({ code: 'REQ-11' });
  expect(tryAct(out, '2026-03-20', 'recordCoProducerAnswer', AGREES)).toMatchObject({ code: 'REQ-11' });
  const answered = act(both, '2026-03-20', 'recordThirdPartyAnswer', AGREES);
  expect(tryAct(answered, '2026-03-23', 'recordThirdPartyAnswer', AGREES)).toMatchObject({ code: 'REQ-11' });
});

it('REQ-11 no answer comes before the question', () =>
  expect(tryAct(out, '2026-03-06', 'recordThirdPartyAnswer', AGREES, { today: '2026-03-10' })).toMatchObject({
    code: 'REQ-11',
  }));

it('REQ-11 who disagrees gives a reason', () =>
  expect(
    tryAct(out, '2026-03-20', 'recordThirdPartyAnswer', { consultation, opinion: 'disagrees', why: ' ' }),
  ).toMatchObject({ code: 'REQ-11', basis: '《条例》第三十二条' }));
