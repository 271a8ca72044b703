/** 年度报告的数字 as CSV: a line a figure, with its pointer, the labels of its row and its column; blank where the report is blank. */
import type { PaperTable } from '../../statute/paper.ts';
import { APPLICANT_COLUMNS, formatNamed, LITIGATION_COLUMNS, LITIGATION_GROUPS } from '../form.ts';
import type { Report } from '../report.ts';
import { printed, table2 } from './official-tables.ts';

export function reportCsv(report: Report): string {
  const { table3, table4, format } = report;
  const layout = formatNamed(table3.rows['3.6'] ? '2019-trial' : format).rows;
  const lines: string[][] = [
    ['表', '位置', '行', '列', '数'],
    ...table2Lines(table2(report)),
    ...layout.flatMap(({ code, label, within }) =>
      APPLICANT_COLUMNS.map((column, i) => [
        '表三',
        `/table3/rows/${code}/${i}`,
        [...within, label].join(' '),
        column,
        printed(table3.rows[code]?.[i] ?? null),
      ]),
    ),
    ...LITIGATION_GROUPS.flatMap(({ key, label, within }) =>
      LITIGATION_COLUMNS.map((column, i) => [
        '表四',
        `/table4/${key}/${i}`,
        [...within, label].join(' '),
        column,
        printed(table4[key][i] ?? null),
      ]),
    ),
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

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replace(/"/g, '""')}"` : cell;
}
