/**
 * 缩进 [PUB-107]: what the indents of a list say where its levels do not: a paragraph set below the words of an item goes on in it, and items of one
 * level, of which some stand further right, are the items of a list within. Only what can be read in one way counts.
 */
import type { BlockRead, ParagraphRead } from './word-paragraphs.ts';

/** Twips: nearer, two indents are one; a level is further than the other. */
const SAME = 20;
const DEEPER = 200;

/** Paragraphs without a number of their own that stand exactly below the words of the item before. */
export function goesOnIn(blocks: readonly BlockRead[]): ReadonlySet<BlockRead> {
  const found = new Set<BlockRead>();
  let below: number | undefined;
  for (const block of blocks) {
    if (typeof block === 'string' || block.isHeading) below = undefined;
    else if (block.numbered) below = block.numbered.indent;
    else if (below !== undefined && block.indent !== undefined && Math.abs(block.indent - below) <= SAME)
      found.add(block);
    else if (block.html !== '') below = undefined;
  }
  return found;
}

/** Levels of the items whose document gives all of them one. */
export function levelsByIndent(
  blocks: readonly BlockRead[],
  further: ReadonlySet<BlockRead>,
): ReadonlyMap<BlockRead, number> {
  const levels = new Map<BlockRead, number>();
  let items: ParagraphRead[] = [];
  const settle = () => {
    for (const [item, level] of nested(items)) levels.set(item, level);
    items = [];
  };
  for (const block of blocks) {
    if (typeof block !== 'string' && block.numbered && !block.isHeading) items.push(block);
    else if (!further.has(block) && (typeof block === 'string' || block.html !== '')) settle();
  }
  settle();
  return levels;
}

/** Nothing where a step back leads to no indent that was there before, or where the levels are told already. */
function nested(items: readonly ParagraphRead[]): (readonly [ParagraphRead, number])[] {
  const flat = items[0]?.numbered?.level;
  const open: number[] = [];
  const levels: (readonly [ParagraphRead, number])[] = [];
  for (const item of items) {
    const { level, indent } = item.numbered!;
    if (level !== flat || indent === undefined) return [];
    const before = open.length;
    while (open.length > 0 && open.at(-1)! > indent + SAME) open.pop();
    const last = open.at(-1);
    if (open.length < before && (last === undefined || indent > last + SAME)) return [];
    if (last === undefined || indent >= last + DEEPER) open.push(indent);
    else if (indent > last + SAME) return [];
    levels.push([item, open.length - 1]);
  }
  return levels;
}
