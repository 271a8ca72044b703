/** 一处错别字和一张巡查单: found by the machine, assigned, mended, closed by the machine, put back and found again by 回头看; a day nobody signed, seen and explained. */
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readFileForWatch } from '../../src/main/watch/read-file.ts';
import { guardedAgent } from '../../src/platform/outgoing/guarded-agent.ts';
import { packageRoot } from '../../src/platform/package-root.ts';
import { civil } from '../../src/statute/civil-date.ts';
import { pageFetcher } from '../../src/supervision/gather/fetch-page.ts';
import { recheckTickets, type Watch, walkDueSites } from '../../src/supervision/gather/watch-round.ts';
import { makePatrolSheets } from '../../src/supervision/store/patrol-sweep.ts';
import { accessibilityFaults, openBrowser } from '../support/browser.ts';
import { testDatabase } from '../support/database.ts';
import { freshPage } from '../support/fresh-page.ts';
import { openDesk, type Who } from '../support/open-desk.ts';
import { press, says } from '../support/served-county.ts';
import { type ServedSite, serveSite } from '../support/watch-site/serve-site.ts';

const browser = await openBrowser();
const { db } = await testDatabase();
const office = await openDesk(db, { consoleFolder: join(packageRoot(), 'dist', 'console') });
let [desk, site, watch] = ['', {} as ServedSite, {} as Watch];

beforeAll(async () => {
  office.on('2026-11-20');
  if (!browser) return;
  desk = await office.desk.listen({ host: '127.0.0.1', port: 0 });
  site = await serveSite({ pages: 60, faults: 17, today: civil('2026-11-20'), slowMs: 5_000 });
  const listed = new Set(Object.values(site.origins).map((origin) => new URL(origin).host));
  const lane = { parallel: 8, gapMs: 0 };
  watch = {
    house: office.house,
    fetchPage: pageFetcher(guardedAgent({ timeoutMs: 3_000, listed, ca: site.certificate })),
    readFile: readFileForWatch,
    crawl: { timeoutMs: 3_000, slowMs: 5_000, own: lane, others: lane },
  };
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await site.stop?.();
  await office.desk.close();
});

/** Signed in as somebody at the hour the clock shows. */
async function officer(who: Who, path: string): Promise<Page> {
  const page = await freshPage(browser!, 'about:blank');
  const [name, value] = (await office.cookieOf(who)).split('=');
  await page.context().addCookies([{ name: name!, value: value!, url: desk }]);
  await page.goto(desk + path);
  return page;
}
const isSound = async (page: Page) => {
  await page.getByRole('heading', { level: 1 }).waitFor();
  expect([page.url(), await accessibilityFaults(page)]).toEqual([page.url(), []]);
};

describe.skipIf(!browser)('given a site with a wrong word', () => {
  let ticket = '';
  let [path, wrong] = ['', { body: '' }];
  const pages = () => site.main as Map<string, { body: string }>;

  it('when the head lists it and the machine has walked it, then it stands there as a ticket', async () => {
    const head = await officer('officeHead', '/findings');
    await press(head, '登记站点');
    const form = head.getByRole('form', { name: '登记站点' });
    if ((await form.getByLabel('机关').count()) > 0) await form.getByLabel('机关').selectOption('county');
    await form.getByRole('textbox', { name: '站点名称' }).fill('县政府门户网站');
    await form.getByRole('textbox', { name: '首页网址' }).fill(site.home);
    await form.getByRole('button', { name: '登记站点', exact: true }).click();
    await says(head, '县政府门户网站');
    expect(await walkDueSites(watch)).toHaveLength(1);
    await head.reload();
    await isSound(head);
    await head.getByRole('link', { name: /^错别字/ }).click();
    await says(head, '怎样改');
    ticket = new URL(head.url()).pathname;
    await head.getByLabel('交办给').selectOption({ label: '卞编辑' });
    await press(head, '交办');
    await says(head, '已经办理：交办。');
    await isSound(head);
  });

  it('when the editor mends it and says so, then the machine looks and closes it', async () => {
    const planted = site.planted.find(({ fault }) => fault === 'wrongWord')!;
    path = new URL(planted.url).pathname;
    wrong = pages().get(path)!;
    pages().set(path, { ...wrong, body: wrong.body.replace(/截止目前|布署|按排|以经|欢渡/, '') });
    const editor = await officer('editor', ticket);
    await editor.getByLabel('改了什么').fill('已经改正错别字');
    await press(editor, '报告已改正');
    await says(editor, '已经报告改正，系统几分钟内重新打开有问题的网址。');
    expect(await recheckTickets(watch)).toBe(1);
    await editor.reload();
    await says(editor, '已经销号，2026-12-20 回头看。');
    await isSound(editor);
  });

  it('when it is put back, then looking back a month later opens the ticket again', async () => {
    pages().set(path, wrong);
    office.on('2026-12-20');
    expect(await recheckTickets(watch)).toBe(1);
    const head = await officer('officeHead', ticket);
    await says(head, '销号以后回头看，问题又出现了，重新整改。');
    await says(head, '不合格，已经重开');
    await isSound(head);
    office.on('2026-11-20');
  });
});

describe.skipIf(!browser)('given a roster', () => {
  it('when a day goes by unsigned, then the month shows it, and what is signed later says why', async () => {
    const roster = { agencyId: 'county', from: '2026-11-23', turn: 'day', days: 'workdays' };
    office.on('2026-11-23');
    await office.as('officeHead').post('/api/patrol/rosters', { ...roster, officerIds: ['officer-editor'] });
    office.on('2026-11-24');
    await makePatrolSheets(office.house);
    const editor = await officer('editor', '/patrol?month=2026-11&agencyId=county');
    await says(editor, '缺巡');
    await isSound(editor);
    await editor.locator('td[data-standing="missed"] a').click();
    const form = editor.getByRole('form', { name: '签巡查单' });
    await form.waitFor();
    for (const fine of await form.getByRole('radio', { name: '正常' }).all()) await fine.check();
    await isSound(editor);
    await form.getByLabel('当天为什么没有签').fill('机房停电，没有网络');
    await press(editor, '补签巡查单');
    await says(editor, '机房停电，没有网络');
    await isSound(editor);
    await editor.goto(`${desk}/patrol?month=2026-11&agencyId=county`);
    await says(editor, '补签');
    await isSound(editor);
  });
});
