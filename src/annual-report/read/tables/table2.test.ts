import { describe, expect, it } from 'vitest';
import type { Piece } from '../source/piece.ts';
import { readTable2 } from './table2.ts';

const HEAD = ['第二十条第（一）项', '信息内容 本年制发件数 本年废止件数 现行有效件数'];
const read = (...lines: string[]) =>
  readTable2([...HEAD, ...lines].map((text): Piece => ({ kind: 'line', text, whole: true })));

describe('ANR-22 figures of 表二, which no sum confirms, are never cut by guess', () => {
  it('3 104 is two figures beside a blank, and nobody knows where', () => {
    const { table, undecided } = read('规章 0 0 0', '行政规范性文件 3 104');
    expect(table.normativeDocuments).toEqual({ made: null, repealed: null, valid: null });
    expect(undecided).toHaveLength(3);
  });

  it('104 alone is three figures only where another row shows that zeros are printed and glued', () => {
    expect(read('规章 104', '行政规范性文件 212').undecided).toHaveLength(6);
    const { table, undecided } = read('规章 000', '行政规范性文件 104');
    expect(table.normativeDocuments).toEqual({ made: 1, repealed: 0, valid: 4 });
    expect(undecided).toEqual([]);
  });

  it('labels of all blocks before the figures leave every cell open', () => {
    const { undecided } = read(
      '规章',
      '行政规范性文件',
      '第二十条第（五）项',
      '行政许可',
      '第二十条第（八）项',
      '行政事业性收费',
      ...'0 2 8 0 3 9 37 77'.split(' '),
    );
    expect(undecided).toHaveLength(10);
  });
});
