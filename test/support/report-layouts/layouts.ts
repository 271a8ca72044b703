/** 版式表: every way to print a report that the reader must read, and how figures may be written in it. */
import iconv from 'iconv-lite';
import { Converter } from 'opencc-js/cn2t';
import * as odd from './odd-layouts.ts';
import * as shapes from './other-shapes.ts';
import { type PrintedReport, printReport, type Writing } from './printed-report.ts';
import { type Random, seeded } from './random.ts';
import * as text from './text-layouts.ts';
import * as web from './web-layouts.ts';

export interface Layout {
  readonly name: string;
  /** Ways to write a figure that the layout keeps legible. */
  readonly writings: readonly Writing[];
  /** Whether a blank cell can be seen. */
  readonly showsBlanks: boolean;
  print(report: PrintedReport, random: Random): string;
}

const ALL: readonly Writing[] = ['plain', 'plain', 'full-width', 'letter-o', 'thousands', 'chinese', 'unit', 'note'];
const LINES: readonly Writing[] = ['plain', 'plain', 'full-width', 'thousands', 'unit', 'note'];
const DIGITS: readonly Writing[] = ['plain'];

export const LAYOUTS: readonly Layout[] = [
  { name: 'web page', writings: ALL, showsBlanks: true, print: web.webPage },
  { name: 'web page from Word', writings: ALL, showsBlanks: true, print: web.wordPage },
  { name: 'page arranged by tables', writings: ALL, showsBlanks: true, print: web.arrangedPage },
  { name: 'tables split', writings: ALL, showsBlanks: true, print: web.splitPage },
  { name: '总计 first', writings: ALL, showsBlanks: true, print: web.totalFirstPage },
  { name: 'boxes', writings: LINES, showsBlanks: false, print: web.boxPage },
  { name: 'Markdown', writings: ALL, showsBlanks: true, print: text.markdown },
  { name: 'torn Markdown', writings: DIGITS, showsBlanks: false, print: text.tornMarkdown },
  { name: 'tabs', writings: ALL, showsBlanks: true, print: text.tabs },
  { name: 'cell per line with pipes', writings: ALL, showsBlanks: true, print: text.cellPerLine },
  { name: 'blanks between', writings: LINES, showsBlanks: false, print: text.spaced },
  { name: 'aligned', writings: LINES, showsBlanks: false, print: text.aligned },
  { name: 'flow', writings: LINES, showsBlanks: false, print: text.flow },
  { name: 'flow by columns', writings: DIGITS, showsBlanks: false, print: text.columnFlow },
  { name: 'glued rows', writings: DIGITS, showsBlanks: false, print: text.gluedRows },
  { name: 'half glued', writings: DIGITS, showsBlanks: false, print: text.halfGlued },
  { name: 'aligned with gaps', writings: DIGITS, showsBlanks: true, print: text.alignedWithGaps },
  { name: 'figures below', writings: LINES, showsBlanks: false, print: text.figuresBelow },
  { name: 'converted page', writings: ALL, showsBlanks: true, print: text.convertedPage },
  { name: 'pages of a flow', writings: DIGITS, showsBlanks: false, print: text.pagedFlow },
  { name: 'one table', writings: ALL, showsBlanks: true, print: web.oneTablePage },
  { name: 'one line', writings: DIGITS, showsBlanks: false, print: text.runOn },
  { name: 'columns below', writings: DIGITS, showsBlanks: false, print: text.columnsBelow },
  { name: 'sheet saved as text', writings: ['plain', 'thousands'], showsBlanks: true, print: shapes.commas },
  ...Object.entries({
    'notes raised behind figures': odd.raisedNotes,
    'figures struck out': odd.revisedFigures,
    'figures hidden': odd.hiddenFigures,
    'other figures beside': odd.otherFiguresBeside,
    'figures that are not sure': odd.unsureFigures,
    'figures that are no text': odd.figuresOfNoText,
    'merged zeros': odd.mergedZeros,
    'heads turned': odd.turnedHeads,
    'fee in another unit': odd.otherUnits,
    '表三 twice': odd.printedTwice,
    'results down the side': odd.resultsDown,
    'remarks beside': shapes.remarks,
    'last year beside': shapes.lastYearBeside,
    '总计 missing': shapes.withoutTotal,
    '表三 in halves': shapes.inHalves,
    '表三 turned about': shapes.turnedAbout,
    'rows stacked': shapes.stackedRows,
    'rows run together': shapes.runTogether,
    '表三 told': shapes.told,
    'figures with blanks': shapes.spacedFigures,
    '表四 总计 first': shapes.totalsFirst,
    '表四 twice': shapes.table4Twice,
    'sheet over two pages': shapes.overTwoPages,
    '表三 cut at the edge': shapes.cutAtTheEdge,
    'decisions of two years': shapes.decisionsOfTwoYears,
  }).map(([name, print]) => ({ name, writings: DIGITS, showsBlanks: false, print })),
];

export interface Specimen {
  readonly layout: string;
  readonly seed: number;
  readonly report: PrintedReport;
  readonly bytes: Uint8Array;
}

/** The report of a number: always the same one. */
export function specimen(seed: number): Specimen {
  const random = seeded(seed);
  const layout = LAYOUTS[seed % LAYOUTS.length]!;
  const report = printReport(
    random,
    random.pick(layout.writings),
    layout.showsBlanks && random.chance(0.4) ? 'kept' : 'none',
  );
  return { layout: layout.name, seed, report, bytes: encoded(layout.print(report, random), random) };
}

const traditional = Converter({ from: 'cn', to: 't' });

function encoded(printed: string, random: Random): Uint8Array {
  const plain = random.chance(0.06) ? traditional(printed) : printed;
  const crlf = random.chance(0.2) ? plain.replace(/\n/g, '\r\n') : plain;
  const encoding = random.pick(['utf-8', 'utf-8', 'utf-8', 'gb18030', 'utf-16le'] as const);
  return iconv.encode(crlf, encoding, { addBOM: encoding === 'utf-16le' || random.chance(0.2) });
}
