/** 结果各异的申请, in the real browser through both faces: granted with a file, partly, refused, not corrected, fee unpaid. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { isSound, says, servedCounty } from '../support/served-county.ts';
import { SMALL_PDF } from '../support/small-pdf.ts';

const { browser, server, onPortal, officer } = await servedCounty('outcomes');

/** One window for each of those through whose hands a reply goes, and one of the applicant. */
const OFFICERS = { handler: '田小禾', legal: '江远帆', secrecy: '周守言', signatory: '石敬平' } as const;
const windows = {} as Record<keyof typeof OFFICERS | 'applicant', Page>;

beforeAll(async () => {
  if (!browser) return;
  for (const [who, name] of Object.entries(OFFICERS)) {
    windows[who as keyof typeof OFFICERS] = await officer(name);
  }
  windows.applicant = await onPortal('/track');
}, 120_000);

interface Held {
  readonly path: string;
  readonly number: string;
  readonly code: string;
}

async function register(wanted: string): Promise<Held> {
  const page = windows.handler;
  await page.goto(`${server.desk}/requests/register`);
  await page.getByLabel('姓名').fill('周舟');
  await page.getByLabel('所需政府信息').fill(wanted);
  await page.getByLabel('获取信息的方式').selectOption({ label: '当面查阅、抄录' });
  await page.getByRole('button', { name: '登记申请' }).click();
  await says(page, '查询码只显示这一次。');
  const [number, code] = await page.locator('dd.code').allTextContents();
  await page.getByRole('link', { name: '打开案卷' }).click();
  await page.getByRole('heading', { name: wanted }).waitFor();
  return { path: new URL(page.url()).pathname, number: number!, code: code! };
}

/** One step whose form is turned to, filled in by label, and sent. */
async function act(verb: string, fields: Readonly<Record<string, string>>) {
  const page = windows.handler;
  const form = page.getByRole('form', { name: verb });
  if (!(await form.isVisible())) await page.getByRole('button', { name: verb }).first().click();
  for (const [label, text] of Object.entries(fields)) await form.getByLabel(label).fill(text);
  await form.getByRole('button', { name: verb }).click();
  await says(page, `已经办理：${verb}。`);
}

async function draft(group: string, outcome: string, grounds: Readonly<Record<string, string>>): Promise<void> {
  const page = windows.handler;
  await page.getByText(group).click();
  await page.getByRole('button', { name: new RegExp(`^${outcome}`) }).click();
  await isSound(page);
  await act('拟写答复', { ...grounds, 答复书正文: `现就“${outcome}”答复如上。` });
}

/** Checked twice, signed and served, each by another. */
async function goOut({ path }: Held): Promise<void> {
  for (const [who, step] of [
    ['legal', '通过合法性审核'],
    ['secrecy', '通过保密审查'],
    ['signatory', '签发答复'],
  ] as const) {
    const page = windows[who];
    await page.goto(`${server.desk}${path}`);
    await page.getByRole('button', { name: step }).click();
    await says(page, `已经办理：${step}。`);
    await isSound(page);
  }
  await windows.handler.goto(`${server.desk}${path}`);
  await windows.handler.getByLabel('送达方式').selectOption({ label: '直接送达' });
  await act('登记送出答复', { 送达凭证: '送达回证' });
}

/** What the applicant reads with number and code. */
async function track({ number, code }: Held): Promise<string> {
  const page = windows.applicant;
  await page.goto(`${server.portal}/track`);
  await page.getByLabel('查询号').fill(number);
  await page.getByLabel('查询码').fill(code);
  await page.getByRole('button', { name: '查询进度' }).click();
  await page.getByText(number).first().waitFor();
  await isSound(page);
  return (await page.locator('main').textContent())!;
}

describe.skipIf(!browser)('given an application handed in at the counter', () => {
  it('when it is granted with a file, then the applicant reads the reply and fetches the file', async () => {
    const held = await register('城东小学改扩建项目的中标结果');
    const page = windows.handler;
    const buffer = Buffer.from(SMALL_PDF);
    await page.locator('input[type=file]').setInputFiles({ name: '中标结果.pdf', mimeType: 'application/pdf', buffer });
    await page.getByRole('button', { name: '上传附件' }).click();
    await says(page, '中标结果.pdf');
    await draft('（一）予以公开', '予以公开', { '提供的信息及方式、途径、时间': '随本答复书提供中标结果一份。' });
    expect(await track(held)).not.toContain('中标结果.pdf');
    await goOut(held);
    expect(await track(held)).toContain('答复：予以公开');
    const download = windows.applicant.waitForEvent('download');
    await windows.applicant.getByRole('button', { name: /中标结果\.pdf/ }).click();
    expect(readFileSync(await (await download).path(), 'utf8')).toBe(SMALL_PDF);
  });

  it('when it is granted in part, then what is withheld must go to reconsideration first', async () => {
    const held = await register('物业服务项目的合同和评审记录');
    await draft('（二）部分公开', '部分公开', {
      '提供的信息及方式、途径、时间': '提供合同。',
      '不公开的内容及其依据、理由': '评审记录属于过程性信息（第十六条第二款）。',
    });
    await goOut(held);
    const read = await track(held);
    expect(read).toContain('答复：部分公开');
    expect(read).toContain('不予公开的内容，应当自收到本答复书之日起六十日内先向');
  });

  it('when it is refused, then reconsideration comes first, and no period for a suit is shown', async () => {
    const held = await register('局务会议的讨论记录');
    await draft('（三）不予公开', '不予公开：属于四类过程性信息', { 理由: '属于讨论记录，公开会影响公正决策。' });
    await goOut(held);
    const read = await track(held);
    expect(read).toContain('答复：不予公开：属于四类过程性信息');
    expect(read).toContain('如不服本答复，应当自收到本答复书之日起六十日内先向');
  });
});

describe.skipIf(!browser)('given an application whose applicant has let a period pass', () => {
  it.each([
    ['关于拆迁的材料', '逾期不补正，不再处理', '没有正当理由的依据'],
    ['2015年至2024年全部政府采购合同', '逾期不缴费，不再处理', '核对缴费情况的经过'],
  ])(
    'when nobody answers for “%s”, then it is given up the day after, and he is told why and where to turn',
    async (wanted, verb, ground) => {
      const page = windows.handler;
      await page.goto(server.desk);
      await page.getByRole('link', { name: wanted, exact: true }).click();
      await page.getByRole('heading', { name: wanted }).waitFor();
      await isSound(page);
      const number = (await page.locator('dt', { hasText: '查询号' }).locator('+ dd').textContent())!;
      await page.getByRole('button', { name: '补发查询码' }).click();
      await page.getByLabel('核对了哪一种证件').fill('居民身份证原件');
      await page.getByRole('button', { name: '核对无误，补发' }).click();
      const code = (await page.locator('dd.code').textContent())!;
      await isSound(page);
      await act(verb, { [ground]: '两次电话联系，没有结果。' });
      await isSound(page);
      const read = await track({ path: '', number, code });
      expect(read).toContain('政府信息公开申请其他处理告知书');
      expect(read).toContain('视为放弃');
    },
  );
});
