/** A paragraph: its text, what is counted before it, and as what it is set: heading, item of a list, in the middle or on the right. */
import { escapeText } from '../escape-text.ts';
import { drawnIn, isRuled, textBoxesIn } from './word-drawings.ts';
import { indentIn, type NumberedAs } from './word-numbering.ts';
import { below, type Element, tagsIn } from './word-parts.ts';
import type { Reading } from './word-reading.ts';
import { runsOf } from './word-runs.ts';
import { type Style, styleOfParagraph } from './word-styles.ts';

export interface ParagraphRead {
  /** Without the number before it. */
  readonly written: string;
  readonly numbered: NumberedAs | undefined;
  /** With it, in its element. */
  readonly html: string;
  readonly isHeading: boolean;
  /** Where its words begin, where it says so. */
  readonly indent: number | undefined;
  /** Boxes in it, and what stands for what is drawn. */
  readonly boxes: readonly Element[];
  readonly drawn: string;
  /** Whether the next goes on in it: its end was deleted, or it is no more than a large first letter. */
  readonly runsOn: boolean;
}

/** What stands in a text: a paragraph, or HTML that is whole. */
export type BlockRead = ParagraphRead | string;

/** 一、 and （一）: what a county types instead of a heading style. */
const BY_LOOK = [/^[一二三四五六七八九十]+、/, /^[（(][一二三四五六七八九十]+[）)]/];
const HEADING_LETTERS = 40;

/** @param before what goes on in it from the paragraph before; @param inCell a line of a table is no heading, whatever it looks like */
export function paragraphOf(paragraph: Element, reading: Reading, before: string, inCell: boolean): ParagraphRead {
  const properties = below(paragraph, 'w:pPr');
  const style = styleOfParagraph(paragraph, reading.styles);
  const raw = before + runsOf(paragraph, reading);
  const tabs = tabsOf(properties, style);
  const written = trimmed(raw).replace(/\t+/g, tabs.length > 0 ? '\u3000\u3000' : ' ');
  // Word counts a paragraph that says nothing as well, and shows its number: the first column of many a table is no more.
  const numPr = below(properties, 'w:numPr') ?? style?.numbering;
  const counted = reading.numbering.label(numPr, indentIn(properties));
  const numbered = written === '' && !(inCell && counted?.label !== '•') ? undefined : counted;
  const text = numbered && numbered.label !== '•' ? `${escapeText(numbered.label)}${numbered.gap}${written}` : written;
  const heading = headingOf(text, properties, style, reading, inCell);
  const side = inCell ? alignOf(properties, style) : (alignOf(properties, style) ?? pushedTo(raw, properties, tabs));
  const open = heading ? `h${heading}` : side ? `p data-align="${side}"` : 'p';
  return {
    written,
    numbered,
    isHeading: heading !== undefined,
    html:
      text === ''
        ? !inCell && isRuled(paragraph)
          ? '<hr>'
          : ''
        : `<${open}>${heading ? lessBold(text) : text.trim()}</${heading ? open : 'p'}>`,
    indent: indentIn(properties) ?? (counted ? undefined : reading.numbering.indent(numPr)),
    boxes: textBoxesIn(paragraph, reading),
    drawn: reading.drawn.size > 0 ? drawnIn(paragraph, reading) : '',
    runsOn: below(properties, 'w:rPr', 'w:del') !== undefined || isDropped(properties),
  };
}

/** 首字下沉: the letter stands in a paragraph of its own, and begins the next. */
function isDropped(properties: Element | undefined): boolean {
  return /^(?:drop|margin)$/.test(below(properties, 'w:framePr')?.attribs['w:dropCap'] ?? '');
}

/** A heading is set apart as a whole. */
function lessBold(text: string): string {
  return text.replace(/<\/?strong>/g, '').trim();
}

/** Without the blanks and the empty lines at its ends. */
function trimmed(text: string): string {
  let words = text.trim();
  while (words.startsWith('<br>')) words = words.slice(4).trimStart();
  while (words.endsWith('<br>')) words = words.slice(0, -4).trimEnd();
  return words;
}

function headingOf(
  text: string,
  properties: Element | undefined,
  style: Style | undefined,
  { traces }: Reading,
  inCell: boolean,
): number | undefined {
  const outline = below(properties, 'w:outlineLvl')?.attribs['w:val'];
  const level = outline === undefined ? style?.heading : Number(outline) < 9 ? Number(outline) + 1 : undefined;
  if (level) return Math.min(level + 1, 4);
  const plain = text.replace(/<[^>]*>/g, '');
  const byLook = inCell ? -1 : BY_LOOK.findIndex((pattern) => pattern.test(plain));
  if (byLook < 0 || plain.length > HEADING_LETTERS || /[。；;：:]$/.test(plain)) return undefined;
  traces.headingsByLook += 1;
  return byLook + 2;
}

type Side = 'center' | 'right';

function alignOf(properties: Element | undefined, style: Style | undefined): Side | undefined {
  const align = below(properties, 'w:jc')?.attribs['w:val'] ?? style?.align;
  return align === 'center' ? 'center' : align === 'right' || align === 'end' ? 'right' : undefined;
}

interface Tab {
  readonly at: number;
  readonly side: string;
}

/** 制表位, from the left. */
function tabsOf(properties: Element | undefined, style: Style | undefined): Tab[] {
  return tagsIn(below(properties, 'w:tabs') ?? style?.tabs, 'w:tab')
    .map(({ attribs }) => ({ at: Number(attribs['w:pos'] ?? 0), side: attribs['w:val'] ?? 'left' }))
    .filter(({ side }) => side !== 'clear')
    .sort((a, b) => a.at - b.at);
}

/** In letters of the third size: one in twips, of a tab no stop is set for, of a line of A4. */
const LETTER = 320;
const TAB = 2.25;
/** Further right than any indent of running text, and short: where an office signs. */
const FAR = 10;
const SIGNED = 26;

/** 落款: many a typist puts it on the right with blanks, tabs or an indent. */
function pushedTo(raw: string, properties: Element | undefined, tabs: readonly Tab[]): Side | undefined {
  const plain = raw.replace(/<[^>]*>/g, '');
  const lead = /^[\s\u3000]*/.exec(plain)?.[0] ?? '';
  const words = plain.slice(lead.length).trim();
  if (words === '' || words.length > SIGNED || words.includes('\t')) return undefined;
  const count = lead.split('\t').length - 1;
  const stop = count > 0 ? tabs[count - 1]?.side : undefined;
  if (stop === 'right' || stop === 'end') return 'right';
  if (stop === 'center') return 'center';
  const {
    'w:left': left,
    'w:start': start,
    'w:leftChars': chars,
    'w:firstLine': first,
  } = below(properties, 'w:ind')?.attribs ?? {};
  const indent = chars === undefined ? Number(left ?? start ?? 0) / LETTER : Number(chars) / 100;
  const blanks = [...lead].reduce((sum, one) => sum + (one === '\t' ? TAB : one === '\u3000' ? 1 : 0.5), 0);
  return indent + blanks + Number(first ?? 0) / LETTER >= FAR ? 'right' : undefined;
}
