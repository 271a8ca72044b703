import { describe, expect, test } from 'vitest';
import type { OutcomeName } from './outcomes.ts';
import { mainOutcome, partNumber, partsOf } from './reply-parts.ts';

const main = (...names: OutcomeName[]) => mainOutcome(names.map((outcome) => ({ outcome })));

describe('REQ-70 主处理结果', () => {
  test.each<[OutcomeName[], OutcomeName, string]>([
    [['granted', 'partlyGranted', 'notHeld', 'notHeld'], 'partlyGranted', '部分公开'],
    [['granted', 'stateSecret'], 'partlyGranted', '部分公开'],
    [['alreadyPublic', 'processInformation', 'notHeld', 'notHeld', 'notHeld'], 'partlyGranted', '部分公开'],
    [['notHeld', 'stateSecret', 'stateSecret'], 'stateSecret', '项数最多'],
    [['granted', 'notHeld', 'notHeld'], 'notHeld', '项数最多'],
    [['notHeld', 'granted'], 'granted', '排在最前'],
    [['advice', 'complaint', 'repeated'], 'complaint', '排在最前'],
    // 行政查询事项 is no refusal under Articles 14 to 16, though it stands under 不予公开.
    [['granted', 'administrativeQuery'], 'granted', '排在最前'],
    [['stillUnclear'], 'stillUnclear', '项数最多'],
  ])('REQ-70 %j counts as %s', (names, outcome, says) => {
    expect(main(...names)).toEqual({ outcome, says: expect.stringContaining(says) });
  });
});

test('REQ-69 a draft that answers the application as one is one part', () => {
  const whole = { outcome: 'notHeld', grounds: { searchRecord: '查过' } } as const;
  expect(partsOf(whole)).toEqual([{ what: '', ...whole }]);
  const parts = [{ what: '甲', ...whole }];
  expect(partsOf({ ...whole, parts })).toBe(parts);
});

test('REQ-69 parts are numbered as official letters number them', () => {
  expect([0, 9, 10, 18, 19].map(partNumber)).toEqual(['（一）', '（十）', '（十一）', '（十九）', '（二十）']);
});
