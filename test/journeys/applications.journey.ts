/**
 * 一件申请的一生, through both faces over HTTP: from the citizen's form or the counter to the archived volume, for every row of the
 * report, every channel and every event between.
 */
import { describe, expect, it } from 'vitest';
import { formatFor } from '../../src/annual-report/form.ts';
import { hiddenField } from '../../src/portal/portal.fixture.ts';
import { OUTCOME_NAMES, type OutcomeName, outcomeOf } from '../../src/requests/outcomes.ts';
import { CHANNELS, type ChannelName } from '../../src/statute/receipt.ts';
import { applicationOffice, CORRECTION, letters, RECEIVED } from '../support/application-office.ts';
import { testDatabase } from '../support/database.ts';

const { db } = await testDatabase();
const {
  office,
  applyOnline,
  registerAt,
  fileOf,
  act,
  answer,
  goOut,
  groundsFor,
  tracked,
  volumeOf,
  againstWill,
  post,
} = await applicationOffice(db);

/** What must have happened before an outcome may be chosen. */
const BEFORE: Partial<Record<OutcomeName, (id: string) => Promise<unknown>>> = {
  async stillUnclear(id) {
    await act(id, '2026-03-04', 'askCorrection', CORRECTION);
    await act(id, '2026-03-06', 'receiveCorrection', { what: '就是那条路', why: '' });
  },
  thirdPartyRights: againstWill,
  excessive: (id) => act(id, '2026-03-04', 'askReasons', { why: '一个月内申请四十件' }),
};

describe('given an application, for every result a reply may have', () => {
  it.each(OUTCOME_NAMES.filter((name) => outcomeOf(name).by === 'reply'))(
    'ARC-1 %s: to the archived volume',
    async (outcome) => {
      const held = await applyOnline(RECEIVED);
      await BEFORE[outcome]?.(held.id);
      const archived = await answer(held.id, '2026-03-20', outcome, 'electronic');
      expect(archived.line).toMatchObject({ state: '已归档', outcome: outcomeOf(outcome).term, late: false });
      const names = letters(await volumeOf(held));
      expect(names[0]).toBe('政府信息公开申请登记回执');
      expect(names.filter((name) => /答复书|行政查询事项告知书/.test(name))).toHaveLength(1);
      const { read } = await tracked(held);
      expect(read).toContain(`答复：${outcomeOf(outcome).term}`);
      expect(read).toContain('https://fuyi.example.gov.cn');
    },
  );

  it('ARC-1 REQ-69 three things asked, three outcomes: one reply, one row, the remedies by part', async () => {
    const held = await applyOnline(RECEIVED);
    const asked = { 预算: 'granted', 会议记录: 'processInformation', 合同: 'notHeld' } as const;
    const parts = Object.entries(asked).map(([what, outcome]) => ({ what, outcome, grounds: groundsFor(outcome) }));
    const draft = { outcome: '', grounds: {}, text: '分项答复如上。', parts };
    const archived = await goOut(held.id, '2026-03-20', draft, 'electronic');
    expect(archived.line).toMatchObject({ state: '已归档', outcome: '部分公开' });
    expect(letters(await volumeOf(held))).toContain('政府信息部分公开答复书');
    const { read } = await tracked(held);
    expect(read).toContain('预算：予以公开');
    expect(read).toContain('合同：政府信息不存在');
    expect(read).toMatch(/如不服本答复第（二）项中不予公开的内容，应当.*先向.*；对其余内容不服的，可以/);
  });

  it('ARC-1 the rows of the report are all reached', () => {
    const leaves = formatFor(2026)
      .rows.map(({ code }) => code)
      .filter((code) => /^3\.[1-6]/.test(code));
    const reached = new Set(OUTCOME_NAMES.map((name) => outcomeOf(name).reportRow));
    expect(
      leaves.filter((code) => !reached.has(code) && !leaves.some((other) => other.startsWith(`${code}.`))),
    ).toEqual([]);
    expect(reached.size).toBe(21);
  });
});

describe('given an internal note', () => {
  it('REQ-90 an internal note never reaches the applicant: not on his page, in no letter, though the volume keeps it', async () => {
    const held = await applyOnline(RECEIVED);
    await act(held.id, '2026-03-04', 'addNote', { text: '内部：与王五核对' });
    await act(held.id, '2026-03-04', 'askCorrection', CORRECTION);
    await act(held.id, '2026-03-06', 'receiveCorrection', { what: '民主路一段', why: '' });
    await act(held.id, '2026-03-06', 'addNote', { text: '内部：再与王五核对' }, 'legal');
    await answer(held.id, '2026-03-20', 'notHeld', 'electronic');
    expect((await tracked(held)).page.body).not.toMatch(/王五|内部/);
    const kept = await db.selectFrom('request_letters').select('paper').where('request_id', '=', held.id).execute();
    expect(JSON.stringify(kept)).not.toContain('王五');
    expect((await fileOf(held.id)).history.filter(({ what }) => what === '内部备注')).toHaveLength(2);
  });

  it('REQ-92 a code that was renewed at the counter opens the page, the lost one no more', async () => {
    const held = await applyOnline(RECEIVED);
    const { seen } = await fileOf(held.id);
    const renewed = await office
      .as('handler')
      .post(`/api/requests/${held.id}/code`, { seen, document: '居民身份证原件' });
    expect(renewed.statusCode).toBe(200);
    const { code, queryNumber } = renewed.json();
    expect((await tracked({ ...held, code })).read).toContain(queryNumber);
    const lost = await post('/track', { number: held.queryNumber, code: held.code });
    expect(lost.statusCode).not.toBe(200);
    const again = { seen, document: '居民身份证原件' };
    expect((await office.as('handler').post(`/api/requests/${held.id}/code`, again)).json().code).toBe('STALE');
    const now = { ...again, seen: (await fileOf(held.id)).seen };
    for (const who of ['stranger', 'idle', 'signatory', 'auditor', 'liaison'] as const)
      expect([403, 404]).toContain((await office.as(who).post(`/api/requests/${held.id}/code`, now)).statusCode);
  });
});

describe('given an application that ends without a reply', () => {
  it('ARC-1 not corrected: given up after the period, and told so', async () => {
    const held = await applyOnline(RECEIVED);
    await act(held.id, '2026-03-04', 'askCorrection', CORRECTION);
    await act(held.id, '2026-03-05', 'recordReceived', { paper: 2 });
    await act(held.id, '2026-03-20', 'abandonUncorrected', { why: '两次电话联系，不再补正' });
    await act(held.id, '2026-03-20', 'archive', {});
    expect(letters(await volumeOf(held))).toEqual([
      '政府信息公开申请登记回执',
      '政府信息公开申请补正告知书',
      '政府信息公开申请其他处理告知书',
    ]);
    expect((await tracked(held)).read).toContain('政府信息公开申请其他处理告知书');
  });

  it('ARC-1 fee unpaid: given up after twenty workdays', async () => {
    const held = await applyOnline(RECEIVED);
    await act(held.id, '2026-03-06', 'noticeFee', {
      tariff: 'pages',
      pages: 150,
      choice: '页数多',
      why: '一次申请五年的全部合同',
    });
    await act(held.id, '2026-03-09', 'recordReceived', { paper: 2 });
    await act(held.id, '2026-04-09', 'abandonUnpaid', { why: '财政账户没有入账' });
    await act(held.id, '2026-04-09', 'archive', {});
    expect(letters(await volumeOf(held))).toEqual([
      '政府信息公开申请登记回执',
      '政府信息公开信息处理费收费通知书',
      '政府信息公开申请其他处理告知书',
    ]);
  });

  it('ARC-1 withdrawn by the applicant online', async () => {
    const held = await applyOnline(RECEIVED);
    const { page } = await tracked(held);
    const form = page.body.slice(page.body.indexOf('value="withdraw"') - 900);
    const fields = Object.fromEntries(['file', 'access', 'act'].map((name) => [name, hiddenField(form, name)]));
    expect((await post('/track/act', { ...fields, do: 'withdraw', sure: 'yes' })).statusCode).toBe(200);
    await act(held.id, '2026-03-03', 'archive', {});
    expect((await fileOf(held.id)).line).toMatchObject({ state: '已归档', outcome: '申请人撤回' });
    await volumeOf(held);
  });
});

describe('given every channel', () => {
  it.each(Object.keys(CHANNELS) as ChannelName[])(
    'ARC-1 %s: received by its rule, answered, archived',
    async (channel) => {
      const held = await registerAt(channel, RECEIVED);
      const file = await fileOf(held.id);
      const confirms = file.line.receivedOn === null;
      if (confirms) await act(held.id, RECEIVED, 'confirmReceipt', { why: '' });
      const archived = await answer(held.id, '2026-03-20', 'granted', 'post');
      expect(archived.line).toMatchObject({ state: '已归档', receivedOn: RECEIVED, channel: CHANNELS[channel].term });
      expect(letters(await volumeOf(held))).toEqual(['政府信息公开申请登记回执', '政府信息公开答复书']);
      expect((await tracked(held)).read).toContain('示政公开答〔2026〕');
    },
  );
});

describe('who may not', () => {
  it('ARC-2 nobody takes a volume but who may know the applicant, and a trace stays', async () => {
    const held = await registerAt('counter', RECEIVED);
    for (const [who, status] of [
      ['stranger', 404],
      ['idle', 403],
      ['auditor', 403],
      ['signatory', 403],
      ['securityAdmin', 403],
      ['editor', 403],
    ] as const)
      expect([who, (await office.as(who).post(`/api/requests/${held.id}/volume`, {})).statusCode]).toEqual([
        who,
        status,
      ]);
    expect((await office.nobody.post(`/api/requests/${held.id}/volume`, {})).statusCode).toBe(401);
    expect((await office.foreignPage.post(`/api/requests/${held.id}/volume`, {})).statusCode).toBe(403);
    expect((await office.as('handler').post('/api/requests/nobody/volume', {})).statusCode).toBe(404);
  });

  it('ARC-2 sequential addresses: the next number, the next id, a neighbour’s code open nothing', async () => {
    const [one, other] = [await registerAt('counter', RECEIVED), await registerAt('counter', RECEIVED)];
    expect(Number(other.queryNumber) - Number(one.queryNumber)).toBe(1);
    expect((await post('/track', { number: other.queryNumber, code: one.code })).statusCode).toBe(404);
    expect(one.id).toMatch(/^[0-9a-f]{32}$/);
  });
});
