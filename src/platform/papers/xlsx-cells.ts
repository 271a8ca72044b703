/**
 * XLSX → cells. The library that writes our sheets lays out every merged range, column span and defined name of a sheet it reads cell by
 * cell, so a file of two kilobytes fills the memory; of an upload only the cells are read, in one pass, and nothing is laid out.
 */
import { Parser } from 'htmlparser2';
import { unzip } from './unzip.ts';
import { builtInFormat, customFormat, type Style, shownAs } from './xlsx-formats.ts';

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
  /** How days are counted in the cells of the whole book that do not say they are days. */
  readonly from1904: boolean;
}

/** The first visible sheets, at most `pages`; undefined when the file is no workbook. */
export function readPages(file: Buffer, columnsRead: number, pages: number): SheetPage[] | undefined {
  const entries = unzip(file, LIMITS);
  const part = (name: string) => entries?.get(name)?.toString('utf8') ?? '';
  const { sheetPaths, from1904 } = readWorkbook(part('xl/workbook.xml'), part('xl/_rels/workbook.xml.rels'));
  const sheets = sheetPaths.slice(0, pages).map((path) => entries?.get(path)?.toString('utf8'));
  if (!sheets[0]) return undefined;
  const shared = readSharedStrings(part('xl/sharedStrings.xml'));
  const styleOf = readStyles(part('xl/styles.xml'));
  const textOf = (cell: Cell): string => {
    const style = styleOf(cell.style);
    const text = cell.type === 's' ? (shared[Number(cell.value)] ?? '') : cell.value;
    if (style?.struck && /^[-\d.,，]+$/.test(text)) return `${STRUCK}${text}`;
    if (cell.type === 's') return text;
    if (cell.type === 'b') return text === '1' ? '是' : '否';
    if (cell.type === 'd') return /^\d{4}-\d{2}-\d{2}/.exec(text)?.[0] ?? text;
    if (cell.type !== 'n' || text === '') return text === '' && cell.computed ? NO_RESULT : text;
    return style ? shownAs(style.formatOf(Number(text)), Number(text), from1904) : String(Number(text));
  };
  return sheets.flatMap((sheet) =>
    sheet === undefined ? [] : [{ ...readSheet(sheet, columnsRead, textOf), from1904 }],
  );
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
function readSheet(xml: string, columnsRead: number, textOf: (cell: Cell) => string): Omit<SheetPage, 'from1904'> {
  const [rows, merged, hiddenColumns] = [[] as CellRow[], [] as string[], new Set<number>()];
  let [at, texts, column, hidden] = [0, [] as string[], 0, false];
  let cell: Cell | undefined;
  let reading = false;
  const run = runReader();
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
      // `v` holds a value, `t` the text of a cell that keeps it in place.
      if (cell && tag === 'v') reading = true;
      if (cell) run.open(tag, attributes);
      if (tag === 'mergeCell' && attributes.ref && merged.length < MERGED_READ) merged.push(attributes.ref);
      if (tag === 'col' && isTrue(attributes.hidden)) hideColumns(hiddenColumns, attributes);
    },
    text(text) {
      if (cell) cell.value += reading ? text : run.seen(text);
    },
    close(tag) {
      if (tag === 'v') reading = false;
      run.close(tag);
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
  const run = runReader();
  parse(xml, {
    open(tag, attributes) {
      if (tag === 'si') strings.push('');
      run.open(tag, attributes);
    },
    text(text) {
      if (strings.length > 0) strings[strings.length - 1] += run.seen(text);
    },
    close: run.close,
  });
  return strings;
}

const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/**
 * The words of a text with formats of its own, as they are seen: struck out runs are gone, raised digits are raised letters (12¹ and
 * m² are not 121 and m2), and what is read aloud (`rPh`) is none of them.
 */
function runReader() {
  let [reading, aloud, raised, struck] = [false, false, false, false];
  return {
    open(tag: string, attributes: Readonly<Record<string, string>>) {
      if (tag === 'rPh') aloud = true;
      if (tag === 'r' || tag === 'si' || tag === 'is') [raised, struck] = [false, false];
      if (tag === 'vertAlign') raised = attributes.val === 'superscript';
      if (tag === 'strike') struck = attributes.val === undefined || isTrue(attributes.val);
      if (tag === 't') reading = !aloud;
    },
    seen(text: string): string {
      if (!reading || struck) return '';
      return raised ? text.replace(/\d/g, (digit) => RAISED[Number(digit)]!) : text;
    },
    close(tag: string) {
      if (tag === 'rPh') aloud = false;
      if (tag === 't') reading = false;
    },
  };
}

function readStyles(xml: string): (style: number) => Style | undefined {
  const custom = new Map<number, string>();
  const fonts: { struck: boolean }[] = [];
  const styles: Style[] = [];
  let [inCells, inFonts] = [false, false];
  parse(xml, {
    open(tag, attributes) {
      if (tag === 'numFmt') custom.set(Number(attributes.numFmtId), attributes.formatCode ?? '');
      if (tag === 'cellXfs') inCells = true;
      if (tag === 'fonts') inFonts = true;
      if (inFonts && tag === 'font') fonts.push({ struck: false });
      if (inFonts && tag === 'strike' && fonts.length > 0)
        fonts.at(-1)!.struck = attributes.val === undefined || isTrue(attributes.val);
      if (tag !== 'xf' || !inCells) return;
      const id = Number(attributes.numFmtId);
      const code = custom.get(id);
      const formatOf = code === undefined ? () => builtInFormat(id) : (value: number) => customFormat(code, value);
      styles.push({ formatOf, struck: fonts[Number(attributes.fontId)]?.struck ?? false });
    },
    close(tag) {
      if (tag === 'cellXfs') inCells = false;
      if (tag === 'fonts') inFonts = false;
    },
  });
  return (style) => styles[style];
}

/** Stands before a figure that is struck out. */
const STRUCK = '划去：';
/** A formula that no program has worked out yet: what it shows nobody knows. */
const NO_RESULT = '=?';

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
