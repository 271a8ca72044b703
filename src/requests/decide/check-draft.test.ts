import { expect, it } from 'vitest';
import {
  act,
  DRAFT,
  HANDLER,
  HEAD,
  LEGAL,
  passed,
  received,
  SECRECY,
  SIGNATORY,
  tryAct,
} from '../../../test/support/request-play.ts';
import type { officerOf } from '../../../test/support/scene.ts';
import type { Actor } from '../../people/actor.ts';
import { permitAct } from '../permissions.ts';

const ON = '2026-03-10';
const OK = { why: '' };
const drafted = act(received('2026-03-02'), ON, 'draftReply', DRAFT);
const legal = act(drafted, ON, 'legalCheck', OK, { as: LEGAL });
const withRoles = (actor: Actor, ...roles: Parameters<typeof officerOf>[1][]) => ({
  ...(actor as Extract<Actor, { kind: 'officer' }>),
  reach: Object.fromEntries(roles.map((role) => [role, ['county']])),
});

it('REV-4 a draft passes the legal check, then the secrecy review, and only then may be signed', () => {
  expect(drafted.request.state).toBe('drafted');
  expect(tryAct(drafted, ON, 'secrecyCheck', OK, { as: SECRECY })).toMatchObject({ code: 'REV-1' });
  expect(tryAct(drafted, ON, 'sign', {}, { as: SIGNATORY })).toMatchObject({ code: 'WRONG_STATE' });
  expect(legal.request.state).toBe('drafted');
  expect(tryAct(legal, ON, 'sign', {}, { as: SIGNATORY })).toMatchObject({ code: 'WRONG_STATE' });
  expect(act(legal, ON, 'secrecyCheck', OK, { as: SECRECY }).request.state).toBe('reviewed');
  expect(act(passed(drafted, ON), ON, 'sign', {}, { as: SIGNATORY }).request.state).toBe('signed');
});

it('REV-2 drafter approves his own: refused at every step, whatever roles he holds', () => {
  const one = withRoles(HANDLER, 'handler', 'legal', 'secrecyReviewer', 'signatory', 'officeHead');
  expect(tryAct(drafted, ON, 'legalCheck', OK, { as: one })).toMatchObject({ code: 'REV-2' });
  expect(tryAct(legal, ON, 'secrecyCheck', OK, { as: one })).toMatchObject({ code: 'REV-2' });
  expect(tryAct(drafted, ON, 'skipReview', { why: '急' }, { as: one })).toMatchObject({ code: 'REV-5' });
  expect(tryAct(passed(drafted, ON), ON, 'sign', {}, { as: one })).toMatchObject({ code: 'REQ-25' });
});

it('REV-2 nobody takes two steps that follow one another', () => {
  const both = withRoles(LEGAL, 'legal', 'secrecyReviewer', 'signatory');
  expect(tryAct(legal, ON, 'secrecyCheck', OK, { as: both })).toMatchObject({ code: 'REV-2' });
  const secrecy = withRoles(SECRECY, 'secrecyReviewer', 'signatory');
  expect(tryAct(passed(drafted, ON), ON, 'sign', {}, { as: secrecy })).toMatchObject({ code: 'REV-2' });
});

it('REV-3 a text written anew begins the chain anew', () => {
  const rewritten = act(passed(drafted, ON), '2026-03-11', 'draftReply', { ...DRAFT, text: '另一稿' });
  expect(rewritten.request.state).toBe('drafted');
  expect(tryAct(rewritten, '2026-03-11', 'secrecyCheck', OK, { as: SECRECY })).toMatchObject({ code: 'REV-1' });
  expect(act(passed(rewritten, '2026-03-11'), '2026-03-11', 'sign', {}, { as: SIGNATORY }).request.state).toBe(
    'signed',
  );
});

it('REV-5 the head of the office leaves the checks out for a reason that stays in the file; nobody else does', () => {
  expect(tryAct(drafted, ON, 'skipReview', { why: ' ' }, { as: HEAD })).toMatchObject({ code: 'REV-5' });
  const skipped = act(drafted, ON, 'skipReview', { why: '明天到期，审核人员出差' }, { as: HEAD });
  expect(skipped).toMatchObject({ request: { state: 'reviewed' } });
  expect(skipped.facts.at(-1)).toMatchObject({ type: 'reviewSkipped', why: '明天到期，审核人员出差' });
  expect(act(skipped, ON, 'sign', {}, { as: SIGNATORY }).request.state).toBe('signed');
  for (const other of [HANDLER, LEGAL, SECRECY, SIGNATORY])
    expect(permitAct(other, 'skipReview', drafted).allowed).toBe(false);
});

it('REV-4 two permissions on one bit: a right for one step is none for another', () => {
  const rights = [
    ['legalCheck', LEGAL],
    ['secrecyCheck', SECRECY],
    ['sign', SIGNATORY],
  ] as const;
  for (const [verb, holder] of rights)
    for (const [, other] of rights.filter(([, one]) => one !== holder))
      expect(permitAct(other, verb, drafted)).toMatchObject({ refusal: { code: 'NOT_YOUR_ROLE' } });
});

it('REV-4 not before it was drafted', () =>
  expect(tryAct(drafted, '2026-03-09', 'legalCheck', OK, { as: LEGAL, today: ON })).toMatchObject({ code: 'REV-4' }));
