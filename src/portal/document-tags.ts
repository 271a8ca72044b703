/** What machines are told of a document: the article tags of the design rules, and schema.org for search engines. */
import { OPEN_MODES } from '../publications/particulars.ts';
import type { PublicDocument } from '../publications/public-view.ts';
import type { ArticleTags } from './components/head-tags.tsx';
import type { SiteSettings } from './site.ts';

export function articleTags(document: PublicDocument, site: SiteSettings): ArticleTags {
  return {
    title: document.title,
    // [PUB-92] Of what was taken over only the day is known, and it is the former site's.
    publishedAt: document.carriedOverOn === null ? beijingTime(document.publishedAt) : document.publishedOn,
    source: document.issuer,
    keywords: document.keywords,
    description: document.summary,
    url: `${site.url}/documents/${document.id}`,
  };
}

export function linkedData(document: PublicDocument, site: SiteSettings): unknown {
  return {
    '@context': 'https://schema.org',
    '@type': 'DigitalDocument',
    name: document.title,
    identifier: document.docNo ?? document.indexNo,
    datePublished: document.carriedOverOn === null ? document.publishedAt : document.publishedOn,
    dateModified: document.changes[0]?.at ?? document.carriedOverOn ?? document.publishedAt,
    inLanguage: 'zh-CN',
    isAccessibleForFree: true,
    conditionsOfAccess: OPEN_MODES.proactive.term,
    author: { '@type': 'GovernmentOrganization', name: document.issuer },
    publisher: { '@type': 'GovernmentOrganization', name: site.sponsor, url: site.url },
    url: `${site.url}/documents/${document.id}`,
  };
}

/** `2025-07-14 09:59`, the form PubDate has. */
export function beijingTime(iso: string): string {
  return new Date(Date.parse(iso) + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
}
