import { expect, it } from 'vitest';
import { testDatabase } from '../../test/support/database.ts';
import { publicationPlay } from '../../test/support/publication-play.ts';
import { perform } from '../perform.ts';
import { columnStairs } from '../publications/store/columns.ts';
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

it('PUB-24 PRT-6 a release into 专栏, and a move between columns, make stale the pages that change and no others', async () => {
  await perform(play.house, columnStairs, play.publisher, {
    ...{ verb: 'openColumn', key: 'special.harvest', agencyId: 'county', name: '秋收专栏', purpose: '' },
  });
  const older = await play.publish({ columns: ['news.notices'] });
  const { id } = await play.publish({ columns: ['news.notices', 'special.harvest'] });
  const newer = await play.publish({ columns: ['news.notices'] });
  const shown = await pagesOfNews(db, [news('publications', 'published', id)]);
  const own = ['home', 'search', 'feed', 'sitemap', 'figures', 'agency:county', `document:${id}`];
  const beside = [`document:${older.id}`, `document:${newer.id}`];
  const sorted = (names: readonly string[]) => [...new Set(names)].sort();
  expect(sorted([shown].flat())).toEqual(
    sorted([...own, ...beside, 'column:news', 'column:news.notices', 'column:special', 'column:special.harvest']),
  );

  const place = (columns: string[]) => play.act(play.editor, { verb: 'placeInColumn', documentId: id, columns });
  await place(['news.meetings']);
  await place(['news.meetings', 'special.harvest']);
  // Both moves are over before the first is read: the column in between, and whom it stood beside, are not forgotten.
  const moved = await pagesOfNews(db, [news('publications', 'placed', id)]);
  expect(sorted([moved].flat())).toEqual(
    sorted([
      ...[...own, ...beside, 'column:news', 'column:news.notices', 'column:news.meetings'],
      ...['column:special', 'column:special.harvest'],
    ]),
  );
  // Nobody reads a draft.
  const draft = await play.draft();
  await play.act(play.editor, { verb: 'placeInColumn', documentId: draft.id, columns: ['special.harvest'] });
  expect(await pagesOfNews(db, [news('publications', 'placed', draft.id)])).toEqual([]);
});

it('PRT-6 what is not known, and more documents than are worth asking for make everything stale', async () => {
  expect(await pagesOfNews(db, [news('a room of tomorrow', 'did')])).toBe('everything');
  expect(await pagesOfNews(db, [news('statute', 'settingChanged')])).toBe('everything');
  expect(await pagesOfNews(db, [news('publications', 'columnOpened')])).toBe('everything');
  const many = Array.from({ length: 51 }, (_, n) => news('publications', 'published', `d${n}`));
  expect(await pagesOfNews(db, many)).toBe('everything');
});
