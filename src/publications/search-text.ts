/**
 * 检索文本 [PUB-20]: two neighbouring characters decide what is found, so that every name and every two-character word is; words of the
 * title decide only the order. The app builds both tsvector literals and the tsquery: no dictionary of the database takes part.
 */
import { fold } from '../review/chinese-folding.ts';
import { type CivilDate, yearOf } from '../statute/civil-date.ts';
import { type Month, monthOf } from './month-windows.ts';

/** Cuts a title into words; jieba behind it (`title-words.ts`), anything in tests. */
export type CutWords = (text: string) => readonly string[];

const HAN = '\\p{Script=Han}';
const RUNS = new RegExp(`(${HAN}+)|((?:(?!${HAN})[\\p{L}\\p{N}\\p{M}])+)`, 'gu');
const TERMS = /[\p{L}\p{N}\p{M}]+/gu;
/** 字间空格: `通 知` set wide is still 通知. */
const SET_WIDE = new RegExp(`(?<=(?:^|[^\\p{L}\\p{N}])${HAN}) +(?=${HAN}(?:[^\\p{L}\\p{N}]|$))`, 'gu');

const LONGEST_TOKEN = 64;
const LONGEST_QUERY = 100;
const MOST_TERMS = 8;

/** The text in which a phrase is looked up again. */
export function foldedText(text: string): string {
  return fold(text).replace(SET_WIDE, '');
}

/** Lexemes of a text: pairs of neighbouring characters, the last character of each run, whole words and numbers of other scripts. */
export function gramsOf(folded: string): Set<string> {
  const grams = new Set<string>();
  for (const [, han, other] of folded.matchAll(RUNS)) {
    if (other !== undefined) grams.add(other.slice(0, LONGEST_TOKEN));
    else for (const gram of pairsOf(han!)) grams.add(gram);
  }
  return grams;
}

/** 检索范围: lexemes beside those of the text, so that one index narrows and finds. No text makes a lexeme with a colon. */
export interface Scope {
  readonly agencyId: string;
  readonly kind: string;
  readonly publishedOn: CivilDate;
}

/** `'公开' '开条' 'year:2024' 'month:2024-12'`: no positions, for only presence is asked. */
export function gramsLiteral(folded: string, scope: Scope): string {
  const { agencyId, kind, publishedOn } = scope;
  const when = [`year:${yearOf(publishedOn)}`, `month:${monthOf(publishedOn)}`];
  return [...gramsOf(folded), `agency:${agencyId}`, `kind:${kind}`, ...when].map(quote).join(' ');
}

/** What a search is narrowed to; everything where nothing is said. */
export interface AskedScope {
  readonly agencyIds?: readonly string[];
  readonly kind?: string;
  readonly year?: number;
  /** Any of them. */
  readonly months?: readonly Month[];
}

/** `'year:2024' & ('agency:a' | 'agency:b')`; empty when everything is asked for. */
export function scopeConditions({ agencyIds, kind, year, months }: AskedScope): string[] {
  const anyOf = (lexemes: readonly string[]) => `(${lexemes.map(quote).join(' | ')})`;
  return [
    ...(agencyIds === undefined ? [] : [anyOf([...agencyIds, ''].map((id) => `agency:${id}`))]),
    ...(kind === undefined ? [] : [quote(`kind:${kind}`)]),
    ...(year === undefined ? [] : [quote(`year:${year}`)]),
    ...(months === undefined ? [] : [anyOf(months.map((month) => `month:${month}`))]),
  ];
}

/** `'公开':1A '条例':2A`. */
export function titleWordsLiteral(title: string, cut: CutWords): string {
  return wordsOf(title, cut)
    .map((word, i) => `${quote(word)}:${i + 1}A`)
    .join(' ');
}

/** What somebody looks for: every term must stand in the text as it is written. */
export interface SearchQuery {
  readonly terms: readonly string[];
  /** Conditions of a tsquery over grams; empty when nothing was asked. */
  readonly grams: readonly string[];
  /** tsquery over title words, for the order; null when there is none. */
  readonly words: string | null;
  /** Terms whose pairs may be found apart, so that the phrase must be looked up again. */
  readonly recheck: readonly string[];
}

export function parseQuery(typed: string, cut: CutWords): SearchQuery {
  const folded = foldedText(typed.slice(0, LONGEST_QUERY));
  const terms = [...new Set(folded.match(TERMS) ?? [])].slice(0, MOST_TERMS);
  const conditions = terms.map(conditionsOf);
  const words = wordsOf(terms.join(' '), cut);
  return {
    terms,
    grams: [...new Set(conditions.flat())],
    words: words.length === 0 ? null : words.map(quote).join(' | '),
    recheck: terms.filter((_, i) => conditions[i]!.length > 1),
  };
}

/** A single character is the beginning of some pair, or the last of its run. */
function conditionsOf(term: string): string[] {
  return [...term.matchAll(RUNS)].flatMap(([, han, other]) => {
    if (other !== undefined) return [quote(other.slice(0, LONGEST_TOKEN))];
    const pairs = pairsOf(han!);
    return pairs.length === 1 ? [`${quote(pairs[0]!)}:*`] : pairs.slice(0, -1).map(quote);
  });
}

/** `信息公开` → 信息, 息公, 公开, 开. */
function pairsOf(run: string): string[] {
  const characters = Array.from(run);
  return characters.map((character, i) => character + (characters[i + 1] ?? ''));
}

function wordsOf(text: string, cut: CutWords): string[] {
  return [...new Set(cut(foldedText(text)).flatMap((word) => word.match(TERMS) ?? []))];
}

/** Quoted as tsvector and tsquery read it, so that no lexeme is taken for an operator. */
function quote(lexeme: string): string {
  return /['\\]/.test(lexeme) ? `'${lexeme.replace(/['\\]/g, '$&$&')}'` : `'${lexeme}'`;
}
