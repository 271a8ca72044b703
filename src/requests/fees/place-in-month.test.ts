import { describe, expect, it } from 'vitest';
import { act, nthOfMonth, received, tryAct } from '../../../test/support/request-play.ts';
import { type CivilDate, civil } from '../../statute/civil-date.ts';
import { isRefusal } from '../../statute/refusal.ts';
import type { RequestFile } from '../info-request.ts';
import { placeInMonth } from './place-in-month.ts';

const one = (n: number, on: string, file: RequestFile = received(on)): RequestFile => ({
  ...file,
  request: { ...file.request, id: `r${n}`, number: `示政公开申〔2025〕${n}号` },
});
const place = (n: number, all: readonly RequestFile[]) => placeInMonth(`r${n}`, all);

describe('当月第几件', () => {
  it('FEE-5 by the day of receipt, of one day by the registration number read as a number', () => {
    const all = [one(10, '2025-09-08'), one(9, '2025-09-08'), one(30, '2025-09-01')];
    expect(place(10, all)).toMatchObject({ place: 3, before: [{ id: 'r30' }, { id: 'r9' }], after: [] });
    expect(place(9, all)).toMatchObject({ place: 2, after: [{ id: 'r10' }] });
  });

  it('FEE-5 later applications change no place, and an end of whatever kind counts', () => {
    const first = one(1, '2025-09-01', act(received('2025-09-01'), '2025-09-02', 'addNote', { text: '备注' }));
    expect(place(1, [first])!.place).toBe(1);
    expect(place(1, [first, one(2, '2025-09-02')])!.place).toBe(1);
  });

  it('FEE-5 withdrawn before a notice it is not counted, and is told as left out; withdrawn after one it is', () => {
    const gone = act(received('2025-09-01'), '2025-09-03', 'withdraw', { outcome: 'withdrawn', why: '不再需要' });
    expect(place(2, [one(1, '2025-09-01', gone), one(2, '2025-09-08')])).toMatchObject({
      place: 1,
      leftOut: [{ id: 'r1' }],
    });
    const noticed = act(received('2025-09-01'), '2025-09-02', 'noticeFee', {
      tariff: 'pages',
      pages: 100,
      why: '量大',
    });
    const later = act(noticed, '2025-09-03', 'withdraw', { outcome: 'withdrawn', why: '不再需要' });
    expect(place(2, [one(1, '2025-09-01', later), one(2, '2025-09-08')])!.place).toBe(2);
  });

  it('FEE-5 what nobody has confirmed is not counted', () => {
    const unconfirmed = one(1, '2025-09-01');
    const waiting = { ...unconfirmed, request: { ...unconfirmed.request, receivedOn: null } };
    expect(place(2, [waiting, one(2, '2025-09-08')])).toMatchObject({ place: 1, leftOut: [] });
    expect(place(1, [waiting])).toBeNull();
  });

  it('FEE-5 paid by its pages it takes a place; FEE-7 split for its fee it takes as many as it has parts', () => {
    const split = tryAct(
      received('2025-09-01'),
      '2025-09-02',
      'noticeFee',
      { tariff: 'items', split: '甲\n乙\n丙', why: '量大' },
      { counted: nthOfMonth(12) },
    );
    if (isRefusal(split)) throw new Error(split.says);
    expect(place(2, [one(1, '2025-09-01', split), one(2, '2025-09-08')])).toMatchObject({
      place: 4,
      before: [{ id: 'r1', units: 3, receivedOn: civil('2025-09-01') satisfies CivilDate }],
    });
    const back = act(split, '2025-09-03', 'withdrawFeeNotice', { why: '拆分有误' });
    expect(place(2, [one(1, '2025-09-01', back), one(2, '2025-09-08')])!.place).toBe(2);
  });
});
