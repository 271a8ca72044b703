/** 一期访谈 with two browsers: what is typed at the desk is read by a citizen as it is said, and his question is answered. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { civilDateAt } from '../../src/statute/civil-date.ts';
import { isSound, press, says, servedCounty, step } from '../support/served-county.ts';

const { browser, server, onPortal, officer } = await servedCounty('interviews');

const TITLE = '柳湾大桥什么时候通车';

async function say(host: Page, who: string, text: string): Promise<void> {
  const form = host.getByRole('form', { name: '发言' });
  await form.getByLabel('谁说的').selectOption(who);
  await form.getByLabel('内容').fill(text);
  await press(host, '发出');
  await host.getByRole('region', { name: '实录' }).getByText(text).waitFor();
}

describe.skipIf(!browser)('given a guest who is to answer today', () => {
  let host: Page;
  let citizen: Page;

  it('when one drafts the notice and another lets it through, then citizens find it', async () => {
    host = await officer('田小禾');
    await host.goto(`${server.desk}/interviews`);
    await press(host, '起草预告');
    await host.getByRole('form', { name: '起草预告' }).waitFor();
    await isSound(host);
    await host.getByLabel('机关', { exact: true }).selectOption('示例县人民政府办公室');
    const fields = { 主题: TITLE, 嘉宾: '桥长生', 嘉宾的职务: '示例县交通运输局局长', 简介: '谈大桥的工期。' };
    for (const [label, text] of Object.entries({ ...fields, 开始的时间: '09:30' }))
      await host.getByLabel(label, { exact: true }).fill(text);
    await host.getByLabel('日期', { exact: true }).fill(civilDateAt(new Date()));
    await host.getByLabel('日期', { exact: true }).press('Enter');
    await press(host, '保存');
    await host.getByRole('heading', { name: TITLE }).waitFor();
    await step(host, '送审');
    const head = await officer('江远帆');
    await head.goto(host.url());
    await step(head, '审核预告');
    citizen = await onPortal('/interviews');
    await isSound(citizen);
    await citizen.getByRole('link', { name: new RegExp(TITLE) }).click();
    await says(citizen, '示例县交通运输局局长');
    await isSound(citizen);
  });

  it('when he asks, then it shows after a person let it through, and without the telephone', async () => {
    await citizen.getByRole('link', { name: '我要提问' }).click();
    await isSound(citizen);
    await citizen.getByLabel('提问', { exact: true }).fill('大桥哪天通车？我的电话13912345678。');
    await press(citizen, '提交');
    await says(citizen, '提问已经收到');
    await isSound(citizen);
    await citizen.getByRole('link', { name: '返回访谈' }).click();
    await says(citizen, '新的内容会自动出现在下面。');
    await host.reload();
    await press(host, '公开');
    const asked = host.getByLabel('公开的提问');
    expect(await asked.inputValue()).not.toContain('13912345678');
    await asked.fill('大桥哪天通车？');
    await isSound(host);
    await press(host, '公开提问');
    await citizen.locator('.transcript').getByText('大桥哪天通车？').waitFor();
  });

  it('when the host types, then the citizen reads it without touching anything; a word put right is put right for him', async () => {
    await step(host, '开始访谈');
    await says(citizen, '访谈已经开始');
    await say(host, 'guest', '大桥十月一日通车。');
    await citizen.locator('.transcript').getByText('大桥十月一日通车。').waitFor();
    await isSound(host);
    await host.getByRole('region', { name: '实录' }).getByRole('button', { name: '更正' }).first().click();
    await host.getByLabel('改后的文字').fill('大桥十一月一日通车。');
    await host.getByLabel('说明').fill('听写有误');
    await host.getByRole('form', { name: '更正' }).getByRole('button', { name: '更正', exact: true }).click();
    await citizen.locator('.transcript').getByText('大桥十一月一日通车。').waitFor();
    await citizen.getByText(/更正：听写有误/).waitFor();
    expect(await citizen.locator('.transcript').getByRole('listitem').count()).toBe(2);
    await isSound(citizen);
  });

  it('when it ends, then the transcript stays among those that were held', async () => {
    await step(host, '结束访谈');
    await says(citizen, '访谈已经结束，以上是全部实录。');
    await citizen.goto(`${server.portal}/interviews`);
    await citizen.getByRole('link', { name: new RegExp(TITLE) }).click();
    await says(citizen, '访谈实录');
    await says(citizen, '大桥十一月一日通车。');
    await isSound(citizen);
  });
});
