/**
 * Word → 正文 [PUB-40…44]: what a person sees in the document, as HTML of headings, numbered paragraphs, lists, links, tables and notes;
 * and a count of what was settled by rule or left out. No link is followed, no picture or macro touched. Bounded by `unzip.ts`.
 */
import { isOffice, type WordFault } from './word-fault.ts';
import { numberingOf } from './word-numbering.ts';
import { bodyOf } from './word-paragraphs.ts';
import { linksOf, looksOf, mediaOf, notesOf, openPart, stylesOf, unseenRuns } from './word-parts.ts';

/** How often each was met. */
export interface WordTraces {
  readonly revisions: number;
  readonly comments: number;
  readonly hidden: number;
  readonly textBoxes: number;
  /** Pictures and drawings that were not brought in. */
  readonly pictures: number;
  /** Pictures that were. */
  readonly taken: number;
  readonly notes: number;
  readonly links: number;
  readonly headingsByLook: number;
}

export interface WordBody {
  readonly html: string;
  readonly traces: WordTraces;
  /** Contents of the pictures in it, by the address they have in `html`; whoever keeps them gives them another. */
  readonly media: ReadonlyMap<string, Uint8Array>;
}

/** @returns why not, where it is no DOCX that can be read */
export function wordBody(file: Buffer): WordBody | WordFault {
  const parts = isOffice(file);
  if (typeof parts === 'string') return parts;
  const document = openPart(parts, 'word/document.xml');
  if (!document) return 'damaged';
  const traces = {
    ...{ revisions: 0, comments: 0, hidden: 0, textBoxes: 0 },
    ...{ pictures: 0, taken: 0, notes: 0, links: 0, headingsByLook: 0 },
  };
  const media = mediaOf(parts);
  const looks = looksOf(parts);
  const notes = notesOf(parts);
  const html = bodyOf(document, {
    traces,
    links: linksOf(parts),
    media: new Map([...media].map(([id, { address }]) => [id, address])),
    styles: stylesOf(parts),
    unseen: new Set([document, ...notes.values()].flatMap((text) => [...unseenRuns(text, looks)])),
    numbering: numberingOf(openPart(parts, 'word/numbering.xml')),
    notes,
    cited: [],
  });
  const shown = [...media.values()].filter(({ address }) => html.includes(`"${address}"`));
  return { html, traces, media: new Map(shown.map(({ address, content }) => [address, content])) };
}
