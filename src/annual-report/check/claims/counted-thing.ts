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

function level(plain: string, quantities: ReadonlyMap<number, Quantity>, from: number, to: number): CountedThing[] {
  const items: Draft[] = [];
  let words = '';
  let rank: Rank = 0;
  let marker: Marker | undefined;
  let colon = false;
  let sentence = Math.max(plain.lastIndexOf('。', from), -1) + 1;
  const takeMarker = () => {
    const found = [...words.matchAll(MARKER)].filter(
      (m) => m[1] !== '由' || /组成|构成/.test(restOfSentence(plain, at)),
    );
    const last = found.at(-1);
    if (!last?.[1]) return;
    const labelled = words.slice(0, last.index).replace(/^(?:的|信息|,)+/, '') !== '';
    // 「网上、当面分别为10件、5件」 names its parts first; whether they exhaust anything is not said.
    const exhaustive = /^(?:分别|分为|由)/.test(last[1]) && !labelled;
    if (/^分别/.test(last[1]) && labelled) return;
    marker = { word: last[1], exhaustive };
    words = words.slice(last.index + last[1].length);
  };
  let at = from;
  while (at < to) {
    const quantity = quantities.get(at);
    if (quantity) {
      takeMarker();
      const context = plain.slice(sentence, at);
      items.push({
        quantity,
        lead: words.replace(/^(?:和|及|与|以及|、)/, ''),
        tail: '',
        context,
        rank,
        colon,
        openEnded: false,
        inside: [],
        ...(marker ? { marker } : {}),
      });
      [words, rank, marker, colon] = ['', 0, undefined, false];
      at = quantity.end;
      continue;
    }
    const ch = plain[at] ?? '';
    const last = items.at(-1);
    if (ch === '(') {
      const close = closing(plain, at, to);
      const inside = level(plain, quantities, at + 1, close);
      const follows = rank === 0 ? words.length <= 12 : words === '' && inside[0]?.marker !== undefined;
      if (last && follows) last.inside = [...last.inside, ...inside];
      // A bracket before the number (作其他处理(含主动撤回)341件) explains the words and is no clause of its own.
      at = close + 1;
      continue;
    }
    const stop = RANKS[ch];
    if (stop !== undefined) {
      takeMarker();
      if (stop > rank) rank = stop;
      if (stop === 4) sentence = at + 1;
      if (stop >= 2) {
        if (marker && words !== '' && !marker.word.startsWith('其中')) marker = undefined;
        if (stop === 4) marker = undefined;
        words = '';
      } else if (last && rank === 1 && last.tail === words) {
        // 3件维持、1件被纠正: the words after a number are its own, not the next one's.
        words = '';
      } else {
        words += ch;
      }
    } else if (ch === ':') {
      takeMarker();
      colon ||= words.length <= 6 && last !== undefined && rank < 3;
      words = '';
    } else {
      words += ch;
      if (last && rank === 0) {
        last.tail += ch;
        if (last.tail.startsWith('等')) last.openEnded = true;
      }
    }
    at += 1;
  }
  return items;
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
