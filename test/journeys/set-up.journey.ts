/** 首次设置, in earnest: from the link the start prints to the first officer at his desk. */
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { freshPage } from '../support/fresh-page.ts';
import { isSound, servedCounty } from '../support/served-county.ts';

const { browser, server } = await servedCounty('set-up', { GONGKAI_DEMO: 'off' });
let link = '';

beforeAll(async () => {
  if (!browser) return;
  link = /http\S+\/set-up#\S+/.exec(server.output())?.[0] ?? '';
});

const build = (page: Page) => page.getByRole('button', { name: '建立机关和管理员' }).click();

async function fillIn(page: Page, password: string): Promise<void> {
  await page.getByLabel('机关名称').fill('临溪县人民政府');
  await page.getByLabel('统一社会信用代码').fill('119900000000000017');
  await page.getByLabel('安全管理员姓名').fill('顾北辰');
  await page.getByLabel('登录名').fill('gubeichen');
  await page.getByLabel('密码', { exact: true }).fill(password);
  await page.getByLabel('再输入一次密码').fill(password);
}

describe.skipIf(!browser)('given an installation that nobody has set up', () => {
  it('when the form is sent empty, then every field says what it lacks', async () => {
    const page = await freshPage(browser!, link);
    await build(page);
    await page.getByText('没有填写机关名称。').waitFor();
    await page.getByText(/密码不足/).waitFor();
    await isSound(page);
  });

  it('when it is filled in, then the administrator signs in, and the link opens nothing any more', async () => {
    const password = 'seven-quiet-herons';
    const page = await freshPage(browser!, link);
    await fillIn(page, password);
    await build(page);
    await page.getByRole('heading', { name: '设置完成' }).waitFor();
    await isSound(page);
    await page.getByRole('link', { name: '登录' }).click();
    await page.getByLabel('登录名').fill('gubeichen');
    await page.getByLabel('密码').fill(password);
    await page.getByRole('button', { name: '登录', exact: true }).click();
    await page.getByText('顾北辰').waitFor();
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await page.getByText('演示数据').count()).toBe(0);
    await isSound(page);

    const again = await freshPage(browser!, link);
    await fillIn(again, password);
    await build(again);
    await again.getByText(/这个设置链接不对，或者已经用过/).waitFor();
  });
});
