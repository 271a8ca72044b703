/** 意见征集: drafted by one, passed by another, opinions without an account, answered, and the result with what was adopted. */
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { isSound, press, says, servedCounty, step } from '../support/served-county.ts';

const { browser, server, onPortal, officer } = await servedCounty('consultation');

const TITLE = '关于《柳湾夜市管理办法（征求意见稿）》公开征求意见';
const RELEASED = '关于《示例县城区停车收费方案（征求意见稿）》公开征求意见';

async function open(page: Page, title: string): Promise<void> {
  await page.goto(`${server.desk}/consultations?which=all`);
  await page.getByRole('link', { name: title }).click();
  await page.getByRole('heading', { name: '办理经过' }).waitFor();
}

describe.skipIf(!browser)('given a draft that the public is to be asked about', () => {
  let editor: Page;
  let citizen: Page;
  beforeAll(async () => {
    editor = await officer('田小禾');
    citizen = await onPortal('/consultations');
  });

  it('when one officer drafts and another passes it, then it is open for as long as the law says', async () => {
    await editor.goto(`${server.desk}/consultations/new`);
    await editor.getByLabel('机关', { exact: true }).selectOption({ label: '示例县人民政府办公室' });
    await editor.getByLabel('题目').fill(TITLE);
    await editor.getByLabel('起草说明').fill('为了规范夜市。');
    await editor.getByLabel('征求意见稿').fill('第一条 夜市二十三时收市。');
    await editor.getByLabel('期限', { exact: true }).fill('10');
    await editor.getByLabel(/缩短期限的说明/).waitFor();
    await editor.getByLabel('期限', { exact: true }).fill('30');
    await isSound(editor);
    await press(editor, '保存草稿');
    await editor.getByRole('heading', { name: '办理经过' }).waitFor();
    await step(editor, '送审');
    const head = await officer('江远帆');
    await open(head, TITLE);
    await step(head, '审核发布');
    await citizen.goto(`${server.portal}/consultations`);
    await isSound(citizen);
    await citizen.getByRole('link', { name: /柳湾夜市/ }).click();
    await says(citizen, '第一条 夜市二十三时收市。');
    await isSound(citizen);
  });

  it('when he gives his opinion, then he gets a number, and is answered by it', async () => {
    await citizen.getByRole('link', { name: '提意见' }).click();
    await citizen.getByLabel('您的意见').fill('建议二十二时收市，楼上有学生。');
    await isSound(citizen);
    await press(citizen, '提交意见');
    await says(citizen, '意见已经收到');
    await isSound(citizen);
    const held = await citizen.locator('.code-big').allInnerTexts();
    await open(editor, TITLE);
    await editor.getByRole('checkbox').first().check();
    await press(editor, '答复选中的 1 条');
    const form = editor.getByRole('form', { name: '答复 1 条意见' });
    await form.getByLabel('答复和理由').fill('采纳，改为二十二时收市。');
    await isSound(editor);
    await form.getByRole('button', { name: '答复', exact: true }).click();
    await says(editor, '已经办理：答复意见。');
    await isSound(editor);
    await citizen.goto(`${server.portal}/consultations/track`);
    await isSound(citizen);
    await citizen.getByLabel('查询号').fill(held[0]!);
    await citizen.getByLabel('查询码').fill(held[1]!);
    await press(citizen, '查询答复');
    await says(citizen, '采纳，改为二十二时收市。');
    await isSound(citizen);
  });

  it('then no result comes before its day; of one that is over everybody reads what was adopted', async () => {
    expect(await editor.getByRole('button', { name: '拟结果' }).isDisabled()).toBe(true);
    await citizen.goto(`${server.portal}/consultations`);
    await citizen.getByRole('link', { name: RELEASED.slice(3, 16) }).click();
    await says(citizen, '免费时间由三十分钟延长到一小时');
    await says(citizen, '部分采纳');
    await isSound(citizen);
    expect(await citizen.locator('main').textContent()).not.toContain('接孩子放学');
  });

  it('when she fills in the survey, then what hangs on an answer is asked in its turn, and once', async () => {
    await citizen.goto(`${server.portal}/consultations`);
    await citizen.getByRole('link', { name: '农村客运线路调整问卷' }).click();
    await citizen.getByRole('link', { name: '填写问卷' }).click();
    expect(await citizen.getByText('主要坐去做什么').isVisible()).toBe(false);
    await citizen.getByLabel('有时坐', { exact: true }).check();
    await citizen.getByLabel('看病', { exact: true }).check();
    await citizen.getByLabel('4 分', { exact: true }).check();
    for (const row of ['早上七时以前', '中午', '晚上六时以后'])
      await citizen.getByRole('group', { name: row, exact: true }).getByLabel('需要', { exact: true }).check();
    await isSound(citizen);
    await press(citizen, '提交问卷');
    await says(citizen, '问卷已经收到');
    await citizen.goBack();
    await citizen.reload();
    await citizen.getByLabel('不坐', { exact: true }).check();
    for (const row of ['早上七时以前', '中午', '晚上六时以后'])
      await citizen.getByRole('group', { name: row, exact: true }).getByLabel('需要', { exact: true }).check();
    await press(citizen, '提交问卷');
    await says(citizen, '已经答过这份问卷');
    await open(editor, '农村客运线路调整问卷');
    await says(editor, '统计（收到 25 份）');
    await isSound(editor);
  });
});
