/**
 * 正文 [PUB-8]: the HTML of a body keeps what a government document needs and nothing that runs, tracks or hides. It is
 * cleaned on the way in and again on the way out, so that neither an old row nor a looser past rule reaches a reader.
 */
import sanitizeHtml from 'sanitize-html';
import { isTooDeep } from './body-depth.ts';
import { isSwollen } from './body-signs.ts';
import { PICTURE_ADDRESS } from './picture.ts';

const MOST_PARTINGS = 4;

const SPANS = ['colspan', 'rowspan', 'scope'];

const OPTIONS: sanitizeHtml.IOptions = {
  allowedTags: [
    ...['h2', 'h3', 'h4', 'p', 'br', 'hr', 'blockquote', 'ul', 'ol', 'li'],
    ...['strong', 'b', 'em', 'i', 'u', 's', 'sub', 'sup', 'a'],
    ...['table', 'caption', 'thead', 'tbody', 'tfoot', 'tr', 'th', 'td', 'figure', 'figcaption', 'img'],
  ],
  allowedAttributes: {
    a: ['href', 'title'],
    img: ['src', 'alt', 'width', 'height'],
    ol: ['start', 'type'],
    th: SPANS,
    td: SPANS,
    p: ['data-align'],
  },
  allowedSchemes: ['https', 'http', 'mailto', 'tel'],
  // Our own pictures and no others: one that stands elsewhere tells its place who reads.
  exclusiveFilter: ({ tag, attribs }) => tag === 'img' && !PICTURE_ADDRESS.test(attribs.src ?? ''),
  allowProtocolRelative: false,
  disallowedTagsMode: 'discard',
  nestingLimit: 100,
  // One first-level heading a page: the title. Editors' own become the second.
  transformTags: { h1: 'h2', h5: 'h4', h6: 'h4' },
};

/** The same body without what is not allowed, none where it is too deep or too full of signs to be read; cleaning twice changes nothing. */
export function cleanBody(html: string): string {
  if (isSwollen(html) || isTooDeep(html)) return '';
  let before = html;
  let clean = sanitizeHtml(html, OPTIONS).trim();
  // What was taken out may leave a paragraph in a paragraph, which the next reader would part: it is parted here.
  for (let n = 0; n < MOST_PARTINGS && clean !== before && clean.includes('<'); n += 1) {
    before = clean;
    clean = sanitizeHtml(clean, OPTIONS).trim();
  }
  return clean;
}

/** Plain text as a body: a paragraph for each line. */
export function htmlOfText(text: string): string {
  const lines = text.split('\n').map((line) => line.trim());
  return lines
    .filter((line) => line !== '')
    .map((line) => `<p>${wordsInHtml(line)}</p>`)
    .join('');
}

/** Words as they stand in a body. */
export function wordsInHtml(words: string): string {
  return words.replace(/[<>"&]/g, (letter) => LETTERS[letter]!);
}

const BLOCK_END = /<\/(?:h2|h3|h4|p|blockquote|li|tr|table|caption|figure|figcaption)>|<br\s*\/?>|<hr\s*\/?>/g;
const CELL_END = /<\/t[hd]>/g;
const LETTERS: Readonly<Record<string, string>> = { '<': '&lt;', '>': '&gt;', '"': '&quot;', '&': '&amp;' };
const ENTITIES: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&' };

/** The words of a cleaned body, a line for each block: for search, snippets and feeds. */
export function plainText(cleanHtml: string): string {
  return cleanHtml
    .replace(BLOCK_END, '\n')
    .replace(CELL_END, ' ')
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:lt|gt|quot|amp);/g, (entity) => ENTITIES[entity]!)
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n[ \n]*/g, '\n')
    .trim();
}
