/**
 * Word → 正文 [PUB-40…44]: what a person sees in the document, as HTML of headings, numbered paragraphs, lists, links, tables and notes;
 * and a count of what was settled by rule or left out. No link is followed, no picture or macro touched. Bounded by `unzip.ts`.
 */
import { isOffice, type WordFault } from './word-fault.ts';
import { numberingOf } from './word-numbering.ts';
import { bodyOf } from './word-paragraphs.ts';
import { linksOf, notesOf, openPart, stylesOf } from './word-parts.ts';

/** How often each was met. */
export interface WordTraces {
  readonly revisions: number;
  readonly comments: number;
  readonly hidden: number;
  readonly textBoxes: number;
  readonly pictures: number;
  readonly notes: number;
  readonly links: number;
  readonly headingsByLook: number;
}

export interface WordBody {
  readonly html: string;
  readonly traces: WordTraces;
}

/** @returns why not, where it is no DOCX that can be read */
export function wordBody(file: Buffer): WordBody | WordFault {
  const parts = isOffice(file);
  if (typeof parts === 'string') return parts;
  const document = openPart(parts, 'word/document.xml');
  if (!document) return 'damaged';
  const traces = {
    ...{ revisions: 0, comments: 0, hidden: 0, textBoxes: 0 },
    ...{ pictures: 0, notes: 0, links: 0, headingsByLook: 0 },
  };
  const html = bodyOf(document, {
    traces,
    links: linksOf(parts),
    styles: stylesOf(parts),
    numbering: numberingOf(openPart(parts, 'word/numbering.xml')),
    notes: notesOf(parts),
    cited: [],
  });
  return { html, traces };
}
