/** 文本、Markdown 的片段: lines, rows drawn with pipes or tabs, and the layout in which every cell ends with a pipe of its own. */

import { partOpened } from '../headings.ts';
import { isFigureText } from '../tables/figure-text.ts';
import { isFormText } from '../tables/labels.ts';
import { commaRows } from './comma-rows.ts';
import { withoutPageNumbers } from './page-number.ts';
import { type Cell, line, type Piece } from './piece.ts';
import { cutRunOn } from './run-on.ts';

const RULE = /^[\s|:=+_—-]*$/;
const MAX_CELLS = 64;

export function textPieces(text: string): Piece[] {
  const lines = withoutPageNumbers(text.replace(/\r\n?|\u2028|\u2029|\u0085/g, '\n'))
    .split('\n')
    .flatMap(cutRunOn)
    .map(plain);
  if (oneCellPerLine(lines)) return cellStream(lines);
  const rows = commaRows(lines);
  return rows ? lines.map(rowOrLine(rows)) : lines.flatMap(rowsAndLines(frameOf(lines)));
}

function rowOrLine(rows: readonly (readonly string[] | null)[]): (text: string, at: number) => Piece {
  let table = 0;
  return (text, at) => {
    const cells = rows[at];
    if (!cells) return line(text);
    if (!rows[at - 1]) table++;
    return { kind: 'row', cells: cells.map(own), table };
  };
}

/** What Markdown and converters leave of a page: rules of the table, heading signs, signs made plain by a backslash, bold type, entities, breaks in cells. */
function plain(printed: string): string {
  return printed
    .replace(/[｜│┃¦]/g, '|')
    .replace(/^\s*#{1,6}\s+/, '')
    .replace(/&nbsp;|&#160;|&#xa0;|&emsp;|&ensp;/gi, ' ')
    .replace(/<br\s*\/?>/gi, ' ')
    .replace(/\\([.\-_#+()[\]>])/g, '$1')
    .replace(/\*\*|__(?=\S)|(?<=\S)__/g, '');
}

/** `26 |` line by line: the pipe closes a cell, an empty one is a blank cell or the rest of a merged one. */
function oneCellPerLine(lines: readonly string[]): boolean {
  const piped = lines.filter((text) => /[^|\s]/.test(text) && text.includes('|'));
  const closing = piped.filter((text) => /^[^|]+\|[|\s]*$/.test(text));
  return piped.length >= 12 && closing.length > piped.length * 0.7;
}

/** Whether pipes stand around a row (`| a | b |`) or only between its cells, so that one at an end tells of a blank cell. */
interface Frame {
  readonly opens: boolean;
  readonly closes: boolean;
}

function frameOf(lines: readonly string[]): Frame {
  const bare = lines.filter((text) => /^\s*[^|\s].*\|/.test(text));
  const opened = lines.filter((text) => /^\s*\|.*[^|\s]/.test(text));
  return {
    opens: opened.length > bare.length,
    closes: bare.filter((text) => /\|\s*$/.test(text)).length > bare.length / 2,
  };
}

function rowsAndLines(frame: Frame): (text: string) => Piece[] {
  let table = 0;
  let inside = false;
  return (text) => {
    const cells = cellsOf(text, frame);
    if (cells === null) {
      inside = false;
      return [line(text)];
    }
    if (!inside) table++;
    inside = true;
    return cells.length === 0 ? [] : [{ kind: 'row', cells: cells.map(own), table }];
  };
}

/** @returns null where the line is no row; empty where it only draws the table */
function cellsOf(text: string, frame: Frame): string[] | null {
  const pipes = text.replace(/\\\|/g, '／');
  if (pipes.includes('|')) {
    if (RULE.test(pipes)) return [];
    const cells = pipes.trim().split('|');
    const framed = (frame.opens || pipes.startsWith('|')) && cells[0]?.trim() === '' && cells.length > 1;
    if (framed) cells.shift();
    if ((framed || frame.closes) && cells.at(-1)?.trim() === '' && cells.length > 1) cells.pop();
    return cells.slice(0, MAX_CELLS).map((cell) => cell.trim());
  }
  const tabs = text.split('\t').map((cell) => cell.trim());
  const filled = tabs.filter((cell) => cell !== '').length;
  if (filled < 2 || (filled === 2 && tabs.length < 4 && !isFormText(tabs[0]!))) return null;
  return tabs.slice(0, MAX_CELLS);
}

function cellStream(lines: readonly string[]): Piece[] {
  const pieces: Piece[] = [];
  let cells: string[] = [];
  let open = '';
  const closeRow = () => {
    if (cells.some((cell) => cell !== '')) pieces.push({ kind: 'row', cells: cells.map(own), table: 0 });
    cells = [];
  };
  const take = (cell: string) => {
    const label = cell !== '' && !isFigureText(cell);
    if (label && cells.length > 0 && (cells.at(-1) === '' || isFigureText(cells.at(-1)!))) closeRow();
    cells.push(cell);
  };
  lines.forEach((text, at) => {
    if (!text.includes('|')) {
      const continues = lines.slice(at, at + 6).find((next) => next.includes('|') || next.length > 60);
      if (open.trim() === '' && (text.length > 40 || partOpened(text) !== null || !continues?.includes('|'))) {
        closeRow();
        pieces.push(line(text));
      } else if (text.trim() !== '' || open !== '') open += `${text}\n`;
      return;
    }
    // Pipes alone are what a merged cell leaves of its row; one alone may be a blank cell.
    if (/^\s*\|(?:\s*\|)+\s*$/.test(text) && open.trim() === '') {
      closeRow();
      return;
    }
    const parts = `${open}${text}`.split('|');
    open = '';
    for (const part of parts.slice(0, -1)) take(part.trim());
    open = parts.at(-1)!.trim();
  });
  closeRow();
  if (open !== '') for (const text of open.split('\n')) pieces.push(line(text));
  return pieces;
}

function own(text: string): Cell {
  return { text, own: true };
}
