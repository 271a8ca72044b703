/**
 * 没有分出来的表: where a converter leaves no lines, a table may stand inside a paragraph, and some files hold it as a picture. Its cells are then not
 * absent: they are printed, and cannot be told.
 */
import { APPLICANT_COLUMNS, LITIGATION_COLUMNS, LITIGATION_GROUPS, type ReportFormat } from '../../form.ts';
import type { Regions, TableName } from '../regions.ts';
import { type Piece, textOf } from '../source/piece.ts';
import { fold } from './fold.ts';

/** Words that stand together only in the head of a table. */
const HEADS: Readonly<Record<TableName, RegExp>> = {
  table2: /本年制发件数本年废止件数现行有效件数/,
  table3: /本列数据的勾稽关系/,
  table4: /结果维持结果纠正其他结果尚未审结|结果结果其他尚未/,
};

const CELLS: Readonly<Record<TableName, (format: ReportFormat) => readonly string[]>> = {
  table2: () => [
    ...['regulations', 'normativeDocuments'].flatMap((row) =>
      ['made', 'repealed', 'valid'].map((cell) => `/table2/${row}/${cell}`),
    ),
    ...['licensing', 'punishment', 'coercion', 'feesWan'].map((cell) => `/table2/${cell}`),
  ],
  table3: ({ rows }) => rows.flatMap(({ code }) => APPLICANT_COLUMNS.map((_, i) => `/table3/rows/${code}/${i}`)),
  table4: () => LITIGATION_GROUPS.flatMap(({ key }) => LITIGATION_COLUMNS.map((_, i) => `/table4/${key}/${i}`)),
};

/** Pointers to the cells of tables that are in the source, but not apart from its prose or from another table, or may be a picture of it. */
export function unfoundCells(regions: Regions, format: ReportFormat, pictured: boolean): string[] {
  const all = squeezed([...regions.prose, ...regions.table2, ...regions.table3, ...regions.table4]);
  return (['table2', 'table3', 'table4'] as const)
    .filter((table) => regions[table].length === 0 && (pictured || HEADS[table].test(all)))
    .filter((table) => table !== 'table2' || format.name === '2021')
    .flatMap((table) => CELLS[table](format));
}

function squeezed(pieces: readonly Piece[]): string {
  return fold(pieces.map(textOf).join('')).replace(/[\s|]/g, '');
}
