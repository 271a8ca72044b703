/** 插入的文件（altChunk）[PUB-42, PUB-44]: documents and pages that a program put whole into a document, for Word to unfold when it is opened. */
import { DomUtils, parseDocument } from 'htmlparser2';
import { escapeText } from '../escape-text.ts';
import { mhtmlPage } from '../mhtml-page.ts';
import { decodeText } from '../plain-text.ts';
import type { WordFault } from './word-fault.ts';
import type { Parts } from './word-parts.ts';
import type { Reading, WordBody, WordPicture, WordTraces } from './word-reading.ts';
import type { relationsOf } from './word-relations.ts';

/** What runs, forms or hides, and what belongs to no text. */
const GONE = new Set(['script', 'style', 'head', 'title', 'template', 'noscript', 'iframe', 'object', 'svg', 'form']);
const HIDDEN = /display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|font-size\s*:\s*0/i;

const BLOCK = /^(?:p|div|table|ul|ol|h\d|hr|blockquote|center|section|article)$/;

interface ChunkRead {
  readonly html: string;
  readonly hidden: number;
  /** Pictures, which lie elsewhere. */
  readonly pictures: number;
}

/** @returns undefined where it is neither a page nor text: RTF is not read */
function pageChunk(file: Buffer): ChunkRead | undefined {
  const page = decodeText(mhtmlPage(file) ?? file);
  if (page === undefined || page.startsWith('{\\rtf')) return undefined;
  if (!/<(?:html|body|p|div|table|h\d|!doctype)\b/i.test(page)) {
    const lines = page.split(/\r?\n/).filter((line) => line.trim() !== '');
    return { html: lines.map((line) => `<p>${escapeText(line.trim())}</p>`).join(''), hidden: 0, pictures: 0 };
  }
  const tree = parseDocument(page);
  let [hidden, pictures] = [0, 0];
  for (const tag of DomUtils.findAll(() => true, tree.children)) {
    const isHidden = HIDDEN.test(tag.attribs.style ?? '') || 'hidden' in tag.attribs;
    if (isHidden && DomUtils.textContent(tag).trim() !== '') hidden += 1;
    if (tag.name === 'img') pictures += 1;
    if (isHidden || tag.name === 'img' || GONE.has(tag.name)) DomUtils.removeElement(tag);
  }
  const body = DomUtils.findOne(({ name }) => name === 'body', tree.children) ?? tree;
  const html = DomUtils.getInnerHTML(body, { encodeEntities: 'utf8' });
  const isLoose = !body.children.some((child) => 'attribs' in child && BLOCK.test(child.name));
  return { html: isLoose ? `<p>${html.trim()}</p>` : html, hidden, pictures };
}

interface Chunks {
  /** By the id of the relation. */
  readonly html: ReadonlyMap<string, string>;
  readonly media: ReadonlyMap<string, WordPicture>;
  readonly margins: readonly string[];
}

export const NO_CHUNKS: Chunks = { html: new Map(), media: new Map(), margins: [] };

const MOST_CHUNKS = 20;

/** @param read the reading of a document, for one that is put in; one in another is not opened */
export function chunksOf(
  parts: Parts,
  relations: ReturnType<typeof relationsOf>,
  traces: Reading['traces'],
  read: (file: Buffer) => WordBody | WordFault,
): Chunks {
  const html = new Map<string, string>();
  const media = new Map<string, WordPicture>();
  const margins: string[] = [];
  const found = [...relations].filter(([, { kind }]) => kind === 'aFChunk').slice(0, MOST_CHUNKS);
  for (const [id, { target }] of found) {
    const file = parts.get(target);
    if (!file) continue;
    const word = file.subarray(0, 2).toString('latin1') === 'PK' ? read(file) : undefined;
    if (typeof word === 'object') {
      for (const trace of Object.keys(traces) as (keyof WordTraces)[]) traces[trace] += word.traces[trace];
      const own = (address: string) => address.replace('word:', `word:${encodeURIComponent(target)}/`);
      html.set(id, word.html.replace(/"word:[^"]*"/g, own));
      for (const [address, content] of word.media) media.set(own(address), content);
      margins.push(...word.margins);
    } else {
      const page = word === undefined ? pageChunk(file) : undefined;
      if (!page) continue;
      html.set(id, page.html);
      traces.hidden += page.hidden;
      traces.pictures += page.pictures;
    }
  }
  return { html, media, margins };
}
