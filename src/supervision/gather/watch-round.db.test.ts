import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { officerOf } from '../../../test/support/scene.ts';
import { type ServedSite, serveSite } from '../../../test/support/watch-site/serve-site.ts';
import { readFileForWatch } from '../../main/watch/read-file.ts';
import { type House, perform } from '../../perform.ts';
import { guardedAgent } from '../../platform/outgoing/guarded-agent.ts';
import { civil } from '../../statute/civil-date.ts';
import { builtInCalendar } from '../../statute/work-calendar.ts';
import { findTicket, listTickets, type TicketLine } from '../store/findings.ts';
import { verdictsOf } from '../store/probes.ts';
import { columnsSeen } from '../store/round-results.ts';
import { siteStairs, ticketStairs } from '../store/stairs.ts';
import { pageFetcher } from './fetch-page.ts';
import { probeSites } from './probe-sites.ts';
import { recheckTickets, type Watch, walkDueSites } from './watch-round.ts';

const { db } = await testDatabase();
let site: ServedSite;
let today = '2026-11-20';
let made = 0;
const house: House = {
  db,
  now: () => new Date(`${today}T02:00:00Z`),
  newId: () => {
    made += 1;
    return `id-${made}`;
  },
  calendar: () => builtInCalendar,
};
const head = officerOf('office', 'officeHead');
let watch: Watch;

beforeAll(async () => {
  site = await serveSite({ pages: 60, faults: 17, today: civil(today), slowMs: 600 });
  await db
    .insertInto('agencies')
    .values({ id: 'office', name: '示例县', kind: 'county' } as never)
    .execute();
  const hosts = Object.values(site.origins).map((origin) => new URL(origin).host);
  const agent = guardedAgent({ timeoutMs: 900, listed: new Set(hosts), ca: site.certificate });
  const lane = { parallel: 8, gapMs: 0 };
  watch = {
    house,
    fetchPage: pageFetcher(agent),
    readFile: readFileForWatch,
    crawl: { timeoutMs: 900, slowMs: 600, own: lane, others: lane },
  };
});
afterAll(() => site.stop());

const lines = async (): Promise<TicketLine[]> => (await listTickets(db, ['office'], { number: 1, size: 100 })).lines;
const ticketOf = async (kind: string) => (await lines()).find(({ ticket }) => ticket.kind === kind)!.ticket;
const list = (address: string) =>
  perform(house, siteStairs, head, { verb: 'listSite', agencyId: 'office', name: '门户网站', address, own: true });

describe('from a listed site to a ticket closed and opened again', () => {
  it('SUP-51 a site is listed once, by its home page', async () => {
    expect(await list(site.home)).toMatchObject({ address: site.home });
    expect(await list(site.home)).toMatchObject({ code: 'ALREADY_LISTED' });
    expect(await list('ftp://a.gov.cn')).toMatchObject({ code: 'ADDRESS_WRONG' });
    expect(await list('https://user:pw@a.gov.cn')).toMatchObject({ code: 'ADDRESS_WRONG' });
    const editor = officerOf('office', 'editor');
    expect(
      await perform(house, siteStairs, editor, {
        verb: 'listSite',
        agencyId: 'office',
        name: '站',
        address: 'https://b.gov.cn',
        own: true,
      }),
    ).toMatchObject({ code: 'NOT_YOUR_ROLE' });
  });

  it('SUP-53 walked when it is due and not again before a week is over', async () => {
    expect(await walkDueSites(watch)).toHaveLength(1);
    expect(await walkDueSites(watch)).toHaveLength(0);
    const found = await lines();
    expect(found.every(({ ticket }) => ticket.state === 'open')).toBe(true);
    expect(new Set(found.map(({ ticket }) => ticket.kind)).size).toBe(found.length);
    const entry = await db.selectFrom('ledger_entries').selectAll().where('verb', '=', 'keptRound').executeTakeFirst();
    expect(entry).toMatchObject({ room: 'supervision' });
  });

  it('SUP-83 the columns of the round are kept and judged together', async () => {
    const { id } = await db.selectFrom('watched_sites').select('id').executeTakeFirstOrThrow();
    const [round] = await columnsSeen(db, id, civil(today), civil(today));
    const of = (fault: string) => site.planted.filter((one) => one.fault === fault).map(({ url }) => url);
    const seen = new Map(round!.columns.map((column) => [column.url, column]));
    expect(round!.columns.length).toBeGreaterThan(of('blankColumn').length + of('staleColumn').length);
    expect(round!.columns.filter(({ blank }) => blank).map(({ url }) => url)).toEqual(of('blankColumn').sort());
    expect(of('staleColumn').every((url) => seen.get(url)!.latest! < '2026-11-06')).toBe(true);
    const says = `没有更新的栏目 ${of('staleColumn').length} 个，空白栏目 ${of('blankColumn').length} 个`;
    const known = (await verdictsOf(db, id)).find(({ indicator }) => indicator === 'columns')!;
    expect(known.on).toBe(today);
    expect(known.verdict.says).toContain(says);
    expect(known.verdict.state).toBe('urgent');
  });

  it('SUP-52 reported as mended and not mended, it comes back; mended, it closes', async () => {
    const { id: ticketId } = await ticketOf('wrongWord');
    const fixed = () =>
      perform(house, ticketStairs, officerOf('office', 'editor'), { verb: 'reportFixed', ticketId, says: '已改' });
    await fixed();
    expect(await recheckTickets(watch)).toBe(1);
    expect((await ticketOf('wrongWord')).state).toBe('open');
    const wrong = site.planted.find(({ fault }) => fault === 'wrongWord')!;
    const path = new URL(wrong.url).pathname;
    const pages = site.main as Map<string, { body: string }>;
    const before = pages.get(path)!;
    pages.set(path, { ...before, body: before.body.replace(/截止目前|布署|按排|以经|欢渡/, '') });
    await fixed();
    await recheckTickets(watch);
    expect(await ticketOf('wrongWord')).toMatchObject({ state: 'closed', lookBackOn: '2026-12-20', reopened: 1 });

    // 回头看: it was put back in the meantime.
    pages.set(path, before);
    today = '2026-12-19';
    expect(await recheckTickets(watch)).toBe(0);
    today = '2026-12-20';
    expect(await recheckTickets(watch)).toBe(1);
    const failed = (await findTicket(db, ticketId))!;
    expect(failed.ticket).toMatchObject({ state: 'open', lookedBack: 'failed', reopened: 2 });
    expect(failed.findings[0]).toMatchObject({ state: 'open', times: 2 });
  });

  it('SUP-52 a dead link is mended where nothing leads to it any more', async () => {
    const dead = site.planted.find(({ fault }) => fault === 'serverError')!;
    const { id: ticketId } = await ticketOf('serverError');
    const pages = site.main as Map<string, { body: string }>;
    for (const [path, sent] of pages)
      if (typeof sent.body === 'string')
        pages.set(path, { ...sent, body: sent.body.replaceAll(new URL(dead.url).pathname, '/') });
    await perform(house, ticketStairs, head, { verb: 'reportFixed', ticketId, says: '已删除链接' });
    await recheckTickets(watch);
    expect((await ticketOf('serverError')).state).toBe('closed');
  });

  it('SUP-56 the home page is looked at every hour, and a look says what the inspection would', async () => {
    expect(await probeSites(house, watch.fetchPage)).toBe(1);
    expect(await probeSites(house, watch.fetchPage)).toBe(0);
    const { id } = await db.selectFrom('watched_sites').select('id').executeTakeFirstOrThrow();
    const verdicts = await verdictsOf(db, id);
    expect(verdicts.map(({ indicator, verdict }) => [indicator, verdict.state])).toEqual([
      // One look is no week.
      ['availability', 'notLooked'],
      ['columns', expect.any(String)],
      ['home', 'fine'],
    ]);
    expect(verdicts[0]!.verdict.says).toContain('访问 1 次，打不开 0 次');
  });

  const down: Watch['fetchPage'] = async (url) => ({ outcome: 'failed', url, failure: 'connect', millis: 1 });

  it('SUP-47 what nobody could look at is looked at again an hour later, and not every minute', async () => {
    const { id: ticketId } = await ticketOf('staleColumn');
    await perform(house, ticketStairs, head, { verb: 'reportFixed', ticketId, says: '已更新' });
    const dark = { ...watch, fetchPage: down };
    const at = (minutes: number) => ({
      ...dark,
      house: { ...house, now: () => new Date(house.now().getTime() + minutes * 60_000) },
    });
    expect([await recheckTickets(dark), await recheckTickets(at(1)), await recheckTickets(at(59))]).toEqual([1, 0, 0]);
    expect(await recheckTickets(at(60))).toBe(1);
    expect((await ticketOf('staleColumn')).state).toBe('fixed');
    const traces = db.selectFrom('ledger_entries').select('verb').where('subject', '=', ticketId);
    const missed = (await traces.execute()).filter(({ verb }) => verb === 'couldNotRecheck');
    expect(missed).toHaveLength(2);
  });

  it('SUP-41 a round that could not open the home page counts nothing as mended', async () => {
    today = '2026-12-31';
    const openFindings = async () =>
      (await db.selectFrom('site_findings').select(['id', 'kind', 'state']).orderBy('id').execute()).filter(
        ({ kind }) => kind !== 'deadLink' && kind !== 'timeout',
      );
    const before = await openFindings();
    expect(before.filter(({ state }) => state === 'open').length).toBeGreaterThan(3);
    expect(await walkDueSites({ ...watch, fetchPage: down })).toHaveLength(1);
    expect(await openFindings()).toEqual(before);
  });
});
