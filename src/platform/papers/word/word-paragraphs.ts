/** The text of a document from its paragraphs, with what is settled by rule [PUB-42]: deletions go, insertions stay, what is hidden never leaves. */
import { escapeText } from '../escape-text.ts';
import { fieldsOf } from './word-fields.ts';
import { mathOf } from './word-math.ts';
import type { Numbering } from './word-numbering.ts';
import { below, type Element, isOn, type Style, styleOfParagraph, THROUGH, tagsIn } from './word-parts.ts';
import { tableHtml } from './word-tables.ts';

export interface Reading {
  readonly traces: Record<
    'revisions' | 'comments' | 'hidden' | 'textBoxes' | 'pictures' | 'taken' | 'notes' | 'links' | 'headingsByLook',
    number
  >;
  readonly links: ReadonlyMap<string, string>;
  /** Addresses of the pictures by the id of the relation. */
  readonly media: ReadonlyMap<string, string>;
  readonly styles: ReadonlyMap<string, Style>;
  /** Runs whose words nobody sees. */
  readonly unseen: ReadonlySet<Element>;
  readonly numbering: Numbering;
  readonly notes: ReadonlyMap<string, Element>;
  /** Notes in the order in which the text refers to them. */
  readonly cited: Element[];
}

/** 一、 and （一）: what a county types instead of a heading style. */
const BY_LOOK = [/^[一二三四五六七八九十]+、/, /^[（(][一二三四五六七八九十]+[）)]/];
const HEADING_LETTERS = 40;
/** Half points: smaller than any running text of an official document. */
const SMALL = 20;
const SAFE_LINK = /^(?:https?:\/\/|mailto:|tel:)/i;
export function bodyOf(document: Element, reading: Reading): string {
  const html = blocksOf(below(document, 'w:body'), reading);
  const { cited } = reading;
  // The list of notes grows when a note has a note.
  let notes = '';
  for (let n = 0; n < cited.length; n += 1)
    notes += `<p>[${n + 1}] ${tagsIn(cited[n], 'w:p')
      .map((paragraph) => runsOf(paragraph, reading).trim())
      .join('<br>')}</p>`;
  return notes ? `${html}<hr>${notes}` : html;
}

/** Paragraphs and tables one after the other; bullets become lists by their depth. */
export function blocksOf(parent: Element | undefined, reading: Reading): string {
  let html = '';
  // Of the lists that stand open: one below a counted paragraph begins deeper and has no empty level above it.
  const levels: number[] = [];
  const toLevel = (wanted: number) => {
    for (; (levels.at(-1) ?? -1) > wanted; levels.pop()) html += '</li></ul>';
  };
  for (const tag of flatBlocks(parent, reading)) {
    if (tag.name === 'w:tbl') {
      toLevel(-1);
      html += tableHtml(tag, (cell) => blocksOf(cell, reading));
      continue;
    }
    const { text, boxes, bullet, wrap } = paragraphOf(tag, reading);
    if (bullet !== undefined && text !== '') {
      toLevel(bullet);
      html += levels.at(-1) === bullet ? `</li><li>${text}` : `<ul><li>${text}`;
      if (levels.at(-1) !== bullet) levels.push(bullet);
    } else if (text !== '') {
      toLevel(-1);
      html += `<${wrap.open}>${text}</${wrap.close}>`;
    }
    if (boxes !== '') {
      toLevel(-1);
      html += boxes;
    }
  }
  toLevel(-1);
  return html;
}

function flatBlocks(parent: Element | undefined, reading: Reading): Element[] {
  return tagsIn(parent).flatMap((tag) => {
    if (tag.name === 'w:p' || tag.name === 'w:tbl') return [tag];
    if (tag.name === 'w:ins' || tag.name === 'w:moveTo' || THROUGH.has(tag.name)) return flatBlocks(tag, reading);
    return [];
  });
}

function paragraphOf(paragraph: Element, reading: Reading) {
  const properties = below(paragraph, 'w:pPr');
  const style = styleOfParagraph(paragraph, reading.styles);
  const written = runsOf(paragraph, reading).trim();
  const boxes = textBoxesIn(paragraph, reading)
    .map((box) => blocksOf(box, reading))
    .join('');
  const numbered =
    written === '' ? undefined : reading.numbering.label(below(properties, 'w:numPr') ?? style?.numbering);
  const isBullet = numbered?.label === '•';
  const text = numbered && !isBullet ? `${escapeText(numbered.label)}${numbered.gap}${written}` : written;
  return { text, boxes, bullet: isBullet ? numbered.level : undefined, wrap: wrapOf(text, paragraph, style, reading) };
}

function wrapOf(text: string, paragraph: Element, style: Style | undefined, { traces }: Reading) {
  const outline = below(paragraph, 'w:pPr', 'w:outlineLvl')?.attribs['w:val'];
  const level = outline !== undefined && Number(outline) < 9 ? Number(outline) + 1 : style?.heading;
  if (level) return { open: `h${Math.min(level + 1, 4)}`, close: `h${Math.min(level + 1, 4)}` };
  const plain = text.replace(/<[^>]*>/g, '');
  const byLook = BY_LOOK.findIndex((pattern) => pattern.test(plain));
  if (byLook >= 0 && plain.length <= HEADING_LETTERS && !/[。；;：:]$/.test(plain)) {
    traces.headingsByLook += 1;
    return { open: `h${byLook + 2}`, close: `h${byLook + 2}` };
  }
  const align = below(paragraph, 'w:pPr', 'w:jc')?.attribs['w:val'] ?? style?.align;
  const side = align === 'center' ? 'center' : align === 'right' || align === 'end' ? 'right' : undefined;
  return { open: side ? `p data-align="${side}"` : 'p', close: 'p' };
}

function runsOf(parent: Element, reading: Reading): string {
  const { traces } = reading;
  const fields = fieldsOf((address, words) => linked(address, words, reading));
  for (const tag of tagsIn(parent)) {
    if (tag.name === 'w:r') fields.take(tag, runOf(tag, reading));
    else if (tag.name === 'w:del' || tag.name === 'w:moveFrom') traces.revisions += 1;
    else if (tag.name === 'w:ins' || tag.name === 'w:moveTo') {
      traces.revisions += 1;
      fields.add(runsOf(tag, reading));
    } else if (tag.name === 'w:hyperlink') fields.add(linkOf(tag, reading));
    else if (tag.name === 'm:oMath' || tag.name === 'm:oMathPara') fields.add(mathOf(tag));
    else if (THROUGH.has(tag.name)) fields.add(runsOf(tag, reading));
  }
  return fields.end();
}

function linkOf(tag: Element, reading: Reading): string {
  const text = runsOf(tag, reading);
  const id = tag.attribs['r:id'];
  const address = id === undefined ? undefined : reading.links.get(id);
  return address === undefined ? text : linked(address, text, reading);
}

function linked(address: string, text: string, reading: Reading): string {
  if (SAFE_LINK.test(address)) return `<a href="${escapeText(address).replaceAll('"', '&quot;')}">${text}</a>`;
  reading.traces.links += 1;
  return text;
}

function runOf(run: Element, reading: Reading): string {
  const { traces, cited, notes } = reading;
  const look = below(run, 'w:rPr');
  if (reading.unseen.has(run)) {
    traces.hidden += 1;
    return '';
  }
  const text = pieces(run)
    .map((tag): string => {
      if (tag.name === 'w:t')
        return escapeText(tag.children.map((child) => ('data' in child ? child.data : '')).join(''));
      if (tag.name === 'w:tab') return ' ';
      if (tag.name === 'w:br' || tag.name === 'w:cr') return '<br>';
      if (tag.name === 'w:noBreakHyphen') return '-';
      if (tag.name === 'w:sym') return symbolOf(tag, traces);
      if (tag.name === 'w:ruby') return runsOf(below(tag, 'w:rubyBase') ?? tag, reading);
      if (tag.name === 'w:commentReference') traces.comments += 1;
      if (tag.name === 'w:footnoteReference' || tag.name === 'w:endnoteReference') {
        const note = notes.get(`${tag.name.slice(2, -9)} ${tag.attribs['w:id']}`);
        if (!note) return '';
        traces.notes += 1;
        return `<sup>[${cited.push(note)}]</sup>`;
      }
      if (tag.name === 'w:object' || tag.name === 'w:pict' || tag.name === 'w:drawing') {
        const boxes = boxesBelow(tag).length;
        traces.textBoxes += boxes;
        if (boxes === 0) return pictureOf(tag, reading);
      }
      return '';
    })
    .join('');
  const height = below(look, 'w:vertAlign')?.attribs['w:val'] ?? raisedAs(look);
  const marks = [
    isOn(below(look, 'w:b')) && 'strong',
    isOn(below(look, 'w:u')) && 'u',
    isOn(below(look, 'w:strike')) && 's',
    height === 'superscript' && 'sup',
    height === 'subscript' && 'sub',
  ].filter((mark) => mark !== false);
  return text === '' ? '' : marks.reduce((inner, mark) => `<${mark}>${inner}</${mark}>`, text);
}

/** The picture of a drawing, with the words Word keeps for who cannot see it; what is only drawn is not brought in. */
function pictureOf(tag: Element, { traces, media }: Reading): string {
  const inside = allBelow(tag);
  const ids = inside.flatMap(({ name, attribs }) =>
    name === 'a:blip' ? [attribs['r:embed']] : name === 'v:imagedata' ? [attribs['r:id']] : [],
  );
  const addresses = ids.map((id) => media.get(id ?? '')).filter((address) => address !== undefined);
  traces.taken += addresses.length;
  if (addresses.length === 0) traces.pictures += 1;
  const named = inside.find(({ name }) => name === 'wp:docPr' || name === 'v:shape')?.attribs;
  const alt = escapeText((named?.descr ?? named?.alt ?? '').trim().slice(0, 500)).replaceAll('"', '&quot;');
  return addresses.map((address) => `<img src="${address}" alt="${alt}">`).join('');
}

function allBelow(tag: Element): Element[] {
  return [tag, ...tagsIn(tag).flatMap((child) => (child.name === 'mc:Fallback' ? [] : allBelow(child)))];
}

/** LibreOffice saves what stands high or low as small letters moved by so much. */
function raisedAs(look: Element | undefined): 'superscript' | 'subscript' | undefined {
  const moved = Number(below(look, 'w:position')?.attribs['w:val'] ?? 0);
  const halfPoints = Number(below(look, 'w:sz')?.attribs['w:val'] ?? Number.POSITIVE_INFINITY);
  if (moved === 0 || halfPoints > SMALL) return undefined;
  return moved > 0 ? 'superscript' : 'subscript';
}

/** What a form has ticked, and the signs of lists, in the fonts of Word that have no letters; others are told as drawings. */
const SYMBOLS: Readonly<Record<string, string>> = {
  ...{ F0FE: '☑', F052: '☑', F053: '☒', F0FD: '☒', F0A8: '□', F06F: '□', F0A3: '□', F071: '□', F0FC: '✓', F0FB: '✗' },
  ...{ F0B7: '•', F06C: '●', F06E: '■', F075: '◆', F0D8: '➢', F0E0: '→', F0DF: '←', F0E1: '↑', F0E2: '↓', F028: '☎' },
};

function symbolOf({ attribs }: Element, traces: Reading['traces']): string {
  const code = (attribs['w:char'] ?? '').toUpperCase();
  const point = Number.parseInt(code, 16);
  const sign = SYMBOLS[code] ?? (point >= 0x20 && point < 0xe000 && point < 0xd800 ? String.fromCodePoint(point) : '');
  if (sign === '') traces.pictures += 1;
  return escapeText(sign);
}

/** What stands in a Fallback stands a second time beside it. */
function pieces(run: Element): Element[] {
  return tagsIn(run).flatMap((tag) => (THROUGH.has(tag.name) ? pieces(tag) : [tag]));
}

function textBoxesIn(paragraph: Element, { unseen }: Reading): Element[] {
  const isGone = (tag: Element) => ['w:del', 'w:moveFrom', 'mc:Fallback'].includes(tag.name);
  return tagsIn(paragraph).flatMap((tag) => {
    if (isGone(tag)) return [];
    if (unseen.has(tag)) return [];
    return boxesBelow(tag);
  });
}

function boxesBelow(tag: Element): Element[] {
  if (tag.name === 'w:txbxContent') return [tag];
  return tagsIn(tag).flatMap((child) => (child.name === 'mc:Fallback' ? [] : boxesBelow(child)));
}
