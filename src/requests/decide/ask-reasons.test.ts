import { expect, it } from 'vitest';
import { act, received, tryAct } from '../../../test/support/request-play.ts';

it('REQ-16 reasons are asked once, with the facts', () => {
  expect(tryAct(received('2026-03-02'), '2026-03-05', 'askReasons', { why: '' })).toMatchObject({ code: 'REQ-16' });
  const asked = act(received('2026-03-02'), '2026-03-05', 'askReasons', { why: '一个月内提出三十件' });
  expect(asked.request.state).toBe('reasonPending');
});

it('REQ-16 a second time is refused', () => {
  const asked = act(received('2026-03-02'), '2026-03-05', 'askReasons', { why: '一个月内提出三十件' });
  const out = act(asked, '2026-03-06', 'consultAgency', { name: '某局', about: '批准文件' });
  const back = act(out, '2026-03-09', 'withdrawConsultation', { consultation: 3, why: '已经电话说明' });
  expect(tryAct(back, '2026-03-10', 'askReasons', { why: '再次' })).toMatchObject({ code: 'REQ-16' });
});
