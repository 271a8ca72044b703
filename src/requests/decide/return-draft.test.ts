import { expect, it } from 'vitest';
import { act, DRAFT, received, SIGNATORY, signed, tryAct } from '../../../test/support/request-play.ts';

const drafted = act(received('2026-03-02'), '2026-03-10', 'draftReply', DRAFT);

it('REQ-24 drafted or signed, it goes back with a reason', () => {
  expect(tryAct(drafted, '2026-03-11', 'returnDraft', { why: '' }, { as: SIGNATORY })).toMatchObject({
    code: 'REQ-24',
  });
  for (const file of [drafted, signed(received('2026-03-02'), '2026-03-10')])
    expect(tryAct(file, '2026-03-11', 'returnDraft', { why: '没有写明提供方式' }, { as: SIGNATORY })).toMatchObject({
      request: { state: 'inProcess' },
    });
});
