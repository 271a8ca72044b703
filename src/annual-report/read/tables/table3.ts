/** 读表三: the rows of Table 3 by code, and the pointers of what is printed but cannot be told. */
import { APPLICANT_COLUMNS, type FormatName, formatNamed } from '../../form.ts';
import type { Figure, Table3, Table3Row } from '../../report.ts';
import type { Piece } from '../source/piece.ts';
import { assignRows, SUBROWS } from './assign-rows.ts';
import { byHead } from './head-columns.ts';
import { type Settled, settle } from './settle.ts';
import { isMisprint, type Misprint, type Notices, noNotices, type Reading, told } from './slot.ts';
import { apartAgain } from './stacked-rows.ts';
import { table3Events } from './table3-groups.ts';
import { turnedBack } from './turned-table.ts';

export interface Read<T> extends Readonly<Notices> {
  readonly table: T;
  /** Digits of rows that could not be told apart, by pointer. */
  readonly glued?: Readonly<Record<string, string>>;
}

export function readTable3(pieces: readonly Piece[], format: FormatName): Read<Table3> {
  const { rows: readings, lost } = assignRows(table3Events(asFormLies(pieces)));
  const settled = withMisprints(settle(readings), readings);
  const notices = noNotices();
  const rows = missingRows(format, settled.has('3.6') || lost.includes('3.6'));
  for (const [code, row] of settled) {
    rows[code] = row.map((cell, i) => told(cell, `/table3/rows/${code}/${i}`, notices));
  }
  // Where no label of （六） is found, its figures may stand in one row or in three.
  const three = lost.includes('3.6') ? SUBROWS.filter((code) => !settled.has(code)) : [];
  for (const code of new Set([...lost, ...three])) {
    rows[code] = Array<Figure>(APPLICANT_COLUMNS.length).fill(null);
    APPLICANT_COLUMNS.forEach((_, i) => void notices.undecided.push(`/table3/rows/${code}/${i}`));
  }
  return { table: { columns: APPLICANT_COLUMNS, rows }, ...notices };
}

/** What is printed wrong takes no part in arithmetic; it is put back where its row stands as printed. */
function withMisprints(
  settled: Settled,
  readings: ReadonlyMap<string, Reading>,
): Map<string, (Figure | undefined | Misprint)[]> {
  return new Map(
    [...settled].map(([code, row]) => {
      const reading = readings.get(code);
      const cells = reading?.kind === 'cells' && row.some((figure) => figure !== undefined) ? reading.cells : [];
      return [code, row.map((figure, i) => (isMisprint(cells[i]) ? cells[i] : figure))];
    }),
  );
}

/** Tables that lie otherwise than the form, as far as their own names say how. */
function asFormLies(pieces: readonly Piece[]): readonly Piece[] {
  return apartAgain(byHead(turnedBack(pieces)));
}

/** Every row as it is before it is found: null. A report of either format may print （六） as one row (`single`) or as three. */
export function missingRows(format: FormatName, single: boolean): Record<string, Table3Row | null> {
  const rows: Record<string, Table3Row | null> = {};
  for (const { code } of formatNamed('2021').rows) {
    if (code === '3.6.1' && (single || format === '2019-trial')) rows['3.6'] = null;
    rows[code] = null;
  }
  return rows;
}
