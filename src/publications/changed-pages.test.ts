import { expect, it } from 'vitest';
import { changedPages } from './changed-pages.ts';

it('PUB-24 names each page that shows the document, links to it, or lists it, once', () => {
  const pages = changedPages({
    id: 'd2',
    agencyId: 'county',
    columns: ['news.headlines', 'news.notices'],
    related: ['d9', 'd1'],
    neighbours: ['d1', 'd3'],
  });
  expect(pages.filter(({ page }) => page === 'document').map((p) => 'id' in p && p.id)).toEqual([
    'd2',
    'd9',
    'd1',
    'd3',
  ]);
  expect(pages.filter(({ page }) => page === 'column')).toEqual([
    { page: 'column', key: 'news' },
    { page: 'column', key: 'news.headlines' },
    { page: 'column', key: 'news.notices' },
  ]);
  for (const page of ['home', 'search', 'feed', 'sitemap', 'figures'] as const) expect(pages).toContainEqual({ page });
  expect(pages).toContainEqual({ page: 'agency', id: 'county' });
});
