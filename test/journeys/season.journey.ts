/**
 * 一季年报, over HTTP: sixty departments hand their figures to the county. Most come in time, some late, one is sent back, one keeps no records here, one
 * corrects after all was published. Every figure of the county is the sum of theirs at each moment.
 */
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { remindReporters } from '../../src/annual-report/store/remind-reporters.ts';
import type { BehindView, HandUpView, ReportVersion, ReportView } from '../../src/desk/contract.ts';
import { enforcementStairs } from '../../src/enforcement/store/counts.ts';
import { SYSTEM } from '../../src/people/actor.ts';
import { addAgency } from '../../src/people/store.ts';
import { perform } from '../../src/perform.ts';
import { civil } from '../../src/statute/civil-date.ts';
import { isRefusal } from '../../src/statute/refusal.ts';
import { testDatabase } from '../support/database.ts';
import { type Browser, deskOffice } from '../support/desk-office.ts';

const { db } = await testDatabase();
const office = await deskOffice(db);
const DEPARTMENTS = Array.from({ length: 60 }, (_, i) => `d${String(i + 1).padStart(2, '0')}`);
const [RETURNED, WITHOUT, CORRECTED] = ['d07', 'd60', 'd03'];
const LATE = ['d58', 'd59'];
const IN_TIME = DEPARTMENTS.filter((id) => !LATE.includes(id) && id !== WITHOUT);

const NARRATIVE = [
  ['一、总体情况', ''],
  ['（一）主动公开情况', '全年公开信息{published.items}条。'],
  ['（二）依申请公开情况', '新收申请{requests.received}件。'],
  ['（三）政府信息管理情况', '制发规范性文件{normative.made}件。'],
  ['（四）政府信息公开平台建设情况', '维护门户栏目。'],
  ['（五）监督保障情况', '开展培训，接受社会评议，没有责任追究情形。'],
  ['五、存在的主要问题及改进情况', '更新还不够及时，已明确专人负责。'],
  ['六、其他需要报告的事项', '未收取信息处理费。'],
].map(([heading, text]) => ({ heading: heading!, text: text! }));

/** 行政许可 of one month, which replaces what was recorded for it before. */
async function record(agencyId: string, amount: number): Promise<void> {
  const counts = [{ kind: 'licensing', charge: '', month: civil('2025-05-01'), amount }] as const;
  const done = await perform(office.house, enforcementStairs, SYSTEM, { verb: 'recordCounts', agencyId, counts });
  if (isRefusal(done)) throw new Error(done.says);
}

async function done<View>(browser: Browser, url: string, sends: object): Promise<View> {
  const response = await browser.post(url, sends);
  if (response.statusCode !== 200) throw new Error(`${url} ${JSON.stringify(sends).slice(0, 80)}: ${response.body}`);
  return response.json<View>();
}
const reportOf = async (browser: Browser, agencyId: string) =>
  (await browser.get(`/api/reports/${agencyId}/2025`)).json<ReportView>();
/** As the console acts: on what it has just read. */
async function act(browser: Browser, agencyId: string, sends: object): Promise<ReportView> {
  const { seen } = await reportOf(browser, agencyId);
  return done(browser, `/api/reports/${agencyId}/2025/acts`, { ...sends, seen });
}
/** 更正: opened by the head, frozen and published anew. */
async function correct(agencyId: string, note: string): Promise<ReportView> {
  const [own, reporter] = [await office.as(['officeHead'], agencyId), await office.as(['reporter'], agencyId)];
  await done(own, `/api/reports/${agencyId}/2025/acts`, { verb: 'correct', note });
  await act(reporter, agencyId, { verb: 'freeze' });
  return publish(agencyId);
}
const handUp = (browser: Browser, agencyId: string, why = '') =>
  done<HandUpView>(browser, `/api/hand-ups/${agencyId}/2025/acts`, { verb: 'handUp', why });
async function settle(browser: Browser, agencyId: string, sends: object): Promise<HandUpView> {
  const { versions } = (await browser.get(`/api/hand-ups/${agencyId}/2025`)).json<HandUpView>();
  return done(browser, `/api/hand-ups/${agencyId}/2025/acts`, { ...sends, handUpId: versions[0]!.id });
}

/** Opened, written, frozen: what is handed up. */
async function compile(agencyId: string): Promise<Browser> {
  const reporter = await office.as(['reporter'], agencyId);
  await done(reporter, `/api/reports/${agencyId}/2025/acts`, { verb: 'open' });
  await act(reporter, agencyId, { verb: 'write', narrative: NARRATIVE });
  await act(reporter, agencyId, { verb: 'freeze' });
  return reporter;
}
const publish = async (agencyId: string) =>
  act(await office.as(['signatory'], agencyId), agencyId, { verb: 'publish' });

const figureIn = ({ tables }: ReportView, pointer: string) =>
  Number(tables.flatMap(({ rows }) => rows.flat()).find(({ figure }) => figure === pointer)!.text);
const licensing = (view: ReportView) => figureIn(view, '/table2/licensing');

let county: Browser;
let head: Browser;
beforeAll(async () => {
  await db.transaction().execute(async (tx) => {
    for (const [i, id] of DEPARTMENTS.entries())
      await addAgency(tx, {
        id,
        parentId: 'county',
        name: `示范县第${i + 1}局`,
        kind: 'department',
        creditCode: `11150924MB0100${String(i).padStart(3, '0')}X`,
        contact: {},
      });
  });
  office.on('2026-01-12');
  // Department n decided n licences; the one without the system records nothing here.
  for (const [i, id] of DEPARTMENTS.entries()) if (id !== WITHOUT) await record(id, i + 1);
  [county, head] = [await office.as(['reporter']), await office.as(['officeHead'])];
});
const SUM = DEPARTMENTS.reduce((sum, _, i) => sum + i + 1, 0);

describe('a season of reports', () => {
  it('ANR-47 fifty-seven departments hand up in time, and the county accepts all but one', async () => {
    for (const id of IN_TIME) {
      const reporter = await compile(id);
      expect((await handUp(reporter, id)).versions).toMatchObject([{ state: 'waiting', source: '本单位定稿的年报' }]);
      if (id !== RETURNED) await settle(county, id, { verb: 'accept' });
      await publish(id);
    }
    await settle(county, RETURNED, { verb: 'return', why: '许可少报了 5 件，见审批系统台账' });
  });

  it('ANR-50 the missing are named, reminded before the day, and once more when they are late', async () => {
    office.on('2026-01-27');
    // 财政局 of the office is one of the departments, too.
    expect(await remindReporters(office.house)).toBe(LATE.length + 3);
    office.on('2026-02-02');
    const lines = (await (await office.as(['reporter'])).get('/api/reports')).json<ReportVersion[]>();
    const late = lines.filter(({ year, handUp: line }) => year === 2025 && line?.late).map(({ agencyId }) => agencyId);
    expect(late.sort()).toEqual([RETURNED, ...LATE, WITHOUT, 'finance'].sort());
    const reminders = await db.selectFrom('outbox').select('id').where('id', 'like', 'figures-due:%').execute();
    await remindReporters(office.house);
    const after = await db.selectFrom('outbox').select('id').where('id', 'like', 'figures-due:%').execute();
    expect([reminders.length, after.length]).toEqual([5, 10]);
  });

  it('ANR-49 who was sent back puts its records right, freezes again and hands up a second version', async () => {
    await record(RETURNED, 7 + 5);
    // Published before it was sent back: what changes is a new version with a note.
    await correct(RETURNED, '补计许可 5 件');
    expect(
      (await handUp(await office.as(['reporter'], RETURNED), RETURNED, '补计许可 5 件')).versions[0],
    ).toMatchObject({ version: 2 });
    await settle(await office.as(['reporter']), RETURNED, { verb: 'accept' });
  });

  it('ANR-48 the one without the system is entered for, and another accepts it', async () => {
    const cells = { '/table2/licensing': 60, '/table3/rows/1/0': 1, '/table3/rows/3.4.1/0': 1 };
    const why = '没有使用本系统，按该局盖章的统计表录入。';
    county = await office.as(['reporter']);
    await done(county, `/api/hand-ups/${WITHOUT}/2025/acts`, { verb: 'enterFigures', cells, why });
    head = await office.as(['officeHead']);
    await settle(head, WITHOUT, { verb: 'accept' });
  });

  it('the late come late, and the finance bureau says that it has nothing', async () => {
    for (const id of [...LATE, 'finance']) {
      await handUp(await compile(id), id);
      await settle(await office.as(['reporter']), id, { verb: 'accept' });
      await publish(id);
    }
  });

  it('ANR-7 the county is the sum of all, cell by cell, and each figure opens its departments', async () => {
    office.on('2026-03-20');
    county = await compile('county');
    const report = await reportOf(county, 'county');
    expect(licensing(report)).toBe(SUM + 5);
    expect(report.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    const behind = (
      await county.get('/api/reports/county/2025/behind?figure=%2Ftable2%2Flicensing')
    ).json<BehindView>();
    expect(behind.figure).toBe(SUM + 5);
    expect(behind.agencies).toHaveLength(60);
    expect(behind.agencies.reduce((sum, { figure }) => sum + figure, 0)).toBe(SUM + 5);
    expect(behind.agencies.find(({ agency }) => agency === '示范县第60局')).toMatchObject({
      figure: 60,
      enteredWhy: '没有使用本系统，按该局盖章的统计表录入。',
    });
    expect(licensing(await publish('county'))).toBe(SUM + 5);
  });

  it('ANR-5 a department corrects after publication: the county’s report says what differs, and is corrected by a version of its own', async () => {
    office.on('2026-04-20');
    await record(CORRECTED, 3 + 8);
    await correct(CORRECTED, '补计许可 8 件');
    await handUp(await office.as(['reporter'], CORRECTED), CORRECTED, '补计许可 8 件');
    await settle(await office.as(['reporter']), CORRECTED, { verb: 'accept' });
    county = await office.as(['reporter']);
    const before = await reportOf(county, 'county');
    expect(licensing(before)).toBe(SUM + 5);
    expect(before.findings.map(({ where }) => where)).toContain('/table2/licensing');
    const after = await correct('county', '下级机关更正许可 8 件');
    expect([after.version, licensing(after)]).toEqual([2, SUM + 5 + 8]);
    expect(after.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('ANR-12 what is corrected late in 四、结转 reaches next year’s 二、上年结转', async () => {
    office.on('2026-05-12');
    county = await office.as(['reporter']);
    await carriedOver('late-1');
    await done(county, '/api/reports/county/2026/acts', { verb: 'open' });
    // Last year's published report says that nothing was left over: the two reports contradict each other.
    expect(await carryOver()).toEqual([
      ['T3_CARRY', 'warning', 1, 0],
      ['T3_CARRY', 'warning', 1, 0],
    ]);
    await correct('d04', '补登 2025 年 12 月收到的申请 1 件');
    await handUp(await office.as(['reporter'], 'd04'), 'd04', '补登申请 1 件');
    await settle(await office.as(['reporter']), 'd04', { verb: 'accept' });
    const corrected = await correct('county', '下级机关补登申请 1 件');
    expect([corrected.version, figureIn(corrected, '/table3/rows/4/0')]).toEqual([3, 1]);
    expect(await carryOver()).toEqual([]);
  });

  it('ANR-12 and what comes up after the correction is told with the version it was compared with', async () => {
    await carriedOver('late-2');
    const { findings } = (await county.get('/api/reports/county/2026')).json<ReportView>();
    expect(findings.find(({ where }) => where === '/table3/rows/2/0')).toMatchObject({
      ...{ code: 'T3_CARRY', severity: 'warning', left: 2, right: 1 },
      says: expect.stringContaining('上年年报更正过，现为第 3 版'),
    });
  });
});

/** An application of December that was answered in January, registered long after. */
async function carriedOver(id: string): Promise<void> {
  await sql`
    insert into info_requests (id, agency_id, number, query_number, code_digest, channel, applicant_kind, arrived_on,
      received_on, state, wanted, form_wanted, outcome, report_row, closed_on, replied_on)
    values (${id}, 'd04', ${id}, ${id}, '', 'counter', 'natural', '2025-12-22', '2025-12-22', 'archived', '一份文件', 'inspection',
      'granted', '3.1', '2026-01-15', '2026-01-15')`.execute(db);
}

async function carryOver(): Promise<unknown[]> {
  const { findings } = (await county.get('/api/reports/county/2026')).json<ReportView>();
  return findings
    .filter(({ where }) => where.startsWith('/table3/rows/2/'))
    .map(({ code, severity, left, right }) => [code, severity, left, right]);
}
