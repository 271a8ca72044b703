/**
 * 表二的表头: in which order a report prints 制发、废止、现行有效, and in which unit the fee; the form's own order and 万元 are not taken for granted
 * where the head says otherwise.
 */
import { type Piece, textOf } from '../source/piece.ts';
import { fold } from './fold.ts';

const COLUMNS = [/制发/, /废止/, /有效/] as const;

/** Where the three columns stand among the cells of a head row; null where it does not name each of them once. */
export function stockPlaces(cells: readonly string[]): readonly number[] | null {
  const places = COLUMNS.map((column) => {
    const at = cells.flatMap((text, i) => (column.test(fold(text).replace(/\s/g, '')) ? [i] : []));
    return at.length === 1 ? at[0]! : (at.find((i) => !/上年|上一年/.test(cells[i]!)) ?? -1);
  });
  return places.includes(-1) || new Set(places).size < COLUMNS.length ? null : places;
}

/** Which of several columns is this year's number of decisions; null where the head does not name one of them, and one only. */
export function decisionsPlace(cells: readonly string[]): number | null {
  const squeezed = cells.map((text) => fold(text).replace(/\s/g, ''));
  const found = squeezed.flatMap((text, at) => (/^本年处理决定数量/.test(text) ? [at] : []));
  const others = squeezed.filter((_, at) => at > 0 && at !== found[0]);
  const known = others.length > 0 && others.every((text) => /^(?:上年|上一年|比上年|较上年|同比)|增减/.test(text));
  return found.length === 1 && known ? found[0]! : null;
}

/** Whether running text names the three columns in another order than the form. */
export function isTurned(words: string): boolean {
  const places = COLUMNS.map((column) => words.search(column));
  return !places.includes(-1) && places.some((at, i) => i > 0 && at < places[i - 1]!);
}

/** 单位 to the power of ten by which it is 万元. */
const UNITS = { 亿元: 4, 万元: 0, 千元: -1, 百元: -2, 元: -4 } as const;
const UNIT = '(亿元|万元|千元|百元|元)';
const SAID: readonly RegExp[] = [
  new RegExp(`收费金额[^\\d元]{0,10}?${UNIT}`),
  new RegExp(`事业性收费\\(?(?:单位|金额)?:?${UNIT}`),
  new RegExp(`单位:[^\\d]{0,8}?${UNIT}`),
];

/** The exponent of the unit that the head, the label or a line beside the table says; undefined where none is said. */
export function feeExponent(pieces: readonly Piece[]): number | undefined {
  const text = pieces.map((piece) => fold(textOf(piece)).replace(/\s/g, '')).join('\u0001');
  const unit = SAID.map((said) => said.exec(text)?.[1]).find((found) => found !== undefined);
  return unit === undefined ? undefined : UNITS[unit as keyof typeof UNITS];
}

/** 万元 by moving the point, so that no digit is made or lost. */
export function movedBy(figure: number, exponent: number): number {
  return Number(`${figure}e${exponent}`);
}
