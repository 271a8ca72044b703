import { describe, expect, it } from 'vitest';
import type { SettingView } from '../../../src/desk/contract.ts';
import { answerInWords, answerToSend } from './answer-in-words.ts';

const SAID = { term: '', basis: '', note: '' };
const choice: SettingView = {
  ...SAID,
  ...{ name: 'extensions', value: 'once', usual: 'once', range: null },
  choices: [
    { name: 'once', term: '每次起算只延一次' },
    { name: 'several', term: '可以分几次' },
  ],
};
const days: SettingView = {
  ...SAID,
  ...{ name: 'correctionWorkdays', value: 10, usual: 10, choices: [], range: { from: 1, to: 60, unit: '个工作日' } },
};
const months: SettingView = {
  ...{ ...days, name: 'refusalReviewMonths', value: 12, usual: 12 },
  range: { from: 1, to: 60, unit: '个月' },
};

describe('the answer to a setting', () => {
  it('is read in words', () => {
    expect(answerInWords(choice, 'several')).toBe('可以分几次');
    expect(answerInWords(days, 15)).toBe('15 个工作日');
    expect(answerInWords(months, 12)).toBe('12 个月');
  });

  it.each([
    ['1', 1],
    ['60', 60],
    ['0', null],
    ['61', null],
    ['', null],
  ])('of workdays typed as “%s” is sent as %s', (typed, sent) => {
    expect(answerToSend(days, typed)).toBe(sent);
  });

  it('that is a choice goes by its name', () => {
    expect(answerToSend(choice, 'several')).toBe('several');
  });
});
