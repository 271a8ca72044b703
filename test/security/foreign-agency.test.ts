/**
 * 别的单位的人 [SEC-3, SEC-7]: an officer who holds every role there is, in one department of the county alone, tries every route of the desk with
 * everything that a county at work has: every kind of id, every form. He reads nothing of it, changes nothing, and nobody without a session gets in.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import { SESSION_COOKIE } from '../../src/desk/people/session.ts';
import type { House } from '../../src/perform.ts';
import { builtInCalendar } from '../../src/statute/work-calendar.ts';
import { loadedDatabase } from '../support/loaded-county.ts';
import { deskOver } from '../support/open-desk.ts';
import { deskCrawl, traceOf } from './desk-crawl.ts';
import { ALL_ROLES, type Foreigner, foreigners, seedSecrets } from './foreign-county.ts';

const { db } = await loadedDatabase();
let made = 0;
const house: House = {
  db,
  now: () => new Date('2026-11-26T02:00:00Z'),
  newId: () => {
    made += 1;
    return `foreign-${made}`;
  },
  calendar: () => builtInCalendar,
};
const desk = deskOver(house);
const crawl = deskCrawl(db, desk);
await desk.ready();

let foreigner: Foreigner;
let secrets: readonly string[] = [];
beforeAll(async () => {
  [foreigner] = (await foreigners(db, [ALL_ROLES], house.now())) as [Foreigner];
  secrets = await seedSecrets(db, house.now());
}, 300_000);

describe('an officer with every role in another agency', () => {
  it('SEC-3 SEC-7 reads nothing of the others and changes nothing, whatever he asks', async () => {
    const before = await traceOf(db);
    const { asked, reached, leaked, unread } = await crawl.asForeigner(foreigner.cookie, secrets);
    expect(unread).toEqual([]);
    expect([reached, leaked]).toEqual([[], []]);
    expect(await traceOf(db)).toEqual(before);
    expect(asked).toBeGreaterThan(300);
    expect([...crawl.without]).toEqual([]);
  }, 300_000);
});

describe('nobody', () => {
  it('SEC-3 gets an answer of any route that is not open, with and without a session that never was', async () => {
    expect(await crawl.asNobody(['', `${SESSION_COOKIE}=guessed`])).toEqual([]);
  }, 60_000);
});
