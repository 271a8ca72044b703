import { expect, it } from 'vitest';
import { civil } from '../statute/civil-date.ts';
import { isOpen, OUTCOME_NAMES, type OutcomeName, outcomeOf } from './outcomes.ts';
import type { RemedyPath } from './remedy-paths.ts';

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

/** The tree of decision as the law has it: outcome, article, row of 表三, what the reader is told, what must be there before. */
const TREE: [OutcomeName, string, string, RemedyPath, string][] = [
  ['alreadyPublic', '第三十六条第（一）项', '3.1', 'either', 'whereToFind'],
  ['granted', '第三十六条第（二）项', '3.1', 'either', 'provision'],
  ['partlyGranted', '第三十七条', '3.2', 'mixed', 'provision withheld'],
  ['stateSecret', '第十四条', '3.3.1', 'reconsiderFirst', 'classification'],
  ['prohibitedByLaw', '第十四条', '3.3.2', 'reconsiderFirst', 'prohibition'],
  ['endangersSecurity', '第十四条', '3.3.3', 'reconsiderFirst', 'harm'],
  ['thirdPartyRights', '第十五条', '3.3.4', 'reconsiderFirst', 'reason thirdPartyConsulted'],
  ['internalAffairs', '第十六条第一款', '3.3.5', 'reconsiderFirst', 'reason'],
  ['processInformation', '第十六条第二款', '3.3.6', 'reconsiderFirst', 'reason'],
  ['enforcementFile', '第十六条第二款', '3.3.7', 'reconsiderFirst', 'reason'],
  ['administrativeQuery', '第三十六条第（七）项', '3.3.8', 'eitherDoubtful', 'governingLaw'],
  ['notHeld', '第三十六条第（四）项', '3.4.1', 'either', 'searchRecord'],
  ['otherAgency', '第三十六条第（五）项', '3.4.1', 'either', 'responsibleAgency'],
  ['needsProcessing', '第三十八条', '3.4.2', 'eitherDoubtful', 'processing'],
  ['stillUnclear', '第三十条', '3.4.3', 'either', 'reason corrected'],
  ['complaint', '第三十九条第一款', '3.5.1', 'eitherDoubtful', 'otherChannel'],
  ['repeated', '第三十六条第（六）项', '3.5.2', 'eitherDoubtful', 'earlierReplyNumber earlierReplyServedOn'],
  ['publication', '第三十九条第二款', '3.5.3', 'eitherDoubtful', 'whereToFind'],
  ['excessive', '第三十五条', '3.5.4', 'either', 'reason reasonsAsked'],
  ['confirmAgain', '第三十六条第（六）项', '3.5.5', 'eitherDoubtful', 'earlierReplyNumber earlierReplyServedOn'],
  ['notGovernmentInformation', '第二条', '3.6.3', 'either', 'reason'],
  ['advice', '第二条', '3.6.3', 'eitherDoubtful', 'otherChannel'],
  ['uncorrected', '第三十条', '3.6.1', 'either', ''],
  ['feeUnpaid', '第六条', '3.6.2', 'either', ''],
  ['withdrawn', '第五十条', '3.6.3', 'none', ''],
  ['ended', '第五十条', '3.6.3', 'none', ''],
];

it.each(TREE)('REQ-22 REQ-38 %s: %s, row %s, %s, asks %s', (name, article, reportRow, remedy, asked) => {
  const outcome = outcomeOf(name);
  expect(outcome).toMatchObject({ reportRow, remedy });
  expect(outcome.basis).toMatch(new RegExp(`${article}$`));
  expect([...outcome.grounds, ...outcome.records].join(' ')).toBe(asked);
});

it('REQ-22 the tree names every outcome', () => expect(TREE.map(([name]) => name)).toEqual(OUTCOME_NAMES));
