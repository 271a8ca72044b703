import { beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { openDesk, type Who } from '../../../test/support/open-desk.ts';
import { oversightText } from '../../supervision/accountability/year-text.ts';
import type { OversightPage } from '../contract.ts';

const { db } = await testDatabase();
const office = await openDesk(db);
const { as } = office;
const RECORD = {
  agencyId: 'county',
  aboutId: 'county',
  kind: 'assessment',
  on: '2026-06-10',
  title: '2026年度政务公开考核',
  result: '优秀2个，合格18个',
};
const COMPLAINT = {
  agencyId: 'county',
  aboutId: 'county',
  ground: 'notPublished',
  receivedOn: '2026-09-28',
  says: '低保名单没有公开。',
};
const page = async (who: Who = 'officeHead', year = 2026): Promise<OversightPage> =>
  (await as(who).get(`/api/oversight?year=${year}`)).json();
const record = (change: object = {}, who: Who = 'officeHead') =>
  as(who).post('/api/oversight/records', { ...RECORD, ...change });
const receive = (change: object = {}, who: Who = 'legal') =>
  as(who).post('/api/oversight/complaints', { ...COMPLAINT, ...change });
const answer = (id: string, verdict: string, measure: string, text = '已经补上。', who: Who = 'officeHead') =>
  as(who).post(`/api/oversight/complaints/${id}/answer?year=2026`, { verdict, measure, answer: text });

beforeAll(() => office.on('2026-10-08'));

describe('考核、评议、追究', () => {
  it('SUP-68 recorded with its result, withdrawn with its reason, never rewritten', async () => {
    expect((await record()).statusCode).toBe(200);
    expect((await record({ result: ' ' })).json()).toMatchObject({ code: 'RESULT_MISSING' });
    expect((await record({ on: '2026-10-09' })).json()).toMatchObject({ code: 'IN_THE_FUTURE' });
    // Another county, and one's own superior, are not one's own to record about.
    expect((await record({ aboutId: 'elsewhere' })).json()).toMatchObject({ code: 'NOT_BELOW' });
    await record({ kind: 'accountability', title: '记错的一条', on: '2026-07-01' });
    const { records, counts } = await page();
    expect(counts.find(({ term }) => term === '责任追究')).toMatchObject({ count: 1 });
    const wrong = records.find(({ title }) => title === '记错的一条')!;
    const withdraw = (because: string) =>
      as('officeHead').post(`/api/oversight/records/${wrong.id}/withdraw?year=2026`, { because });
    expect((await withdraw('')).json()).toMatchObject({ code: 'REASON_MISSING' });
    const after: OversightPage = (await withdraw('重复登记')).json();
    expect(after.records.find(({ id }) => id === wrong.id)).toMatchObject({ withdrawnBecause: '重复登记' });
    expect(after.counts.find(({ term }) => term === '责任追究')).toMatchObject({ count: 0 });
    expect((await withdraw('再撤')).json()).toMatchObject({ code: 'WITHDRAWN' });
  });

  it('SUP-69 the draft of the report says what was recorded and nothing of what was not', async () => {
    expect((await page()).text).toBe('工作考核：2026年6月10日，2026年度政务公开考核，优秀2个，合格18个。');
    expect(oversightText([], [])).toBe('');
    expect(oversightText([], [{ verdict: 'partly' }, { verdict: null }, { verdict: 'unfounded' }])).toBe(
      '受理政府信息公开工作的投诉、举报3件，查证属实1件。',
    );
  });

  it('SUP-70 a complaint has thirty working days, holidays and make-up days counted as they are', async () => {
    await receive();
    // 28 September to 13 November 2026: 1–7 October off, 10 October worked.
    expect((await page()).complaints[0]).toMatchObject({ number: '公开投诉〔2026〕1号', dueOn: '2026-11-13' });
    expect((await receive({ says: '' })).json()).toMatchObject({ code: 'SAYS_MISSING' });
    // Not answered, it stands in the next year too.
    expect((await page('officeHead', 2027)).complaints).toHaveLength(1);
  });

  it('SUP-70 stands among what waits for the office until it is answered, and before nobody else', async () => {
    const waits = async (who: Who) => {
      const { mine, others } = (await as(who).get('/api/inbox')).json();
      return [...mine, ...others].filter(({ key }: { key: string }) => key.startsWith('complaints/'));
    };
    expect(await waits('legal')).toMatchObject([
      { what: '投诉、举报：未按照要求主动公开', number: '公开投诉〔2026〕1号', dueOn: '2026-11-13', actingFor: null },
    ]);
    expect(await waits('editor')).toEqual([]);
    const { id } = (await page()).complaints[0]!;
    await answer(id, 'unfounded', 'none');
    expect(await waits('officeHead')).toEqual([]);
    await receive();
  });

  it('SUP-71 what is found true is urged or criticised; answered once', async () => {
    const { id } = (await page()).complaints[0]!;
    expect((await answer(id, 'founded', 'none')).json()).toMatchObject({ code: 'MEASURE_MISSING' });
    expect((await answer(id, 'unfounded', 'urged')).json()).toMatchObject({ code: 'MEASURE_WRONG' });
    expect((await answer(id, 'founded', 'urged', ' ')).json()).toMatchObject({ code: 'ANSWER_MISSING' });
    const done: OversightPage = (await answer(id, 'founded', 'urged')).json();
    expect(done.complaints[0]!.answered).toMatchObject({ verdict: '查证属实', measure: '督促整改', on: '2026-10-08' });
    expect((await answer(id, 'founded', 'urged')).json()).toMatchObject({ code: 'ALREADY_ANSWERED' });
    expect((await page('officeHead', 2027)).complaints).toHaveLength(0);
    const sheet = await as('auditor').post('/api/oversight/export?year=2026', {});
    expect(sheet.headers['content-type']).toContain('spreadsheetml');
  });
});

describe('who may not', () => {
  it.each<Who>(['handler', 'systemAdmin', 'securityAdmin', 'idle'])('%s finds the room closed', async (who) => {
    expect((await as(who).get('/api/oversight')).statusCode).toBe(403);
    expect((await as(who).post('/api/oversight/export', {})).statusCode).toBe(403);
    expect((await record({}, who)).statusCode).toBe(403);
    expect((await receive({}, who)).statusCode).toBe(403);
  });

  it('SUP-68 who reads does not record; another county records and answers nothing here', async () => {
    expect((await page('editor')).agencies).toEqual([]);
    expect((await record({}, 'editor')).statusCode).toBe(403);
    await receive();
    const { id } = (await page()).complaints[0]!;
    for (const who of ['auditor', 'otherLiaison'] as const)
      expect((await answer(id, 'unfounded', 'none', '无', who)).statusCode).toBe(403);
    expect((await page('otherLiaison')).complaints).toEqual([]);
  });
});
