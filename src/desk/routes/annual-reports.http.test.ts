import type { LightMyRequestResponse } from 'fastify';
import { describe, expect, it } from 'vitest';
import { beganOn } from '../../../test/support/began.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { type Browser, deskOffice } from '../../../test/support/desk-office.ts';
import { reportStairs } from '../../annual-report/store/stairs.ts';
import { SYSTEM } from '../../people/actor.ts';
import { perform } from '../../perform.ts';
import type { InboxView, ReportAct, ReportVersion, ReportView, VerbView } from '../contract.ts';

const { db } = await testDatabase();
await beganOn(db, '2025-06-02');
const office = await deskOffice(db);
const REPORT = '/api/reports/finance/2025';
const ACTS = `${REPORT}/acts`;

const verb = (view: ReportView, name: string): VerbView => view.verbs.find((one) => one.verb === name)!;
const lineOf = (lines: readonly ReportVersion[], agencyId: string, year: number) =>
  lines.find((line) => line.agencyId === agencyId && line.year === year);
/** As the console acts: on what it has just read. */
async function act(browser: Browser, acts: string, sends: object): Promise<LightMyRequestResponse> {
  const { seen } = (await browser.get(acts.replace('/acts', ''))).json<ReportView>();
  return browser.post(acts, { ...sends, seen });
}
/** Licences of the finance bureau, counted by hand for a month. */
async function licensed(month: string, amount: number): Promise<void> {
  const count = {
    id: month,
    agency_id: 'finance',
    kind: 'licensing',
    month: `${month}-01`,
    amount,
    charge: '',
  } as const;
  await db
    .insertInto('decision_counts')
    .values({ ...count, recorded_at: office.house.now() } as never)
    .execute();
}

/** Six parts without a contradiction: the figures of an agency that has done nothing yet are all nought. */
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

describe('列表', () => {
  it('CAL-8 shows this year and last for every agency of the officer, with due day and the workday to be reminded on', async () => {
    const response = await (await office.as(['reporter'])).get('/api/reports');
    const lines = response.json<ReportVersion[]>();
    expect(lines.map(({ agencyId, year }) => [agencyId, year])).toEqual([
      ['county', 2026],
      ['finance', 2026],
      ['county', 2025],
      ['finance', 2025],
    ]);
    expect(lineOf(lines, 'county', 2025)).toMatchObject({ dueOn: '2026-03-31', remindOn: '2026-03-31', late: false });
    expect(lineOf(lines, 'finance', 2025)).toMatchObject({
      stateTerm: '未开始',
      state: null,
      dueOn: '2026-01-31',
      remindOn: '2026-01-30',
      late: true,
    });
    expect(response.headers['cache-control']).toBe('no-store');
  });
});

describe('从开始编制到公布', () => {
  it('ANR-3 ANR-4 ANR-5 ANR-6 opens, writes, freezes, publishes and corrects; each answer shows what stands then', async () => {
    const [reporter, head, signatory] = [
      await office.as(['reporter']),
      await office.as(['officeHead']),
      await office.as(['signatory']),
    ];
    const before = (await reporter.get(REPORT)).json<ReportView>();
    expect(before).toMatchObject({ state: null, narrative: [], findings: [] });
    expect(before.tables).toHaveLength(3);
    expect(verb(before, 'open')).toMatchObject({ allowed: true, why: null, term: '开始编制' });
    expect(verb(before, 'freeze')).toMatchObject({ allowed: false, why: expect.stringContaining('还没有开始编制') });

    const opened = (await reporter.post(ACTS, { verb: 'open' })).json<ReportView>();
    expect(opened).toMatchObject({ state: 'draft', stateTerm: '编制中', version: 1, asOf: '2026-03-02' });
    expect(opened.narrative[1]!.text).toContain('{published.items}');
    expect(opened.narrative[1]!.reads).toContain('公开政府信息0条');
    expect(opened.liveFigures).toContainEqual({ name: 'requests.received', term: '新收申请件数', value: 0 });

    const written = (await act(reporter, ACTS, { verb: 'write', narrative: NARRATIVE })).json<ReportView>();
    expect(written.narrative[2]).toEqual({
      heading: '（二）依申请公开情况',
      text: '新收申请{requests.received}件。',
      reads: '新收申请0件。',
    });
    expect(written.findings.filter(({ severity }) => severity === 'error')).toEqual([]);

    const frozen = (await act(reporter, ACTS, { verb: 'freeze' })).json<ReportView>();
    expect(frozen).toMatchObject({ state: 'frozen', frozen: { by: 'reporter某' }, waiver: null });
    expect(verb(frozen, 'publish')).toMatchObject({ allowed: false, why: expect.stringContaining('签发人') });

    expect(office.told).toEqual([]);
    const published = (await act(signatory, ACTS, { verb: 'publish' })).json<ReportView>();
    expect(published).toMatchObject({ state: 'published', late: false, published: { by: 'signatory某' } });
    expect(office.told).toEqual(['annual-reports']);

    const corrected = (await head.post(ACTS, { verb: 'correct', note: '漏计一件' })).json<ReportView>();
    expect(corrected).toMatchObject({ state: 'draft', version: 2, correction: '漏计一件', late: false });
    const lines = (await reporter.get('/api/reports')).json<ReportVersion[]>();
    expect(lineOf(lines, 'finance', 2025)).toMatchObject({ version: 2, state: 'draft' });
  });

  it('ANR-4 errors stop the freeze and say why; the office head may let it pass with a reason', async () => {
    const [reporter, head] = [await office.as(['reporter']), await office.as(['officeHead'])];
    const [county, acts] = ['/api/reports/county/2025', '/api/reports/county/2025/acts'];
    await reporter.post(acts, { verb: 'open' });
    const wrong = NARRATIVE.map((part) =>
      part.heading.startsWith('（二）') ? { ...part, text: '新收政府信息公开申请5件。' } : part,
    );
    await act(reporter, acts, { verb: 'write', narrative: wrong });
    const seen = (await reporter.get(county)).json<ReportView>();
    expect(seen.findings).toContainEqual(expect.objectContaining({ severity: 'error', left: 5, right: 0 }));
    expect(verb(seen, 'freeze')).toMatchObject({
      allowed: false,
      why: expect.stringContaining('处错误，不能定稿'),
    });

    const refused = await act(reporter, acts, { verb: 'freeze' });
    expect([refused.statusCode, refused.json()]).toEqual([409, expect.objectContaining({ code: 'ANR-4' })]);
    const mayWaive = verb((await head.get(county)).json<ReportView>(), 'freeze');
    expect(mayWaive).toMatchObject({ allowed: true, causes: expect.stringContaining('须写明放行的理由') });
    const frozen = await act(head, acts, { verb: 'freeze', waiver: '系统启用前的5件另表统计' });
    expect(frozen.json()).toMatchObject({ state: 'frozen', waiver: '系统启用前的5件另表统计' });
    const reopened = (await head.post(acts, { verb: 'reopen', reason: '再核一次' })).json<ReportView>();
    expect(reopened).toMatchObject({ state: 'draft', frozen: null, waiver: null });
  });

  it('ANR-57 a report with a part that nobody wrote is not frozen; the part is named, and that there was nothing is enough', async () => {
    const reporter = await office.as(['reporter']);
    const acts = '/api/reports/county/2020/acts';
    await reporter.post(acts, { verb: 'open' });
    const without = (text: string) =>
      NARRATIVE.map((part) => (part.heading.startsWith('（四）') ? { ...part, text } : part));
    await act(reporter, acts, { verb: 'write', narrative: without(' ') });
    expect((await act(reporter, acts, { verb: 'freeze' })).json()).toMatchObject({
      code: 'ANR-4',
      says: '还有 1 处错误，不能定稿。第一处：“（四）政府信息公开平台建设情况”没有写。没有这方面工作的，写明没有。',
    });
    await act(reporter, acts, { verb: 'write', narrative: without('本年没有新建平台。') });
    expect((await act(reporter, acts, { verb: 'freeze' })).json()).toMatchObject({ state: 'frozen' });
  });

  it('SEC-8 what somebody else has written since is not written over, and nobody signs what he has not read', async () => {
    const [reporter, head] = [await office.as(['reporter']), await office.as(['officeHead'])];
    const signatory = await office.as(['signatory']);
    const [county, acts] = ['/api/reports/county/2021', '/api/reports/county/2021/acts'];
    const { seen } = (await reporter.post(acts, { verb: 'open' })).json<ReportView>();
    const mine = NARRATIVE.map((part) => ({ ...part, text: `${part.text}一` }));
    expect((await reporter.post(acts, { verb: 'write', seen, narrative: NARRATIVE })).statusCode).toBe(200);
    const late = await reporter.post(acts, { verb: 'write', seen, narrative: mine });
    expect(late.json()).toMatchObject({ status: 409, code: 'STALE' });
    expect((await reporter.get(county)).json<ReportView>().narrative[1]!.text).toBe(NARRATIVE[1]!.text);

    await act(reporter, acts, { verb: 'freeze' });
    const read = (await signatory.get(county)).json<ReportView>();
    await head.post(acts, { verb: 'reopen', reason: '改一处' });
    await act(reporter, acts, { verb: 'write', narrative: mine });
    await act(reporter, acts, { verb: 'freeze' });
    const signed = await signatory.post(acts, { verb: 'publish', seen: read.seen });
    expect(signed.json()).toMatchObject({ status: 409, code: 'STALE' });
    expect((await reporter.get(county)).json()).toMatchObject({ state: 'frozen' });
  });

  it('ANR-71 ANR-91 SEC-8 records that move on: nobody freezes figures he has not seen, and what was frozen is not published against them', async () => {
    const [reporter, head] = [await office.as(['reporter']), await office.as(['officeHead'])];
    const signatory = await office.as(['signatory']);
    const [report, acts] = ['/api/reports/finance/2024', '/api/reports/finance/2024/acts'];
    await reporter.post(acts, { verb: 'open' });
    await act(reporter, acts, { verb: 'write', narrative: NARRATIVE });
    const { seen } = (await reporter.get(report)).json<ReportView>();
    await licensed('2024-05', 3);
    const moved = await reporter.post(acts, { verb: 'freeze', seen });
    expect(moved.json()).toMatchObject({ status: 409, code: 'STALE', says: expect.stringContaining('记录有变动') });
    expect((await reporter.post(acts, { verb: 'write', seen, narrative: NARRATIVE })).statusCode).toBe(200);

    const frozen = (await act(reporter, acts, { verb: 'freeze' })).json<ReportView>();
    expect(frozen).toMatchObject({ state: 'frozen', passed: null });
    expect(verb((await head.get(report)).json(), 'letPass')).toMatchObject({
      allowed: false,
      why: expect.stringContaining('没有出现新的错误'),
    });
    const waits = async (browser: Browser) => {
      const { mine, others } = (await browser.get('/api/inbox')).json<InboxView>();
      const [row, whose] = [[...mine, ...others].find(({ path }) => path === '/reports/finance/2024'), mine];
      return row && [whose.includes(row) ? 'mine' : row.behind, row.state, row.step];
    };
    expect(await waits(signatory)).toEqual(['mine', '已定稿', '签发公布']);
    await licensed('2024-06', 2);
    // [ANR-91] It is for the head to settle, until it is.
    const settle = ['已定稿，以后又出现 1 处错误', '核对新的错误'];
    expect(await waits(head)).toEqual(['mine', ...settle]);
    expect(await waits(signatory)).toEqual(['officeHead某', ...settle]);
    const before = (await signatory.get(report)).json<ReportView>();
    expect(verb(before, 'publish')).toMatchObject({ allowed: false, why: expect.stringContaining('重新定稿') });
    const refused = await signatory.post(acts, { verb: 'publish', seen: before.seen });
    expect(refused.json()).toMatchObject({ status: 409, code: 'ANR-71', says: expect.stringContaining('台账统计 5') });

    const read = (await head.get(report)).json<ReportView>();
    expect(verb(read, 'letPass').allowed).toBe(true);
    await licensed('2024-07', 1);
    const unread = await head.post(acts, { verb: 'letPass', seen: read.seen, reason: '双公示多登记' });
    expect(unread.json()).toMatchObject({ status: 409, code: 'STALE' });
    const passed = (await act(head, acts, { verb: 'letPass', reason: '双公示多登记' })).json<ReportView>();
    expect(passed).toMatchObject({
      waiver: '双公示多登记',
      passed: { by: 'officeHead某', says: [expect.stringContaining('台账统计 6')] },
    });
    expect(await waits(head)).toEqual(['signatory某', '已定稿', '签发公布']);
    const published = (await act(signatory, acts, { verb: 'publish' })).json<ReportView>();
    expect(await waits(head)).toBeUndefined();
    expect(published).toMatchObject({ state: 'published', passed: { by: 'officeHead某' } });
  });

  it('ANR-4 a year that is not over cannot be frozen, and the button says so', async () => {
    const reporter = await office.as(['reporter']);
    const view = (await reporter.post('/api/reports/finance/2026/acts', { verb: 'open' })).json<ReportView>();
    expect(verb(view, 'freeze')).toMatchObject({ allowed: false, why: expect.stringContaining('2026 年还没有结束') });
  });
});

describe('who may not', () => {
  const acts: readonly ReportAct[] = [
    { verb: 'open' },
    { verb: 'write', seen: '', narrative: [] },
    { verb: 'freeze', seen: '' },
    { verb: 'reopen', reason: '理由' },
    { verb: 'publish', seen: '' },
    { verb: 'letPass', seen: '', reason: '理由' },
    { verb: 'correct', note: '说明' },
  ];

  it('SEC-3 whoever is not signed in gets nothing', async () => {
    for (const url of ['/api/reports', REPORT]) expect((await office.stranger.get(url)).statusCode).toBe(401);
    for (const sends of acts) expect((await office.stranger.post(ACTS, sends)).statusCode).toBe(401);
  });

  it('roles without a part in reports read none of it', async () => {
    for (const role of ['handler', 'editor', 'publisher', 'legal', 'systemAdmin', 'securityAdmin'] as const) {
      const browser = await office.as([role]);
      expect((await browser.get('/api/reports')).statusCode).toBe(403);
      expect((await browser.get(REPORT)).statusCode).toBe(403);
      expect((await browser.post(ACTS, { verb: 'open' })).statusCode).toBe(403);
    }
  });

  it('an auditor reads and does nothing', async () => {
    const auditor = await office.as(['auditor']);
    const view = (await auditor.get('/api/reports/county/2024')).json<ReportView>();
    expect(view.verbs.every(({ allowed }) => !allowed)).toBe(true);
    const refused = await auditor.post('/api/reports/county/2024/acts', { verb: 'open' });
    expect(refused.json()).toMatchObject({ status: 403, code: 'NOT_YOUR_ROLE' });
  });

  it('nobody reaches an agency outside his own, nor one above it', async () => {
    const reporter = await office.as(['reporter'], 'finance');
    for (const agencyId of ['other', 'county', 'nowhere']) {
      expect((await reporter.get(`/api/reports/${agencyId}/2025`)).json()).toMatchObject({ code: 'NOT_YOUR_AGENCY' });
      const refused = await reporter.post(`/api/reports/${agencyId}/2025/acts`, { verb: 'open' });
      expect(refused.statusCode).toBe(403);
    }
    const lines = (await reporter.get('/api/reports')).json<ReportVersion[]>();
    expect([...new Set(lines.map(({ agencyId }) => agencyId))]).toEqual(['finance']);
  });

  it('ANR-6 the one who froze the figures does not publish them', async () => {
    const both = await office.as(['reporter', 'signatory'], 'other');
    const acts = '/api/reports/other/2025/acts';
    await both.post(acts, { verb: 'open' });
    await act(both, acts, { verb: 'write', narrative: NARRATIVE });
    expect((await act(both, acts, { verb: 'freeze' })).statusCode).toBe(200);
    expect((await act(both, acts, { verb: 'publish' })).json()).toMatchObject({ code: 'FOUR_EYES' });
  });

  it('a page of another site, an unknown field and an unknown verb change nothing', async () => {
    const reporter = await office.as(['reporter']);
    const foreign = await reporter.fromElsewhere('/api/reports/county/2023/acts', { verb: 'open' });
    expect(foreign.json()).toMatchObject({ status: 403, code: 'NOT_YOUR_PAGE' });
    for (const body of [{ verb: 'open', state: 'published' }, { verb: 'delete' }, { verb: 'reopen' }, []])
      expect((await reporter.post('/api/reports/county/2023/acts', body)).statusCode).toBe(400);
    expect((await reporter.get('/api/reports/county/2023')).json()).toMatchObject({ state: null });
  });

  it('a year without a form, or still to come, is no report', async () => {
    const reporter = await office.as(['reporter']);
    for (const year of [2018, 2027]) expect((await reporter.get(`/api/reports/county/${year}`)).statusCode).toBe(404);
    for (const year of ['x', '1.5', '99999'])
      expect((await reporter.get(`/api/reports/county/${year}`)).statusCode).toBe(400);
    const refused = await act(reporter, '/api/reports/county/2022/acts', { verb: 'publish' });
    expect(refused.json()).toMatchObject({ status: 404, code: 'NO_SUCH_REPORT' });
  });

  it('the product itself may do what its officers may, and no more than the state allows', async () => {
    const refused = await perform(office.house, reportStairs, SYSTEM, { verb: 'publish', reportId: 'nothing' });
    expect(refused).toMatchObject({ refused: true });
  });
});
