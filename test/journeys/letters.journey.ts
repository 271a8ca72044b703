/** 一封来信: written without an account, answered by two officers, published after masking, rated. */
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { isSound, press, says, servedCounty, step } from '../support/served-county.ts';

const { browser, server, onPortal, officer } = await servedCounty('letters');

const TITLE = '柳湾桥头的路灯不亮';

async function open(page: Page): Promise<void> {
  await page.goto(`${server.desk}/citizen-letters?which=all`);
  await page.getByRole('link', { name: TITLE }).click();
  await page.getByRole('heading', { name: '办理经过' }).waitFor();
}

describe.skipIf(!browser)('given a citizen with a question', () => {
  let citizen: Page;
  let held: string[] = [];
  beforeAll(async () => {
    citizen = await onPortal('/letters/write');
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
