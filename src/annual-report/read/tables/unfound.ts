/**
 * 没有找到的格 [ANR-61]: a table that stands inside a paragraph, a table that is a picture, a row whose label nobody knows. Its cells are not absent: they
 * are printed, or would be, and cannot be told. Only what is blank in its own place is blank.
 */
import { APPLICANT_COLUMNS, LITIGATION_COLUMNS, LITIGATION_GROUPS, type ReportFormat } from '../../form.ts';
import type { Report } from '../../report.ts';
import type { Part } from '../headings.ts';
import type { Regions, TableName } from '../regions.ts';
import { type Piece, textOf } from '../source/piece.ts';
import { fold } from './fold.ts';
import { labelsIn } from './labels.ts';
import { tokensOf } from './tokens.ts';

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

/** So many rows of Table 3 no sentence names: the table is told in words. */
const ROWS_TOLD = 10;
const CELLS_OF_TABLE4 = LITIGATION_GROUPS.length * LITIGATION_COLUMNS.length;

/** Tables without their head: told in words, or as bare figures. */
const TOLD: Readonly<Record<TableName, (prose: readonly Piece[]) => boolean>> = {
  table2: () => false,
  table3: (prose) => {
    const rows = prose.map(textOf).filter((text) => /\d/.test(text));
    return new Set(rows.flatMap((text) => labelsIn(text).map(({ code }) => code))).size >= ROWS_TOLD;
  },
  table4: (prose) =>
    prose.some((piece) => {
      const tokens = tokensOf(textOf(piece));
      return tokens.length === CELLS_OF_TABLE4 && tokens.every(({ kind }) => kind !== 'words');
    }),
};

/** What was found of a report. */
interface Found {
  readonly regions: Regions;
  /** Whose heading was met. */
  readonly parts: readonly Part[];
  readonly tables: Pick<Report, 'table2' | 'table3' | 'table4'>;
  /** Whether the source has pages that are pictures. */
  readonly pictured: boolean;
}

/** Pointers to the cells of tables that are in the source, but not apart from its prose or from another table, or that stand under their heading as no text. */
export function unfoundCells({ regions, parts, tables, pictured }: Found, format: ReportFormat): string[] {
  const all = squeezed([...regions.prose, ...regions.table2, ...regions.table3, ...regions.table4]);
  const isInProse = (table: TableName) =>
    regions[table].length === 0 && (pictured || HEADS[table].test(all) || TOLD[table](regions.prose));
  const isPictured = (table: TableName) => parts.includes(table) && !HEADS[table].test(all) && isEmpty(tables[table]);
  const whole = (['table2', 'table3', 'table4'] as const)
    .filter((table) => isInProse(table) || isPictured(table))
    .filter((table) => table !== 'table2' || format.name === '2021');
  const apart = whole.includes('table3') ? [] : unfoundRows(tables.table3.rows, format);
  return [...whole.flatMap((table) => CELLS[table](format)), ...apart];
}

function isEmpty(table: object | null): boolean {
  return table === null || !/:\s*\d|[[,]\d/.test(JSON.stringify(table));
}

/** Cells of the rows of the form that were not met among those that were; （六） may be one row. */
export function unfoundRows(rows: Report['table3']['rows'], format: ReportFormat): string[] {
  if (!Object.values(rows).some(Boolean)) return [];
  return format.rows
    .filter(({ code }) => !rows[code] && !(code.startsWith('3.6.') && rows['3.6']))
    .flatMap(({ code }) => APPLICANT_COLUMNS.map((_, i) => `/table3/rows/${code}/${i}`));
}

function squeezed(pieces: readonly Piece[]): string {
  return fold(pieces.map(textOf).join('')).replace(/[\s|]/g, '');
}
