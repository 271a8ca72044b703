/** 页眉、页脚、水印 [PUB-44]: what stands round the text on every page and is not brought in; numbers of pages say nothing. */
import { allBelow, type Element, openPart, type Parts, tagsIn, wordsOf } from './word-parts.ts';
import type { relationsOf } from './word-relations.ts';

const PAGE_NUMBER = /^[\s\d０-９第页共之/—–\-·|~()（）ivxIVX]*$/;
const LONGEST = 200;

/** The words of each head and foot that the document shows. */
export function marginsOf(parts: Parts, document: Element, relations: ReturnType<typeof relationsOf>): string[] {
  const used = allBelow(document).filter(({ name }) => name === 'w:headerReference' || name === 'w:footerReference');
  const targets = new Set(used.map(({ attribs }) => relations.get(attribs['r:id'] ?? '')?.target ?? ''));
  const said = [...targets].map((target) => wordsIn(openPart(parts, target)).replace(/\s+/g, ' ').trim());
  return [...new Set(said)].filter((words) => !PAGE_NUMBER.test(words)).map((words) => words.slice(0, LONGEST));
}

function wordsIn(tag: Element | undefined): string {
  if (!tag || tag.name === 'mc:Fallback' || tag.name === 'w:del') return '';
  if (tag.name === 'v:textpath') return tag.attribs.string ?? '';
  if (tag.name === 'w:t') return wordsOf(tag);
  const words = tagsIn(tag).map(wordsIn).join('');
  return tag.name === 'w:p' || tag.name === 'w:tc' ? `${words} ` : words;
}
