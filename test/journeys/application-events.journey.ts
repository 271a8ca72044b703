/** 受理到答复之间, through both faces over HTTP: correction, consultation, extension and fee, to the archived volume. */
import { describe, expect, it } from 'vitest';
import { hiddenField } from '../../src/portal/portal.fixture.ts';
import { outcomeOf } from '../../src/requests/outcomes.ts';
import { applicationOffice, CORRECTION, FEE_BY_PAGES, letters, RECEIVED } from '../support/application-office.ts';
import { testDatabase } from '../support/database.ts';

const { db } = await testDatabase();
const {
  office,
  applyOnline,
  registerAt,
  fileOf,
  act,
  answer,
  toSign,
  groundsFor,
  tracked,
  volumeOf,
  againstWill,
  post,
  upload,
} = await applicationOffice(db);

describe('given what may happen between receipt and reply', () => {
  it('ARC-1 a correction handed in online starts the clock anew', async () => {
    const held = await applyOnline(RECEIVED);
    await act(held.id, '2026-03-04', 'askCorrection', CORRECTION);
    office.on('2026-03-10');
    const { page } = await tracked(held);
    const form = page.body.slice(page.body.indexOf('action="/track/correction"'));
    const fields = Object.fromEntries(['file', 'access', 'act'].map((name) => [name, hiddenField(form, name)]));
    await upload('/track/correction', { ...fields, what: '民主路北段', do: 'send' });
    expect((await fileOf(held.id)).clock.due).toBe('2026-04-08');
    await answer(held.id, '2026-04-08', 'granted', 'electronic');
    expect(letters(await volumeOf(held))).toContain('政府信息公开申请补正告知书');
  });

  it.each([
    ['consultThirdParty', 'recordThirdPartyAnswer', '政府信息公开征求第三方意见书'],
    ['consultCoProducer', 'recordCoProducerAnswer', '政府信息公开征求共同制作机关意见书'],
    ['consultAgency', 'recordAgencyAnswer', '政府信息公开征求其他机关意见书'],
  ] as const)('ARC-1 %s: the time it takes is not counted, and the applicant is told', async (ask, record, letter) => {
    const held = await applyOnline(RECEIVED);
    await act(held.id, '2026-03-09', ask, { name: '某单位', about: '可否公开' });
    await act(held.id, '2026-03-11', 'recordReceived', { paper: 2 });
    await act(held.id, '2026-03-20', record, { consultation: 2, opinion: 'agrees', why: '' });
    expect((await fileOf(held.id)).clock.due).toBe('2026-04-13');
    await answer(held.id, '2026-04-13', 'granted', 'electronic');
    const names = letters(await volumeOf(held));
    expect(names).toEqual(expect.arrayContaining([letter, '政府信息公开征求意见告知书']));
    const { read } = await tracked(held);
    expect(read).toContain('政府信息公开征求意见告知书');
    expect(read).not.toContain(letter);
    expect(read).not.toContain('某单位');
  });

  it('ARC-1 REQ-127 given against the will of a third party, who is told first and has his days', async () => {
    const held = await applyOnline(RECEIVED);
    await againstWill(held.id);
    const draft = { outcome: 'granted', grounds: groundsFor('granted'), text: '予以公开。' };
    await expect(toSign(held.id, '2026-03-10', draft)).rejects.toThrow(/不同意公开.*不能签发/);
    const what = { ground: 'publicInterest', what: '合同价格', why: '涉及公共安全' };
    await act(held.id, '2026-03-10', 'settleDissent', { consultation: 2, ...what });
    const signed = await act(held.id, '2026-03-10', 'sign', {}, 'signatory');
    expect(signed.dissents).toMatchObject([{ name: '某公司', open: true, decided: { what: '合同价格' } }]);
    const sent = { method: 'electronic', arrival: 'trackPage', evidence: '凭证' };
    await expect(act(held.id, '2026-03-10', 'serve', sent)).rejects.toThrow('不同意公开');
    const told = await act(held.id, '2026-03-10', 'settleDissent', { consultation: 2, ...what });
    // The decision took no number: that of his notice follows the last one of the file.
    const numbers = told.history.flatMap(({ letters: issued }) =>
      issued.filter(({ kind }) => kind === 'consultationNotice' || kind === 'thirdPartyNotice'),
    );
    const [before, after] = numbers.map(({ number }) => Number(/〕(\d+)号/.exec(number!)![1]));
    expect(after).toBe(before! + 1);
    await act(held.id, '2026-03-11', 'recordReceived', { paper: told.seen, receiver: 'mailroom' });
    await expect(act(held.id, '2026-03-18', 'serve', sent)).rejects.toThrow('2026年3月19日');
    await act(held.id, '2026-03-19', 'serve', sent);
    await act(held.id, '2026-03-19', 'archive', {});
    expect(letters(await volumeOf(held))).toContain('政府信息公开决定告知书（第三方）');
    const { read } = await tracked(held);
    for (const word of ['某公司', '公共安全', '告知书（第三方）']) expect(read).not.toContain(word);
  });

  it('ARC-1 an extension by the head of the office', async () => {
    const held = await applyOnline(RECEIVED);
    await act(
      held.id,
      '2026-03-20',
      'extend',
      { consentedOn: '2026-03-20', workdays: 10, why: '材料分散' },
      'officeHead',
    );
    expect((await fileOf(held.id)).clock.due).toBe('2026-04-14');
    await answer(held.id, '2026-04-14', 'granted', 'electronic');
    expect(letters(await volumeOf(held))).toContain('政府信息公开延期答复告知书');
  });

  it('ARC-1 a fee that is paid starts the clock anew', async () => {
    const held = await applyOnline(RECEIVED);
    await act(held.id, '2026-03-06', 'noticeFee', {
      tariff: 'pages',
      pages: 150,
      choice: '页数多',
      why: '一次申请五年的全部合同',
    });
    await act(held.id, '2026-03-09', 'recordReceived', { paper: 2 });
    await act(held.id, '2026-03-12', 'recordPayment', { yuan: 1700, receipt: '财0012345' });
    await answer(held.id, '2026-04-01', 'granted', 'electronic');
    expect((await fileOf(held.id)).line.late).toBe(false);
    await volumeOf(held);
  });

  it('FEE-11 a fee that is paid late: refused in words, returned with its number, given up, archived', async () => {
    const held = await applyOnline(RECEIVED);
    await act(held.id, '2026-03-06', 'noticeFee', FEE_BY_PAGES);
    const asked = (await tracked(held)).read;
    expect(asked).toContain('请缴纳信息处理费 1700 元');
    expect(asked).toContain('第 101—150 页：50 页 × 20 元 = 1000 元');
    await act(held.id, '2026-03-09', 'recordReceived', { paper: 2 });
    expect((await tracked(held)).read).toContain('最迟 2026年4月7日 周二缴费');
    const paid = { yuan: 1700, receipt: '财0012345' };
    await expect(act(held.id, '2026-04-08', 'recordPayment', paid)).rejects.toThrow(/期满后缴纳的不恢复办理.*登记退费/);
    await act(held.id, '2026-04-08', 'abandonUnpaid', { why: '期满以后才到账' });
    await expect(act(held.id, '2026-04-09', 'recordPayment', paid)).rejects.toThrow(/已经视为放弃.*登记退费/);
    const came = { came: paid.yuan, cameOn: '2026-04-08', receipt: paid.receipt };
    const refund = { cause: 'late', ...came, number: '退2026-3', note: '' };
    const file = await act(held.id, '2026-04-09', 'recordRefund', refund);
    expect(file.history.at(-1)!.particulars).toContainEqual({ term: '退付凭证号', text: '退2026-3' });
    expect((await tracked(held)).read).toContain('退还费用');
    const archived = await act(held.id, '2026-04-09', 'archive', {});
    expect(archived.line).toMatchObject({ state: '已归档', outcome: '逾期未缴费，不再处理' });
    expect(letters(await volumeOf(held))).toEqual([
      '政府信息公开申请登记回执',
      '政府信息公开信息处理费收费通知书',
      '政府信息公开申请其他处理告知书',
    ]);
  });

  it('REQ-94 paid within the period and written down after it was given up: it goes on and is answered', async () => {
    const held = await applyOnline(RECEIVED);
    await act(held.id, '2026-03-06', 'noticeFee', FEE_BY_PAGES);
    await act(held.id, '2026-03-09', 'recordReceived', { paper: 2 });
    await act(held.id, '2026-04-08', 'abandonUnpaid', { why: '没有到账' });
    const paid = { yuan: 1700, receipt: '财0012345' };
    const back = await act(held.id, '2026-04-07', 'recordPayment', paid, 'handler', '2026-04-10');
    expect(back).toMatchObject({ line: { state: '办理中', outcome: null }, clock: { due: '2026-05-08' } });
    expect(back.history.at(-1)!.particulars).toEqual([
      { term: '金额', text: '1700元' },
      { term: '缴费票据号', text: '财0012345' },
      { term: '补记', text: '2026年4月10日登记' },
    ]);
    const archived = await answer(held.id, '2026-05-08', 'granted', 'electronic');
    expect(archived.line).toMatchObject({ outcome: '予以公开', late: false });
    expect(letters(await volumeOf(held))).toContain('政府信息公开答复书');
  });

  it('FEE-13 the applicant disputes the fee online, is answered, and the notice is withdrawn after payment', async () => {
    const held = await applyOnline(RECEIVED);
    await act(held.id, '2026-03-06', 'noticeFee', FEE_BY_PAGES);
    const { page, read } = await tracked(held);
    expect(read).toContain('单独就收费决定申请行政复议的不予受理');
    const form = page.body.slice(page.body.indexOf('value="disputeFee"') - 900);
    const fields = Object.fromEntries(['file', 'access', 'act'].map((name) => [name, hiddenField(form, name)]));
    expect((await post('/track/act', { ...fields, do: 'disputeFee', words: '其中有重复的页' })).statusCode).toBe(200);
    expect((await fileOf(held.id)).next).toMatchObject({ verb: 'answerFeeDispute' });
    expect((await fileOf(held.id)).situation).toContain('申请人对收费提出了异议，等答复。');
    await act(held.id, '2026-03-09', 'answerFeeDispute', { words: '两处内容不同，不是重复' });
    expect((await tracked(held)).read).toContain('两处内容不同，不是重复');
    await act(held.id, '2026-03-10', 'recordPayment', { yuan: 1700, receipt: '财0012345' });
    const back = await act(held.id, '2026-03-11', 'withdrawFeeNotice', { why: '复核后确有重复' });
    expect(back).toMatchObject({ clock: { due: '2026-03-30' } });
    expect(back.situation).toContain('还有1700元没有退还');
    await act(held.id, '2026-03-12', 'recordRefund', { cause: 'withdrawn', number: '退2026-4', note: '' });
    await answer(held.id, '2026-03-30', 'granted', 'electronic');
    expect((await fileOf(held.id)).line.late).toBe(false);
    await volumeOf(held);
  });

  it('ARC-1 a reconsideration that corrects the reply goes into Table 4 and not again into Table 3', async () => {
    const held = await registerAt('counter', RECEIVED);
    await answer(held.id, '2026-03-20', 'enforcementFile', 'post');
    office.on('2026-06-30');
    const filed = {
      agencyId: 'county',
      requestId: held.id,
      kind: 'review',
      caseNumber: '示府复〔2026〕9号',
      body: '示范市人民政府',
      filedOn: '2026-04-20',
    };
    const remedy = (await office.as('legal').post('/api/remedies', filed)).json();
    const act = { verb: 'recordResult', closedOn: '2026-06-10', conclusion: 'reviewRevoked' };
    const closed = await office.as('legal').post(`/api/remedies/${remedy.id}/acts`, { seen: 1, act });
    expect(closed.json()).toMatchObject({ result: expect.stringContaining('纠正') });
    expect((await fileOf(held.id)).remedies).toHaveLength(1);
    expect((await fileOf(held.id)).line.outcome).toBe(outcomeOf('enforcementFile').term);
    await volumeOf(held);
  });
});
