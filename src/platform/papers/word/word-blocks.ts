/** The text of a document from its paragraphs and tables, one after the other; lists by their depth, notes at the end. */
import { listedHtml } from './word-lists.ts';
import { type BlockRead, paragraphOf } from './word-paragraphs.ts';
import { allBelow, below, type Element, THROUGH, tagsIn } from './word-parts.ts';
import type { Reading } from './word-reading.ts';
import { runsOf } from './word-runs.ts';
import { styleOfParagraph } from './word-styles.ts';
import { tableHtml } from './word-tables.ts';

export function bodyOf(document: Element, reading: Reading): string {
  const html = blocksOf(below(document, 'w:body'), reading);
  const { cited } = reading;
  // The list of notes grows when a note has a note.
  let notes = '';
  for (let n = 0; n < cited.length; n += 1) notes += noteHtml(n + 1, cited[n]!, reading);
  return notes ? `${html}<hr>${notes}` : html;
}

/** Its paragraphs as lines of one; a table in it stands by itself. */
function noteHtml(number: number, note: Element, reading: Reading): string {
  let [html, lines]: [string, string[]] = ['', []];
  const flush = () => {
    if (lines.length > 0) html += `<p>${lines.join('<br>')}</p>`;
    lines = [];
  };
  for (const tag of flatBlocks(note, reading)) {
    if (tag.name === 'w:tbl') {
      flush();
      html += tableOf(tag, reading);
    } else if (tag.name === 'w:p') lines.push(runsOf(tag, reading).replace(/\t+/g, ' ').trim());
  }
  flush();
  return html.startsWith('<p>') ? html.replace('<p>', `<p>[${number}] `) : `<p>[${number}]</p>${html}`;
}

export function blocksOf(parent: Element | undefined, reading: Reading, inCell = false): string {
  const blocks: BlockRead[] = [];
  let before = '';
  for (const tag of withoutContents(flatBlocks(parent, reading), reading)) {
    if (tag.name === 'w:tbl') blocks.push(tableOf(tag, reading));
    else if (tag.name === 'w:altChunk') blocks.push(chunkOf(tag, reading));
    else {
      const read = paragraphOf(tag, reading, before, inCell);
      before = read.runsOn ? read.written : '';
      if (!read.runsOn) blocks.push(read);
      blocks.push(...read.boxes.map((box) => blocksOf(box, reading)), read.drawn);
    }
  }
  if (before !== '') blocks.push(`<p>${before}</p>`);
  return listedHtml(
    blocks.filter((block) => block !== ''),
    reading.official,
  );
}

function tableOf(table: Element, reading: Reading): string {
  return tableHtml(table, (cell) => blocksOf(cell, reading, true));
}

function chunkOf(tag: Element, { chunks, traces }: Reading): string {
  const html = chunks.get(tag.attribs['r:id'] ?? '');
  traces[html === undefined ? 'chunksLost' : 'chunks'] += 1;
  return html ?? '';
}

function flatBlocks(parent: Element | undefined, reading: Reading): Element[] {
  return tagsIn(parent).flatMap((tag) => {
    if (tag.name === 'w:p' || tag.name === 'w:tbl' || tag.name === 'w:altChunk') return [tag];
    if (tag.name === 'w:sdt' && isContents(tag)) {
      reading.traces.contents += allBelow(tag).filter((one) => one.name === 'w:p' && plainIn(one) !== '').length;
      return [];
    }
    if (/^w:(?:ins|del|moveTo|moveFrom)$/.test(tag.name)) reading.traces.revisions += 1;
    if (tag.name === 'w:ins' || tag.name === 'w:moveTo' || THROUGH.has(tag.name)) return flatBlocks(tag, reading);
    if (tag.name === 'w:subDoc') reading.traces.chunksLost += 1;
    return [];
  });
}

/** 目录: its lines name pages, of which there are none here; the line that calls it so goes with it. */
function withoutContents(tags: readonly Element[], { styles, traces }: Reading): Element[] {
  const typed = tags.map((tag) => tag.name === 'w:p' && isTypedLine(tag));
  const isLine = (tag: Element | undefined) =>
    tag?.name === 'w:p' && styleOfParagraph(tag, styles)?.inContents === true;
  // One line alone may be anything: a price list, a form.
  const isPart = (at: number) =>
    isLine(tags[at]) || (typed[at] && (typed[at - 1] || typed[at + 1] || isTitle(tags[at - 1])));
  return tags.filter((tag, at) => {
    if (isPart(at)) traces.contents += 1;
    else if (!isPart(at + 1) || !isTitle(tag)) return true;
    return false;
  });
}

const isTitle = (tag: Element | undefined) => tag !== undefined && /^目\s*录$/.test(plainIn(tag));

/** A control that Word keeps the contents in. */
function isContents(control: Element): boolean {
  const kept = below(control, 'w:sdtPr', 'w:docPartObj', 'w:docPartGallery')?.attribs['w:val'] ?? '';
  return /^table of contents$/i.test(kept);
}

const DOTTED = /(?:\.{4,}|[…⋯]{2,}|·{4,})\s*[（(]?\d{1,3}[）)]?$/;

/** Typed by hand: words, dots and the number of a page. */
function isTypedLine(paragraph: Element): boolean {
  const words = plainIn(paragraph);
  if (!/\d[）)]?$/.test(words)) return false;
  const hasLeader = tagsIn(below(paragraph, 'w:pPr', 'w:tabs')).some(({ attribs }) =>
    /^(?:dot|middleDot|hyphen|underscore)$/.test(attribs['w:leader'] ?? ''),
  );
  const last = tagsIn(paragraph, 'w:r')
    .flatMap((run) => tagsIn(run))
    .filter(({ name }) => /^w:(?:t|tab)$/.test(name));
  const isAfterTab = last.at(-2)?.name === 'w:tab' && /^\s*\d{1,3}\s*$/.test(plainIn(last.at(-1)!));
  return DOTTED.test(words) || (hasLeader && isAfterTab);
}

function plainIn(tag: Element): string {
  if (tag.name === 'w:t') return tag.children.map((child) => ('data' in child ? child.data : '')).join('');
  return tagsIn(tag).map(plainIn).join('').trim();
}
