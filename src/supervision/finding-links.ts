/** 出在链接上的问题: they are mended at the page that names the address, as well as at the address itself. */
import type { FindingKindName } from './finding-kinds.ts';

const OF_LINKS: ReadonlySet<FindingKindName> = new Set([
  'deadLink',
  'serverError',
  'timeout',
  'redirectLoop',
  'softMissing',
  'brokenAnchor',
  'deadFile',
  'deadAsset',
  'deadLinkInFile',
  'botWall',
  'forbiddenLink',
  'changedSite',
  'certificate',
]);

export const isOfLink = (kind: FindingKindName): boolean => OF_LINKS.has(kind);
