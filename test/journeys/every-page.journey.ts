import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import { beforeAll, describe, expect, it } from 'vitest';
import { accessibilityFaults } from '../support/browser.ts';
import { type PageSamples, pageSamples } from '../support/page-samples.ts';
import { servedCounty } from '../support/served-county.ts';

const { browser, server } = await servedCounty('every-page');
let samples: PageSamples;

beforeAll(async () => {
  if (!browser) return;
  samples = await pageSamples(server.portal);
});

/** As `html-valid.http.test.ts` has it, which says why. */
const validator = new HtmlValidate(
  new StaticConfigLoader({
    extends: ['html-validate:standard', 'html-validate:document'],
    rules: { 'require-sri': 'off', 'heading-level': ['error', { minInitialRank: 'h2' }] },
  }),
);

/** Every fault of every page, each with its page. */
async function faultsOf(faults: (path: string) => Promise<readonly string[]>): Promise<string[]> {
  const found: string[] = [];
  for (const path of samples.pages) found.push(...(await faults(path)).map((fault) => `${path} ${fault}`));
  return found;
}

describe.skipIf(!browser)('every kind of page the portal has a route for', () => {
  it('PRT-124 given the routes, each has an address that answers', () => {
    expect(samples.missing).toEqual([]);
    expect(samples.pages.length).toBeGreaterThan(25);
  });

  it('PRT-80 its HTML is valid', async () => {
    const faults = await faultsOf(async (path) => {
      const { results } = validator.validateStringSync(await (await fetch(server.portal + path)).text());
      return results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId}: ${message}`));
    });
    expect(faults).toEqual([]);
  });

  it.each([
    ['normal', ''],
    ['适老版', 'senior.large'],
  ])('PRT-124 axe finds nothing, %s', async (_, reading) => {
    const context = await browser!.newContext({ locale: 'zh-CN', baseURL: server.portal });
    if (reading) await context.addCookies([{ name: 'reading', value: reading, url: server.portal }]);
    const page = await context.newPage();
    const faults = await faultsOf(async (path) => {
      await page.goto(path, { waitUntil: 'load' });
      const seen = await accessibilityFaults(page);
      // The mode that was asked for is the mode that is looked at.
      const isSenior = await page.evaluate('document.documentElement.classList.contains("senior")');
      return isSenior === (reading !== '') ? seen : [...seen, 'shown in another mode'];
    });
    await context.close();
    expect(faults).toEqual([]);
  });

  it('PRT-124 it can be read and used without JavaScript', async () => {
    const context = await browser!.newContext({ locale: 'zh-CN', baseURL: server.portal, javaScriptEnabled: false });
    const page = await context.newPage();
    const faults = await faultsOf(async (path) => {
      await page.goto(path, { waitUntil: 'domcontentloaded' });
      const count = (selector: string) => page.locator(selector).count();
      return [
        ...((await page.locator('main h1').isVisible()) ? [] : ['no heading is seen']),
        ...(((await page.locator('main').textContent()) ?? '').trim().length > 20 ? [] : ['hardly a word is seen']),
        ...((await count('form:not(:has([type=submit], button:not([type])))')) > 0 ? ['a form cannot be sent'] : []),
        ...((await count('a:not([href])')) > 0 ? ['a link leads nowhere'] : []),
        ...((await count('main button:not([type=submit]):not([hidden]):visible')) > 0 ? ['a button does nothing'] : []),
      ];
    });
    await context.close();
    expect(faults).toEqual([]);
  });
});
