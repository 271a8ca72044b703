import { expect, it } from 'vitest';
import { act, DRAFT, passed, received, SIGNATORY, signed, tryAct } from '../../../test/support/request-play.ts';
import { officerOf } from '../../../test/support/scene.ts';

const BOTH = officerOf('county', 'handler', 'signatory');

it('REQ-25 another than the drafter signs, and the reply gets its number', () =>
  expect(signed(received('2026-03-02'), '2026-03-10')).toMatchObject({
    request: { state: 'signed' },
    facts: [
      {},
      { type: 'drafted' },
      { type: 'checked' },
      { type: 'checked' },
      { type: 'signed', replyNumber: '示政公开答〔2026〕1号' },
    ],
  }));

it('REQ-25 four eyes: who drafted does not sign, whatever roles he holds', () => {
  const drafted = act(received('2026-03-02'), '2026-03-10', 'draftReply', DRAFT, { as: BOTH });
  expect(tryAct(passed(drafted, '2026-03-10'), '2026-03-10', 'sign', {}, { as: BOTH })).toMatchObject({
    code: 'REQ-25',
  });
});

it('REQ-25 four eyes look at the latest draft', () => {
  const drafted = act(received('2026-03-02'), '2026-03-10', 'draftReply', DRAFT);
  const rewritten = act(drafted, '2026-03-11', 'draftReply', DRAFT, { as: BOTH });
  expect(tryAct(passed(rewritten, '2026-03-11'), '2026-03-11', 'sign', {}, { as: BOTH })).toMatchObject({
    code: 'REQ-25',
  });
});

it('REQ-25 not before it was drafted', () => {
  const drafted = act(received('2026-03-02'), '2026-03-10', 'draftReply', DRAFT);
  expect(
    tryAct(passed(drafted, '2026-03-10'), '2026-03-09', 'sign', {}, { as: SIGNATORY, today: '2026-03-10' }),
  ).toMatchObject({
    code: 'REQ-25',
  });
});

it('REQ-35 signed again after a correction it keeps its number', () => {
  const file = passed(
    act(signed(received('2026-03-02'), '2026-03-10'), '2026-03-11', 'draftReply', DRAFT),
    '2026-03-11',
  );
  const again = act(
    { ...file, facts: file.facts.map((f) => (f.type === 'signed' ? { ...f, replyNumber: '7号' } : f)) },
    '2026-03-11',
    'sign',
    {},
    { as: SIGNATORY },
  );
  expect(again.facts.at(-1)).toMatchObject({ type: 'signed', replyNumber: '7号' });
});
