import { expect, it } from 'vitest';
import { civil } from '../../statute/civil-date.ts';
import type { Withdrawal } from '../withdrawal.ts';
import { refuseReviewedBefore } from './after-withdrawal.ts';
import type { EditionMark } from './edition-mark.ts';

const at = (time: string) => `2026-03-04T${time}:00.000Z`;
const passed = (time: string, edition = 'h'): EditionMark => ({
  ...{ type: 'passed', step: 'examine1', edition, said: '同意', n: 1, by: 'yishen', at: at(time) },
});
const withdrawal: Withdrawal = {
  ...{ reason: 'error', explanation: '有误', at: at('02:00'), on: civil('2026-03-04'), mergedInto: null },
};

it.each([
  ['approved before it was taken back', withdrawal, [passed('01:00')], 'PUB-100'],
  ['and looked at again', withdrawal, [passed('01:00'), passed('03:00')], undefined],
  ['another text was approved then', withdrawal, [passed('01:00', 'other')], undefined],
  ['never taken back', null, [passed('01:00')], undefined],
])('PUB-100 what was approved before a withdrawal brings no page back: %s', (_, taken, marks, code) =>
  expect(refuseReviewedBefore({ withdrawal: taken, marks }, { hash: 'h' })?.code).toBe(code),
);
