/** 原文在哪里: which lines of the source show an undecided cell; where none names its row, all lines of its table do. */
import type { SourceLine } from '../read/source-lines.ts';

const TABLE2_WORDS: Readonly<Record<string, string>> = {
  regulations: '规章',
  normativeDocuments: '规范性文件',
  licensing: '行政许可',
  punishment: '行政处罚',
  coercion: '行政强制',
  feesWan: '收费',
};

export function linesOf(pointer: string, source: readonly SourceLine[]): SourceLine[] {
  const [, table, first = '', second = ''] = pointer.split('/');
  const own = source.filter((line) => line.table === table);
  const named = own.filter(({ rows, text }) => {
    if (table === 'table3') return rows.includes(second);
    return table === 'table2' && text.includes(TABLE2_WORDS[first] ?? first);
  });
  return named.length > 0 ? named : own;
}
