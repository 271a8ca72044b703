/**
 * 按表头归列 [ANR-62]: where a table has columns the form does not (备注, 上年总计, a hidden one), lacks 总计, or is printed in parts beside each other, its
 * figures are those under the names of the form. The head must stand whole over rows of its width; a column that it does not name is not found.
 */
import { APPLICANT_COLUMNS } from '../../form.ts';
import { UNSETTLED } from '../../report.ts';
import type { Cell, Piece, Row } from '../source/piece.ts';
import { sameColumn } from './column-order.ts';
import { isFigureText, readCell } from './figure-text.ts';
import { type HeadedTable, headedTables } from './headed-table.ts';
import { rowNamed } from './labels.ts';
import { partsOfRow } from './row-cells.ts';
import { cellFigure } from './slot.ts';
import { sumsUp } from './splits.ts';

/** Of the rows that tell a total, fewer hold in no report, however careless. */
const MOST = 0.5;
const TOTAL = APPLICANT_COLUMNS.length - 1;
/** So many columns of the form, from the first on, are no other table. */
const CUT = 3;
const NOT_FOUND: Cell = { text: UNSETTLED, own: true };

interface Columns extends HeadedTable {
  /** By column of the form; undefined where the head does not name it. */
  readonly places: readonly (number | undefined)[];
  /** The last column of labels. */
  readonly labels: number;
}

export function byHead(pieces: readonly Piece[]): readonly Piece[] {
  const tables = headedTables(pieces).flatMap((table) => columnsOf(table) ?? []);
  const together = besideEachOther(tables);
  const apart = tables.filter(isOtherThanForm).map((table) => ({ tables: [table], rows: asRows(table) }));
  const read = (together ? [{ tables, rows: together }] : apart).filter(({ rows }) => rows.length > 0);
  const inPlace = new Map(read.flatMap(({ rows }) => rows.map(({ from, row }) => [from, row])));
  const gone = new Set(read.flatMap((each) => each.tables.map(({ body }) => body[0]!.table)));
  return pieces.flatMap((piece) => {
    if (piece.kind === 'line' || !gone.has(piece.table)) return [piece];
    return inPlace.get(piece) ?? [];
  });
}

function columnsOf(table: HeadedTable): Columns | null {
  const names = table.over.map((words) => words.at(-1) ?? '');
  const found = APPLICANT_COLUMNS.map((name) => names.flatMap((words, at) => (sameColumn(words, name) ? [at] : [])));
  if (found.some(({ length }) => length > 1)) return null;
  const places = found.map(([at]) => at);
  const first = Math.min(...places.flatMap((at) => at ?? []));
  const labels = Array.from({ length: Math.min(first, table.width) }, (_, at) => at).findLast((at) =>
    table.body.some(({ cells }) => isLabel(cells[at])),
  );
  return labels === undefined ? null : { ...table, places, labels };
}

function isLabel(cell: Cell | undefined): boolean {
  return cell !== undefined && /[\u3400-\u9fff]/.test(cell.text) && !isFigureText(cell.text);
}

/** Whether columns stand among those of the form that are none of it, or 总计 is missing. */
function isOtherThanForm({ body, over, places, labels }: Columns): boolean {
  const others = over.flatMap((words, at) =>
    at > labels && !places.includes(at) && body.some(({ cells }) => (cells[at]?.text ?? '').trim() !== '')
      ? [words.at(-1) ?? '']
      : [],
  );
  const named = places.indexOf(undefined);
  // The page ends behind the first of them.
  if (named >= CUT && places.slice(named).every((at) => at === undefined) && others.length === 0) return true;
  if (places.slice(0, TOTAL).includes(undefined)) return false;
  return places[TOTAL] === undefined ? !others.includes('') : others.length > 0;
}

interface Placed {
  readonly from: Row;
  readonly row: Row;
}

/** Rows as the form has them; none where their totals contradict the head. */
function asRows(table: Columns): Placed[] {
  const rows = table.body.map(
    (from): Placed => ({ from, row: rowOf(labelOf(from), figuresOf(from, table), from.table) }),
  );
  return addUp(rows) ? rows : [];
}

function rowOf(label: string, figures: readonly Cell[], table: number): Row {
  return { kind: 'row', cells: [{ text: label, own: true }, ...figures], table };
}

function labelOf({ cells }: Row): string {
  return partsOfRow(cells).label;
}

/** Not found, every one, where the row does not stand under its head: one of its cells is missing, or one too many. */
function figuresOf({ cells }: Row, { width, places, labels }: Columns): Cell[] {
  const figures = places.map((at) => (at === undefined ? NOT_FOUND : cells[at]!));
  const moved =
    cells.length !== width ||
    readCell(cells[labels]!.text).says === 'figure' ||
    figures.some((cell) => cell.own && isLabel(cell));
  return moved ? places.map(() => NOT_FOUND) : figures;
}

/** Nothing in every cell adds up as well. */
function addUp(rows: readonly Placed[]): boolean {
  const told = rows.flatMap(({ row }) => {
    const figures = row.cells.slice(1).map(({ text }) => cellFigure(text));
    return figures.at(-1) === undefined ? [] : [figures.map((figure) => (typeof figure === 'number' ? figure : 0))];
  });
  return told.filter(sumsUp).length >= told.length * MOST;
}

/** 分成几张的表: each part has the same rows and other columns, and their totals say that they belong together. */
function besideEachOther(tables: readonly Columns[]): Placed[] | null {
  const [first] = tables;
  const named = tables.flatMap(({ places }) => places.flatMap((at, i) => (at === undefined ? [] : [i])));
  if (!first || tables.length < 2 || new Set(named).size !== named.length || named.length < TOTAL + 1) return null;
  const codes = tables.map(({ body }) => body.map((row) => rowNamed(labelOf(row))).join());
  if (new Set(codes).size !== 1) return null;
  const rows = first.body.map((from, at): Placed => {
    const parts = tables.map((table) => figuresOf(table.body[at]!, table));
    const figures = first.places.map((_, i) => parts.find((part) => part[i] !== NOT_FOUND)?.[i] ?? NOT_FOUND);
    return { from, row: rowOf(labelOf(from), figures, from.table) };
  });
  return addUp(rows) ? rows : null;
}
