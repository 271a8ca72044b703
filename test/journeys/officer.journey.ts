/** 一件申请走完全程, at the desk of the demo county: registered at the counter, corrected, answered, signed by another, served. */
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { accessibilityFaults } from '../support/browser.ts';
import { isSound, says, servedCounty, signInAs } from '../support/served-county.ts';

const { browser, server, onDesk } = await servedCounty('officer');

async function trySignIn(page: Page, signInName: string, password: string): Promise<void> {
  await page.getByLabel('登录名').fill(signInName);
  await page.getByLabel('密码').fill(password);
  const answered = page.waitForResponse(/\/api\/sign-in$/);
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await answered;
}

describe.skipIf(!browser)('given the sign-in of the demo county', () => {
  it('when nothing is filled in, then it is said beside the fields', async () => {
    const page = await onDesk();
    await page.getByRole('button', { name: '登录', exact: true }).click();
    await says(page, '请填写登录名。');
    await says(page, '请填写密码。');
    await isSound(page);
  });

  it('when the password is wrong, then it is said why, and after five times even the right one waits', async () => {
    const page = await onDesk();
    for (let tries = 0; tries < 5; tries += 1) await trySignIn(page, 'anquan', 'not-the-password');
    await says(page, /登录名或者密码不对，或者账号正在锁定/);
    await isSound(page);
    await trySignIn(page, 'anquan', 'gongkai-2024');
    await says(page, /连续输错5次锁定15分钟/);
    expect(await page.getByRole('navigation').count()).toBe(0);
  });

  it('when an address was opened before signing in, then it is shown after it', async () => {
    const page = await onDesk('/requests?sort=newest');
    await signInAs(page, '田小禾');
    await page.getByRole('heading', { name: '申请列表' }).waitFor();
    expect(new URL(page.url()).search).toBe('?sort=newest');
    await isSound(page);
  });

  it('when the officer has no role in a room, then the room says so and is not in the menu', async () => {
    const page = await onDesk('/requests');
    await signInAs(page, '叶知秋');
    await says(page, '不能打开“申请列表”');
    expect(await page.getByRole('link', { name: '申请列表' }).count()).toBe(0);
    await isSound(page);
  });
});

async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: '退出登录' }).click();
  await page.getByRole('button', { name: '登录', exact: true }).waitFor();
}

describe.skipIf(!browser)('given an application handed in at the counter', () => {
  let page: Page;
  let file = '';
  beforeAll(async () => {
    page = await onDesk();
    await signInAs(page, '田小禾');
  });
  const rungs = () => page.getByRole('list', { name: '期限阶梯' }).textContent();

  it('when the handler opens the inbox, then the keyboard goes through what waits', async () => {
    await page.getByRole('heading', { name: '待办', exact: true }).waitFor();
    await page.locator('[data-row]').first().waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.keyboard.press('k');
    const first = await page.locator('[data-row] a').first().textContent();
    expect(await page.locator(':focus').textContent()).toBe(first);
    await page.keyboard.press('?');
    await says(page, '打开选中的一件');
    await isSound(page);
    await page.keyboard.press('Escape');
    await page.getByText('打开选中的一件').waitFor({ state: 'hidden' });
    await page.keyboard.press('/');
    await page.getByRole('heading', { name: '申请列表' }).waitFor();
    await page.keyboard.type('cement-works');
    expect(await page.getByRole('searchbox').inputValue()).toBe('cement-works');
  });

  it('when it is registered with little, then the code is shown once and what is missing is told', async () => {
    await page.getByRole('navigation').getByRole('link', { name: '登记申请' }).click();
    await page.getByRole('button', { name: '登记申请' }).click();
    await says(page, '请照原文录入申请的内容。');
    await isSound(page);
    await page.getByLabel('姓名').fill('周舟');
    await page.getByLabel('所需政府信息').fill('滨河路绿化工程的验收材料');
    await page.getByLabel('获取信息的方式').selectOption({ label: '当面查阅、抄录' });
    await page.getByRole('button', { name: '登记申请' }).click();
    await says(page, '查询码只显示这一次。');
    await says(page, '没有填写身份证明。');
    await isSound(page);
    await page.getByRole('link', { name: '打开案卷' }).click();
    await page.getByRole('heading', { name: '滨河路绿化工程的验收材料' }).waitFor();
    file = new URL(page.url()).pathname;
  });

  it('when a correction is asked for, then the ladder stands still, and runs anew once it is there', async () => {
    expect(await rungs()).toContain('应当答复的最后一日');
    await page.getByRole('button', { name: '发出补正告知' }).click();
    await page.getByLabel('需要补正的事项').fill('请写明验收的年份和路段。');
    await page.getByRole('navigation').getByRole('link', { name: '待办' }).click();
    await page.getByRole('heading', { name: '待办', exact: true }).waitFor();
    await page.goBack();
    await page.getByRole('button', { name: '发出补正告知' }).click();
    expect(await page.getByLabel('需要补正的事项').inputValue()).toBe('请写明验收的年份和路段。');
    await page.getByRole('form', { name: '发出补正告知' }).getByRole('button', { name: '发出补正告知' }).click();
    await says(page, '已经办理：发出补正告知。');
    await says(page, '现在没有到期日');
    expect(await rungs()).toContain('此后不计入期限');
    await isSound(page);

    await page.getByRole('button', { name: '登记收到补正' }).click();
    await page.getByLabel('补正后的申请内容').fill('2025年滨河路北段绿化工程竣工验收报告');
    await page.getByRole('form', { name: '登记收到补正' }).getByRole('button', { name: '登记收到补正' }).click();
    await says(page, '已经办理：登记收到补正。');
    expect(await rungs()).toContain('应当答复的最后一日');
  });

  it('when the reply is drafted, then its outcome asks for its grounds, and the drafter may not sign it', async () => {
    await page.getByText('（四）无法提供').click();
    await page.getByRole('button', { name: /政府信息不存在/ }).click();
    await page.getByRole('button', { name: '拟写答复' }).click();
    await says(page, /请填写检索记录/);
    await isSound(page);
    await page.getByLabel('检索记录').fill('检索了住建局档案室和电子档案系统，关键词“滨河路”“绿化”。');
    await page.getByLabel('答复书正文').fill('经检索，本机关未制作、保存您申请的信息。');
    await page.getByRole('button', { name: '拟写答复' }).click();
    await says(page, '已经办理：拟写答复。');
    await says(page, /这一步由法制办理/);
  });

  it('when two others have looked at it, another signs it and the handler serves it, then the file is closed in time', async () => {
    for (const [name, step] of [
      ['江远帆', '通过合法性审核'],
      ['周守言', '通过保密审查'],
    ] as const) {
      await signOut(page);
      await signInAs(page, name);
      await page.goto(`${server.desk}${file}`);
      await says(page, '经检索，本机关未制作、保存您申请的信息。');
      await page.getByRole('button', { name: step }).click();
      await says(page, `已经办理：${step}。`);
      await isSound(page);
    }
    await signOut(page);
    await signInAs(page, '石敬平');
    await page.goto(`${server.desk}${file}`);
    await says(page, '经检索，本机关未制作、保存您申请的信息。');
    await page.getByRole('button', { name: '签发答复' }).click();
    await says(page, '已经办理：签发答复。');
    await isSound(page);

    await signOut(page);
    await signInAs(page, '田小禾');
    await page.goto(`${server.desk}${file}`);
    await page.getByLabel('送达方式').selectOption({ label: '直接送达' });
    await page.getByLabel('送达凭证').fill('送达回证');
    await page.getByRole('button', { name: '登记送出答复' }).click();
    await says(page, '已经办理：登记送出答复。');
    await says(page, '按期办结');
  });
});

describe.skipIf(!browser)('given a file that two officers have open', () => {
  it('when one acts on what the other has overtaken, then it is refused, and what was typed is still there', async () => {
    const [first, second] = [await onDesk(), await onDesk()];
    for (const page of [first, second]) {
      await signInAs(page, '田小禾');
      await page.getByRole('link', { name: '示例县城北停车场收费标准的批复文件' }).first().click();
      await page.getByRole('button', { name: '要求说明理由' }).click();
      await page.getByLabel('数量、频次的事实').fill('半年内提出申请四十件。');
    }
    const act = (page: Page) =>
      page.getByRole('form', { name: '要求说明理由' }).getByRole('button', { name: '要求说明理由' }).click();
    await act(first);
    await says(first, '已经办理：要求说明理由。');
    await act(second);
    await second.getByRole('button', { name: '刷新案卷，看看别人做了什么' }).waitFor();
    expect(await second.getByLabel('数量、频次的事实').inputValue()).toBe('半年内提出申请四十件。');
    expect(await accessibilityFaults(second)).toEqual([]);
  });

  it('when the session has ended, then one signs in over the open form and goes on', async () => {
    const page = await onDesk('/requests/register');
    await signInAs(page, '田小禾');
    await page.getByLabel('姓名').fill('梁渡');
    await page.getByLabel('所需政府信息').fill('一份会议纪要');
    await page.getByLabel('获取信息的方式').selectOption({ label: '当面查阅、抄录' });
    await page.context().clearCookies();
    await page.getByRole('button', { name: '登记申请' }).click();
    await says(page, '登录已经过期');
    await isSound(page);
    await trySignIn(page, 'chengban', 'gongkai-2024');
    await page.getByText('登录已经过期').waitFor({ state: 'detached' });
    expect(await page.getByLabel('姓名').inputValue()).toBe('梁渡');
    await page.getByRole('button', { name: '登记申请' }).click();
    await says(page, '查询码只显示这一次。');
  });
});
