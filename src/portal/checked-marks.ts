/** 表格上的标记: which cells of the official tables a finding speaks of, and which nobody could settle. */
import type { Finding } from '../annual-report/check/finding.ts';
import { table2, table3, table4 } from '../annual-report/render/official-tables.ts';
import type { Report } from '../annual-report/report.ts';
import type { PaperTable } from '../statute/paper.ts';
import type { CellMark } from './components/official-table.tsx';

export interface NamedTable {
  readonly name: string;
  readonly table: PaperTable;
}

export function tablesOf(report: Report): NamedTable[] {
  const second = table2(report);
  return [
    ...(second ? [{ name: '表二', table: second }] : []),
    { name: '表三', table: table3(report) },
    { name: '表四', table: table4(report) },
  ];
}

/** Marks by the pointer of the cell. A hint marks nothing: it is a question, not a fault. */
export function marksOf(report: Report, findings: readonly Finding[]): ReadonlyMap<string, CellMark> {
  const cells = tablesOf(report).flatMap(({ table: { rows } }) => rows.flat().flatMap(({ figure }) => figure ?? []));
  const marks = new Map<string, CellMark>();
  for (const { code, where, severity } of findings) {
    if (severity === 'hint') continue;
    for (const cell of cells)
      if (cellsMeant(code, where).some((meant) => isWithin(cell, meant))) marks.set(cell, 'faulty');
  }
  for (const where of report.undecided)
    for (const cell of cells) if (isWithin(cell, where)) marks.set(cell, 'undecided');
  return marks;
}

/** A finding about a column names it as a whole; what disagrees are its totals. */
const COLUMN_ROWS: Readonly<Record<string, readonly string[]>> = { T3_COL: ['3.7'], T3_BAL: ['1', '2', '3.7', '4'] };

function cellsMeant(code: string, where: string): string[] {
  const column = /^\/table3\/columns\/(\d)$/.exec(where)?.[1];
  if (column === undefined) return [where];
  return (COLUMN_ROWS[code] ?? []).map((row) => `/table3/rows/${row}/${column}`);
}

function isWithin(cell: string, pointer: string): boolean {
  return cell === pointer || cell.startsWith(`${pointer}/`);
}
