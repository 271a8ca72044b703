/** The text of a paragraph from its runs, with what is settled by rule [PUB-42]: deletions go, insertions stay, what is hidden never leaves. */
import { escapeText } from '../escape-text.ts';
import { boxesBelow, pictureOf, symbolOf } from './word-drawings.ts';
import { fieldsOf } from './word-fields.ts';
import { mathOf } from './word-math.ts';
import { below, type Element, isOn, THROUGH, tagsIn, wordsOf } from './word-parts.ts';
import type { Reading } from './word-reading.ts';

const SAFE_LINK = /^(?:https?:\/\/|mailto:|tel:)/i;
/** Half points: smaller than any running text of an official document. */
const SMALL = 20;

/** Tabs stand in it as such: what they part is settled by the paragraph. */
export function runsOf(parent: Element, reading: Reading): string {
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
  return joinedMarks(fields.end());
}

/** Word parts its runs wherever somebody went on writing; to the eye they are one. */
function joinedMarks(html: string): string {
  const joined = html.replace(/<\/(strong|em|u|s|sub)><\1>/g, '');
  return joined.length === html.length ? html : joinedMarks(joined);
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
      if (tag.name === 'w:t') return escapeText(wordsOf(tag));
      if (tag.name === 'w:tab' || tag.name === 'w:ptab') return '\t';
      if (tag.name === 'w:br' && (tag.attribs['w:type'] ?? 'textWrapping') !== 'textWrapping') return '';
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
        return pictureOf(tag, reading);
      }
      return '';
    })
    .join('');
  const height = below(look, 'w:vertAlign')?.attribs['w:val'] ?? raisedAs(look);
  const marks = [
    isOn(below(look, 'w:b')) && 'strong',
    isOn(below(look, 'w:i')) && 'em',
    isOn(below(look, 'w:u')) && 'u',
    (isOn(below(look, 'w:strike')) || isOn(below(look, 'w:dstrike'))) && 's',
    height === 'superscript' && !text.startsWith('<sup>[') && 'sup',
    height === 'subscript' && 'sub',
  ].filter((mark) => mark !== false);
  return text === '' ? '' : marks.reduce((inner, mark) => `<${mark}>${inner}</${mark}>`, text);
}

/** LibreOffice saves what stands high or low as small letters moved by so much. */
function raisedAs(look: Element | undefined): 'superscript' | 'subscript' | undefined {
  const moved = Number(below(look, 'w:position')?.attribs['w:val'] ?? 0);
  const halfPoints = Number(below(look, 'w:sz')?.attribs['w:val'] ?? Number.POSITIVE_INFINITY);
  if (moved === 0 || halfPoints > SMALL) return undefined;
  return moved > 0 ? 'superscript' : 'subscript';
}

/** What stands in a Fallback stands a second time beside it. */
function pieces(run: Element): Element[] {
  return tagsIn(run).flatMap((tag) => (THROUGH.has(tag.name) ? pieces(tag) : [tag]));
}
