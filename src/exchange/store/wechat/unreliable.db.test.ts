import { afterAll, expect, it } from 'vitest';
import { testDatabase } from '../../../../test/support/database.ts';
import { wechatCounty } from '../../../../test/support/wechat-county.ts';
import { postNamedIn } from '../../wechat/wechat-post.ts';

const { db } = await testDatabase();
// `npm run exchange-load` does the same with 2,340 posts.
const county = await wechatCounty(db, { failing: 0.1, lost: 0.1, doubled: 0.1 });
afterAll(() => county.close());

it('XCH-27, XCH-28 over a line that fails, loses answers and doubles requests each post is published once, and both sides count the same', async () => {
  const document = await county.county.publish({ particulars: { title: '原文' } });
  for (let n = 1; n <= 25; n += 1) await county.send(await county.write({ title: `第${n}篇` }, document.id));
  await county.deliver();
  expect(await county.compare()).toMatchObject({ ours: 25, theirs: 25, underWay: 0, found: 0 });
  const there = [...county.double.articles.values()].map(({ content_source_url: source }) => postNamedIn(source));
  expect([there.length, new Set(there).size]).toEqual([25, 25]);
  county.line.faults = {};
  await county.compare();
  expect(county.double.drafts.size).toBe(0);
  expect(await db.selectFrom('media_posts').select('id').execute()).toHaveLength(25);
  const { failed, lost, doubled } = county.line.counted;
  expect(Math.min(failed, lost, doubled)).toBeGreaterThan(0);
}, 30_000);
