/** The text of a paragraph from its runs, with what is settled by rule [PUB-42]: deletions go, insertions stay, what is hidden never leaves. */
import { escapeText } from '../escape-text.ts';
import { coloured, type RunLook } from './run-look.ts';
import { boxesBelow, pictureOf } from './word-drawings.ts';
import { fieldsOf } from './word-fields.ts';
import { mathOf } from './word-math.ts';
import { below, type Element, THROUGH, tagsIn, wordsOf } from './word-parts.ts';
import type { Reading } from './word-reading.ts';
import { isOfSigns, signsIn, symbolOf } from './word-symbols.ts';

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
  const { 'r:id': id, 'w:anchor': place } = tag.attribs;
  const address = id === undefined ? undefined : reading.links.get(id);
  const whole = place && address !== undefined && !address.includes('#') ? `${address}#${place}` : address;
  return whole === undefined ? text : linked(whole, text, reading);
}

/** A link is underlined wherever it stands. */
function linked(said: string, words: string, reading: Reading): string {
  const [address, text] = [said.trim(), words.replace(/<\/?u>/g, '')];
  if (SAFE_LINK.test(address)) return `<a href="${escapeText(address).replaceAll('"', '&quot;')}">${text}</a>`;
  reading.traces.links += 1;
  return text;
}

function runOf(run: Element, reading: Reading): string {
  const { traces, cited, notes } = reading;
  const look = below(run, 'w:rPr');
  const seen = reading.looks.get(run) ?? {};
  if (reading.unseen.has(run)) {
    traces.hidden += 1;
    return '';
  }
  const text = pieces(run)
    .map((tag): string => {
      if (tag.name === 'w:t') return lettersOf(wordsOf(tag), seen, traces);
      if (tag.name === 'w:tab' || tag.name === 'w:ptab') return '\t';
      if (tag.name === 'w:br' || tag.name === 'w:cr') return '<br>';
      if (tag.name === 'w:noBreakHyphen') return '-';
      if (tag.name === 'w:sym') return symbolOf(tag, traces);
      if (tag.name === 'w:ruby') {
        traces.rubies += 1;
        return runsOf(below(tag, 'w:rubyBase') ?? tag, reading);
      }
      if (tag.name === 'w:commentReference') traces.comments += 1;
      if (tag.name === 'w:footnoteReference' || tag.name === 'w:endnoteReference') {
        const note = notes.get(`${tag.name.slice(2, -9)} ${tag.attribs['w:id']}`);
        if (!note) return '';
        traces.notes += 1;
        // A note that refers to itself is the same note.
        const before = cited.indexOf(note);
        return `<sup>[${before < 0 ? cited.push(note) : before + 1}]</sup>`;
      }
      if (tag.name === 'w:object' || tag.name === 'w:pict' || tag.name === 'w:drawing') {
        const boxes = boxesBelow(tag).length;
        traces.textBoxes += boxes;
        return pictureOf(tag, reading);
      }
      return '';
    })
    .join('');
  const height = seen.height ?? raisedAs(look);
  if (text !== '' && isColoured(look)) traces.colours += 1;
  const marks = [
    seen.bold && 'strong',
    seen.italic && 'em',
    seen.underline && 'u',
    (seen.strike || seen.dstrike) && 's',
    height === 'superscript' && !text.startsWith('<sup>[') && 'sup',
    height === 'subscript' && 'sub',
  ].filter((mark) => typeof mark === 'string');
  return text === '' ? '' : marks.reduce((inner, mark) => `<${mark}>${inner}</${mark}>`, text);
}

function lettersOf(words: string, { caps, font = '' }: RunLook, traces: Reading['traces']): string {
  if (isOfSigns(font)) return signsIn(words, font, traces);
  return escapeText(caps ? words.toUpperCase() : words);
}

/** Set apart by a colour, a ground or a mark of emphasis; black on white, and the blue of links, are none. */
function isColoured(look: Element | undefined): boolean {
  const said = (name: string) => below(look, name)?.attribs['w:val'] ?? 'none';
  const ink = coloured(said('w:color'));
  const isInk = ink !== undefined && !/^(?:0[0-9A-F]|[1-4][0-9A-F]){3}$|^(?:0563C1|1155CC|0000FF)$/.test(ink);
  return isInk || said('w:highlight') !== 'none' || said('w:em') !== 'none';
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
