import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityFaults } from '../support/browser.ts';
import { servedCounty } from '../support/served-county.ts';

const { browser, server } = await servedCounty('citizen');

describe.skipIf(!browser).each([1280, 390])('a citizen, with a screen %i wide', (width) => {
  let context: BrowserContext;
  let page: Page;

  beforeAll(async () => {
    context = await browser!.newContext({ viewport: { width, height: 900 }, locale: 'zh-CN', baseURL: server.portal });
    page = await context.newPage();
  });
  afterAll(() => context?.close());

  /** Nothing keeps anybody out, and nobody must scroll sideways. */
  async function isForEverybody() {
    expect([page.url(), await accessibilityFaults(page)]).toEqual([page.url(), []]);
    const beyond = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
    expect([page.url(), beyond]).toEqual([page.url(), 0]);
  }
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
  const heading = async () => (await page.getByRole('heading', { level: 1 }).textContent()) ?? '';

  it('given the home page, when she searches, then she finds the document and reads it', async () => {
    await page.goto('/');
    await isForEverybody();
    expect(await page.locator('body').textContent()).toContain('演示数据');
    await page.getByLabel('搜索政府信息').fill('公共租赁住房管理办法');
    await press('搜索');
    await isForEverybody();
    expect(await page.locator('main').textContent()).toMatch(/找到 \d+ 条/);
    await page.locator('.hits a').first().click();
    await isForEverybody();
    expect(await heading()).toContain('公共租赁住房管理办法');
    expect(await page.locator('.facts').textContent()).toContain('索引号');
  });

  it('given something not published, when she applies, then she gets a number and a code, and tracks it', async () => {
    await page.goto('/apply');
    await isForEverybody();
    await page.getByLabel('所需信息的名称').fill('柳湾镇 2023 年灌溉渠清淤工程的竣工验收表');
    await press('下一步');
    await isForEverybody();
    if ((await heading()).startsWith('这些已经公开')) await press('都不是，继续申请');
    await page.getByLabel('受理机关').selectOption({ label: '示例县人民政府' });
    await press('下一步');
    await isForEverybody();
    await page.getByLabel('电子文件').check();
    await press('下一步');
    await isForEverybody();
    await page.getByLabel('个人').check();
    await press('下一步');
    await isForEverybody();
    await page.getByLabel('为自己申请').check();
    await press('下一步');
    await press('下一步');
    await isForEverybody();
    expect(await page.getByRole('alert').textContent()).toContain('没有填写姓名。');
    await page.getByLabel('姓名').fill('测试申请人');
    await page.getByLabel('证件号码').fill('110101199001011237');
    await press('下一步');
    await isForEverybody();
    await page.getByLabel('电话').fill('00000000000');
    await press('下一步');
    await isForEverybody();
    expect(await heading()).toBe('有材料要一起交吗？');
    const file = (name: string, text: string) => ({ name, mimeType: 'application/pdf', buffer: Buffer.from(text) });
    await page
      .getByLabel('说明所需信息的材料')
      .setInputFiles([file('验收表的封面.pdf', '%PDF-1.7\n%%EOF\n'), file('改名的程序.pdf', 'MZ')]);
    await press('下一步');
    await isForEverybody();
    expect(await page.getByRole('alert').textContent()).toContain('“改名的程序.pdf”的内容不是PDF');
    await press('下一步');
    await isForEverybody();
    expect(await heading()).toBe('核对申请内容');
    expect(await page.locator('.answers').textContent()).toContain('申请材料：验收表的封面.pdf');
    await page.getByRole('button', { name: '修改：希望怎样取得？' }).click();
    await page.getByLabel('当面查阅').check();
    await press('改好了，回到核对');
    expect(await page.locator('.answers').textContent()).toContain('当面查阅、抄录');
    await press('提交申请');
    // The browser finishes its piece of work first.
    await page.getByRole('heading', { name: '申请已经登记' }).waitFor();
    await isForEverybody();
    expect(await heading()).toBe('申请已经登记');
    const [number, code] = await page.locator('.code-big').allTextContents();

    await page.getByRole('main').getByRole('link', { name: '查询申请进度' }).click();
    await isForEverybody();
    await page.getByLabel('查询号').fill(number!);
    await page.getByLabel('查询码').fill('2222-2222-2222');
    await press('查询进度');
    await isForEverybody();
    expect(await page.getByRole('alert').textContent()).toContain('查询号和查询码不相符。');
    await page.getByLabel('查询码').fill(code!.toLowerCase());
    await press('查询进度');
    await isForEverybody();
    const read = await page.locator('main').textContent();
    expect(read).toContain('办理中');
    expect(read).toContain('应当答复的最后一日');
    expect(read).toContain('验收表的封面.pdf');
    expect(read).not.toContain('测试申请人');
  });

  it('given the published report, when she opens it, then tables, chart and downloads are there', async () => {
    await page.goto('/annual-reports');
    await isForEverybody();
    await page.getByRole('link', { name: /2024年政府信息公开工作年度报告/ }).click();
    await isForEverybody();
    expect(await page.locator('table.official').count()).toBe(3);
    expect(await page.getByRole('img', { name: '申请的办理结果' }).count()).toBe(1);
    const figures = await (await context.request.get('/annual-reports/2024.json')).json();
    expect(figures.table3.rows['1'].at(-1)).toBe(26);
    const word = await context.request.get('/annual-reports/2024.docx');
    expect((await word.body()).subarray(0, 2).toString()).toBe('PK');
  });

  it('given that report with a planted contradiction, when she has it checked, then it is told', async () => {
    const published = await (await context.request.get('/annual-reports/2024')).text();
    const planted = published.replace('申请26件', '申请31件');
    expect(planted).not.toBe(published);
    await page.goto('/check-report');
    await isForEverybody();
    const file = { name: '年报.html', mimeType: 'text/html', buffer: Buffer.from(planted) };
    await page.getByLabel('或者上传文件').setInputFiles(file);
    await press('核对这份年报');
    await isForEverybody();
    expect(await heading()).toContain('核对结果：示例县人民政府 2024 年');
    expect(await page.locator('.findings').first().textContent()).toContain('31');
    await page.getByRole('link', { name: '再核对一份' }).click();
    await page.getByLabel('粘贴全文').fill('这不是年报');
    await press('核对这份年报');
    await isForEverybody();
    expect(await page.getByRole('alert').textContent()).toContain('请');
    expect(await page.getByLabel('粘贴全文').inputValue()).toBe('这不是年报');
  });

  it('given a day and a count, when she reckons, then the last day and the fee come with their steps', async () => {
    await page.goto('/deadline');
    await isForEverybody();
    await page.getByLabel('提交日').fill('2024-09-20');
    await press('计算期限');
    await isForEverybody();
    expect(await page.locator('.due-date').textContent()).toContain('2024年10月23日 周三');
    await page.goto('/fee');
    await isForEverybody();
    await page.getByLabel('本月累计申请的件数').fill('12');
    await press('计算费用');
    await isForEverybody();
    expect(await page.locator('.due-date').textContent()).toBe('200 元');
  });

  it('PRT-89 given tired eyes, when she has a document read aloud, then every sentence is spoken, and stops when she says so', async () => {
    // No voice is installed where this runs: what would be said is written down.
    await page.addInitScript(`
      window.spoken = [];
      speechSynthesis.speak = ({ text }) => spoken.push(text);
      speechSynthesis.cancel = () => spoken.push('（停）');
    `);
    await page.goto('/search?q=公共租赁住房管理办法');
    await page.locator('.hits a').first().click();
    await isForEverybody();
    await press('朗读正文');
    const spoken = () => page.evaluate('window.spoken.join("")') as Promise<string>;
    const text = (await page.locator('#text').textContent()) ?? '';
    const plain = (words: string) => words.replace(/\s|（停）/g, '');
    expect(plain(await spoken())).toBe(plain(text));
    await press('停止朗读');
    expect(await spoken()).toMatch(/（停）$/);
    expect(await page.getByRole('button', { name: '朗读正文' }).count()).toBe(1);
  });

  it('given whoever follows the county, when she looks where to, then agencies and feeds are there for everybody', async () => {
    for (const path of ['/agencies', '/feeds']) {
      await page.goto(path);
      await isForEverybody();
    }
    await page.goto('/agencies');
    await page.locator('main .doors a').first().click();
    await isForEverybody();
    const feed = await context.request.get(
      (await page.locator('link[type="application/atom+xml"]').getAttribute('href'))!,
    );
    expect(await feed.text()).toContain('<feed xmlns="http://www.w3.org/2005/Atom">');
  });

  it('given old eyes, when she chooses 适老版, then every page is larger and nothing is lost', async () => {
    await page.goto('/guide');
    const size = () => page.evaluate('parseFloat(getComputedStyle(document.body).fontSize)') as Promise<number>;
    const before = await size();
    await page.getByRole('link', { name: '适老版' }).click();
    expect(new URL(page.url()).pathname).toBe('/guide');
    expect(await size()).toBeGreaterThan(before * 1.15);
    for (const path of [
      '/guide',
      '/',
      '/catalogue',
      '/search?q=养老',
      '/sitemap',
      '/agencies',
      '/feeds',
      '/nothing-here',
    ]) {
      await page.goto(path);
      await isForEverybody();
    }
  });
});
