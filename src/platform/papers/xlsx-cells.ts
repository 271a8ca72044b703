/**
 * XLSX → cells. The library that writes our sheets lays out every merged range, column span and defined name of a sheet it reads cell by
 * cell, so a file of two kilobytes fills the memory; of an upload only the cells are read, in one pass, and nothing is laid out.
 */
import { Parser } from 'htmlparser2';
import { addDays, civil, parseCivilDate } from '../../statute/civil-date.ts';
import { unzip } from './unzip.ts';

const LIMITS = { bytes: 40 * 1024 * 1024, entries: 200 };

export interface CellRow {
  /** As the program that made the sheet numbers it. */
  readonly at: number;
  /** Texts by column, counted from 0. */
  readonly texts: readonly string[];
  /** Not shown to who opens the sheet. */
  readonly hidden?: true;
}

/** Rows of the first visible sheet that have any text; undefined when the file is no workbook. Dates are `2026-02-24`. */
export function readCells(file: Buffer, columnsRead: number): CellRow[] | undefined {
  return readPages(file, columnsRead, 1)?.[0]?.rows;
}

/** One sheet: its rows that have any text, and its merged cells as they are named (`B2:C4`), none of them laid out. */
export interface SheetPage {
  readonly rows: CellRow[];
  readonly merged: readonly string[];
  /** Columns that are not shown, counted from 0. */
  readonly hiddenColumns: ReadonlySet<number>;
}

/** The first visible sheets, at most `pages`; undefined when the file is no workbook. */
export function readPages(file: Buffer, columnsRead: number, pages: number): SheetPage[] | undefined {
  const entries = unzip(file, LIMITS);
  const part = (name: string) => entries?.get(name)?.toString('utf8') ?? '';
  const { sheetPaths, from1904 } = readWorkbook(part('xl/workbook.xml'), part('xl/_rels/workbook.xml.rels'));
  const sheets = sheetPaths.slice(0, pages).map((path) => entries?.get(path)?.toString('utf8'));
  if (!sheets[0]) return undefined;
  const shared = readSharedStrings(part('xl/sharedStrings.xml'));
  const formatOf = readFormats(part('xl/styles.xml'));
  const textOf = (cell: Cell): string => {
    if (cell.type === 's') return shared[Number(cell.value)] ?? '';
    if (cell.type === 'b') return cell.value === '1' ? '是' : '否';
    if (cell.type !== 'n' || cell.value === '') return cell.value === '' && cell.computed ? NO_RESULT : cell.value;
    return shownAs(formatOf(cell.style), Number(cell.value), from1904);
  };
  return sheets.flatMap((sheet) => (sheet === undefined ? [] : [readSheet(sheet, columnsRead, textOf)]));
}

/** Merged ranges no sheet of a person comes near. */
const MERGED_READ = 5_000;

/** Columns a sheet can have at most. */
const LAST_COLUMN = 16_384;

function isTrue(attribute: string | undefined): boolean {
  return attribute === '1' || attribute === 'true';
}

interface Cell {
  type: string;
  style: number;
  column: number;
  value: string;
  /** Whether a formula stands in it. */
  computed: boolean;
}

/** In one pass: of a large sheet the parsing is what takes the time. */
function readSheet(xml: string, columnsRead: number, textOf: (cell: Cell) => string): SheetPage {
  const [rows, merged, hiddenColumns] = [[] as CellRow[], [] as string[], new Set<number>()];
  let [at, texts, column, hidden] = [0, [] as string[], 0, false];
  let cell: Cell | undefined;
  let reading = false;
  parse(xml, {
    open(tag, attributes) {
      if (tag === 'row')
        [at, texts, column, hidden] = [Number(attributes.r ?? at + 1), [], 0, isTrue(attributes.hidden)];
      if (tag === 'c') {
        column = attributes.r ? columnOf(attributes.r) : column;
        cell = { type: attributes.t ?? 'n', style: Number(attributes.s ?? 0), column, value: '', computed: false };
        column += 1;
      }
      if (cell && tag === 'f') cell.computed = true;
      // `v` holds a value, `t` the text of a cell that keeps it in place; what is read aloud (`rPh`) is neither.
      if (cell && (tag === 'v' || tag === 't')) reading = true;
      if (tag === 'mergeCell' && attributes.ref && merged.length < MERGED_READ) merged.push(attributes.ref);
      if (tag === 'col' && isTrue(attributes.hidden)) hideColumns(hiddenColumns, attributes);
    },
    text(text) {
      if (cell && reading) cell.value += text;
    },
    close(tag) {
      if (tag === 'v' || tag === 't') reading = false;
      if (tag === 'c' && cell) {
        if (cell.column < columnsRead) texts[cell.column] = textOf(cell).trim();
        cell = undefined;
      }
      if (tag === 'row' && texts.some((text) => text))
        rows.push({ at, texts: Array.from(texts, (text) => text ?? ''), ...(hidden ? { hidden: true as const } : {}) });
    },
  });
  return { rows, merged, hiddenColumns };
}

function hideColumns(hidden: Set<number>, { min, max }: Readonly<Record<string, string>>): void {
  for (let at = Number(min); at <= Math.min(Number(max), LAST_COLUMN); at += 1) hidden.add(at - 1);
}

function readWorkbook(book: string, relations: string): { sheetPaths: string[]; from1904: boolean } {
  const targets = new Map<string, string>();
  parse(relations, {
    open: (tag, { Id, Target }) => void (tag === 'Relationship' && Id && Target && targets.set(Id, Target)),
  });
  const sheetPaths: string[] = [];
  let from1904 = false;
  parse(book, {
    open(tag, attributes) {
      if (tag === 'workbookPr') from1904 = isTrue(attributes.date1904);
      if (tag !== 'sheet' || (attributes.state ?? 'visible') !== 'visible') return;
      const target = targets.get(attributes['r:id'] ?? '');
      if (target) sheetPaths.push(target.startsWith('/') ? target.slice(1) : `xl/${target}`);
    },
  });
  return { sheetPaths, from1904 };
}

function readSharedStrings(xml: string): string[] {
  const strings: string[] = [];
  let [reading, aloud] = [false, false];
  parse(xml, {
    open(tag) {
      if (tag === 'si') strings.push('');
      if (tag === 'rPh') aloud = true;
      if (tag === 't') reading = !aloud;
    },
    text(text) {
      if (reading && strings.length > 0) strings[strings.length - 1] += text;
    },
    close(tag) {
      if (tag === 'rPh') aloud = false;
      if (tag === 't') reading = false;
    },
  });
  return strings;
}

/** Number formats of Excel that show a day; 27 to 36 and 50 to 58 are those of Chinese versions. */
const DATE_FORMATS = [14, 15, 16, 17, 22, ...range(27, 36), ...range(50, 58)];

/** How a number is shown. `scaled`: as thousands or millions, so that the figure seen is not the figure kept. */
type Format = 'number' | 'date' | 'percent' | 'scaled';

function readFormats(xml: string): (style: number) => Format {
  const custom = new Map<number, string>();
  const formats: number[] = [];
  let inCells = false;
  parse(xml, {
    open(tag, attributes) {
      if (tag === 'numFmt') custom.set(Number(attributes.numFmtId), attributes.formatCode ?? '');
      if (tag === 'cellXfs') inCells = true;
      if (tag === 'xf' && inCells) formats.push(Number(attributes.numFmtId));
    },
    close(tag) {
      if (tag === 'cellXfs') inCells = false;
    },
  });
  return (style) => {
    const format = formats[style] ?? 0;
    // Words in quotes and conditions in brackets say nothing of the kind of number.
    const code = custom.get(format)?.replace(/"[^"]*"|\[[^\]]*\]|[\\!_].|\*./g, '');
    if (code === undefined)
      return DATE_FORMATS.includes(format) ? 'date' : PERCENT_FORMATS.includes(format) ? 'percent' : 'number';
    if (/[yd]/i.test(code)) return 'date';
    return code.includes('%') ? 'percent' : /[0#?],+(?:;|$|\s|\))/.test(code) ? 'scaled' : 'number';
  };
}

const PERCENT_FORMATS = [9, 10];
/** A formula that no program has worked out yet: what it shows nobody knows. */
const NO_RESULT = '=?';

/** As who opens the sheet reads it; a scaled figure is marked, since it is not what is seen. */
function shownAs(format: Format, value: number, from1904: boolean): string {
  if (format === 'date') return dayOf(value, from1904);
  if (format === 'percent') return `${Number((value * 100).toPrecision(12))}%`;
  return format === 'scaled' ? `≈${value}` : String(value);
}

/** Excel counts a 29 February 1900 that never was: its numbers are days only from here on. */
const MARCH_1900 = 61;
const LAST_OF_EXCEL = 2_958_465;

/** Days are counted from 1900, or on old Macintoshes from 1904. A number beyond the calendar stays what it is. */
function dayOf(serial: number, from1904: boolean): string {
  const days = Math.floor(serial) + (from1904 ? 1_462 : 0);
  if (days < MARCH_1900 || days > LAST_OF_EXCEL) return String(serial);
  return parseCivilDate(addDays(civil('1900-03-01'), days - MARCH_1900)) ?? String(serial);
}

/** `AB12` → 27. */
export function columnOf(place: string): number {
  const letters = /^[A-Z]{1,3}/.exec(place)?.[0] ?? '';
  return [...letters].reduce((n, letter) => n * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

interface Handlers {
  open?(tag: string, attributes: Readonly<Record<string, string>>): void;
  text?(text: string): void;
  close?(tag: string): void;
}

/** One pass; a prefix some programs write before their tags does not count. Entities beyond those of XML stay as they are. */
function parse(xml: string, { open, text, close }: Handlers): void {
  const plain = (name: string) => name.slice(name.indexOf(':') + 1);
  const parser = new Parser(
    {
      onopentag: (name, attributes) => open?.(plain(name), attributes),
      ontext: (words) => text?.(words),
      onclosetag: (name) => close?.(plain(name)),
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(xml);
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}
