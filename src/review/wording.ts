/**
 * 错敏词、易错词 [REV-11, REV-12]: words that must not, or had better not, stand in what is published. Of overlapping words the longest counts; an
 * allowed phrase wins over every word inside it, so that 大麻烦 and 路口交通 are left in peace.
 */
import type { Severity } from '../statute/issue.ts';
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
  const known = new Map(words.map((wording) => [wording.word, wording]));
  const placesOfWords = placesOf([...known.keys()]);
  const placesOfAllowed = placesOf(allowed);
  return (text, where) => {
    const { folded, at } = withoutGaps(text);
    const hits = placesOfWords(folded);
    if (hits.length === 0) return [];
    const free = placesOfAllowed(folded);
    const meant = hits.filter(({ start, end }) => !free.some((phrase) => phrase.start <= start && end <= phrase.end));
    return longest(meant).map(({ pattern, start, end }) => {
      const wording = known.get(pattern)!;
      const quoted = excerpt(text, at[start]!, at[end - 1]! + 1);
      return findingOf(issueOf(wording, quoted, where), pattern);
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

/** @returns the letters, and for each its place in the text */
export function withoutGaps(text: string): { readonly folded: string; readonly at: readonly number[] } {
  const at: number[] = [];
  let folded = '';
  for (let i = 0; i < text.length; i += 1)
    if (!GAPS.test(text[i]!)) {
      folded += text[i];
      at.push(i);
    }
  return { folded, at };
}
