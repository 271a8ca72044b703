/** 一条信息的发布, in the real browser: written from a Word file, examined and proofread three times, published, found by a citizen. */
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { isSound, press, says, servedCounty } from '../support/served-county.ts';
import { line, para, run, wordFile } from '../support/word-file.ts';

const { browser, server, onPortal, officer } = await servedCounty('publication');

/** A window for each of those through whose hands the text goes. */
const OFFICERS = {
  editor: '田小禾',
  examiner: '宋审慎',
  head: '江远帆',
  signatory: '石敬平',
  proofreader: '顾字清',
  secondProofreader: '白无误',
} as const;
type Who = keyof typeof OFFICERS;
const windows = {} as Record<Who, Page>;

const STEPS: readonly (readonly [Who, string])[] = [
  ['examiner', '一审'],
  ['proofreader', '一校'],
  ['head', '二审'],
  ['secondProofreader', '二校'],
  ['signatory', '三审'],
  ['proofreader', '三校'],
];

const TITLE = '关于规范城区共享单车停放的通知';
const cells = (...texts: string[]) => `<w:tr>${texts.map((text) => `<w:tc>${line(text)}</w:tc>`).join('')}</w:tr>`;
const WORD = {
  name: '共享单车.docx',
  mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  buffer: wordFile(
    line('一、停放区域') +
      para(run('车站、医院、学校门口划出专用停放区。') + run('内部讨论：先不写经费', '<w:vanish/>')) +
      `<w:tbl>${cells('地点', '车位')}${cells('汽车站', '二百个')}</w:tbl>` +
      line('企业应当在一小时内清理乱停的车辆。'),
  ),
};

beforeAll(async () => {
  if (!browser) return;
  for (const [who, name] of Object.entries(OFFICERS)) {
    windows[who as Who] = await officer(name);
  }
}, 120_000);

const body = (page: Page) => page.getByRole('textbox', { name: '正文' });
let path = '';
const open = (who: Who, at = '') => windows[who].goto(`${server.desk}${path}${at}`);

describe.skipIf(!browser)('given the rules of review', () => {
  it('REV-7 when the head of the office makes one and takes it back, then the list says so; to others the screen says whose it is', async () => {
    const page = windows.head;
    await page.getByRole('navigation').getByRole('link', { name: '审校规则' }).click();
    await press(page, '制定一条规则');
    await press(page, '制定规则');
    await says(page, '请选择要走哪几审哪几校。');
    await isSound(page);
    await page.getByLabel('机关', { exact: true }).selectOption({ label: '示例县财政局' });
    await page.getByLabel('种类', { exact: true }).selectOption({ label: '财政预决算' });
    await page.getByLabel('审校', { exact: true }).selectOption({ label: '三审三校，逐件保密审查' });
    await press(page, '制定规则');
    await says(page, '规则已经生效。');
    await isSound(page);
    await press(page, '取消示例县财政局全部栏目财政预决算的规则');
    await says(page, '已经取消这条规则');
    expect(await page.getByRole('row').count()).toBe(3);
    await windows.editor.goto(`${server.desk}/review-rules`);
    await says(windows.editor, '这里由公开工作机构负责人使用');
  });
});

describe.skipIf(!browser)('given a text an editor has as a Word file', () => {
  it('when little is filled in, then what is missing is said and nothing is kept', async () => {
    const page = windows.editor;
    await page.goto(server.desk);
    await page.getByRole('navigation').getByRole('link', { name: '主动公开的信息' }).click();
    await press(page, '起草信息');
    await press(page, '保存稿件');
    await says(page, '请填写标题。');
    await says(page, '请选择是哪个机关的信息。');
    await isSound(page);
  });

  it('when the Word file is read, then its text stands there, and what was left out is told', async () => {
    const page = windows.editor;
    await page.getByRole('textbox', { name: '标题', exact: true }).fill(TITLE);
    await page.getByLabel('机关', { exact: true }).selectOption({ label: '示例县交通运输局' });
    await page.getByLabel('种类').selectOption({ label: '通知公告' });
    await page.getByLabel('加入栏目').selectOption('catalogue.statutory.municipal');
    await page.getByLabel('从 Word 稿件读入').setInputFiles(WORD);
    await says(page, '稿件里有 1 处隐藏文字，没有带进来。');
    expect(await body(page).locator('h2').textContent()).toBe('一、停放区域');
    expect(await body(page).locator('td, th').allTextContents()).toEqual(['地点', '车位', '汽车站', '二百个']);
    expect(await body(page).textContent()).not.toContain('经费');
    await isSound(page);
  });

  it('when the line is lost, then what was written is still there, and is kept once it is back', async () => {
    const page = windows.editor;
    await page.getByLabel('主题分类').fill('城乡建设');
    await page.context().setOffline(true);
    await press(page, '保存稿件');
    await says(page, '连不上服务器。');
    await page.context().setOffline(false);
    await page.getByRole('navigation').getByRole('link', { name: '消息' }).click();
    await page.getByRole('heading', { name: '消息' }).waitFor();
    await page.goBack();
    expect(await body(page).textContent()).toContain('企业应当');
    expect(await page.getByLabel('主题分类').inputValue()).toBe('城乡建设');
    expect(await page.getByLabel('发文机关').inputValue()).toBe('示例县交通运输局');
    await press(page, '保存稿件');
    await page.getByRole('heading', { name: TITLE, level: 1 }).waitFor();
    path = new URL(page.url()).pathname;
    await says(page, '第 1 个表格没有表头。');
    await isSound(page);
  });

  it('PUB-111, SEC-8 when two windows write and save one text, then the second is told, sees the other’s, and loses nothing', async () => {
    const page = windows.editor;
    const other = await page.context().newPage();
    await other.goto(`${server.desk}${path}/edit`);
    await open('editor', '/edit');
    await page.getByLabel('关键词').fill('共享单车');
    await says(page, '已经暂存，还没有保存成一稿');
    await other.getByLabel('内容概述').fill('划定停放区，规定清理时限。');
    await says(other, '你在另一个窗口里也写了这份稿件');
    await isSound(other);
    await press(other, '留这个窗口的');
    await says(other, '已经暂存，还没有保存成一稿');
    await press(other, '保存稿件');
    await other.getByRole('heading', { name: TITLE, level: 1 }).waitFor();
    await press(page, '保存稿件');
    await says(page, '你打开这个页面以后，这条信息有了变化：你登记了“修改”。');
    expect(await page.getByLabel('关键词').inputValue()).toBe('共享单车');
    await page.getByLabel('内容概述').fill('划定停放区，规定清理时限。');
    await press(page, '已经看过，用我这一稿接着它保存');
    await page.getByRole('heading', { name: TITLE, level: 1 }).waitFor();
    await other.close();
  });

  it('PUB-49 when the body is touched and put back, then it is the same to the letter, and what was approved stands', async () => {
    await press(windows.editor, '送审');
    await says(windows.editor, '已经办理：送审。');
    await open('proofreader');
    await windows.proofreader.getByLabel('一校意见').fill('与原稿一致');
    await press(windows.proofreader, '一校通过');
    await says(windows.proofreader, '一校已经通过。');
    await open('editor', '/edit');
    await body(windows.editor).getByText('车站、医院').click();
    await windows.editor.keyboard.type('字');
    await windows.editor.keyboard.press('Backspace');
    await press(windows.editor, '保存稿件');
    await says(windows.editor, '与原稿一致');
    expect(await windows.editor.locator('.track-step.passed').count()).toBe(1);
  });

  it('when the examiner returns it without a reason, then he is asked for one; the editor changes it and all begins anew', async () => {
    await open('examiner');
    await press(windows.examiner, '退回');
    await press(windows.examiner, '退回拟稿人');
    await says(windows.examiner, '请写明退回的理由，让对方知道改什么。');
    await isSound(windows.examiner);
    await windows.examiner.getByLabel('退回的理由').fill('“二百个”请写成阿拉伯数字。');
    await press(windows.examiner, '退回拟稿人');
    await says(windows.examiner, '已经退回，理由留在经过里。');

    await windows.editor.goto(server.desk);
    await windows.editor.getByRole('link', { name: `修改或者说明：${TITLE}` }).click();
    await says(windows.editor, '宋审慎一审退回给拟稿人：“二百个”请写成阿拉伯数字。');
    await windows.editor.getByRole('link', { name: '修改稿件' }).click();
    await body(windows.editor).getByText('二百个').dblclick();
    await windows.editor.keyboard.press('End');
    for (let letters = 0; letters < 3; letters += 1) await windows.editor.keyboard.press('Backspace');
    await windows.editor.keyboard.type('200个');
    await body(windows.editor).getByText('企业应当').click();
    await windows.editor.keyboard.press('End');
    await windows.editor.keyboard.type('本通知自发布之日起施行。');
    await press(windows.editor, '保存稿件');
    await says(windows.editor, '未送审');
    expect(await windows.editor.locator('.track-step.passed').count()).toBe(0);
    await press(windows.editor, '送审');
    await says(windows.editor, '已经办理：送审。');
  });

  it('when six steps are taken by their officers, each finds it in his inbox, then it is published', async () => {
    for (const [who, step] of STEPS) {
      const page = windows[who];
      await page.goto(server.desk);
      await page.getByRole('link', { name: `${step}：${TITLE}` }).click();
      await says(page, '200个');
      await press(page, `${step}通过`);
      await says(page, `${step}已经通过。`);
    }
    await open('head');
    await says(windows.head, '发布以后公众马上看到。');
    await isSound(windows.head);
    await press(windows.head, '核对并发布');
    await says(windows.head, '发布以后公众马上看到，搜索引擎会收录');
    await press(windows.head, '确认发布');
    await says(windows.head, '已经发布，公众现在就能看到。');
    await says(windows.head, /索引号 \S+\/\d{4}-\d{5}/);
    await isSound(windows.head);
  });

  it('when a citizen looks for it, then it is there with its table', async () => {
    const page = await onPortal(`/search?q=${encodeURIComponent('共享单车')}`);
    await page.getByRole('link', { name: new RegExp(TITLE.slice(2)) }).click();
    await page.getByRole('cell', { name: '200个' }).waitFor();
    await says(page, '本通知自发布之日起施行。');
    await isSound(page);
  });
});
