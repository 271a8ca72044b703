import { describe, expect, it } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { openDesk, type Who } from '../../../test/support/open-desk.ts';
import { REGISTER } from '../../../test/support/request-play.ts';
import { identityNumber } from '../../../test/support/watch-site/words.ts';
import { civil } from '../../statute/civil-date.ts';
import type { FeeView, RequestFileView } from '../contract.ts';

const { db } = await testDatabase();
const office = await openDesk(db);
const feeOf = async (id: string, query = '', who: Who = 'handler'): Promise<FeeView> =>
  (await office.as(who).get(`/api/requests/${id}/fee${query}`)).json();

let people = 0;
/** So many applications of one person in March 2026, and one in April. */
async function monthOf(n: number): Promise<string[]> {
  people += 1;
  office.on('2026-04-01');
  const applicant = { ...REGISTER.applicant, name: '李四', identity: `居民身份证 ${identityNumber(400 + people)}` };
  const ids: string[] = [];
  for (let i = 0; i < n; i += 1)
    ids.push((await office.register({ applicant, on: civil(`2026-03-${i < 5 ? '02' : '03'}`) })).request.id);
  await office.register({ applicant, on: civil('2026-04-01') });
  return ids;
}
const notice = (id: string, act: object, seen = 1, who: Who = 'handler') => {
  office.on('2026-03-04');
  return office
    .as(who)
    .post(`/api/requests/${id}/acts`, { seen, act: { verb: 'noticeFee', on: '2026-03-04', ...act } });
};

describe('GET /api/requests/:id/fee', () => {
  it('FEE-5 counts the month of the same applicant at this agency and names every application', async () => {
    const ids = await monthOf(12);
    await office.register({ on: civil('2026-03-02') });
    const fee = await feeOf(ids[10]!);
    expect(fee).toMatchObject({ month: '2026年3月', counted: { place: 11, total: 12 }, items: { yuan: 100 } });
    expect(fee.counted!.before.map(({ id }) => id)).toEqual(ids.slice(0, 10));
    expect(fee.counted!.after.map(({ id }) => id)).toEqual(ids.slice(11));
    expect(JSON.stringify(fee)).not.toContain('李');
  });

  it('FEE-5 what was withdrawn before a notice moves the others up', async () => {
    const ids = await monthOf(12);
    await office.act(ids[2]!, '2026-03-04', 'withdraw', { outcome: 'withdrawn', why: '不再需要' } as never);
    expect(await feeOf(ids[11]!)).toMatchObject({
      counted: { place: 11, total: 11, leftOut: [{ id: ids[2] }] },
      items: { yuan: 100 },
    });
  });

  it('FEE-8 reckons both tariffs side by side, for a place, parts and pages that are written', async () => {
    const ids = await monthOf(1);
    expect(await feeOf(ids[0]!)).toMatchObject({ items: { yuan: 0 }, pages: null });
    const fee = await feeOf(ids[0]!, '?place=30&units=2&pages=150');
    expect([fee.items!.yuan, fee.pages!.yuan]).toEqual([300, 1700]);
    expect(fee.pages!.steps.map(({ says }) => says)).toContain('第 31—100 页：70 页 × 10 元 = 700 元');
  });

  it('FEE-6 without the identity nobody counts', async () => {
    const [id] = await monthOf(1);
    await db.deleteFrom('applicants').where('request_id', '=', id!).execute();
    expect(await feeOf(id!)).toMatchObject({ counted: null, items: null });
  });

  it.each(['?pages=-1', '?pages=many', '?units=0', '?weight=1'])('SEC-7 %s is refused', async (query) => {
    const [id] = await monthOf(1);
    expect(await feeOf(id!, query)).toMatchObject({ status: 400, code: 'DOES_NOT_FIT' });
  });

  it('FEE-3 more pages than a file has are a slip of the pen', async () => {
    const [id] = await monthOf(1);
    expect(await feeOf(id!, '?pages=1000000')).toMatchObject({ code: 'FEE-3' });
  });
});

describe('a notice', () => {
  it('FEE-5 takes the place that was counted, and the history tells what it rests on', async () => {
    const ids = await monthOf(11);
    const file = (await notice(ids[10]!, { tariff: 'items', why: '一月十一件' })).json() as RequestFileView;
    const told = file.history.at(-1)!.particulars.map(({ term, text }) => `${term}：${text}`);
    expect(told[0]).toBe('收费标准：按件计收，本自然月第11件');
    expect(told[1]).toMatch(/^本自然月此前的申请：(示政公开申〔2026〕\d+号、?){10}$/);
    expect(told).toContain('金额：100元');
  });

  it('FEE-6 another place than the one counted is refused without a reason, and nothing is kept', async () => {
    const ids = await monthOf(11);
    const act = { tariff: 'items', place: 12, why: '一月十一件' };
    expect((await notice(ids[10]!, act)).json()).toMatchObject({ code: 'FEE-6' });
    const done = await notice(ids[10]!, { ...act, deviation: '另有一件邮寄的还没有登记' });
    expect(done.json()).toMatchObject({ seen: 2 });
  });

  it('FEE-7 an earlier one that was split moves the later ones on', async () => {
    const ids = await monthOf(11);
    await notice(ids[9]!, { tariff: 'items', split: '甲\n乙\n丙', why: '三事一申请' });
    expect(await feeOf(ids[10]!)).toMatchObject({ counted: { place: 13 } });
  });
});

describe('who may not', () => {
  it('SEC-3 nobody without a session', async () => {
    const [id] = await monthOf(1);
    expect((await office.nobody.get(`/api/requests/${id}/fee`)).json()).toMatchObject({ code: 'SIGN_IN_FIRST' });
  });

  it.each([
    ['stranger', 'NO_SUCH_FILE'],
    ['idle', 'NOT_YOUR_ROOM'],
    ['editor', 'NOT_YOUR_ROOM'],
    ['systemAdmin', 'NOT_YOUR_ROOM'],
    ['liaison', 'NOT_YOUR_ROOM'],
  ] as const)('REQ-42 %s does not read how often somebody applied: %s', async (who, code) => {
    const [id] = await monthOf(1);
    expect(await feeOf(id!, '', who)).toMatchObject({ code });
  });

  it.each(['signatory', 'auditor', 'legal'] as const)('REQ-42 %s sends no fee notice', async (who) => {
    const [id] = await monthOf(1);
    const refused = await notice(id!, { tariff: 'pages', pages: 100, why: '量大' }, 1, who);
    expect([403, 404]).toContain(refused.statusCode);
  });
});
