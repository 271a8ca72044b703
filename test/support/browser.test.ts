import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityFaults, openBrowser } from './browser.ts';

const browser = await openBrowser();
afterAll(() => browser?.close());

describe.skipIf(!browser)('the browser of the journeys', () => {
  let page: Awaited<ReturnType<NonNullable<typeof browser>['newPage']>>;
  beforeAll(async () => {
    page = await browser!.newPage();
  });
  const show = (body: string) =>
    page.setContent(
      `<html lang="zh-CN"><head><title>页</title></head><body><main><h1>题</h1>${body}</main></body></html>`,
    );

  it('draws Chinese text with fonts of its own: every character as wide as it is high, none the same box', async () => {
    await show('<p><span style="font: 40px serif">政府信息公开</span></p>');
    const span = page.locator('span');
    expect((await span.boundingBox())?.width).toBeCloseTo(240, 0);
    const drawn: string[] = [];
    for (const text of ['政', '府']) {
      await span.evaluate((element, t) => {
        element.textContent = t;
      }, text);
      drawn.push((await span.screenshot()).toString('base64'));
    }
    expect(drawn[0]).not.toBe(drawn[1]);
  });

  it('finds what keeps people with disabilities out, and only that', async () => {
    await show('<img src="data:,"><p style="color:#bbb">看不清</p>');
    const faults = (await accessibilityFaults(page)).join('\n');
    expect(faults).toMatch(/image-alt/);
    expect(faults).toMatch(/color-contrast/);
    await show('<p>清楚</p>');
    expect(await accessibilityFaults(page)).toEqual([]);
  });
});
