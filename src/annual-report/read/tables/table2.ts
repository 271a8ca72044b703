/** 读表二: what stands beside the six labels, in cells, on lines or glued; the fee in 万元 whatever unit the report uses. */
import type { Figure, Table2 } from '../../report.ts';
import { type Piece, textOf } from '../source/piece.ts';
import { readCell } from './figure-text.ts';
import { fold } from './fold.ts';
import { partsOfRow } from './row-cells.ts';
import { counted, type Misprint, noNotices, told } from './slot.ts';
import { splitsOf, withoutZeros } from './splits.ts';
import { decisionsPlace, feeExponent, isTurned, movedBy, stockPlaces } from './table2-head.ts';
import type { Read } from './table3.ts';
import { type Token, tokensOf, withChineseNumerals } from './tokens.ts';

type Value = Figure | undefined | Misprint;

/** The rows of the form: their sign, how many figures they have, and the block (第二十条第…项) they stand in. */
const ROWS = [
  { key: 'regulations', sign: /规章/, cells: 3, block: 1 },
  { key: 'normativeDocuments', sign: /规范性文/, cells: 3, block: 1 },
  { key: 'licensing', sign: /行政许可/, cells: 1, block: 5 },
  { key: 'punishment', sign: /行政处罚/, cells: 1, block: 6 },
  { key: 'coercion', sign: /行政强制/, cells: 1, block: 6 },
  { key: 'feesWan', sign: /事业性收/, cells: 1, block: 8 },
] as const;
/** 第五项、第六项: the numbers of decisions. */
const DECISIONS: ReadonlySet<number> = new Set([5, 6]);
type Key = (typeof ROWS)[number]['key'];

const BLOCKS: readonly (readonly [block: number, opens: RegExp])[] = [
  [1, /第二十条第?\(?一\)?项/],
  [5, /第二十条第?\(?五\)?项/],
  [6, /第二十条第?\(?六\)?项/],
  [8, /第二十条第?\(?八\)?项/],
];

interface Found {
  readonly values: Map<Key, readonly Value[]>;
  readonly glued: Map<Key, string>;
  /** 制发、废止、有效 among the cells of the head that stands last above. */
  head: { readonly cells: number; readonly places: readonly number[] } | null;
  /** This year's number of decisions among the columns of that head, where it has others. */
  decisions: Found['head'];
  /** Rows in one run of digits that can be cut in one way only; no figure begins with a zero, so one before others proves that they are glued. */
  readonly single: { readonly key: Key; readonly zeros: boolean }[];
  /** Whether figures stand beside no label that can be told: those of a row that is not found. */
  stray: boolean;
}

export function readTable2(pieces: readonly Piece[]): Read<Table2> {
  const found: Found = { values: new Map(), glued: new Map(), head: null, decisions: null, single: [], stray: false };
  const lines: string[] = [];
  for (const piece of pieces) {
    if (piece.kind === 'row') fromRow(piece, found, lines);
    else lines.push(piece.text);
  }
  fromLines(lines, found);
  // 104 alone is 1、0、4 where zeros are printed and glued, and 104 beside two blanks where they are not.
  if (!found.single.some(({ zeros }) => zeros))
    for (const { key } of found.single)
      found.values.set(
        key,
        found.values.get(key)!.map(() => undefined),
      );
  return toTable(found, feeExponent(pieces));
}

function fromRow(piece: Extract<Piece, { kind: 'row' }>, found: Found, lines: string[]): void {
  const { label, values: apart, spread } = partsOfRow(piece.cells);
  const own = piece.cells.filter((cell) => cell.own).map(({ text }) => text);
  const places = stockPlaces(own);
  if (places) found.head = { cells: own.length, places };
  const place = decisionsPlace(own);
  if (place !== null) found.decisions = { cells: own.length, places: [place] };
  else if (own.some((text) => /处理决定数量|收费金额/.test(text))) found.decisions = null;
  const row = rowOf(label);
  const values = row && apart.length < row.cells && spread.length === row.cells ? spread : apart;
  if (row === null && label !== '' && values.some((text) => readCell(text).says === 'figure')) found.stray = true;
  if (row === null || (values.every((text) => text.trim() === '') && values.length === 0))
    return void lines.push(textOf(piece));
  if (values.length === 0) return;
  const cells = inFormOrder(values, own.length, row, found) ?? narrowed(values, row.cells);
  const read = cells.map((text) => cellValue(text, row.key === 'feesWan'));
  if (cells.length === row.cells) put(found, row.key, read);
  else
    split(
      cells.map((text) => text.trim()).filter((text) => text !== ''),
      row,
      found,
    );
}

/** By the head above, where it has as many cells as the row; undefined where the row is none of documents or the head does not tell. */
function inFormOrder(
  values: readonly string[],
  ownCells: number,
  row: (typeof ROWS)[number],
  { head, decisions }: Found,
): readonly string[] | undefined {
  const over = row.block === 1 ? head : DECISIONS.has(row.block) && decisions;
  if (!over || over.cells !== ownCells) return undefined;
  const before = ownCells - values.length;
  const cells = over.places.map((place) => values[place - before]);
  return cells.every((text) => text !== undefined) ? (cells as string[]) : undefined;
}

/** A row that is printed twice with other figures tells neither. */
function put({ values }: Found, key: Key, read: readonly Value[]): void {
  const before = values.get(key);
  const differs = before && JSON.stringify(before) !== JSON.stringify(read);
  values.set(key, differs ? read.map(() => undefined) : read);
}

function narrowed(values: readonly string[], wanted: number): readonly string[] {
  if (values.length <= wanted) return values;
  const filled = values.filter((text) => text.trim() !== '');
  // A converter prints a merged cell in every column it spans.
  if (wanted === 1 && new Set(filled).size === 1) return filled.slice(0, 1);
  return filled.length === wanted || wanted === 1
    ? filled.slice(0, Math.max(wanted, filled.length))
    : filled.length > wanted
      ? filled
      : values.slice(0, wanted);
}

function rowOf(label: string) {
  const text = fold(label).replace(/\s/g, '');
  return [...ROWS].reverse().find(({ sign }) => sign.test(text)) ?? null;
}

/** A fee keeps the unit of its cell: `12万元`, `5300元`. */
function cellValue(text: string, fee: boolean): Value {
  const reading = readCell(text);
  if (reading.says === 'nothing') return null;
  if (reading.says !== 'figure') return undefined;
  if (!fee) return counted(reading.value, reading.unit, text);
  if (reading.unit === 'other') return undefined;
  return reading.unit === 'yuan' ? inWan(reading.value) : reading.value;
}

/** 元 → 万元. */
export function inWan(yuan: number): number {
  return movedBy(yuan, -4);
}

function split(
  digits: readonly string[],
  { key, cells }: { readonly key: Key; readonly cells: number },
  found: Found,
): void {
  if (digits.length === 0) return void found.values.set(key, Array<Value>(cells).fill(null));
  const pieces = withoutZeros(digits);
  // Figures apart that are too few have blanks among them: where, nothing tells.
  const apart = digits.length > 1 && pieces.length !== cells;
  const ways = apart ? null : splitsOf(pieces, cells, () => true);
  found.values.set(key, ways?.length === 1 ? ways[0]! : Array(cells).fill(undefined));
  if (ways && ways.length > 1) found.glued.set(key, digits.join(''));
  if (ways?.length === 1 && digits.length === 1 && cells > 1)
    found.single.push({ key, zeros: /^0\d/.test(digits[0]!) });
}

interface Mention {
  readonly key: Key;
  readonly before: Token[];
  readonly after: Token[];
}

/** Lines: a block with exactly its figures is read in order; else each label takes what stands right after it. */
function fromLines(lines: readonly string[], found: Found): void {
  const tokens = lines.flatMap(tokensOf);
  const all = tokens.some(({ kind }) => kind === 'number') ? tokens : withChineseNumerals(tokens);
  for (const { block, run: printed } of blocksOf(all)) {
    // Inside a block no word is a numeral by chance.
    const run = block === null ? printed : withChineseNumerals(printed);
    const rows = ROWS.filter(
      (row) => (block === null || row.block === block) && !found.values.has(row.key) && named(run, row.sign),
    );
    const figures = run.filter(({ kind }) => kind !== 'words');
    const turned = isTurned(run.map((token) => (token.kind === 'words' ? token.text : '')).join(''));
    const wanted = rows.reduce((sum, { cells }) => sum + cells, 0);
    if (rows.length === 0) {
      if (block !== null && figures.length > 0) found.stray = true;
      continue;
    }
    if (figures.length === wanted) {
      let at = 0;
      for (const { key, cells } of rows) {
        found.values.set(
          key,
          figures.slice(at, at + cells).map((token) => (turned && cells > 1 ? undefined : tokenValue(token, key))),
        );
        at += cells;
      }
    } else {
      if (figures.length > wanted) found.stray = true;
      for (const mention of mentionsIn(run)) take(mention, found);
    }
  }
}

function named(run: readonly Token[], sign: RegExp): boolean {
  return sign.test(run.map((token) => (token.kind === 'words' ? token.text : ' ')).join(''));
}

function blocksOf(tokens: readonly Token[]): { block: number | null; run: Token[] }[] {
  const blocks: { block: number | null; run: Token[] }[] = [{ block: null, run: [] }];
  let words = '';
  for (const token of tokens) {
    words = token.kind === 'words' ? words + token.text : '';
    const opened = BLOCKS.find(([, opens]) => opens.test(words));
    if (opened) {
      blocks.push({ block: opened[0], run: [] });
      const rest = words.replace(opened[1], '\u0001').split('\u0001').at(-1) ?? '';
      words = '';
      if (rest !== '') blocks.at(-1)!.run.push({ kind: 'words', text: rest, at: 0 });
    } else {
      blocks.at(-1)!.run.push(token);
    }
  }
  return blocks;
}

function mentionsIn(run: readonly Token[]): Mention[] {
  const mentions: Mention[] = [];
  for (const token of run) {
    const row = token.kind === 'words' ? rowOf(token.text) : null;
    if (row) mentions.push({ key: row.key, before: [], after: [] });
    else if (token.kind !== 'words') mentions.at(-1)?.after.push(token);
  }
  return mentions;
}

function take({ key, after }: Mention, found: Found): void {
  const row = ROWS.find((each) => each.key === key)!;
  const { cells } = row;
  if (found.values.has(key) || after.length === 0) return;
  if (after.length === cells)
    found.values.set(
      key,
      after.map((token) => tokenValue(token, key)),
    );
  else
    split(
      after.flatMap((token) => (token.kind === 'number' ? [token.text] : ['?'])),
      row,
      found,
    );
}

function tokenValue(token: Token, key: Key): Value {
  if (token.kind !== 'number') return null;
  const value = Number(token.text);
  if (Number.isNaN(value)) return undefined;
  if (key !== 'feesWan') return counted(value, token.unit, token.printed ?? token.text);
  if (token.unit === 'other') return undefined;
  return token.unit === 'yuan' ? inWan(value) : value;
}

function toTable({ values, stray, glued }: Found, exponent = 0): Read<Table2> {
  const notices = noNotices();
  const get = (key: Key, at: number, path: string): Figure =>
    told(values.has(key) ? values.get(key)![at] : stray ? undefined : null, path, notices);
  const three = (key: 'regulations' | 'normativeDocuments') => ({
    made: get(key, 0, `/table2/${key}/made`),
    repealed: get(key, 1, `/table2/${key}/repealed`),
    valid: get(key, 2, `/table2/${key}/valid`),
  });
  const fee = get('feesWan', 0, '/table2/feesWan');
  const table: Table2 = {
    regulations: three('regulations'),
    normativeDocuments: three('normativeDocuments'),
    licensing: get('licensing', 0, '/table2/licensing'),
    punishment: get('punishment', 0, '/table2/punishment'),
    coercion: get('coercion', 0, '/table2/coercion'),
    feesWan: fee !== null && exponent !== 0 ? movedBy(fee, exponent) : fee,
  };
  const rows = Object.fromEntries([...glued].map(([key, digits]) => [`/table2/${key}`, digits]));
  return { table, ...notices, glued: rows };
}
