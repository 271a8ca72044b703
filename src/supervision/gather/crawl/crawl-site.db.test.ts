import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../../test/support/database.ts';
import { compareWithPlan } from '../../../../test/support/watch-site/compare.ts';
import { lookOver, TODAY, watchInvented } from '../../../../test/support/watch-site/look-over.ts';
import { type ServedSite, serveSite } from '../../../../test/support/watch-site/serve-site.ts';
import { civil } from '../../../statute/civil-date.ts';
import { roundMarks } from '../../store/round-results.ts';
import { takeUp } from '../../store/rounds.ts';

const { db } = await testDatabase();
let site: ServedSite;

beforeAll(async () => {
  site = await serveSite({ pages: 150, faults: 40, today: civil(TODAY), slowMs: 700 });
  await db
    .insertInto('agencies')
    .values({ id: 'office', name: '示例县人民政府办公室', kind: 'county' } as never)
    .execute();
});
afterAll(() => site.stop());

describe('a site with faults planted', () => {
  it('SUP-26 stopped in the middle, the round goes on where it was', async () => {
    const watched = await watchInvented(db, site, 'office');
    const stop = new AbortController();
    let seen = 0;
    const settings = { timeoutMs: 1_500, slowMs: 700 };
    const ended = await lookOver(db, site, watched, {
      ...settings,
      stop: stop.signal,
      readFile: async () => {
        seen += 1;
        if (seen === 1) stop.abort();
        return { words: '', links: [] };
      },
    });
    expect(ended).toBe(false);
    const { waiting, known } = await takeUp(db, 'round');
    expect(waiting.length).toBeGreaterThan(10);
    expect(known.length).toBeGreaterThan(waiting.length);
    // What was read above was read by nobody: those two are looked at again.
    await db.updateTable('crawl_addresses').set({ grade: null }).where('role', '=', 'file').execute();
    expect(await lookOver(db, site, watched, settings)).toBe(true);
    expect((await takeUp(db, 'round')).waiting).toEqual([]);
  });

  it('SUP-22 SUP-27 every fault is found and nothing sound is blamed', async () => {
    const { found, missed, false: wrong } = compareWithPlan(site.planted, await roundMarks(db, 'round'));
    expect(missed).toEqual([]);
    expect(wrong).toEqual([]);
    expect(found).toBe(40);
  });
});
