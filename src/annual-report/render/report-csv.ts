/**
 * 年度报告 as CSV [ANR-34]: a line a figure, with its pointer, the labels of its row and its column; blank where the report is blank. Whose
 * report it is stands before, its prose after. `read/own/report-csv.ts` reads it back.
 */
import type { PaperTable } from '../../statute/paper.ts';
import { APPLICANT_COLUMNS, formatNamed, LITIGATION_COLUMNS, LITIGATION_GROUPS } from '../form.ts';
import { type Figure, isUndecided, type Report, UNSETTLED } from '../report.ts';
import { printed, table2 } from './official-tables.ts';
import { withoutMissingRows } from './report-paper.ts';

export const CSV_HEAD = ['表', '位置', '行', '列', '数'] as const;

export function reportCsv(report: Report): string {
  const { unit, year, table3, table4, format, narrative, undecided, misprints } = withoutMissingRows(report);
  const layout = formatNamed(table3.rows['3.6'] ? '2019-trial' : format).rows;
  const told = (figure: Figure, pointer: string) =>
    figure === null && isUndecided(pointer, undecided) ? UNSETTLED : (misprints?.[pointer] ?? printed(figure));
  const lines: (readonly string[])[] = [
    CSV_HEAD,
    ['报告', '/unit', '机关', '', unit ?? ''],
    ['报告', '/year', '年度', '', year === null ? '' : String(year)],
    ['报告', '/format', '格式', '', format],
    ...table2Lines(table2(report)).map((line) => (line[4] === '' ? line.with(4, told(null, line[1]!)) : line)),
    ...layout
      .filter(({ code }) => code in table3.rows)
      .flatMap(({ code, label, within }) =>
        APPLICANT_COLUMNS.map((column, i) => {
          const pointer = `/table3/rows/${code}/${i}`;
          return ['表三', pointer, [...within, label].join(' '), column, told(table3.rows[code]?.[i] ?? null, pointer)];
        }),
      ),
    ...LITIGATION_GROUPS.flatMap(({ key, label, within }) =>
      LITIGATION_COLUMNS.map((column, i) => {
        const pointer = `/table4/${key}/${i}`;
        return ['表四', pointer, [...within, label].join(' '), column, told(table4[key][i] ?? null, pointer)];
      }),
    ),
    ...narrative.map(({ heading, text }, i) => ['正文', `/narrative/${i}`, heading, '', text]),
  ];
  // The mark tells Excel that the file is UTF-8.
  return `\uFEFF${lines.map((line) => line.map(quoted).join(',')).join('\r\n')}\r\n`;
}

/** Each figure with the head of its column: the last row of heads above it. */
function table2Lines(table: PaperTable | undefined): string[][] {
  let heads: string[] = [];
  return (table?.rows ?? []).flatMap((row) => {
    if (row[0]?.head === 'column') heads = row.map(({ text }) => text);
    return row.flatMap(({ figure, text }, i) =>
      figure === undefined ? [] : [['表二', figure, row[0]!.text, heads[i] ?? '', text]],
    );
  });
}

/** What a sheet would take for a formula is preceded by an apostrophe, which reading takes off again. */
function quoted(cell: string): string {
  const safe = /^['=+@\t\r]|^-(?!\d+(?:\.\d+)?$)/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}
