/**
 * 信息的文书 [PRT-87]: a published document as a paper to keep: its title, number and text as the page shows them, and at the end where it
 * came from. It bears no red head and no place for a seal: it is a copy from the site, not the official document itself.
 */
import { parseDocument } from 'htmlparser2';
import type { Paper, PaperBlock } from '../statute/paper.ts';
import { type Element, isTag, type Node, tableBlocks } from './document-table.ts';
import type { PublicDocument } from './public-view.ts';

/** @param address of its page, whole */
export function documentPaper(document: PublicDocument, address: string): Paper {
  const { title, docNo, bodyHtml, attachments, indexNo, issuer, publishedOn, carriedOverOn } = document;
  const since =
    carriedOverOn === null ? `${publishedOn} 发布` : `原网站发布于 ${publishedOn}，${carriedOverOn} 移入本站`;
  return {
    title,
    blocks: [
      ...(docNo ? [{ kind: 'paragraph', text: docNo } as const] : []),
      ...blocksOf(parseDocument(bodyHtml).children),
      ...(attachments.length > 0 ? [{ kind: 'attachments', names: attachments.map(({ name }) => name) } as const] : []),
      {
        kind: 'note',
        text: `${issuer}，索引号 ${indexNo}，${since}。本件由网页生成，以网页为准：${address}`,
      },
    ],
  };
}

function blocksOf(nodes: readonly Node[], bullet = ''): PaperBlock[] {
  const blocks: PaperBlock[] = [];
  let loose = '';
  const flush = () => {
    if (loose.trim() !== '') blocks.push({ kind: 'paragraph', text: bullet + loose.trim() });
    loose = '';
  };
  for (const node of nodes) {
    if (isTag(node) && !INLINE.has(node.name)) {
      flush();
      blocks.push(...blockOf(node, bullet));
    } else loose += wordsOf([node]);
  }
  flush();
  return blocks;
}

const INLINE: ReadonlySet<string> = new Set('strong b em i u s sub sup a br img'.split(' '));

function blockOf(element: Element, bullet: string): PaperBlock[] {
  switch (element.name) {
    case 'h2':
      return [{ kind: 'heading', level: 1, text: wordsOf(element.children).trim() }];
    case 'h3':
    case 'h4':
      return [{ kind: 'heading', level: 2, text: wordsOf(element.children).trim() }];
    case 'ul':
    case 'ol':
      return listOf(element);
    case 'table':
      return tableBlocks(element, cellText, wordsOf);
    case 'hr':
      return [];
    default:
      return blocksOf(element.children, bullet);
  }
}

/** A list is read as paragraphs, each with its mark, as Word shows them. */
function listOf(list: Element): PaperBlock[] {
  const start = Number(list.attribs.start ?? 1);
  return list.children
    .filter(isTag)
    .flatMap((entry, n) => blocksOf(entry.children, list.name === 'ol' ? `${start + n}. ` : '· '));
}

/** The words of what stands in a line; a link tells where it leads, a picture what is on it. */
function wordsOf(nodes: readonly Node[]): string {
  return nodes.map(wordsOfOne).join('');
}

function wordsOfOne(node: Node): string {
  if (!isTag(node)) return 'data' in node ? node.data.replace(/\s+/g, ' ') : '';
  if (node.name === 'br') return '\n';
  if (node.name === 'img') return `〔图：${node.attribs.alt ?? ''}〕`;
  const words = wordsOf(node.children);
  const { href = '' } = node.attribs;
  return node.name === 'a' && /^https?:/.test(href) && href !== words.trim() ? `${words}（${href}）` : words;
}

function cellText(element: Element): string {
  return blocksOf(element.children)
    .map((block) => ('text' in block ? block.text : block.kind === 'table' ? block.caption : ''))
    .filter((line) => line !== '')
    .join('\n');
}
