import { beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { deskOffice } from '../../../test/support/desk-office.ts';
import { KEYS } from '../../../test/support/request-desk.ts';
import { REGISTER } from '../../../test/support/request-play.ts';
import { enforcementStairs } from '../../enforcement/store/counts.ts';
import { SYSTEM } from '../../people/actor.ts';
import { perform } from '../../perform.ts';
import { requestStairs } from '../../requests/store/stairs.ts';
import { civil } from '../../statute/civil-date.ts';
import { isRefusal } from '../../statute/refusal.ts';
import type { BehindView } from '../contract.ts';

const { db } = await testDatabase();
const office = await deskOffice(db);
const at = (figure: string, page?: number, agencyId = 'county') =>
  `/api/reports/${agencyId}/2026/behind?figure=${encodeURIComponent(figure)}${page ? `&page=${page}` : ''}`;
const reporter = async () => office.as(['reporter']);
const behind = async (...asked: Parameters<typeof at>) =>
  (await (await reporter()).get(at(...asked))).json<BehindView>();

beforeAll(async () => {
  for (let n = 1; n <= 23; n += 1) {
    const command = { ...REGISTER, agencyId: n > 21 ? 'finance' : 'county', on: civil('2026-02-09') };
    const done = await perform(office.house, requestStairs(KEYS), SYSTEM, command);
    if (isRefusal(done)) throw new Error(done.says);
  }
  await perform(office.house, enforcementStairs, SYSTEM, {
    verb: 'recordCounts',
    agencyId: 'finance',
    counts: [
      { kind: 'fee', charge: '不动产登记费', month: civil('2026-01-01'), amount: 123_45 },
      { kind: 'fee', charge: '不动产登记费', month: civil('2026-02-01'), amount: 8_000_00 },
      { kind: 'licensing', charge: '', month: civil('2026-02-01'), amount: 12 },
    ],
  });
});

describe('数字背后的记录', () => {
  it('ANR-7 says what is counted and on what basis, and opens the applications page by page', async () => {
    const first = await behind('/table3/rows/1/6');
    expect(first).toMatchObject({
      term: '一、本年新收政府信息公开申请数量：总计',
      says: '收到申请之日在 2026 年的申请。各类申请人合计。',
      basis: '《条例》第三十一条',
      figure: 23,
      total: 23,
      pageSize: 20,
    });
    const second = await behind('/table3/rows/1/6', 2);
    expect([first.records.length, second.records.length]).toEqual([20, 3]);
    const paths = [...first.records, ...second.records].map(({ path }) => path);
    expect(new Set(paths).size).toBe(23);
    expect(paths[0]).toMatch(/^\/requests\/id-\d+$/);
    expect(first.records[0]).toMatchObject({ note: '办理中', on: '2026-02-09', amount: '1 件' });
  });

  it('ENF-3 money is summed in 分 and shown in 万元 without losing a digit', async () => {
    const fees = await behind('/table2/feesWan');
    expect(fees.figure).toBe(0.812345);
    expect(fees.records.map(({ title, note, amount }) => [title, note, amount])).toEqual([
      ['示范县财政局 2026-01', '不动产登记费', '123.45 元'],
      ['示范县财政局 2026-02', '不动产登记费', '8000.00 元'],
    ]);
    expect(await behind('/table2/licensing')).toMatchObject({ figure: 12, total: 1 });
  });

  it('a page past the last is empty and keeps the figure', async () => {
    expect(await behind('requests.received', 9)).toMatchObject({ figure: 23, total: 23, records: [] });
    expect(await behind('interaction.posts')).toMatchObject({ figure: 0, total: 0, records: [] });
  });

  it('a department sees what is counted for itself', async () => {
    expect(await behind('/table3/rows/1/6', 1, 'finance')).toMatchObject({ figure: 2, total: 2 });
  });
});

describe('定稿以后', () => {
  it('ANR-70 tells the printed figure and the day, beside what the records come to now; a draft has none', async () => {
    const browser = await reporter();
    const url = '/api/reports/finance/2025';
    const asked = `${url}/behind?figure=${encodeURIComponent('/table2/licensing')}`;
    const licensed = (amount: number) =>
      perform(office.house, enforcementStairs, SYSTEM, {
        verb: 'recordCounts',
        agencyId: 'finance',
        counts: [{ kind: 'licensing', charge: '', month: civil('2025-02-01'), amount }],
      });
    await licensed(12);
    await browser.post(`${url}/acts`, { verb: 'open' });
    expect((await browser.get(asked)).json()).toMatchObject({ figure: 12, printed: null, twice: 0 });
    const head = await office.as(['officeHead']);
    const { seen } = (await head.get(url)).json<{ seen: string }>();
    const frozen = await head.post(`${url}/acts`, { verb: 'freeze', seen, waiver: '先定稿' });
    expect(frozen.json()).toMatchObject({ state: 'frozen' });
    await licensed(11);
    expect((await browser.get(asked)).json()).toMatchObject({ figure: 11, printed: { figure: 12, on: '2026-03-02' } });
    const posts = `${url}/behind?figure=interaction.interviews`;
    expect((await browser.get(posts)).json()).toMatchObject({ figure: 0, printed: { figure: 0 } });
  });
});

describe('who may not', () => {
  const URL = at('/table3/rows/1/6');

  it('SEC-3 whoever is not signed in gets nothing', async () => {
    expect((await office.stranger.get(URL)).statusCode).toBe(401);
  });

  it('roles without a part in reports, and officers of other agencies, are refused', async () => {
    for (const role of ['handler', 'editor', 'legal', 'securityAdmin'] as const)
      expect((await (await office.as([role])).get(URL)).statusCode).toBe(403);
    const elsewhere = await office.as(['reporter'], 'other');
    expect((await elsewhere.get(URL)).json()).toMatchObject({ status: 403, code: 'NOT_YOUR_AGENCY' });
    expect((await (await office.as(['reporter'], 'finance')).get(URL)).statusCode).toBe(403);
  });

  it('what is no figure, no page or no year is told so', async () => {
    const browser = await reporter();
    for (const figure of ['', '/table3', 'published.nothing', '__proto__', "'; drop table info_requests"])
      expect((await browser.get(at(figure))).json()).toMatchObject({ status: 404, code: 'NO_SUCH_FIGURE' });
    expect((await browser.get('/api/reports/county/2026/behind')).statusCode).toBe(400);
    expect((await browser.get(`${URL}&page=0`)).statusCode).toBe(400);
    expect((await browser.get(`${URL}&rows=all`)).statusCode).toBe(400);
    expect((await browser.get('/api/reports/county/2018/behind?figure=x')).statusCode).toBe(404);
  });
});
