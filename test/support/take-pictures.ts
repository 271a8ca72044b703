/**
 * `npm run pictures`: takes the pictures of the README from the running product, with the demo county loaded: `docs/pictures/*.jpg`.
 * What is on them is what a newcomer sees after the first command.
 */
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { DEMO_PASSWORD } from '../../demo/county.ts';
import { packageRoot } from '../../src/platform/package-root.ts';
import { openBrowser } from './browser.ts';
import { type RunningServer, startServer } from './running-server.ts';

const SIZE = { width: 1280, height: 860 };

/** A report with two faults: parts above the whole, and a row whose figures do not make its total. */
const FAULTY = `示例区人民政府2023年政府信息公开工作年度报告
一、总体情况
2023年，通过门户网站发布信息1200条，其中政务动态800条、通知公告450条。收到政府信息公开申请9件。
二、主动公开政府信息情况
三、收到和处理政府信息公开申请情况
一、本年新收政府信息公开申请数量 | 7 | 1 | 0 | 0 | 0 | 0 | 9 |
二、上年结转政府信息公开申请数量 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
（一）予以公开 | 5 | 1 | 0 | 0 | 0 | 0 | 6 |
（二）部分公开 | 2 | 0 | 0 | 0 | 0 | 0 | 2 |
（七）总计 | 7 | 1 | 0 | 0 | 0 | 0 | 8 |
四、结转下年度继续办理 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
四、政府信息公开行政复议、行政诉讼情况
五、存在的主要问题及改进情况
六、其他需要报告的事项`;

const PICTURES: Readonly<Record<string, (page: Page, server: RunningServer) => Promise<void>>> = {
  home: async (page, { portal }) => void (await page.goto(portal)),
  'annual-report': async (page, { portal }) => void (await page.goto(`${portal}/annual-reports/2024`)),
  'check-report': async (page, { portal }) => {
    await page.goto(`${portal}/check-report`);
    await page.locator('textarea').first().fill(FAULTY);
    await page.getByRole('button', { name: '核对' }).click();
    await page.waitForLoadState('networkidle');
  },
  application: async (page, { desk }) => {
    await signIn(page, desk, 'chengban');
    await page.goto(`${desk}/`);
    await page.locator('[data-row] a').first().click();
    await page.getByRole('heading', { name: '办理经过' }).waitFor();
  },
};

const browser = await openBrowser();
if (!browser) throw new Error('no browser on this system: install Chrome');
const home = mkdtempSync(join(tmpdir(), 'gongkai-pictures-'));
chmodSync(home, 0o755);
const server = await startServer({ GONGKAI_DATA: join(home, 'data') });
try {
  const folder = join(packageRoot(), 'docs', 'pictures');
  mkdirSync(folder, { recursive: true });
  for (const [name, show] of Object.entries(PICTURES)) {
    const page = await browser.newPage({ viewport: SIZE, locale: 'zh-CN' });
    await show(page, server);
    await page.screenshot({ path: join(folder, `${name}.jpg`), type: 'jpeg', quality: 80 });
    await page.close();
  }
} finally {
  await browser.close();
  await server.stop();
  rmSync(home, { recursive: true, force: true });
}

async function signIn(page: Page, desk: string, name: string): Promise<void> {
  await page.goto(desk);
  await page.getByLabel('登录名').fill(name);
  await page.getByLabel('密码', { exact: true }).fill(DEMO_PASSWORD);
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await page.getByRole('heading', { name: '待办' }).waitFor();
}
