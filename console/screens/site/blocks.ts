/** The blocks as they lie on the screen: moved, taken out, put in; nothing is sent before 发布首页. */
import type { SiteActSent, SiteBlock } from '../../../src/desk/contract.ts';

/** With a key of its own, so that a block keeps its place on the screen while others move. */
export interface Laid {
  readonly key: string;
  readonly block: SiteBlock;
}

export function laid(blocks: readonly SiteBlock[]): Laid[] {
  return blocks.map((block, i) => ({ key: `was-${i}`, block }));
}

export function moved(blocks: readonly Laid[], from: number, by: -1 | 1): Laid[] {
  const to = from + by;
  if (to < 0 || to >= blocks.length) return [...blocks];
  const next = [...blocks];
  [next[from], next[to]] = [next[to]!, next[from]!];
  return next;
}

/** A new one of a kind, as empty as it can be. */
export function newBlock(kind: SiteBlock['block'], firstColumn: string): SiteBlock {
  switch (kind) {
    case 'newest':
      return { block: kind, column: firstColumn };
    case 'pinned':
      return { block: kind, title: '', documents: [] };
    case 'links':
      return { block: kind, title: '', links: [{ name: '', to: '', picture: null }] };
    default:
      return { block: kind };
  }
}

type Arranged = Extract<SiteActSent, { verb: 'arrangeHome' }>['blocks'];

export function toSend(blocks: readonly Laid[]): Arranged {
  return blocks.map(({ block }) => {
    if (block.block === 'pinned')
      return { block: 'pinned', title: block.title, documentIds: block.documents.map(({ id }) => id) };
    if (block.block === 'links')
      return { block: 'links', title: block.title, links: block.links.map((link) => ({ ...link })) };
    return block.block === 'newest' ? { block: 'newest', column: block.column } : { block: block.block };
  });
}
