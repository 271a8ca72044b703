import { expect, it } from 'vitest';
import { act, DRAFT, dueOn, lastNumber, received, signed, tryAct } from '../../../test/support/request-play.ts';
import { particularsOf } from '../particulars.ts';

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

/** Received on 03-11: the fifteenth workday is 2026-04-01. */
const silent = act(act(out, '2026-03-11', 'recordReceived', { paper: consultation }), '2026-04-02', 'confirmSilence', {
  consultation,
});
const LATE = { today: '2026-04-08' };

it('REQ-95 an opinion of the last day, written down after its silence was confirmed, takes the ground from the draft', () => {
  const drafted = act(silent, '2026-04-03', 'draftReply', DRAFT);
  const file = act(drafted, '2026-04-01', 'recordThirdPartyAnswer', AGREES, LATE);
  expect(file.request.state).toBe('inProcess');
  expect(particularsOf(file.facts[3]!, file.facts).at(-1)).toEqual({
    term: '后来',
    text: '补记2026-04-01收到的意见，没有逾期，这一后果不再适用',
  });
  expect(particularsOf(file.facts.at(-1)!, file.facts).at(-1)).toEqual({ term: '补记', text: '2026年4月8日登记' });
});

it('REQ-95 an opinion of the day after is kept and changes nothing', () => {
  const drafted = act(silent, '2026-04-03', 'draftReply', DRAFT);
  const file = act(drafted, '2026-04-02', 'recordThirdPartyAnswer', AGREES, LATE);
  expect(file.request.state).toBe('drafted');
  expect(particularsOf(file.facts[3]!, file.facts).at(-1)!.term).toBe('后果');
});

it('REQ-95 what came before the reply went out is written down even afterwards, what came later is not', () => {
  const served = act(signed(silent, '2026-04-03'), '2026-04-03', 'serve', {
    method: 'direct',
    receiver: 'self',
    evidence: '回证',
  });
  expect(act(served, '2026-04-01', 'recordThirdPartyAnswer', AGREES, LATE).request.state).toBe('served');
  expect(tryAct(served, '2026-04-07', 'recordThirdPartyAnswer', AGREES, LATE)).toMatchObject({ code: 'REQ-95' });
});
