/**
 * 正文和表格的界线: which pieces are prose and which belong to Table 2, 3 or 4. A table begins at words only its head has, or at the
 * first words of the form after the heading of its part; sentences between a heading and its table, or after it, stay prose.
 */
import { isTopHeading, type Part, partOpened } from './headings.ts';
import { isPageNumber } from './source/page-number.ts';
import { type Piece, textOf } from './source/piece.ts';
import { fold, wordsOnly } from './tables/fold.ts';
import { isFormText, labelsIn } from './tables/labels.ts';
import { tokensOf, withoutNotes } from './tables/tokens.ts';

export type TableName = 'table2' | 'table3' | 'table4';

export interface Regions {
  readonly prose: readonly Piece[];
  readonly table2: readonly Piece[];
  readonly table3: readonly Piece[];
  readonly table4: readonly Piece[];
}

export function regionsOf(pieces: readonly Piece[]): Regions {
  const prosePieces: Piece[] = [];
  const runs: Record<TableName, Piece[][]> = { table2: [], table3: [], table4: [] };
  let inside: TableName | null = null;
  let announced: TableName | null = null;
  let open = false;
  let figures = 0;
  for (const piece of pieces) {
    const text = textOf(piece);
    if (isPageNumber(text)) continue;
    const words = wordsOnly(text);
    const part = partOpened(text);
    if (part !== null || (piece.kind === 'line' && isTopHeading(text) && !isPieceOfForm(text))) {
      inside = null;
      announced = tableOf(part);
      open = false;
      prosePieces.push(piece);
      continue;
    }
    const prose = piece.kind === 'line' && (isProse(withoutNotes(text)) || (open && goesOn(text)));
    const begins: TableName | null = prose
      ? null
      : (begun(piece, text, words, inside) ?? (isPieceOfForm(text) ? announced : null));
    if (begins !== null && begins !== inside) {
      inside = begins;
      runs[inside].push([]);
      figures = 0;
    }
    if (begins !== null) announced = null;
    if (inside === 'table4' && !prose && figures >= 15 && words !== '' && !isFormText(text)) inside = null;
    if (prose) open = !/[。！？!?：:]["”』」）)]?\s*$/.test(text);
    else if (text.trim() !== '') open = false;
    if (prose || inside === null) {
      prosePieces.push(piece);
      continue;
    }
    figures += figuresIn(text);
    runs[inside].at(-1)?.push(piece);
  }
  return {
    prose: prosePieces,
    table2: printedOnce(runs.table2),
    table3: printedOnce(runs.table3),
    table4: printedOnce(runs.table4),
  };
}

/** A table that is printed again, in an annex say, is the same table; its head may be cut off by the one above. */
function printedOnce(runs: readonly (readonly Piece[])[]): Piece[] {
  const words = runs.map((run) => fold(run.map(textOf).join('')).replace(/\s/g, ''));
  const again = (text: string, i: number) =>
    text.length > 20 && words.slice(0, i).some((above) => above.includes(text) || text.includes(above));
  return runs.filter((_, i) => !again(words[i]!, i)).flat();
}

function tableOf(part: Part | null): TableName | null {
  return part === 'table2' || part === 'table3' || part === 'table4' ? part : null;
}

const T2 = /^第二十条第?\(?[一五六八九]\)?项|^信息内容|本年制发件数|本年新制作数量|现行有效件数|对外公开总数量/;
const T3 = /勾稽关系|^申请人情况/;
const T4 = /结果维持|结果纠正|尚未审结|未经复议直接起诉|复议后起诉/;

/** The table whose own words a piece opens with. */
function begun(piece: Piece, text: string, words: string, inside: TableName | null): TableName | null {
  const squeezed = fold(text).replace(/\s/g, '');
  if (piece.kind === 'line' && squeezed.length > 60 && !isFormText(text) && labelsIn(text).length < 3) return null;
  if (T3.test(squeezed) || (/自然人/.test(words) && /商业企|科研机/.test(words))) return 'table3';
  if (T4.test(squeezed) && labelsIn(text).length === 0) return 'table4';
  if (T2.test(squeezed) && inside !== 'table3' && inside !== 'table4') return 'table2';
  return labelsIn(text)[0]?.code === '1' && isRow(text) ? 'table3' : null;
}

/** Three figures or more, and a label before them: what has words between its figures is a sentence. */
function isRow(text: string): boolean {
  const tokens = tokensOf(text);
  const figures = tokens.slice(tokens.findIndex(({ kind }) => kind !== 'words'));
  return figures.length >= 3 && figures.slice(0, 3).every(({ kind }) => kind !== 'words');
}

function isPieceOfForm(text: string): boolean {
  return wordsOnly(text) !== '' && isFormText(text);
}

const PROSE_WORDS = 14;
const PAUSE = /[，。；]/;

function isProse(text: string): boolean {
  const words = wordsOnly(text);
  if (/勾稽关系/.test(text)) return false;
  if (/。/.test(text) && words !== '') return true;
  if (/；/.test(text) && words.length >= 4 && !isFormText(text)) return true;
  return words.length >= PROSE_WORDS && !isFormText(text) && labelsIn(text).length === 0 && !T4_HEAD.test(words);
}

/** The head of Table 4 on one line, whatever else a converter has put there; commas would make it a sentence. */
const T4_HEAD = /结果维持结果纠正其他结果尚未审结/;

/** Whether a line can be the rest of a sentence: neither figures in columns nor a label of the form alone. */
function goesOn(text: string): boolean {
  if (PAUSE.test(text)) return true;
  const tokens = tokensOf(text);
  const numbers = tokens.filter(({ kind }) => kind === 'number').length;
  return numbers < 3 && numbers < tokens.length && !isFormText(text) && labelsIn(text).length === 0;
}

/** Figures in a line; glued ones count by their digits. */
function figuresIn(text: string): number {
  return tokensOf(text).reduce(
    (sum, token) =>
      sum + (token.kind === 'words' ? 0 : token.kind === 'number' && token.text.length > 8 ? token.text.length : 1),
    0,
  );
}
