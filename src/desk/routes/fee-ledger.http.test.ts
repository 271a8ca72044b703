import { beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { openDesk, type Who } from '../../../test/support/open-desk.ts';
import { readCells } from '../../platform/papers/xlsx-cells.ts';
import { countFees } from '../../requests/store/figures.ts';
import { civil } from '../../statute/civil-date.ts';
import type { FeeLedgerView } from '../contract/fees.ts';

const { db } = await testDatabase();
const office = await openDesk(db);
const { as } = office;
const ledgerOf = async (query: string, who: Who = 'handler'): Promise<FeeLedgerView> =>
  (await as(who).get(`/api/fees?${query}`)).json();

/** A fee asked for at an agency, on a day of 2026. */
async function asked(agencyId: string, on = '2026-03-03', pages = 100): Promise<string> {
  office.on('2026-12-01');
  const { request } = await office.register({ agencyId, on: civil('2026-03-02') });
  await office.act(request.id, on, 'noticeFee', { tariff: 'pages', pages, choice: '页数多', why: '量大' } as never);
  return request.id;
}
const paid = (id: string, yuan = 700, on = '2026-03-04') =>
  office.act(id, on, 'recordPayment', { yuan, receipt: `财${yuan}` } as never);
const PAID = { county: [700, 2700], town: [10] } as const;

beforeAll(async () => {
  await paid(await asked('county'));
  await paid(await asked('county', '2026-03-03', 200), 2700);
  await paid(await asked('town', '2026-03-03', 31), 10);
  await asked('town');
  const back = await asked('county');
  await paid(back);
  await office.act(back, '2026-03-05', 'withdrawFeeNotice', { why: '页数有误' } as never);
  await office.act(back, '2026-03-06', 'recordRefund', { cause: 'withdrawn', number: '退1', note: '' } as never);
  const late = await asked('county');
  await office.act(late, '2026-03-03', 'recordReceived', { paper: 2 } as never);
  const came = { cause: 'late', came: 700, cameOn: '2026-04-20', receipt: '财晚', number: '退2', note: '' };
  await office.act(late, '2026-04-20', 'recordRefund', came as never);
});

describe('GET /api/fees', () => {
  it('FEE-15 each notice, payment and refund has its line with its number; what does not count is told', async () => {
    const { entries } = await ledgerOf('year=2026');
    expect(entries).toHaveLength(6 + 4 + 2);
    expect(entries.find(({ paper }) => paper === '退1')).toMatchObject({ what: '退费', yuan: 700, counts: true });
    expect(entries.find(({ paper }) => paper === '退2')).toMatchObject({
      counts: false,
      note: '期满以后才缴纳，所退款项 财晚；不计入收取，退还也不减',
    });
    expect(entries.filter(({ what, counts }) => what === '收费通知' && !counts).map(({ note }) => note)).toEqual([
      '按量计收，100页；已撤回，不计',
    ]);
    expect(
      entries.filter(({ what }) => what === '收费通知').every(({ paper }) => /公开费〔2026〕\d+号/.test(paper)),
    ).toBe(true);
  });

  it.each([
    ['year=2026', ['county', 'town']],
    ['year=2026&agencyId=town', ['town']],
    ['year=2026&agencyId=county', ['county']],
    ['year=2025', ['county', 'town']],
  ] as const)('FEE-15 %s: the sums are those of the annual report', async (query, agencies) => {
    const { total } = await ledgerOf(query);
    const figure = await countFees(db, agencies, Number(query.slice(5, 9)));
    expect({ notices: total.notices, collectedYuan: total.collectedYuan }).toEqual(figure);
    expect(total.collectedYuan).toBe(
      query.startsWith('year=2025') ? 0 : agencies.flatMap((one) => PAID[one]).reduce<number>((a, b) => a + b, 0),
    );
  });

  it('FEE-15 ANR-7 the live figures of the narrative open to the same sums', async () => {
    const { agencies } = await ledgerOf('year=2026', 'reporter');
    const town = agencies.find(({ name }) => name === 'town')!;
    const behind = async (figure: string) =>
      (await as('reporter').get(`/api/reports/town/2026/behind?figure=${figure}`)).json().figure;
    expect([await behind('fee.notices'), await behind('fee.collected')]).toEqual([town.notices, town.collectedYuan]);
  });

  it('FEE-15 leaves as a sheet with its sums and its trace, and not without one', async () => {
    const traces = () => db.selectFrom('ledger_entries').selectAll().where('verb', '=', 'exportedFees').execute();
    const sheet = await as('reporter').post('/api/fees/export?year=2026', {});
    const rows = readCells(sheet.rawPayload, 30)!.map(({ texts }) => texts);
    expect(rows[0]!.slice(0, 5)).toEqual(['日期', '机关', '登记号', '事项', '通知金额（元）']);
    const { total } = await ledgerOf('year=2026');
    expect(rows.find((row) => row[3] === '合计')!.slice(4, 7)).toEqual(
      [total.noticedYuan, total.paidYuan, total.refundedYuan].map(String),
    );
    expect(await traces()).toMatchObject([{ actor_id: 'officer-reporter' }]);
    expect((await as('handler').post('/api/fees/export?year=2020', {})).json()).toMatchObject({ code: 'FEE-15' });
    expect(await traces()).toHaveLength(1);
  });
});

describe('who may not', () => {
  it('FEE-15 other rooms read no fees, and take none', async () => {
    for (const who of ['editor', 'liaison', 'securityAdmin', 'systemAdmin', 'idle'] as const) {
      expect(await ledgerOf('year=2026', who)).toMatchObject({ code: 'NOT_YOUR_ROOM' });
      expect((await as(who).post('/api/fees/export?year=2026', {})).statusCode).toBe(403);
    }
  });

  it('FEE-15 other agencies are not seen; who only reports opens no file', async () => {
    expect(await ledgerOf('year=2026', 'stranger')).toMatchObject({ entries: [], agencies: [] });
    expect(await ledgerOf('year=2026&agencyId=county', 'stranger')).toMatchObject({ code: 'NOT_YOUR_AGENCY' });
    const opens = async (who: Who) => (await ledgerOf('year=2026', who)).entries.some((entry) => entry.opens);
    expect([await opens('reporter'), await opens('auditor')]).toEqual([false, true]);
  });

  it('SEC-3 nobody without a session, and no page of somebody else’s', async () => {
    expect((await office.nobody.get('/api/fees?year=2026')).statusCode).toBe(401);
    expect((await office.nobody.post('/api/fees/export?year=2026', {})).statusCode).toBe(401);
    expect((await office.foreignPage.post('/api/fees/export?year=2026', {})).statusCode).toBe(403);
  });

  it.each(['', 'year=now', 'year=2026&agencyId=county&more=1'])('SEC-7 “%s” is refused', async (query) =>
    expect(await ledgerOf(query)).toMatchObject({ code: 'DOES_NOT_FIT' }),
  );
});
