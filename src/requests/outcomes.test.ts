import { expect, it } from 'vitest';
import { civil } from '../statute/civil-date.ts';
import { isOpen, OUTCOME_NAMES, outcomeOf } from './outcomes.ts';

/** Every leaf of 三、本年度办理结果 in the form of 2021; the form itself stands in a room further right. */
const ROWS = [
  ...['3.1', '3.2'],
  ...[1, 2, 3, 4, 5, 6, 7, 8].map((n) => `3.3.${n}`),
  ...[1, 2, 3].map((n) => `3.4.${n}`),
  ...[1, 2, 3, 4, 5].map((n) => `3.5.${n}`),
  ...[1, 2, 3].map((n) => `3.6.${n}`),
];

it('REQ-22 every row of the report has an outcome and every outcome a row', () =>
  expect(new Set(OUTCOME_NAMES.map((name) => outcomeOf(name).reportRow))).toEqual(new Set(ROWS)));

it('REQ-38 exactly the refusals of Articles 14 to 16 send the applicant to reconsideration first', () =>
  expect(
    OUTCOME_NAMES.filter((name) => outcomeOf(name).remedy === 'reconsiderFirst').map(
      (name) => outcomeOf(name).reportRow,
    ),
  ).toEqual(['3.3.1', '3.3.2', '3.3.3', '3.3.4', '3.3.5', '3.3.6', '3.3.7']));

it('REQ-38 a partial grant points to both ways, each for its part', () =>
  expect(OUTCOME_NAMES.filter((name) => outcomeOf(name).remedy === 'mixed')).toEqual(['partlyGranted']));

it('REQ-22 an outcome is open from the day it came into force, in its own way', () => {
  expect(isOpen('granted', 'reply', civil('2019-05-15'))).toBe(true);
  expect(isOpen('granted', 'reply', civil('2019-05-14'))).toBe(false);
  expect(isOpen('feeUnpaid', 'abandonUnpaid', civil('2020-12-31'))).toBe(false);
  expect(isOpen('granted', 'withdraw', civil('2026-01-05'))).toBe(false);
});
