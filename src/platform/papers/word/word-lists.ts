/**
 * 列表 [PUB-41]: bullets, and numbers that count nothing but a list, become one by their depth. A number of 公文层次（一、（一）1.（1））, and one whose list is
 * parted by running text, is part of the text and stays as it is shown.
 */
import { goesOnIn, levelsByIndent } from './word-list-indents.ts';
import type { Counted } from './word-numbering.ts';
import type { BlockRead, ParagraphRead } from './word-paragraphs.ts';

interface Open {
  readonly level: number;
  readonly tag: 'ol' | 'ul';
  readonly key: string;
  count: number;
}

/** @param official whether the document counts 一、（一）, so that 1. is the third of them */
export function listedHtml(blocks: readonly BlockRead[], official: boolean): string {
  const further = goesOnIn(blocks);
  const levels = levelsByIndent(blocks, further);
  const plain = plainLists(blocks, official, further);
  let html = '';
  // Of the lists that stand open: one below a counted paragraph begins deeper and has no empty level above it.
  const open: Open[] = [];
  const close = () => {
    html += `</li></${open.pop()!.tag}>`;
  };
  for (const block of blocks) {
    const item = typeof block === 'string' ? undefined : itemOf(block, plain);
    if (!item && open.length > 0 && further.has(block)) {
      html += typeof block === 'string' ? '' : block.html;
      continue;
    }
    if (!item) {
      while (open.length > 0) close();
      html += typeof block === 'string' ? block : block.html;
      continue;
    }
    const { tag, key, counted, words } = item;
    const level = levels.get(block) ?? item.level;
    while (open.length > 0 && open.at(-1)!.level > level) close();
    const last = open.at(-1);
    const goesOn = last?.level === level && last.tag === tag && last.key === key;
    if (goesOn && (!counted || counted.count === last.count + 1)) html += `</li><li>${words}`;
    else {
      if (last?.level === level) close();
      html += `<${tag}${counted ? attributesOf(counted) : ''}><li>${words}`;
      open.push({ level, tag, key, count: 0 });
    }
    open.at(-1)!.count = counted?.count ?? 0;
  }
  while (open.length > 0) close();
  return html;
}

function itemOf({ numbered, written, isHeading }: ParagraphRead, plain: ReadonlySet<string>) {
  if (!numbered || isHeading || written === '') return undefined;
  const { level, label, key, counted } = numbered;
  if (label === '•') return { level, tag: 'ul' as const, key: '', counted: undefined, words: written };
  return counted && plain.has(key) ? { level, tag: 'ol' as const, key, counted, words: written } : undefined;
}

function attributesOf({ type, count }: Counted): string {
  return `${type === '1' ? '' : ` type="${type}"`}${count === 1 ? '' : ` start="${count}"`}`;
}

/** Lists whose every item counts in figures or letters, two at least, with nothing but items of lists between them. */
function plainLists(
  blocks: readonly BlockRead[],
  official: boolean,
  further: ReadonlySet<BlockRead>,
): ReadonlySet<string> {
  const met = new Map<string, { items: number; last: number; ok: boolean }>();
  let parted = 0;
  for (const block of blocks) {
    const numbered = typeof block === 'string' ? undefined : block.numbered;
    if (typeof block === 'string' || !numbered) {
      if (further.has(block)) continue;
      if (typeof block === 'string' || block.html !== '') parted += 1;
      continue;
    }
    if (numbered.label === '•') continue;
    const { key, counted } = numbered;
    const list = met.get(key) ?? { items: 0, last: parted, ok: true };
    list.items += 1;
    list.ok &&=
      counted !== undefined && !block.isHeading && list.last === parted && !(official && counted.type === '1');
    met.set(key, list);
    // What keeps its number as text parts the others.
    if (!list.ok) parted += 1;
  }
  return new Set([...met].filter(([, { items, ok }]) => ok && items > 1).map(([key]) => key));
}
