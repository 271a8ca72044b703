/** 表四的表头: whether a report prints the groups and the five results in the order of the form, or its results down the side. */
import { LITIGATION_COLUMNS } from '../../form.ts';
import { type Piece, textOf } from '../source/piece.ts';
import { fold } from './fold.ts';
import { partsOfRow } from './row-cells.ts';

export const RESULTS = [/结果维持|^维持/, /结果纠正|^纠正/, /其他结果/, /尚未审结/, /^(?:总计|合计)$/] as const;
export const GROUPS = [/^行政复议/, /未经复议/, /复议后/] as const;

/** Whether any row of the head names results or groups out of order. What a head does not say is taken from the form. */
export function isOutOfOrder(pieces: readonly Piece[]): boolean {
  return (
    pieces.some((piece) => {
      if (piece.kind !== 'row') return false;
      const cells = piece.cells.filter(({ own }) => own).map(({ text }) => squeezed(text));
      const results = cells.flatMap((text) => indexIn(RESULTS, text));
      if (results.length >= 2 && results.some((at, i) => at !== (results[0]! + i) % RESULTS.length)) return true;
      if (results.length === RESULTS.length && results[0] !== 0) return true;
      return descends(cells.flatMap((text) => indexIn(GROUPS, text))) || litigationFirst(cells);
    }) || descends(firstMentions(pieces))
  );
}

function litigationFirst(cells: readonly string[]): boolean {
  const [review, litigation] = [cells.indexOf('行政复议'), cells.indexOf('行政诉讼')];
  return review >= 0 && litigation >= 0 && litigation < review;
}

/** The groups in the order in which they are first named. */
function firstMentions(pieces: readonly Piece[]): number[] {
  const text = squeezed(pieces.map(textOf).join('|'));
  return GROUPS.slice(1)
    .map((group, i) => [text.search(group), i])
    .filter(([at]) => at! >= 0)
    .sort((a, b) => a[0]! - b[0]!)
    .map(([, i]) => i!);
}

/** 竖排: a row for each result, a figure for each group; undefined where the table lies as the form does. */
export function resultsDownTheSide(pieces: readonly Piece[]): readonly (readonly string[])[] | null | undefined {
  const rows = pieces.flatMap((piece) => (piece.kind === 'row' ? [partsOfRow(piece.cells)] : []));
  const found = rows.flatMap(({ label, values }) => {
    const at = indexIn(RESULTS, squeezed(label))[0];
    return at === undefined || values.length === 0 || !values.some((text) => /\d/.test(text)) ? [] : [{ at, values }];
  });
  if (found.length < 2) return undefined;
  const whole =
    found.length === LITIGATION_COLUMNS.length &&
    found.every(({ at, values }, i) => at === i && values.length === GROUPS.length);
  return whole ? GROUPS.map((_, group) => found.map(({ values }) => values[group]!)) : null;
}

export function indexIn(names: readonly RegExp[], text: string): number[] {
  const at = names.findIndex((name) => name.test(text));
  return at === -1 ? [] : [at];
}

function descends(places: readonly number[]): boolean {
  return places.some((at, i) => i > 0 && at < places[i - 1]!);
}

function squeezed(text: string): string {
  return fold(text).replace(/\s/g, '');
}
