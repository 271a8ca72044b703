/**
 * 读取年度报告 readReport [ANR-20…29]: any published 政府信息公开工作年度报告, as web page, text or Markdown, becomes figures and prose in
 * the form of `report.ts`. Cells apart from each other are read as printed, even where their sums fail; arithmetic only sets
 * the borders of glued figures; what it cannot settle is null and named in `undecided`.
 */
import { isRefusal, type Refusal } from '../../statute/refusal.ts';
import { FORMATS, type FormatName, formatFor, formatNamed } from '../form.ts';
import type { Report } from '../report.ts';
import { type Part, partOpened } from './headings.ts';
import { narrativeOf } from './narrative.ts';
import { isOwnCsv, readCsv } from './own/report-csv.ts';
import { readJson } from './own/report-json.ts';
import { GARBLED, MAX_CHARACTERS, MAX_PIECES, NO_REPORT, refuseBytes, SEVERAL, TOO_LONG } from './refusals.ts';
import { regionsOf } from './regions.ts';
import { withRightPages } from './right-pages.ts';
import { decode } from './source/decode.ts';
import { htmlPieces } from './source/html-pieces.ts';
import { withoutPageStarts } from './source/page-starts.ts';
import { type Piece, textOf } from './source/piece.ts';
import { simplified } from './source/simplified.ts';
import { textPieces } from './source/text-pieces.ts';
import { type SourceLine, sourceLines } from './source-lines.ts';
import { withoutOtherYears } from './tables/other-years.ts';
import { figuresTogether } from './tables/spaced-figures.ts';
import { readTable2 } from './tables/table2.ts';
import { readTable3 } from './tables/table3.ts';
import { readTable4 } from './tables/table4.ts';
import { withToldRows } from './tables/told-rows.ts';
import { unfoundCells } from './tables/unfound.ts';
import { titleOf } from './title.ts';

export interface ReadHints {
  readonly fileName?: string;
}

/** A report, and the lines of its tables where figures of it are undecided. */
export interface Reading {
  readonly report: Report;
  readonly source: readonly SourceLine[];
}

export function readReport(bytes: Uint8Array, hints: ReadHints = {}): Report | Refusal {
  const reading = readWithSource(bytes, hints);
  return isRefusal(reading) ? reading : reading.report;
}

export function readWithSource(bytes: Uint8Array, hints: ReadHints = {}): Reading | Refusal {
  const refusal = refuseBytes(bytes);
  if (refusal) return refusal;
  const text = isJson(bytes) ? new TextDecoder().decode(bytes) : decode(bytes);
  if (text === null) return GARBLED;
  if (/^(?:\{|\[\s*\{)/.test(text)) return withoutSource(readJson(text));
  if (isOwnCsv(text)) return withoutSource(readCsv(text));
  return readText(simplified(text), hints);
}

/** JSON is always UTF-8, and need not hold a word by which another encoding is told. */
function isJson(bytes: Uint8Array): boolean {
  return new TextDecoder().decode(bytes.subarray(0, 4)).startsWith('{');
}

function withoutSource(report: Report | Refusal): Reading | Refusal {
  return isRefusal(report) ? report : { report, source: [] };
}

function readText(text: string, { fileName }: ReadHints): Reading | Refusal {
  const { pieces: page, pageOf, pictured } = withoutPageStarts(piecesOf(text));
  if (isTooLong(page)) return TOO_LONG;
  const pieces = withToldRows(withRightPages(reportIn(text) ?? page));
  const regions = regionsOf(pieces);
  const parts = pieces.flatMap((piece) => partOpened(textOf(piece)) ?? []);
  if (regions.table3.length === 0 && new Set(parts).size < 2) return NO_REPORT;
  if (isSeveral(pieces, parts)) return SEVERAL;
  const { unit, year } = titleOf(page, fileName);
  const format = formatOf(regions.table2, year);
  const written = figuresTogether(regions);
  const table2 = format === '2021' ? readTable2(written.table2) : null;
  const table3 = readTable3(withoutOtherYears(written.table3, year), format);
  const table4 = readTable4(written.table4);
  const misprints = { ...table2?.misprints, ...table3.misprints, ...table4.misprints };
  const tables = { table2: table2?.table ?? null, table3: table3.table, table4: table4.table };
  const report: Report = {
    ...{ unit, year, format },
    ...tables,
    ...(table2?.glued && Object.keys(table2.glued).length > 0 ? { glued: table2.glued } : {}),
    ...(Object.keys(misprints).length > 0 ? { misprints } : {}),
    narrative: narrativeOf(regions.prose),
    undecided: [
      ...(table2?.undecided ?? []),
      ...table3.undecided,
      ...table4.undecided,
      ...unfoundCells({ regions, parts, tables, pictured }, formatNamed(format)),
    ],
  };
  return { report, source: report.undecided.length > 0 ? sourceLines(pieces, regions, pageOf) : [] };
}

function isTooLong(pieces: readonly Piece[]): boolean {
  return pieces.length > MAX_PIECES || pieces.reduce((sum, piece) => sum + textOf(piece).length, 0) > MAX_CHARACTERS;
}

/** A list of contents repeats headings, an annex repeats tables; only another report repeats both. */
function isSeveral(pieces: readonly Piece[], parts: readonly Part[]): boolean {
  const twice = (part: Part) => parts.indexOf(part) !== parts.lastIndexOf(part);
  if (!twice('overall')) return false;
  const rows = pieces.map(textOf).join('').replace(/\s/g, '').split('本年新收政府信息公开申请数量').length - 1;
  return rows > 1 || (twice('table3') && twice('table4') && twice('problems') && rows === 0);
}

const BLOCKS = /<(?:html|body|div|p|span)\b/i;

function piecesOf(given: string): Piece[] {
  const text = BLOCKS.test(given) ? markdownIn(given) : given;
  if (text === null) return htmlPieces(given);
  if (!/<table\b/i.test(text)) return textPieces(text);
  const parts = text.split(/(<table\b[\s\S]*?(?:<\/table\s*>|$))/i);
  return parts.flatMap((part, i) => ofTheirOwn(i % 2 === 1 ? htmlPieces(part) : textPieces(part), i));
}

/** More tables than one part of a page has. */
const APART = 10_000;

/** Tables of different parts of a page are different tables. */
function ofTheirOwn(pieces: readonly Piece[], part: number): Piece[] {
  return pieces.map((piece) => (piece.kind === 'row' ? { ...piece, table: part * APART + piece.table } : piece));
}

/** Converters put a whole page around each table of a Markdown text, whose lines are lines all the same. */
function markdownIn(text: string): string | null {
  if (!/^\s*[^<\s]/.test(text) || !/^#{1,6}\s+\S/m.test(text)) return null;
  const bare = text.replace(/<\/?(?:html|body)>/gi, '');
  return BLOCKS.test(bare.replace(/<table\b[\s\S]*?(?:<\/table\s*>|$)/gi, '')) ? null : bare;
}

/**
 * What of a page is the report, where more stands on it: the one element that holds the whole report, where the page marks it; else what is shown, where
 * that is a whole report, and what is hidden beside it another.
 */
function reportIn(text: string): readonly Piece[] | undefined {
  const [article, another] = text.match(/<article\b[^>]*>[\s\S]*?<\/article>/gi) ?? [];
  if (article !== undefined && another === undefined && isWhole(article)) return htmlPieces(article);
  if (!/<table\b/i.test(text) || !/display:\s*none|\shidden\b/i.test(text)) return undefined;
  const seen = htmlPieces(text, true);
  return isWhole(seen.map(textOf).join('')) ? seen : undefined;
}

function isWhole(text: string): boolean {
  const words = text.replace(/\s/g, '');
  return ['总体情况', '本年新收政府信息公开申请数量', '尚未审结', '其他需要报告'].every((part) => words.includes(part));
}

/** The columns of Table 2 tell the format; the year does where they are missing. */
function formatOf(table2: readonly Piece[], year: number | null): FormatName {
  const head = table2.map((piece) => textOf(piece).replace(/\s/g, '')).join('');
  if (/本年新制作|本年新公开|对外公开总数|上一年项目|集中采购/.test(head)) return '2019-trial';
  if (/本年制发|本年废止|现行有效/.test(head)) return '2021';
  return year !== null && year >= FORMATS[0]!.since ? formatFor(year).name : '2021';
}
