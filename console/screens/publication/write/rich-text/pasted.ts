/**
 * 粘贴 [PUB-70]: what Word and WPS put on the clipboard, as the same text the upload of the file would give: headings from the second level on,
 * numbers as they are shown, bullets as lists, tables with what is merged. Comments, deletions, what is hidden and what only forms go.
 */
import { parseDocument } from 'htmlparser2';
import type { PicturePlace } from './clipboard-pictures.ts';

type Node = ReturnType<typeof parseDocument>['children'][number];
type Tag = Extract<Node, { readonly attribs: unknown }>;

const OFFICE = /class="?'?Mso|mso-|urn:schemas-microsoft-com|ProgId|Kingsoft|WPS Office/i;

type Place = (picture: PicturePlace) => string;

/** HTML of other programs stays as it is: the editor takes of it what it knows. @param place what stands for a picture that is not our own */
export function pasted(html: string, place: Place = () => ''): string {
  if (!OFFICE.test(html)) return html.replace(/<img\b[^>]*>/gi, (tag) => (OWN.test(tag) ? tag : place(pictureIn(tag))));
  // Of a condition in a comment the whole goes; of one that stands open, as Word writes the marks of a list, the condition.
  const open = html.replace(/<!--\[if[\s\S]*?<!\[endif\]-->/gi, '').replace(/<!\[(?:if|endif)[^>]*>/gi, '');
  return blocksOf(parseDocument(open).children, place);
}

const OWN = /\ssrc="\/pictures\//;

function pictureIn(tag: string): PicturePlace {
  const [picture] = parseDocument(tag).children;
  const { src = '', alt = '' } = picture && isTag(picture) ? picture.attribs : {};
  return { src, alt };
}

const BLOCKS = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'table', 'ul', 'ol', 'li', 'div', 'blockquote']);
const GONE = new Set(['style', 'script', 'meta', 'link', 'xml', 'title', 'head', 'del', 'object', 'iframe']);
/** What stands for a bullet in the fonts of Word. */
const BULLET = /^[\s·•●○■□◆◇–§Øovnul\uf000-\uf0ff-]*$/;
/** 一、 and （一）: what a county types instead of a heading style. */
const BY_LOOK = [/^[一二三四五六七八九十]+、/, /^[（(][一二三四五六七八九十]+[）)]/];
const HEADING_LETTERS = 40;
const SAFE_LINK = /^(?:https?:\/\/|mailto:|tel:)/i;

const isTag = (node: Node): node is Tag => 'attribs' in node;
const styleOf = ({ attribs }: Tag) => (attribs.style ?? '').toLowerCase().replace(/\s*:\s*/g, ':');

function isGone(tag: Tag): boolean {
  const style = styleOf(tag);
  return (
    GONE.has(tag.name) ||
    (tag.name.includes(':') && !/^(?:w:sdt|v:shape|v:imagedata|v:rect)$/.test(tag.name)) ||
    /display:none|mso-hide:all|visibility:hidden|mso-element:comment|mso-special-character:comment/.test(style) ||
    /MsoComment|msoDel/i.test(tag.attribs.class ?? '')
  );
}

function blocksOf(nodes: readonly Node[], place: Place): string {
  let [html, line] = ['', ''];
  const levels: number[] = [];
  const toLevel = (wanted: number) => {
    for (; (levels.at(-1) ?? -1) > wanted; levels.pop()) html += '</li></ul>';
  };
  const endLine = () => {
    if (line.trim() !== '') html += `<p>${line.trim()}</p>`;
    line = '';
  };
  for (const node of nodes) {
    if (!isTag(node)) {
      if (node.type === 'text') line += wordsIn(node.data);
      continue;
    }
    if (isGone(node)) continue;
    if (!BLOCKS.has(node.name) && !holdsBlocks(node)) {
      line += marksOf(node, place);
      continue;
    }
    endLine();
    const level = bulletLevel(node);
    if (level !== undefined) {
      const text = marksIn(node, place).trim();
      if (text === '') continue;
      toLevel(level);
      html += levels.at(-1) === level ? `</li><li>${text}` : `<ul><li>${text}`;
      if (levels.at(-1) !== level) levels.push(level);
      continue;
    }
    toLevel(-1);
    html += blockOf(node, place);
  }
  endLine();
  toLevel(-1);
  return html;
}

function holdsBlocks(tag: Tag): boolean {
  return tag.children.some((child) => isTag(child) && (BLOCKS.has(child.name) || holdsBlocks(child)));
}

function blockOf(tag: Tag, place: Place): string {
  if (tag.name === 'table') return tableOf(tag, place);
  if (tag.name === 'ul' || tag.name === 'ol' || tag.name === 'li' || tag.name === 'blockquote')
    return `<${tag.name}>${blocksOf(tag.children, place)}</${tag.name}>`;
  if (holdsBlocks(tag) || !/^(?:p|h[1-6]|div)$/.test(tag.name)) return blocksOf(tag.children, place);
  const text = marksIn(tag, place).trim();
  return text === '' ? '' : wrapped(text, tag);
}

function wrapped(text: string, tag: Tag): string {
  const style = styleOf(tag);
  const outline = /mso-outline-level:(\d)/.exec(style)?.[1];
  const level = /^h([1-6])$/.exec(tag.name)?.[1] ?? outline;
  const plain = text.replace(/<[^>]*>/g, '');
  const byLook = BY_LOOK.findIndex((pattern) => pattern.test(plain));
  const looks = byLook >= 0 && plain.length <= HEADING_LETTERS && !/[。；;：:]$/.test(plain);
  const heading = level !== undefined && Number(level) < 9 ? Math.min(Number(level) + 1, 4) : looks ? byLook + 2 : 0;
  // A heading is set apart as a whole.
  if (heading > 0) return `<h${heading}>${text.replace(/<\/?strong>/g, '')}</h${heading}>`;
  const side = /text-align:(center|right)/.exec(style)?.[1] ?? tag.attribs.align?.toLowerCase();
  return side === 'center' || side === 'right' ? `<p data-align="${side}">${text}</p>` : `<p>${text}</p>`;
}

/** 1 for the outermost; undefined where the number is one that is counted, and for running text. */
function bulletLevel(tag: Tag): number | undefined {
  const level = /mso-list:\S+\s+level(\d)/.exec(styleOf(tag))?.[1];
  const mark = level === undefined ? undefined : markOf(tag);
  return mark !== undefined && BULLET.test(mark.replace(/&nbsp;| /g, ' ')) ? Number(level) : undefined;
}

/** What Word writes for programs that know no lists. */
function markOf(tag: Tag): string | undefined {
  for (const child of tag.children.filter(isTag)) {
    if (/mso-list:ignore/.test(styleOf(child))) return textOf(child);
    const below = markOf(child);
    if (below !== undefined) return below;
  }
  return undefined;
}

const textOf = (tag: Tag): string =>
  tag.children.map((child) => (isTag(child) ? textOf(child) : child.type === 'text' ? child.data : '')).join('');

function marksIn(tag: Tag, place: Place): string {
  const marks = tag.children.map((child) =>
    isTag(child) ? marksOf(child, place) : child.type === 'text' ? wordsIn(child.data) : '',
  );
  return joined(marks.join(''));
}

/** Word parts its words wherever somebody went on writing; to the eye they are one. */
function joined(html: string): string {
  const less = html.replace(/<\/(strong|em|u|s|sub)><\1>/g, '');
  return less.length === html.length ? html : joined(less);
}

function marksOf(tag: Tag, place: Place): string {
  if (isGone(tag)) return '';
  if (tag.name === 'br') return '<br>';
  if (tag.name === 'img') return place({ src: tag.attribs.src ?? '', alt: tag.attribs.alt ?? '' });
  // A shape stands where programs that know it draw it; the picture beside it is the same one.
  if (tag.name === 'v:imagedata')
    return isShownBeside(tag) ? '' : place({ src: tag.attribs.src ?? '', alt: tag.attribs['o:title'] ?? '' });
  const style = styleOf(tag);
  if (/mso-list:ignore/.test(style)) {
    const label = textOf(tag).trim();
    return BULLET.test(label) ? '' : wordsIn(label);
  }
  const inner = marksIn(tag, place);
  if (inner === '') return '';
  const href = tag.name === 'a' ? tag.attribs.href?.trim() : undefined;
  if (href !== undefined && SAFE_LINK.test(href))
    return `<a href="${escaped(href)}">${inner.replace(/<\/?u>/g, '')}</a>`;
  const marks = [
    (/^(?:b|strong)$/.test(tag.name) || /font-weight:(?:bold|[6-9]00)/.test(style)) && 'strong',
    (/^(?:i|em)$/.test(tag.name) || /font-style:italic/.test(style)) && 'em',
    (tag.name === 'u' || /text-decoration:[^;]*underline/.test(style)) && 'u',
    (/^(?:s|strike)$/.test(tag.name) || /text-decoration:[^;]*line-through/.test(style)) && 's',
    (tag.name === 'sup' || /vertical-align:super/.test(style)) && 'sup',
    (tag.name === 'sub' || /vertical-align:sub(?!\w)/.test(style)) && 'sub',
  ].filter((mark) => mark !== false);
  return marks.reduce((words, mark) => `<${mark}>${words}</${mark}>`, inner);
}

function isShownBeside(data: Tag): boolean {
  const beside = data.parent?.next;
  return beside !== null && beside !== undefined && isTag(beside as Node) && (beside as Tag).name === 'img';
}

function tableOf(table: Tag, place: Place): string {
  const rows = (tag: Tag, head: boolean): string =>
    tag.children
      .filter(isTag)
      .map((child) => {
        if (child.name !== 'tr')
          return /^t(?:head|body|foot)$/.test(child.name) ? rows(child, child.name === 'thead') : '';
        const cells = child.children.filter(isTag).filter(({ name }) => name === 'td' || name === 'th');
        return `<tr>${cells.map((cell) => cellOf(cell, head, place)).join('')}</tr>`;
      })
      .join('');
  return `<table>${rows(table, false)}</table>`;
}

function cellOf(cell: Tag, head: boolean, place: Place): string {
  const name = head || cell.name === 'th' ? 'th' : 'td';
  const spans = (['colspan', 'rowspan'] as const)
    .map((side) => [side, Number(cell.attribs[side] ?? 1)] as const)
    .filter(([, span]) => Number.isInteger(span) && span > 1 && span <= 64)
    .map(([side, span]) => ` ${side}="${span}"`)
    .join('');
  return `<${name}${spans}${name === 'th' ? ' scope="col"' : ''}>${blocksOf(cell.children, place)}</${name}>`;
}

const LETTERS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string) => text.replace(/[&<>"]/g, (letter) => LETTERS[letter]!);
/** Lines are broken where the program liked, not where the text ends. */
const wordsIn = (text: string) =>
  escaped(text.replace(/[\s\u00a0]+/g, ' ').replace(/(?<=[\u3000-\u9fff]) (?=[\u3000-\u9fff])/g, ''));
