/**
 * 样张的画法 [PUB-96]: the page of an edition by the renderer of the portal, whole in one text, for who shows it elsewhere. It needs nothing from the
 * portal's listener: the stylesheet stands in it, no script does, and its links lead to the portal by their whole address.
 */
import type { Db } from '../platform/database.ts';
import { columnTree } from '../publications/columns.ts';
import type { DetachedPage } from '../publications/detached-page.ts';
import { isGreyOn } from '../publications/site/grey-period.ts';
import { asColumn } from '../publications/special-column.ts';
import { specialColumns } from '../publications/store/columns.ts';
import { greyPeriods } from '../publications/store/site.ts';
import type { CivilDate } from '../statute/civil-date.ts';
import { DocumentPage } from './pages/document.tsx';
import type { SiteSettings } from './site.ts';
import { stylesheet } from './stylesheet.ts';

interface Ground {
  readonly db: Db;
  readonly site: SiteSettings;
  readonly demo: boolean;
  readonly today: CivilDate;
}

export async function drawDetachedPage(page: DetachedPage, { db, site, demo, today }: Ground): Promise<string> {
  const [own, greys] = await Promise.all([specialColumns(db), greyPeriods(db)]);
  const { document, senior } = page;
  const drawn = DocumentPage({
    frame: {
      ...{ site, demo, grey: greys.some((one) => isGreyOn(one, today)) },
      visit: { address: `/documents/${document.id}`, senior, size: 'normal' },
    },
    document,
    tree: columnTree(own.map(asColumn)),
    elsewhere: page,
  });
  return standingAlone(drawn, site.url);
}

function standingAlone(html: string, siteUrl: string): string {
  return html
    .replace(/<link rel="stylesheet"[^>]*>/, () => `<style>${stylesheet}</style>`)
    .replaceAll(/(\s(?:href|action)=")\/(?!\/|api\/)/g, `$1${siteUrl}/`)
    .replaceAll(/<a\b(?=[^>]*\shref="https?:)(?![^>]*\starget=)/g, LEAVES);
}

/** Whoever follows a link would leave the sample, so it opens beside it. */
const LEAVES = '<a target="_blank" rel="noreferrer"';
