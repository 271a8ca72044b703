/**
 * 逐行写出的表三 [ANR-63]: a sentence for each row that names all seven kinds of applicant with their figures. Only where there is no other Table 3, and the
 * sentences tell most of its rows, each once.
 */
import { APPLICANT_COLUMNS } from '../../form.ts';
import { type Line, type Piece, type Row, textOf } from '../source/piece.ts';
import { fold } from './fold.ts';
import { rowNamed } from './labels.ts';

const FEWEST = 15;
/** Far more than tables of any page have. */
const TABLE = 1_000_000;
const COLUMN = `(${APPLICANT_COLUMNS.join('|')}|合计)`;
const TOLD = new RegExp(`^(.{4,80}?)[:,;。]?\\s*((?:${COLUMN}(?:为|:|\\s)*\\d*\\s*件?[,;、。.]?\\s*){7})$`);
const FIGURE = new RegExp(`${COLUMN}(?:为|:|\\s)*(\\d*)`, 'g');

export function withToldRows(pieces: readonly Piece[]): readonly Piece[] {
  if (pieces.some((piece) => /勾稽关系|^申请人情况/.test(textOf(piece).replace(/\s/g, '')))) return pieces;
  const told = new Map(pieces.flatMap((piece) => (piece.kind === 'line' ? [[piece, rowIn(piece)] as const] : [])));
  const codes = [...told.values()].flatMap((row) => (row ? [rowNamed(row.cells[0]!.text)] : []));
  if (codes.length < FEWEST || new Set(codes).size < codes.length) return pieces;
  return pieces.map((piece) => (piece.kind === 'line' && told.get(piece)) || piece);
}

const LONGEST = 400;

function rowIn({ text }: Line): Row | null {
  if (text.length > LONGEST) return null;
  const [, label, figures] = TOLD.exec(fold(text).trim()) ?? [];
  if (label === undefined || figures === undefined || rowNamed(label) === null) return null;
  const named = new Map(
    [...figures.matchAll(FIGURE)].map(([, name, figure]) => [name === '合计' ? '总计' : name, figure!]),
  );
  if (named.size !== APPLICANT_COLUMNS.length) return null;
  const cells = [label, ...APPLICANT_COLUMNS.map((name) => named.get(name)!)];
  return { kind: 'row', cells: cells.map((cell) => ({ text: cell, own: true })), table: TABLE };
}
