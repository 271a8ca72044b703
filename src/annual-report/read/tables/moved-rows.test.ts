import { expect, it } from 'vitest';
import { movedRows } from './moved-rows.ts';

const SOUND = new Map<string, (number | null)[]>([
  ['1', [9, 4, 0, 0, 0, 6, 19]],
  ['2', [0, 0, 0, 0, 0, 0, 0]],
  ['3.1', [4, 3, 0, 0, 0, 1, 8]],
  ['3.2', [5, 1, 0, 0, 0, 5, 11]],
  ['3.7', [9, 4, 0, 0, 0, 6, 19]],
  ['4', [0, 0, 0, 0, 0, 0, 0]],
]);
const withRow = (code: string, row: (number | null)[]) => movedRows(new Map([...SOUND, [code, row]]));

it('ANR-59 a row that lacks a cell ends without a total, and more columns add up with the cell put back', () => {
  expect(withRow('3.2', [1, 0, 0, 0, 5, 11, null])).toEqual(['3.2']);
  expect(withRow('1', [4, 0, 0, 0, 6, 19, null])).toEqual(['1']);
});

it('ANR-59 a total left blank is no missing cell, nor is a report that contradicts itself', () => {
  expect(withRow('3.2', [5, 1, 0, 0, 0, 5, null])).toEqual([]);
  expect(withRow('3.2', [7, 8, 0, 0, 0, 5, 20])).toEqual([]);
  expect(withRow('3.2', [7, 8, 0, 0, 0, 5, null])).toEqual([]);
  expect(withRow('3.2', [1, 0, 0, 0, 5, null, null])).toEqual([]);
});
