/**
 * Word → 正文 [PUB-40…44]: what a person sees in the document, as HTML of headings, numbered paragraphs, lists, links, tables and notes;
 * and a count of what was settled by rule or left out. No link is followed, no macro touched. Bounded by `unzip.ts`.
 */
import { bodyOf } from './word-blocks.ts';
import { chunksOf, NO_CHUNKS } from './word-chunks.ts';
import { cutIn, plainAddress } from './word-cuts.ts';
import { drawnOf } from './word-drawings.ts';
import { isOffice, type WordFault } from './word-fault.ts';
import { marginsOf } from './word-margins.ts';
import { isOfficial, numberingOf } from './word-numbering.ts';
import { notesOf, openPart } from './word-parts.ts';
import type { Reading, WordBody, WordPicture } from './word-reading.ts';
import { linksOf, mediaOf, relationsOf } from './word-relations.ts';
import { looksOf, runsSeen, stylesOf } from './word-styles.ts';

/** Each picture by the address it has in the text, which tells how it is cut. */
function shownIn(html: string, media: ReturnType<typeof mediaOf>): (readonly [string, WordPicture])[] {
  const contents = new Map([...media.values()].map(({ address, content }) => [address, content]));
  return [...new Set([...html.matchAll(/<img src="([^"]*)"/g)].map(([, address]) => address!))].flatMap((address) => {
    const content = contents.get(plainAddress(address));
    const cut = cutIn(address);
    return content ? [[address, { content, ...(cut ? { cut } : {}) }] as const] : [];
  });
}

/** @returns why not, where it is no DOCX that can be read; @param depth of the document in others */
export function wordBody(file: Buffer, depth = 0): WordBody | WordFault {
  const parts = isOffice(file);
  if (typeof parts === 'string') return parts;
  const document = openPart(parts, 'word/document.xml');
  if (!document) return 'damaged';
  const traces: Reading['traces'] = {
    ...{ revisions: 0, comments: 0, hidden: 0, textBoxes: 0, chunks: 0, chunksLost: 0, diagrams: 0, charts: 0 },
    ...{ pictures: 0, taken: 0, notes: 0, links: 0, headingsByLook: 0, contents: 0, rubies: 0, colours: 0 },
  };
  const relations = relationsOf(parts);
  const media = mediaOf(parts, relations);
  const looks = looksOf(parts);
  const notes = notesOf(parts);
  const styles = stylesOf(parts);
  const inside = depth === 0 ? chunksOf(parts, relations, traces, (chunk) => wordBody(chunk, depth + 1)) : NO_CHUNKS;
  const html = bodyOf(document, {
    traces,
    links: linksOf(relations),
    media: new Map([...media].map(([id, { address }]) => [id, address])),
    drawn: drawnOf(parts, relations),
    chunks: inside.html,
    styles,
    ...runsSeen([document, ...notes.values()], looks),
    numbering: numberingOf(openPart(parts, 'word/numbering.xml')),
    official: isOfficial(document, styles, numberingOf(openPart(parts, 'word/numbering.xml'))),
    notes,
    cited: [],
  });
  const shown = [...shownIn(html, media), ...[...inside.media].filter(([address]) => html.includes(`"${address}"`))];
  return {
    html,
    traces,
    margins: [...marginsOf(parts, document, relations), ...inside.margins],
    media: new Map(shown),
  };
}
