import { expect, it } from 'vitest';
import { act, lastNumber, received, tryAct } from '../../../test/support/request-play.ts';

const WITHDRAW = { consultation: 2, why: '该局来电称没有意见' };
const out = act(received('2026-04-07'), '2026-04-13', 'consultAgency', { name: '某局', about: '批准文件' });

it('REQ-13 the wait for another agency can be ended', () =>
  expect(act(out, '2026-05-20', 'withdrawConsultation', WITHDRAW).request.state).toBe('inProcess'));

it('REQ-13 the third party must be heard', () => {
  const third = act(received('2026-04-07'), '2026-04-13', 'consultThirdParty', { name: '某公司', about: '施工图' });
  expect(tryAct(third, '2026-05-20', 'withdrawConsultation', WITHDRAW)).toMatchObject({ code: 'REQ-13' });
  const both = act(third, '2026-04-14', 'consultAgency', { name: '某局', about: '施工图' });
  expect(tryAct(both, '2026-05-20', 'withdrawConsultation', WITHDRAW)).toMatchObject({
    code: 'REQ-13',
    basis: '《条例》第三十二条',
  });
  expect(lastNumber(act(both, '2026-05-20', 'withdrawConsultation', { ...WITHDRAW, consultation: 3 }))).toBe(4);
});

it('REQ-13 once, not before it went out, and with a reason', () => {
  const two = act(out, '2026-04-14', 'consultAgency', { name: '另一局', about: '批准文件' });
  const withdrawn = act(two, '2026-05-20', 'withdrawConsultation', WITHDRAW);
  expect(tryAct(withdrawn, '2026-05-21', 'withdrawConsultation', WITHDRAW)).toMatchObject({ code: 'REQ-13' });
  expect(tryAct(out, '2026-04-12', 'withdrawConsultation', WITHDRAW, { today: '2026-05-20' })).toMatchObject({
    code: 'REQ-13',
  });
  expect(tryAct(out, '2026-05-20', 'withdrawConsultation', { consultation: 2, why: '' })).toMatchObject({
    code: 'REQ-13',
  });
});
