/**
 * 带说明的数量 CountedThing: a quantity with the words that say what is counted, the separator that stands before it, the marker
 * (其中, 包括, 分别为 …) that opens a breakdown, and the quantities of the bracket that follows it.
 */
import { type Quantity, quantitiesIn } from './quantity.ts';

/** 、 joins words, , clauses, ; groups of clauses, 。 sentences. */
export type Rank = 0 | 1 | 2 | 3 | 4;

export interface Marker {
  readonly word: string;
  /** 分别为, 分为, 由…组成 promise that the parts are all there; 其中 and 包括 do not. */
  readonly exhaustive: boolean;
}

export interface CountedThing {
  readonly quantity: Quantity;
  /** Words since the last clause, marker or quantity. */
  readonly lead: string;
  /** Words up to the next separator: 25件*政府信息公开申请案件*. */
  readonly tail: string;
  /** The sentence up to the number. */
  readonly context: string;
  /** Strongest separator since the quantity before. */
  readonly rank: Rank;
  readonly marker?: Marker;
  /** A bare colon between the quantity before and this one's words. */
  readonly colon: boolean;
  /** `等` after it: the list is not complete. */
  readonly openEnded: boolean;
  readonly inside: readonly CountedThing[];
}

const RANKS: Readonly<Record<string, Rank>> = { '、': 1, ',': 2, ';': 3, '。': 4, '！': 4, '？': 4, '!': 4, '?': 4 };
const MARKER =
  /(其中包括|其中含|其中有|其中|具体包括|主要包括|内容涵盖|内容包括|包括|包含|涵盖|分别为|分别是|(?<![拆划细])分为|具体为|具体是|^(?:内)?含有?|^由)/g;

export function itemsOf(plain: string): CountedThing[] {
  const quantities = new Map(quantitiesIn(plain).map((quantity) => [quantity.start, quantity]));
  return level(plain, quantities, 0, plain.length);
}

type Draft = { -readonly [K in keyof CountedThing]: CountedThing[K] };

/** What has been read since the last quantity, and the quantities so far. */
interface Scan {
  readonly plain: string;
  readonly quantities: ReadonlyMap<number, Quantity>;
  readonly items: Draft[];
  words: string;
  rank: Rank;
  marker: Marker | undefined;
  colon: boolean;
  /** Where the sentence began. */
  sentence: number;
}

/** The quantities of one level of brackets, character by character. */
function level(plain: string, quantities: Scan['quantities'], from: number, to: number): CountedThing[] {
  const sentence = plain.lastIndexOf('。', from) + 1;
  const scan: Scan = { plain, quantities, items: [], words: '', rank: 0, marker: undefined, colon: false, sentence };
  for (let at = from; at < to; ) {
    const quantity = quantities.get(at);
    const ch = plain[at] ?? '';
    const stop = RANKS[ch];
    if (quantity) takeQuantity(scan, quantity, at);
    else if (stop !== undefined) takeStop(scan, stop, at);
    else if (ch === ':') takeColon(scan, at);
    else if (ch !== '(') takeWord(scan, ch);
    if (quantity) at = quantity.end;
    else at = ch === '(' ? takeBracket(scan, at, to) : at + 1;
  }
  return scan.items;
}

function takeQuantity(scan: Scan, quantity: Quantity, at: number): void {
  takeMarker(scan, at);
  const { words, rank, colon, marker } = scan;
  scan.items.push({
    quantity,
    lead: words.replace(/^(?:和|及|与|以及|、)/, ''),
    tail: '',
    context: scan.plain.slice(scan.sentence, at),
    rank,
    colon,
    openEnded: false,
    inside: [],
    ...(marker ? { marker } : {}),
  });
  Object.assign(scan, { words: '', rank: 0, marker: undefined, colon: false });
}

function takeWord(scan: Scan, ch: string): void {
  scan.words += ch;
  const last = scan.items.at(-1);
  if (!last || scan.rank > 0) return;
  last.tail += ch;
  if (last.tail.startsWith('等')) last.openEnded = true;
}

function takeStop(scan: Scan, stop: Rank, at: number): void {
  takeMarker(scan, at);
  if (stop > scan.rank) scan.rank = stop;
  if (stop === 1) {
    // 3件维持、1件被纠正: the words after a number are its own, not the next one's.
    scan.words = scan.rank === 1 && scan.items.at(-1)?.tail === scan.words ? '' : `${scan.words}、`;
    return;
  }
  if (stop === 4) scan.sentence = at + 1;
  if (stop === 4 || (scan.words !== '' && !scan.marker?.word.startsWith('其中'))) scan.marker = undefined;
  scan.words = '';
}

function takeColon(scan: Scan, at: number): void {
  takeMarker(scan, at);
  scan.colon ||= scan.words.length <= 6 && scan.items.length > 0 && scan.rank < 3;
  scan.words = '';
}

/** A bracket before the number (作其他处理(含主动撤回)341件) explains the words and is no clause of its own. */
function takeBracket(scan: Scan, at: number, to: number): number {
  const close = closing(scan.plain, at, to);
  const inside = level(scan.plain, scan.quantities, at + 1, close);
  const follows = scan.rank === 0 ? scan.words.length <= 12 : scan.words === '' && inside[0]?.marker !== undefined;
  const last = scan.items.at(-1);
  if (last && follows) last.inside = [...last.inside, ...inside];
  return close + 1;
}

function takeMarker(scan: Scan, at: number): void {
  const last = [...scan.words.matchAll(MARKER)]
    .filter(([word]) => word !== '由' || /组成|构成/.test(restOfSentence(scan.plain, at)))
    .at(-1);
  if (!last) return;
  const [word] = last;
  const labelled = scan.words.slice(0, last.index).replace(/^(?:的|信息|,)+/, '') !== '';
  // 「网上、当面分别为10件、5件」 names its parts first; whether they exhaust anything is not said.
  if (labelled && word.startsWith('分别')) return;
  scan.marker = { word, exhaustive: !labelled && /^(?:分|由)/.test(word) };
  scan.words = scan.words.slice(last.index + word.length);
}

function closing(plain: string, open: number, to: number): number {
  let depth = 0;
  for (let at = open; at < to; at++) {
    if (plain[at] === '(') depth += 1;
    if (plain[at] === ')') depth -= 1;
    if (depth === 0) return at;
  }
  return to;
}

function restOfSentence(plain: string, at: number): string {
  return /^[^。;]*/.exec(plain.slice(at))?.[0] ?? '';
}
