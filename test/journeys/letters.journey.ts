/** 一封来信: written without an account, answered by two officers, published after masking, rated. */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityFaults, openBrowser } from '../support/browser.ts';
import { freshPage } from '../support/fresh-page.ts';
import { killLeftServers, type RunningServer, startServer } from '../support/running-server.ts';

const browser = await openBrowser();
const home = mkdtempSync(join(tmpdir(), 'gongkai-letters-'));
chmodSync(home, 0o755);
let server: RunningServer;

beforeAll(async () => {
  if (!browser) return;
  server = await startServer({ GONGKAI_DATA: join(home, 'data') });
});
afterAll(async () => {
  await browser?.close();
  await killLeftServers();
  rmSync(home, { recursive: true, force: true });
});

const TITLE = '柳湾桥头的路灯不亮';
const says = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor();
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const isSound = async (page: Page) => expect([page.url(), await accessibilityFaults(page)]).toEqual([page.url(), []]);

async function officer(name: string): Promise<Page> {
  const page = await freshPage(browser!, `${server.desk}/`);
  await page.getByRole('button', { name: new RegExp(name) }).click();
  await page.getByRole('navigation').waitFor();
  return page;
}
async function open(page: Page): Promise<void> {
  await page.goto(`${server.desk}/citizen-letters?which=all`);
  await page.getByRole('link', { name: TITLE }).click();
  await page.getByRole('heading', { name: '办理经过' }).waitFor();
}
/** Opens the form of a step, fills it in and sends it. */
async function step(page: Page, name: string, fill: () => Promise<unknown> = async () => {}): Promise<void> {
  await press(page, name);
  const form = page.getByRole('form', { name });
  await form.waitFor();
  await fill();
  await isSound(page);
  await form.getByRole('button', { name, exact: true }).click();
  await says(page, `已经办理：${name}。`);
}

describe.skipIf(!browser)('given a citizen with a question', () => {
  let citizen: Page;
  let held: string[] = [];
  beforeAll(async () => {
    citizen = await freshPage(browser!, `${server.portal}/letters/write`);
  });

  it('when he writes, then he gets a number and a code without an account', async () => {
    await isSound(citizen);
    await citizen.getByLabel('咨询', { exact: true }).check();
    await citizen.getByLabel('题目').fill(TITLE);
    await citizen.getByLabel('内容').fill('坏了半个月，我的电话是13912345678。');
    await citizen.getByLabel('电话', { exact: true }).fill('13912345678');
    await citizen.getByLabel('可以公开', { exact: true }).check();
    await press(citizen, '寄出');
    await says(citizen, '来信已经收到');
    await isSound(citizen);
    held = await citizen.locator('.code-big').allInnerTexts();
    expect(held).toHaveLength(2);
  });

  it('when one officer drafts and another checks, then it is answered and published without the telephone', async () => {
    const handler = await officer('田小禾');
    await open(handler);
    await isSound(handler);
    await step(handler, '受理');
    await step(handler, '拟答复', () => handler.getByLabel('答复', { exact: true }).fill('路灯已经修好，谢谢提醒。'));
    const head = await officer('江远帆');
    await open(head);
    await step(head, '审核答复');
    await step(head, '答复');
    await step(head, '公开', async () =>
      expect(await head.getByLabel('公开的来信').inputValue()).not.toContain('13912345678'),
    );
    await head.goto(`${server.desk}/citizen-letters`);
    await head.getByRole('heading', { name: '咨询诉求' }).waitFor();
    await isSound(head);
  });

  it('when he looks, then he reads the answer and rates it; anybody reads it without his number', async () => {
    await citizen.goto(`${server.portal}/letters/track`);
    await isSound(citizen);
    await citizen.getByLabel('查询号').fill(held[0]!);
    await citizen.getByLabel('查询码').fill(held[1]!);
    await press(citizen, '查询来信');
    await says(citizen, '路灯已经修好，谢谢提醒。');
    await isSound(citizen);
    await citizen.getByLabel('非常满意', { exact: true }).check();
    await press(citizen, '提交评价');
    await says(citizen, '评价已经收到');
    await citizen.goto(`${server.portal}/letters`);
    await isSound(citizen);
    await citizen.getByRole('link', { name: new RegExp(TITLE) }).click();
    await says(citizen, '路灯已经修好，谢谢提醒。');
    await isSound(citizen);
    expect(await citizen.locator('main').textContent()).not.toContain('13912345678');
  });
});
