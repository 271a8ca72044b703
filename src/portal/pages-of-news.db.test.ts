import { expect, it } from 'vitest';
import { testDatabase } from '../../test/support/database.ts';
import { publicationPlay } from '../../test/support/publication-play.ts';
import { pagesOfNews } from './pages-of-news.ts';

const { db } = await testDatabase();
const play = await publicationPlay(db, ['county']);
const news = (room: string, verb: string, subject = 'x') => ({ seq: 1, room, verb, subject });

it('PRT-6 a document let out makes stale what shows it; a draft of it, a file, a review make nothing stale', async () => {
  const { id } = await play.publish();
  const stale = await pagesOfNews(db, [news('publications', 'published', id)]);
  expect(stale).toEqual(expect.arrayContaining(['home', 'search', 'feed', 'sitemap', `document:${id}`]));
  for (const verb of ['drafted', 'revised', 'stepPassed', 'attachedFileAdded'])
    expect(await pagesOfNews(db, [news('publications', verb, id)])).toEqual([]);
});

it.each([
  ['enforcement', 'published', ['decisions']],
  ['annual-report', 'published', ['annual-reports']],
  ['annual-report', 'written', []],
  ['people', 'addedAgency', ['agencies']],
  ['people', 'addedOfficer', []],
  ['requests', 'registered', []],
])('PRT-6 %s, %s: %j', async (room, verb, stale) => {
  expect(await pagesOfNews(db, [news(room, verb)])).toEqual(stale);
});

it('PRT-6 what is not known, a moved document, and more documents than are worth asking for make everything stale', async () => {
  expect(await pagesOfNews(db, [news('a room of tomorrow', 'did')])).toBe('everything');
  expect(await pagesOfNews(db, [news('statute', 'settingChanged')])).toBe('everything');
  expect(await pagesOfNews(db, [news('publications', 'placed')])).toBe('everything');
  const many = Array.from({ length: 51 }, (_, n) => news('publications', 'published', `d${n}`));
  expect(await pagesOfNews(db, many)).toBe('everything');
});
