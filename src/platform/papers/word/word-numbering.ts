/** 编号 [PUB-41]: Word counts when it shows; whoever reads the text alone would lose 一、（一）1. Here they are counted the same way. */
import { below, type Element, tagsIn } from './word-parts.ts';

const DIGITS = [...'零一二三四五六七八九'];

interface Level {
  readonly format: string;
  readonly text: string;
  readonly start: number;
}

export interface Numbering {
  /** What stands before the paragraph; undefined where nothing is counted, `•` for a bullet. */
  label(numbered: Element | undefined): { readonly label: string; readonly level: number } | undefined;
}

export function numberingOf(root: Element | undefined): Numbering {
  const schemes = new Map(tagsIn(root, 'w:abstractNum').map((tag) => [tag.attribs['w:abstractNumId'], levelsOf(tag)]));
  const lists = new Map(
    tagsIn(root, 'w:num').map((num) => {
      const scheme = below(num, 'w:abstractNumId')?.attribs['w:val'] ?? '';
      return [num.attribs['w:numId'], { scheme, own: tagsIn(num, 'w:lvlOverride').length > 0 }];
    }),
  );
  const counts = new Map<string, number[]>();
  return {
    label(numbered) {
      const id = below(numbered, 'w:numId')?.attribs['w:val'];
      const level = Number(below(numbered, 'w:ilvl')?.attribs['w:val'] ?? 0);
      const list = lists.get(id);
      const levels = list && schemes.get(list.scheme);
      const at = levels?.get(level);
      if (!id || !list || !levels || !at) return undefined;
      if (at.format === 'bullet') return { label: '•', level };
      if (at.format === 'none') return undefined;
      // Lists of one scheme count on, unless one begins anew.
      const key = list.own ? `list ${id}` : list.scheme;
      const count = counts.get(key) ?? [];
      const next = [...count.slice(0, level)];
      for (let n = 0; n < level; n += 1) next[n] ??= levels.get(n)?.start ?? 1;
      next[level] = count[level] === undefined ? at.start : count[level] + 1;
      counts.set(key, next);
      const label = at.text.replace(/%([1-9])/g, (_, place: string) =>
        inFormat(next[Number(place) - 1] ?? 1, levels.get(Number(place) - 1)?.format ?? 'decimal'),
      );
      return { label, level };
    },
  };
}

function levelsOf(scheme: Element): ReadonlyMap<number, Level> {
  return new Map(
    tagsIn(scheme, 'w:lvl').map((tag) => [
      Number(tag.attribs['w:ilvl']),
      {
        format: below(tag, 'w:numFmt')?.attribs['w:val'] ?? 'decimal',
        text: below(tag, 'w:lvlText')?.attribs['w:val'] ?? '',
        start: Number(below(tag, 'w:start')?.attribs['w:val'] ?? 1),
      },
    ]),
  );
}

function inFormat(count: number, format: string): string {
  if (/chinese|ideographDigital|japaneseCounting/i.test(format)) return inChinese(count);
  if (format === 'decimalEnclosedCircle' && count >= 1 && count <= 20) return String.fromCodePoint(0x245f + count);
  if (format === 'lowerLetter') return String.fromCodePoint(97 + ((count - 1) % 26));
  if (format === 'upperLetter') return String.fromCodePoint(65 + ((count - 1) % 26));
  if (format === 'lowerRoman') return inRoman(count).toLowerCase();
  if (format === 'upperRoman') return inRoman(count);
  return String(count);
}

/** 一 to 九十九; beyond, figure by figure. */
function inChinese(count: number): string {
  if (count > 99) return [...String(count)].map((digit) => DIGITS[Number(digit)]).join('');
  const [tens, ones] = [Math.floor(count / 10), count % 10];
  if (tens === 0) return DIGITS[ones]!;
  return `${tens > 1 ? DIGITS[tens] : ''}十${ones > 0 ? DIGITS[ones] : ''}`;
}

const ROMAN = [
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
] as const;

function inRoman(count: number): string {
  let [left, roman] = [Math.min(count, 399), ''];
  for (const [value, letters] of ROMAN) for (; left >= value; left -= value) roman += letters;
  return roman;
}
