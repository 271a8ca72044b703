/** 表三的行组: every set of figures that fills one row of Table 3, in the order of the source, with the labels around it. */
import { type Line, type Piece, type Row, textOf } from '../source/piece.ts';
import { alignedCells } from './aligned-columns.ts';
import { type ColumnOrder, columnOrder } from './column-order.ts';
import { readCell } from './figure-text.ts';
import { flowGroups } from './flow.ts';
import { fold, wordsOnly } from './fold.ts';
import { isGroupLabel, labelsIn, likenessTo, rowNamed } from './labels.ts';
import { fitted, partsOfRow, type Starts, startsIn } from './row-cells.ts';
import { withoutRowNumbers } from './row-numbers.ts';
import { cellFigure, counted, type Reading } from './slot.ts';
import { sumsUp } from './splits.ts';
import { type Token, tokensOf, withChineseNumerals } from './tokens.ts';

export const WIDTH = 7;

/**
 * `label`: text beside the figures or, in running text, all since the last figures; `code`: the row it names. `beside`: label
 * and figures share a row or a line, so that no layout has torn them apart.
 */
export interface Group {
  readonly reading: Reading;
  readonly label: string;
  readonly code: string | null;
  readonly beside: boolean;
}

export type Event = { readonly group: Group } | { readonly words: string };

export function table3Events(pieces: readonly Piece[]): Event[] {
  const order = columnOrder(pieces.filter((piece) => labelsIn(textOf(piece)).length === 0));
  const events = printedEvents(pieces);
  if (!order || order.places.every((place, i) => place === i)) return events;
  const moved = events.map((event) => reordered(event, order.places));
  switch (trusted(order, events, moved)) {
    case 'head':
      return order.inText ? agreedWith(moved, inFormOrder(events, order)) : moved;
    case 'form':
      return events;
    default:
      return events.map(unread);
  }
}

/** The six columns as the form orders them, 总计 where the head has it. */
function inFormOrder(events: readonly Event[], { places }: ColumnOrder): Event[] {
  const six = places.slice(0, -1).sort((a, b) => a - b);
  return events.map((event) => reordered(event, [...six, places.at(-1)!]));
}

/**
 * In text a head of another order than the form's may be all that was turned about, and no sum tells one kind of applicant from another: what both
 * orders read alike is read, the rest stays open.
 */
function agreedWith(moved: readonly Event[], asForm: readonly Event[]): Event[] {
  return moved.map((event, at) => {
    const other = asForm[at]!;
    if ('words' in event || 'words' in other) return event;
    const [one, two] = [event.group.reading, other.group.reading];
    if (one.kind !== 'cells' || two.kind !== 'cells') return event;
    const cells = one.cells.map((cell, i) => (cell === two.cells[i] ? cell : undefined));
    return { group: { ...event.group, reading: { kind: 'cells', cells } } };
  });
}

function unread(event: Event): Event {
  return 'words' in event ? event : { group: { ...event.group, reading: { kind: 'unread' } } };
}

function reordered(event: Event, places: readonly number[]): Event {
  if ('words' in event) return event;
  const { reading } = event.group;
  const moved: Reading =
    reading.kind === 'cells'
      ? { kind: 'cells', cells: places.map((place) => reading.cells[place]) }
      : { kind: 'unread' };
  return { group: { ...event.group, reading: moved } };
}

/**
 * Whether a head of another order than the form's tells the columns. Where 总计 moves, the sums of the rows must say so too; the order of the
 * six others has no witness but a head that stands as it should: a broken one that names them in another order leaves every cell open.
 */
function trusted(
  { places, sure }: ColumnOrder,
  printed: readonly Event[],
  moved: readonly Event[],
): 'head' | 'form' | null {
  const six = places.slice(0, -1);
  const sixMoved = six.some((place, i) => i > 0 && place < six[i - 1]!);
  const more = sumsIn(moved) - sumsIn(printed);
  if (!sure) return sixMoved ? null : more > 0 ? 'head' : 'form';
  if (places.at(-1) === WIDTH - 1 || more > 0) return 'head';
  return more === 0 ? 'head' : sixMoved ? null : 'form';
}

function sumsIn(events: readonly Event[]): number {
  return events.filter((event) => {
    if ('words' in event || event.group.reading.kind !== 'cells') return false;
    return sumsUp(event.group.reading.cells.map((cell) => (typeof cell === 'number' ? cell : 0)));
  }).length;
}

function printedEvents(pieces: readonly Piece[]): Event[] {
  const lines = pieces.filter((piece): piece is Line => piece.kind === 'line');
  const numbered = lines.map((piece) => tokensOf(piece.text));
  const tokens = new Map(withoutRowNumbers(numbered, WIDTH).map((found, at) => [lines[at]!, found]));
  if (![...tokens.values()].flat().some(({ kind }) => kind === 'number'))
    for (const [piece, found] of tokens) tokens.set(piece, withChineseNumerals(found));
  const whole = [...tokens.values()].filter((found) => cellsIn(found) === WIDTH).length;
  const rowPerLine = whole >= 5 || pieces.some((piece) => piece.kind === 'row');
  const starts = startsIn(
    pieces.flatMap((piece) => (piece.kind === 'row' ? [partsOfRow(piece.cells)] : [])),
    WIDTH,
  );
  const texts = lines.map(({ text }) => text);
  const at = new Map(lines.map((piece, i) => [piece, i]));
  const events: Event[] = [];
  let flow: Token[][] = [];
  const closeFlow = () => {
    events.push(...flowGroups(flow, WIDTH));
    flow = [];
  };
  for (const piece of pieces) {
    if (piece.kind === 'row') {
      closeFlow();
      const row = fromRow(piece, starts);
      const above = events.findLastIndex((event) => 'group' in event || !HEAD.test(wordsOnly(event.words)));
      const labelled = restOfLabel(row, events[above]);
      if (labelled) events[above] = labelled;
      else events.push(...row);
      continue;
    }
    const found = tokens.get(piece) ?? [];
    const aligned =
      cellsIn(found) > 0 && cellsIn(found) < WIDTH ? alignedRow(piece, found, texts, at.get(piece)!) : null;
    if (aligned) {
      closeFlow();
      events.push(aligned);
    } else if (rowPerLine) {
      events.push(...fromLine(found));
    } else {
      flow.push(found);
    }
  }
  closeFlow();
  return events;
}

/** A row of no figures that ends the label of the row above: a page ends inside it. Its own half may name the row already, or nothing. */
function restOfLabel(row: readonly Event[], above: Event | undefined): Event | null {
  const [rest] = row;
  if (!rest || !above || 'words' in above || above.group.label === '') return null;
  if (
    'group' in rest &&
    !(rest.group.reading.kind === 'cells' && rest.group.reading.cells.every((cell) => cell === null))
  )
    return null;
  const { label: half, code: named } = above.group;
  const other = 'words' in rest ? rest.words : rest.group.label;
  if (HEAD.test(wordsOnly(other))) return null;
  const label = half + other;
  const code = rowNamed(label);
  const isWhole = (part: string) => likenessTo(part, rowNamed(part) ?? '') >= likenessTo(label, code ?? '');
  if (code === null || (named !== null && (isWhole(half) || isWhole(other)))) return null;
  return { group: { ...above.group, label, code } };
}

/** Words of the head, which a page repeats inside a row that it cuts in two. */
const HEAD = /自然人|法人或其他组织|商业企业|申请人情况|勾稽关系/;

/** A line with a label of its own and fewer figures than columns, where the columns can be seen. */
function alignedRow(piece: Line, tokens: readonly Token[], texts: readonly string[], at: number): Event | null {
  const label = tokens.flatMap((token) => (token.kind === 'words' ? [token.text] : [])).join('');
  const figures = tokens.every(
    (token) => token.kind === 'words' || (token.kind === 'number' && /^\d/.test(token.text)),
  );
  const code = label === '' || !figures ? null : rowNamed(label);
  const cells = code === null || !/ {2}/.test(piece.text) ? null : alignedCells(texts, at);
  return cells && { group: { reading: { kind: 'cells', cells }, label, code, beside: true } };
}

function cellsIn(tokens: readonly Token[]): number {
  return tokens.filter(({ kind }) => kind !== 'words').length;
}

function fromRow({ cells }: Row, starts: Starts): Event[] {
  if (isNote(cells)) return [];
  const { label, values, spread, placed } = partsOfRow(cells);
  if (isGroupLabel(label)) return [{ words: label }];
  if (values.length === 0 && isPrintedOver(cells))
    return [{ group: { reading: { kind: 'unread' }, label, code: rowNamed(label), beside: true } }];
  if (values.every((text) => text.trim() === '')) return label === '' ? [] : emptyRow(label, values.length);
  const apart = placed.length > values.length && values.filter((text) => text.trim() !== '').length < WIDTH;
  const row = fitted(apart ? placed : values, WIDTH, starts) ?? (spread.length === WIDTH ? spread : null);
  const code = label === '' ? null : rowNamed(label);
  const reading: Reading = !row
    ? gluedOrUnread(values)
    : figuresBefore(cells, label) >= BESIDE || (spread.length > values.length && !addsUp(row))
      ? { kind: 'unread' }
      : { kind: 'cells', cells: row.map(cellFigure) };
  return [{ group: { reading, label, code, beside: label !== '' } }];
}

const NOTE = /^[(]?(?:注|备注|说明|数据来源|单位|填报)/;

/** One cell of words across the whole table, which tell of no row: 注：其中网上申请18件. */
function isNote(cells: Row['cells']): boolean {
  const [first, ...others] = cells;
  if (!first || cells.length < WIDTH || others.some(({ own }) => own)) return false;
  const text = wordsOnly(first.text);
  return text.length > 1 && (labelsIn(first.text).length === 0 || NOTE.test(fold(first.text).trim()));
}

/** A merged 0 is nothing each only where the row says so: a cell merged away may have held a figure. */
function addsUp(row: readonly string[]): boolean {
  return sumsUp(row.map(cellFigure).map((cell) => (typeof cell === 'number' ? cell : 0)));
}

/** Behind what a reader of files cannot tell apart. */
const UNSURE = '？';

/** A label that runs over the cells of its figures, so that none of them can be told from it. */
function isPrintedOver(cells: Row['cells']): boolean {
  const own = cells.filter((cell) => cell.own).map(({ text }) => text);
  return (
    own.length > WIDTH && own.filter((text) => text.endsWith(UNSURE)).length > 1 && /\d/.test(own.slice(1).join(''))
  );
}

/** So many figures left of the last label are those of another year or report beside this one. */
const BESIDE = 3;

function figuresBefore(cells: Row['cells'], label: string): number {
  const own = cells.filter((cell) => cell.own).map(({ text }) => text);
  const last = own.findLastIndex((text) => text.trim() !== '' && label.endsWith(text));
  return own.slice(0, Math.max(last, 0)).filter((text) => readCell(text).says === 'figure').length;
}

/** A row of blank cells is a row of the table; a heading or a label apart from its figures is not. */
function emptyRow(label: string, blanks: number): Event[] {
  const code = rowNamed(label);
  if (blanks < WIDTH || code === null) return [{ words: label }];
  return [{ group: { reading: { kind: 'cells', cells: Array(WIDTH).fill(null) }, label, code, beside: true } }];
}

/** Where a table has cells, one or two may hold a whole row; with more of them some are missing rather than glued. */
const FEW = 2;

function gluedOrUnread(values: readonly string[]): Reading {
  const filled = values.map((text) => text.replace(/\s/g, '')).filter((text) => text !== '');
  const digits = filled.join('').length;
  if (filled.length <= FEW && digits >= WIDTH && filled.every((text) => /^\d+$/.test(text)))
    return { kind: 'glued', digits: filled };
  return { kind: 'unread' };
}

/** One row per line: a figure alone on a line is the number of a page. */
function fromLine(tokens: readonly Token[]): Event[] {
  const label = tokens.flatMap((token) => (token.kind === 'words' ? [token.text] : [])).join('');
  const values = tokens.filter((token) => token.kind !== 'words');
  const digits = values.reduce((sum, token) => sum + (token.kind === 'number' ? token.text.length : 0), 0);
  if (values.length === 0 || (values.length === 1 && digits < WIDTH && label === ''))
    return label === '' ? [] : [{ words: label }];
  if (values.length < WIDTH && digits < WIDTH && rowNamed(label) === null && values.length < 3)
    return [{ words: label }];
  return [
    { group: { reading: readingOf(values), label, code: label === '' ? null : rowNamed(label), beside: label !== '' } },
  ];
}

function tokenCount({ text, unit, printed = text }: Extract<Token, { kind: 'number' }>) {
  return counted(Number(text), unit, printed);
}

export function readingOf(values: readonly Token[]): Reading {
  if (values.length === WIDTH)
    return { kind: 'cells', cells: values.map((token) => (token.kind === 'number' ? tokenCount(token) : null)) };
  const numbers = values.flatMap((token) => (token.kind === 'number' ? [token.text] : []));
  const whole = numbers.length === values.length && numbers.every((text) => /^\d+$/.test(text));
  if (whole && values.length < WIDTH && numbers.join('').length >= WIDTH) return { kind: 'glued', digits: numbers };
  return { kind: 'unread' };
}
