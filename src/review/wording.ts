/**
 * 错敏词、易错词 [REV-11, REV-12]: words that must not, or had better not, stand in what is published. Of overlapping words the longest counts; an
 * allowed phrase wins over every word inside it, so that 大麻烦 and 路口交通 are left in peace.
 */
import type { Severity } from '../statute/issue.ts';
import { fold } from './chinese-folding.ts';
import { excerpt, type Finding, findingOf } from './finding.ts';

export const WORD_CATEGORIES = {
  forbidden: { term: '违禁词', severity: 'error', basis: '《政府网站发展指引》（国办发〔2017〕47号）内容保障' },
  disrespectful: { term: '不当称谓', severity: 'warning', basis: '《残疾人保障法》第三条' },
  outdated: { term: '过时的机构名称', severity: 'warning', basis: '机构改革方案' },
  misspelt: { term: '易错词', severity: 'warning', basis: '《国家通用语言文字法》第九条' },
} as const satisfies Record<string, { term: string; severity: Severity; basis: string }>;

export type WordCategory = keyof typeof WORD_CATEGORIES;

export interface Wording {
  readonly word: string;
  readonly category: WordCategory;
  /** What to write instead; null where the word is to be taken out. */
  readonly instead: string | null;
}

export interface WordList {
  readonly words: readonly Wording[];
  /** 白名单: phrases in which a word of the list is meant otherwise. */
  readonly allowed: readonly string[];
}

/** @returns what finds the words of the list in a text; made ready once, used for many texts */
export function wordFinder({ words, allowed }: WordList): (text: string, where: string) => Finding[] {
  const known = new Map(words.map((wording) => [compared(wording.word).folded, wording]));
  const placesOfWords = placesOf([...known.keys()]);
  const placesOfAllowed = placesOf(allowed.map((phrase) => compared(phrase).folded));
  return (text, where) => {
    const read = compared(text);
    const { folded, at } = read;
    const hits = placesOfWords(folded).filter((hit) => isOneWord(read, hit));
    if (hits.length === 0) return [];
    const free = placesOfAllowed(folded);
    const meant = hits.filter(({ start, end }) => !free.some((phrase) => phrase.start <= start && end <= phrase.end));
    return longest(meant).map(({ pattern, start, end }) => {
      const wording = known.get(pattern)!;
      const quoted = excerpt(text, at[start]!, at[end - 1]! + 1);
      return findingOf(issueOf(wording, quoted.replaceAll('\n', '／'), where), wording.word);
    });
  };
}

/**
 * Every place where one of the words stands. They are looked up by their first two letters, so a list of ten thousand costs no more than a
 * short one, and an attachment of a million letters a moment.
 */
function placesOf(words: readonly string[]): (text: string) => Range[] {
  const byStart = new Map<number, string[]>();
  for (const word of new Set(words)) {
    const start = pairAt(word, 0);
    const others = byStart.get(start);
    if (others) others.push(word);
    else byStart.set(start, [word]);
  }
  return (text) => {
    const places: Range[] = [];
    for (let start = 0; start < text.length; start += 1) {
      const alike = byStart.get(pairAt(text, start));
      if (alike === undefined) continue;
      for (const pattern of alike)
        if (text.startsWith(pattern, start)) places.push({ pattern, start, end: start + pattern.length });
    }
    return places;
  };
}

/** Words have two letters at least: of one letter nearly every text would be full. */
function pairAt(text: string, at: number): number {
  return text.charCodeAt(at) * 0x10000 + (text.charCodeAt(at + 1) || 0);
}

interface Range {
  readonly pattern: string;
  readonly start: number;
  readonly end: number;
}

/** The leftmost first, of these the longest; what overlaps it is part of it. */
function longest(hits: readonly Range[]): Range[] {
  let taken = 0;
  return [...hits]
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .filter(({ start, end }) => {
      if (start < taken) return false;
      taken = end;
      return true;
    });
}

function issueOf({ word, category, instead }: Wording, quoted: string, where: string) {
  const { term, severity, basis } = WORD_CATEGORIES[category];
  return {
    code: severity === 'error' ? 'REV-11' : 'REV-12',
    severity,
    where,
    says: `有${term}“${word}”：“${quoted}”。`,
    basis,
    advice:
      instead === null
        ? '请删除或者改写；是误报的，由审核人判定并写明理由。'
        : `请改为“${instead}”；原文如此的，确认后可以保留。`,
  };
}

/** Spaces and invisible letters do not hide a word; line ends part what has nothing to do with each other. */
const GAPS = /[ \t\u00a0\u00ad\u200b-\u200f\u2060\u3000\ufeff]/;

export function withoutGaps(text: string): string {
  return text.replace(new RegExp(GAPS, 'g'), '');
}

const HAN = /[\u3400-\u9fff]/;
const SEPARATORS = /[·•・*_\-./|+]/;
const RADICALS = /[\u2e80-\u2fdf]/g;
/** Shorter words are met by chance where a line ends and the next begins. */
const OVER_LINES = 4;
/** Shorter ones where two others meet at a dot. */
const OVER_DOTS = 3;

/** Asked of every letter of every text, so without an expression. */
const [LETTER, GAP, MARK] = [1, 2, 3] as const;
const KINDS = new Uint8Array(0x10000);

function kindOf(code: number): number {
  KINDS[code] ||= kindAnew(String.fromCharCode(code));
  return KINDS[code]!;
}

function kindAnew(letter: string): number {
  if (GAPS.test(letter)) return GAP;
  return letter === '\n' || SEPARATORS.test(letter) ? MARK : LETTER;
}

interface Compared {
  readonly folded: string;
  /** For each letter its place in the text. */
  readonly at: readonly number[];
  /** What stood between it and the letter before, where something did. */
  readonly after: ReadonlyMap<number, 'dot' | 'line'>;
}

/** The text as words are looked for in it: 繁体 as 简体, one width and case, radicals as their characters, nothing between Chinese letters that does not part them. */
function compared(text: string): Compared {
  const same = fold(text.replace(RADICALS, (sign) => sign.normalize('NFKC')));
  const kept: number[] = [];
  for (let i = 0; i < text.length; i += 1) if (kindOf(text.charCodeAt(i)) !== GAP) kept.push(i);
  const at: number[] = [];
  const after = new Map<number, 'dot' | 'line'>();
  let folded = '';
  // Pieces of the text without anything left out are taken whole.
  let from = 0;
  let until = 0;
  let since: 'dot' | 'line' | undefined;
  for (let n = 0; n < kept.length; n += 1) {
    const place = kept[n]!;
    const isMark = kindOf(text.charCodeAt(place)) === MARK;
    const isLine = isMark && text[place] === '\n';
    if (isMark && at.length > 0 && isBetween(text, same, kept, n)) {
      since = isLine ? 'line' : 'dot';
      continue;
    }
    if (since !== undefined) after.set(at.length, since);
    since = undefined;
    at.push(place);
    if (isLine || place !== until) {
      folded += same.slice(from, until);
      from = place;
    }
    if (isLine) {
      folded += '\n';
      from = place + 1;
    }
    until = place + 1;
  }
  return { folded: folded + same.slice(from, until), at, after };
}

/** Whether the mark stands between two Chinese letters, with other marks or without. */
function isBetween(text: string, same: string, kept: readonly number[], n: number): boolean {
  let [left, right] = [n - 1, n + 1];
  const isMark = (i: number) => kept[i] !== undefined && kindOf(text.charCodeAt(kept[i]!)) === MARK;
  while (n - left <= 3 && isMark(left)) left -= 1;
  while (right - n <= 3 && isMark(right)) right += 1;
  return HAN.test(same[kept[left] ?? -1] ?? '') && HAN.test(same[kept[right] ?? -1] ?? '');
}

/** What stands in the middle of a word was put there to hide it, or does not belong to it. */
function isOneWord({ folded, after }: Compared, { start, end }: Range): boolean {
  const inside: (string | undefined)[] = [];
  for (let i = start + 1; i < end; i += 1) inside.push(after.get(i));
  if (inside.every((mark) => mark === undefined)) return true;
  if (inside.includes('line')) return end - start >= OVER_LINES && !inside.includes('dot');
  const alone = !HAN.test(folded[start - 1] ?? '') || !HAN.test(folded[end] ?? '');
  return inside.every((mark) => mark === 'dot') && (end - start >= OVER_DOTS || alone);
}
