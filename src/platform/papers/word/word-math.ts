/** 公式: the letters of a formula on one line, as they are read out; a page of text has no other place for them. */
import { escapeText } from '../escape-text.ts';
import { below, type Element, tagsIn } from './word-parts.ts';

/** Signs that stand over or under the letter before them. */
const [HAT, OVER, UNDER] = ['\u0302', '\u0305', '\u0332'];

export function mathOf(tag: Element): string {
  const part = (name: string) => tagsIn(tag, name).map(inside).join('');
  if (tag.name === 'm:t') return escapeText(tag.children.map((child) => ('data' in child ? child.data : '')).join(''));
  if (tag.name === 'm:f') return `${held(part('m:num'))}/${held(part('m:den'))}`;
  if (tag.name === 'm:sSup') return `${part('m:e')}<sup>${part('m:sup')}</sup>`;
  if (tag.name === 'm:sSub') return `${part('m:e')}<sub>${part('m:sub')}</sub>`;
  if (tag.name === 'm:sSubSup') return `${part('m:e')}<sub>${part('m:sub')}</sub><sup>${part('m:sup')}</sup>`;
  if (tag.name === 'm:nary') {
    const sign = below(tag, 'm:naryPr', 'm:chr')?.attribs['m:val'] ?? '∫';
    const [from, to] = [part('m:sub'), part('m:sup')];
    return `${escapeText(sign)}${from && `<sub>${from}</sub>`}${to && `<sup>${to}</sup>`}${part('m:e')}`;
  }
  if (tag.name === 'm:limLow') return `${part('m:e')}<sub>${part('m:lim')}</sub>`;
  if (tag.name === 'm:limUpp') return `${part('m:e')}<sup>${part('m:lim')}</sup>`;
  if (tag.name === 'm:rad') {
    const degree = part('m:deg');
    return `${degree && `<sup>${degree}</sup>`}√${held(part('m:e'))}`;
  }
  if (tag.name === 'm:sPre') return `<sub>${part('m:sub')}</sub><sup>${part('m:sup')}</sup>${part('m:e')}`;
  if (tag.name === 'm:eqArr') return tagsIn(tag, 'm:e').map(inside).join('；');
  if (tag.name === 'm:acc')
    return `${part('m:e')}${escapeText(below(tag, 'm:accPr', 'm:chr')?.attribs['m:val'] ?? HAT)}`;
  if (tag.name === 'm:bar') {
    const isTop = below(tag, 'm:barPr', 'm:pos')?.attribs['m:val'] === 'top';
    return part('m:e').replace(/[\p{L}\p{N}]/gu, (letter) => letter + (isTop ? OVER : UNDER));
  }
  if (tag.name === 'm:d') {
    const mark = (name: string, otherwise: string) => below(tag, 'm:dPr', name)?.attribs['m:val'] ?? otherwise;
    const parts = tagsIn(tag, 'm:e').map(inside).join(mark('m:sepChr', '|'));
    return `${escapeText(mark('m:begChr', '('))}${parts}${escapeText(mark('m:endChr', ')'))}`;
  }
  if (tag.name === 'm:m') {
    const rows = tagsIn(tag, 'm:mr').map((row) => tagsIn(row, 'm:e').map(inside).join('，'));
    return rows.join('；');
  }
  if (tag.name === 'm:func') return `${part('m:fName')} ${part('m:e')}`;
  return inside(tag);
}

function inside(tag: Element): string {
  return tagsIn(tag).map(mathOf).join('');
}

/** In brackets where more than one thing is above or below the line. */
function held(part: string): string {
  return /^[\p{L}\p{N}.]*$/u.test(part) ? part : `(${part})`;
}
