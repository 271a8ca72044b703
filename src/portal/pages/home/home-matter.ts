/** What the home page shows in each of its blocks [PRT-90]: read for the blocks that stand there, and for no other. */
import { subtreeOf } from '../../../people/agency.ts';
import { listAgencies } from '../../../people/store.ts';
import { type ColumnKey, columnTree } from '../../../publications/columns.ts';
import type { PublicationFigures } from '../../../publications/figures.ts';
import type { PublicLine } from '../../../publications/public-view.ts';
import { documentsNamed, type HomeBlock, type HomeLink } from '../../../publications/site/home-blocks.ts';
import { asColumn, type SpecialColumn } from '../../../publications/special-column.ts';
import { specialColumns } from '../../../publications/store/columns.ts';
import { publicationFigures } from '../../../publications/store/figures.ts';
import { latest, latestIn, linesOf } from '../../../publications/store/lists.ts';
import { homeOf } from '../../../publications/store/site.ts';
import { yearOf } from '../../../statute/civil-date.ts';
import type { Portal } from '../../portal.ts';

export interface YearFigures {
  readonly year: number;
  readonly figures: PublicationFigures;
}

/** A block with what it shows; one that has nothing to show is left out. */
export type HomePart =
  | { readonly part: 'doors' | 'tools' }
  | {
      readonly part: 'newest';
      readonly key: ColumnKey;
      readonly name: string;
      readonly lines: readonly PublicLine[];
    }
  | { readonly part: 'pinned'; readonly title: string; readonly lines: readonly PublicLine[] }
  | { readonly part: 'specials'; readonly open: readonly SpecialColumn[] }
  | { readonly part: 'links'; readonly title: string; readonly links: readonly HomeLink[] }
  | ({ readonly part: 'figures' } & YearFigures);

const NEWEST = 6;

export async function homeParts(portal: Portal): Promise<HomePart[]> {
  const { reading: db } = portal;
  const [{ blocks }, own] = await Promise.all([homeOf(db, portal.countyId), specialColumns(db)]);
  const open = own.filter(({ closedOn }) => closedOn === null);
  const pinned = await linesOf(db, [...new Set(documentsNamed(blocks))], portal.today());
  const parts = await Promise.all(blocks.map((block) => partOf(block, portal, open, pinned)));
  return parts.filter((part) => part !== undefined);
}

async function partOf(
  block: HomeBlock,
  portal: Portal,
  open: readonly SpecialColumn[],
  pinned: ReadonlyMap<string, PublicLine>,
): Promise<HomePart | undefined> {
  switch (block.block) {
    case 'doors':
    case 'tools':
      return { part: block.block };
    case 'newest': {
      // A special column that was closed since shows no more.
      const column = columnTree(open.map(asColumn)).get(block.column);
      if (!column) return undefined;
      const { lines } = await latestIn(portal.reading, column.key, { number: 1, size: NEWEST }, portal.today());
      return { part: 'newest', key: column.key, name: column.name, lines };
    }
    case 'pinned': {
      const lines = block.documentIds.flatMap((id) => pinned.get(id) ?? []);
      return lines.length > 0 ? { part: 'pinned', title: block.title, lines } : undefined;
    }
    case 'specials':
      return open.length > 0 ? { part: 'specials', open } : undefined;
    case 'links':
      return { part: 'links', title: block.title, links: block.links };
    case 'figures': {
      const figures = await figuresOf(portal);
      return figures && { part: 'figures', ...figures };
    }
  }
}

/** The year of the newest piece: in January the page does not go blank. */
async function figuresOf({ reading, countyId, today }: Portal): Promise<YearFigures | undefined> {
  const newest = (await latest(reading, { number: 1, size: 1 }, today())).lines[0];
  if (!newest) return undefined;
  const year = yearOf(newest.publishedOn);
  const agencies = subtreeOf(countyId, await listAgencies(reading));
  return { year, figures: await publicationFigures(reading, agencies, year) };
}
