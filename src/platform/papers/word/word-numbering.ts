/** 编号 [PUB-41]: Word counts when it shows; whoever reads the text alone would lose 一、（一）1. Here they are counted the same way. */
import { inFormat } from './word-number-formats.ts';
import { below, type Element, isOn, tagsIn, wordsOf } from './word-parts.ts';
import { type Style, styleOfParagraph } from './word-styles.ts';

/** What would run into the text behind it: a figure, a letter, 第一条. */
const PARTED = /[\da-z.．条章节款项编]$/i;
/** Word knows nine levels. */
const DEEPEST = 8;

const TYPES: Readonly<Record<string, Counted['type']>> = {
  ...{ decimal: '1', lowerLetter: 'a', upperLetter: 'A', lowerRoman: 'i', upperRoman: 'I' },
};

interface Level {
  readonly format: string;
  readonly text: string;
  readonly start: number;
  /** Begins anew after a level so high (1 is the highest), 0: after none; undefined: after any above it. */
  readonly restart: number | undefined;
  /** Whether nothing parts the number from the text. */
  readonly close: boolean;
  readonly indent: number | undefined;
  /** Shows the numbers above it in figures. */
  readonly legal: boolean;
  /** A bullet that shows nothing. */
  readonly blank: boolean;
}

/** 1. 2. or a. b. and nothing beside: as a list counts by itself. */
export interface Counted {
  readonly type: '1' | 'a' | 'A' | 'i' | 'I';
  readonly count: number;
}

export interface NumberedAs {
  readonly label: string;
  /** The list it counts in. */
  readonly key: string;
  readonly counted: Counted | undefined;
  readonly level: number;
  /** Where the text begins, in twips from the left. */
  readonly indent: number | undefined;
  /** Between the number and the text: nothing where the number ends in a mark of its own. */
  readonly gap: '' | ' ';
}

export interface Numbering {
  /** What stands before the paragraph; undefined where nothing is counted, `•` for a bullet. @param own the indent it gives itself */
  label(numbered: Element | undefined, own?: number): NumberedAs | undefined;
  /** Where the text of such a paragraph begins, whether it is counted or not. */
  indent(numbered: Element | undefined): number | undefined;
}

export function numberingOf(root: Element | undefined): Numbering {
  const schemes = schemesIn(root);
  const lists = new Map(
    tagsIn(root, 'w:num').map((num) => {
      const scheme = below(num, 'w:abstractNumId')?.attribs['w:val'] ?? '';
      const overrides = tagsIn(num, 'w:lvlOverride');
      const starts = new Map(
        overrides.flatMap((one) => {
          const start = below(one, 'w:startOverride')?.attribs['w:val'];
          return start === undefined ? [] : [[Number(one.attribs['w:ilvl']), Number(start)] as const];
        }),
      );
      const levels = new Map([...(schemes.get(scheme) ?? []), ...overrides.flatMap((one) => [...levelsOf(one)])]);
      return [num.attribs['w:numId'], { scheme, levels, own: overrides.length > 0, starts }];
    }),
  );
  const counts = new Map<string, (number | undefined)[]>();
  const found = (numbered: Element | undefined) => {
    const id = below(numbered, 'w:numId')?.attribs['w:val'];
    const written = Number(below(numbered, 'w:ilvl')?.attribs['w:val'] ?? 0);
    const level = written >= 0 && written <= DEEPEST ? written : 0;
    const list = lists.get(id);
    return { id, level, list, levels: list?.levels, at: list?.levels.get(level) };
  };
  return {
    indent: (numbered) => found(numbered).at?.indent,
    label(numbered, own) {
      const { id, level, list, levels, at } = found(numbered);
      if (!id || !list || !levels || !at) return undefined;
      // Lists of one scheme count on, unless one begins anew.
      const key = list.own ? `list ${id}` : list.scheme;
      const indent = own ?? at.indent;
      // Pandoc writes what goes on in an item as one more, with nothing before it.
      if (at.blank) return undefined;
      if (at.format === 'bullet') return { label: '•', key, counted: undefined, level, indent, gap: '' };
      if (at.format === 'none') return undefined;
      const count = counts.get(key) ?? [];
      const goesOn = (n: number) => n < level || (levels.get(n)?.restart ?? Number.POSITIVE_INFINITY) <= level;
      const next: (number | undefined)[] = count.map((one, n) => (goesOn(n) ? one : undefined));
      for (let n = 0; n < level; n += 1) next[n] ??= levels.get(n)?.start ?? 1;
      next[level] = count[level] === undefined ? (list.starts.get(level) ?? at.start) : count[level] + 1;
      counts.set(key, next);
      const label = at.text.replace(/%([1-9])/g, (_, place: string) =>
        inFormat(
          next[Number(place) - 1] ?? 1,
          at.legal && Number(place) <= level ? 'decimal' : (levels.get(Number(place) - 1)?.format ?? 'decimal'),
        ),
      );
      const type = new RegExp(`^%${level + 1}[.．]$`).test(at.text) ? TYPES[at.format] : undefined;
      const counted = type && { type, count: next[level]! };
      return { label, key, counted, level, indent, gap: !at.close && PARTED.test(label) ? ' ' : '' };
    },
  };
}

function restartOf(level: Element): number | undefined {
  const restart = below(level, 'w:lvlRestart')?.attribs['w:val'];
  return restart === undefined ? undefined : Number(restart);
}

/** A scheme may be kept by a style, and another refer to it there. */
function schemesIn(root: Element | undefined): ReadonlyMap<string, ReadonlyMap<number, Level>> {
  const schemes = tagsIn(root, 'w:abstractNum');
  const styled = new Map(schemes.map((tag) => [below(tag, 'w:styleLink')?.attribs['w:val'] ?? '', tag]));
  return new Map(
    schemes.map((tag) => {
      const style = below(tag, 'w:numStyleLink')?.attribs['w:val'];
      const kept = style === undefined ? undefined : styled.get(style);
      return [tag.attribs['w:abstractNumId'] ?? '', levelsOf(kept ?? tag)];
    }),
  );
}

function isBlank(level: Element): boolean {
  const text = below(level, 'w:lvlText')?.attribs['w:val'];
  const isBullet = below(level, 'w:numFmt')?.attribs['w:val'] === 'bullet';
  return isBullet && text !== undefined && /^\s+$/.test(text) && !below(level, 'w:lvlPicBulletId');
}

function levelsOf(scheme: Element): ReadonlyMap<number, Level> {
  return new Map(
    tagsIn(scheme, 'w:lvl').map((tag) => [
      Number(tag.attribs['w:ilvl']),
      {
        format: below(tag, 'w:numFmt')?.attribs['w:val'] ?? 'decimal',
        text: below(tag, 'w:lvlText')?.attribs['w:val'] ?? '',
        start: Math.max(0, Number(below(tag, 'w:start')?.attribs['w:val'] ?? 1) || 0),
        restart: restartOf(tag),
        close: below(tag, 'w:suff')?.attribs['w:val'] === 'nothing',
        indent: indentIn(below(tag, 'w:pPr')),
        legal: isOn(below(tag, 'w:isLgl')),
        blank: isBlank(tag),
      },
    ]),
  );
}

/** Where its words begin, in twips from the left. */
export function indentIn(properties: Element | undefined): number | undefined {
  const { 'w:left': left, 'w:start': start } = below(properties, 'w:ind')?.attribs ?? {};
  const indent = Number(left ?? start ?? Number.NaN);
  return Number.isFinite(indent) ? indent : undefined;
}

const LEVEL = /^(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[）)]|第[一二三四五六七八九十百]+[章条节])/;
/** So many runs may hold its first letters. */
const FIRST = 6;

/** 公文层次: whether any paragraph is counted 一、（一） or 第一条, or begins so. @param numbering of its own, which counts anew */
export function isOfficial(document: Element, styles: ReadonlyMap<string, Style>, numbering: Numbering): boolean {
  const isLevel = (paragraph: Element) => {
    const numbered = below(paragraph, 'w:pPr', 'w:numPr') ?? styleOfParagraph(paragraph, styles)?.numbering;
    const runs = tagsIn(paragraph, 'w:r').slice(0, FIRST);
    const begins = () =>
      runs
        .flatMap((run) => tagsIn(run, 'w:t').map(wordsOf))
        .join('')
        .trim();
    return LEVEL.test(numbering.label(numbered)?.label ?? begins());
  };
  return outsideTables(document).some((tag) => tag.name === 'w:p' && isLevel(tag));
}

/** What stands in a table counts its own lines. */
function outsideTables(tag: Element): Element[] {
  return [tag, ...tagsIn(tag).flatMap((child) => (child.name === 'w:tbl' ? [] : outsideTables(child)))];
}
