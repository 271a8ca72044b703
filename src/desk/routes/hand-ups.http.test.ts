import { beforeAll, describe, expect, it } from 'vitest';
import { beganOn } from '../../../test/support/began.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { type Browser, deskOffice } from '../../../test/support/desk-office.ts';
import { remindReporters } from '../../annual-report/store/remind-reporters.ts';
import { enforcementStairs } from '../../enforcement/store/counts.ts';
import { examine } from '../../main/report/examine.ts';
import { type ExamineFiles, gathering } from '../../main/report/report-reader.ts';
import { SYSTEM } from '../../people/actor.ts';
import { perform } from '../../perform.ts';
import { civil } from '../../statute/civil-date.ts';
import type { BehindView, HandUpView, InboxView, ReportVersion, ReportView, SheetCells } from '../contract.ts';

/** What runs in the worker, run here. */
const examineReports: ExamineFiles = async (handed) => {
  const told = gathering();
  for await (const step of examine(handed)) told.take(step);
  return told.examination();
};
const { db } = await testDatabase();
await beganOn(db, '2025-06-02');
const office = await deskOffice(db, { examineReports });

const HAND_UP = '/api/hand-ups/finance/2025';
const ACTS = `${HAND_UP}/acts`;
const CELLS = { '/table2/licensing': 7, '/table3/rows/1/0': 2, '/table3/rows/3.1/0': 2 };
const SUED = { '/table4/directLitigation/0': 2, '/table4/postReviewLitigation/3': 1 };
const BY_HAND = { verb: 'enterFigures', cells: CELLS, why: '没有使用本系统，按纸质台账统计。' };

let [department, county, head, stranger]: Browser[] = [];
beforeAll(async () => {
  department = await office.as(['reporter'], 'finance');
  county = await office.as(['reporter']);
  head = await office.as(['officeHead']);
  stranger = await office.as(['reporter'], 'other');
});
const viewOf = async (browser: Browser) => (await browser.get(HAND_UP)).json<HandUpView>();
const newest = async () => (await viewOf(county!)).versions[0]!;
const licensing = async () =>
  (await county!.get('/api/reports/county/2025'))
    .json<ReportView>()
    .tables[0]!.rows.flat()
    .find(({ figure }) => figure === '/table2/licensing')!.text;

describe('an agency without records here', () => {
  it('ANR-45 ANR-48 enters its figures, the county accepts them, and only then they count', async () => {
    expect(await viewOf(department!)).toMatchObject({
      to: '示范县人民政府',
      dueOn: '2026-01-31',
      late: true,
      versions: [],
    });
    const handed = await department!.post(ACTS, { ...BY_HAND, cells: { ...CELLS, ...SUED } });
    expect(handed.json<HandUpView>().versions).toMatchObject([{ version: 1, source: '人工录入', state: 'waiting' }]);
    expect(await licensing()).toBe('0');
    const inbox = (await county!.get('/api/inbox')).json<InboxView>();
    expect(inbox.mine).toContainEqual(
      expect.objectContaining({ path: '/reports/finance/2025/hand-up', step: '接收', forWhom: '示范县财政局' }),
    );
    const accepted = await county!.post(ACTS, { verb: 'accept', handUpId: (await newest()).id });
    expect(accepted.json<HandUpView>()).toMatchObject({ late: false, versions: [{ state: 'accepted' }] });
    expect(await licensing()).toBe('7');
  });

  it('ANR-7 a figure of the county opens the agency, with why it was entered by hand', async () => {
    const behind = await county!.get('/api/reports/county/2025/behind?figure=%2Ftable2%2Flicensing');
    expect(behind.json<BehindView>()).toMatchObject({
      figure: 7,
      records: [],
      agencies: [{ agency: '示范县财政局', figure: 7, enteredWhy: BY_HAND.why, path: '/reports/finance/2025' }],
    });
  });

  it('ANR-7 a figure that repeats no cell opens what was entered of the cells it is the sum of', async () => {
    const behind = await county!.get('/api/reports/county/2025/behind?figure=litigation.total');
    expect(behind.json<BehindView>()).toMatchObject({ figure: 3, agencies: [{ agency: '示范县财政局', figure: 3 }] });
  });

  it('ANR-49 a later version says what it corrects, may be returned with a reason, and until it is accepted the earlier counts', async () => {
    const more = { ...BY_HAND, cells: { ...CELLS, '/table2/licensing': 9 } };
    expect((await department!.post(ACTS, { ...more, why: ' ' })).json()).toMatchObject({ code: 'ANR-48' });
    expect((await department!.post(ACTS, more)).statusCode).toBe(200);
    expect(await licensing()).toBe('7');
    const waiting = await newest();
    expect((await department!.post(ACTS, more)).json()).toMatchObject({ says: expect.stringContaining('第 2 次') });
    const back = { verb: 'return', handUpId: waiting.id, why: '' };
    expect((await county!.post(ACTS, back)).json()).toMatchObject({ code: 'ANR-49' });
    const returned = await county!.post(ACTS, { ...back, why: '许可件数与登记册不一致' });
    expect(returned.json<HandUpView>().versions[0]).toMatchObject({
      state: 'returned',
      returnedWhy: '许可件数与登记册不一致',
    });
    expect((await county!.post(ACTS, { verb: 'accept', handUpId: waiting.id })).json()).toMatchObject({
      code: 'ANR-47',
    });
    const notices = await db.selectFrom('outbox').select('body').where('work', '=', 'tell').execute();
    expect(notices.map(({ body }) => (body as { kind: string }).kind)).toEqual(
      expect.arrayContaining(['figuresAwaited', 'figuresReturned']),
    );
  });

  it('ANR-46 a blank sheet is filled and read back into the cells; nothing of it is kept', async () => {
    const sheet = await department!.get(`${HAND_UP}/form.xlsx`);
    expect(sheet.headers['content-disposition']).toContain('attachment');
    const read = await department!.upload(`${HAND_UP}/figures`, {}, sheet.rawPayload, '报数表.xlsx');
    const { cells, unit } = read.json<SheetCells>();
    expect([unit, Object.values(cells).every((figure) => figure === 0)]).toEqual(['示范县财政局', true]);
    expect((await viewOf(county!)).versions).toHaveLength(2);
    const wrong = await department!.upload('/api/hand-ups/finance/2024/figures', {}, sheet.rawPayload, '报数表.xlsx');
    expect(wrong.json()).toMatchObject({ code: 'ANR-46', says: expect.stringContaining('2025 年度') });
    const broken = await department!.upload(`${HAND_UP}/figures`, {}, Buffer.from('PK\u0003\u0004broken'), 'a.xlsx');
    expect(broken.json()).toMatchObject({ code: 'REPORT_DAMAGED' });
  });
});

describe('文字是否雷同', () => {
  it('ANR-92 who entered figures alone is named as not compared with, until its report is frozen', async () => {
    const notes = async (report: string) =>
      (await county!.get(`/api/reports/${report}`)).json<ReportView>().notes.join();
    expect(await notes('county/2025')).toContain('没有与示范县财政局比较：只报送了数，没有正文');
    expect(await notes('finance/2025')).toBe('');
    expect(await notes('county/2023')).toBe('');
  });
});

describe('records that come after figures were entered by hand', () => {
  const [AT, ACT] = ['/api/hand-ups/finance/2022', '/api/hand-ups/finance/2022/acts'];
  const record = (kind: 'licensing' | 'punishment', amount: number) =>
    perform(office.house, enforcementStairs, SYSTEM, {
      verb: 'recordCounts',
      agencyId: 'finance',
      counts: [{ kind, charge: '', month: civil('2022-03-01'), amount }],
    });
  const view = async (of = county!) => (await of.get(AT)).json<HandUpView>();
  const countyReport = async () => (await county!.get('/api/reports/county/2022')).json<ReportView>();
  const licences = async () =>
    (await countyReport()).tables[0]!.rows.flat().find(({ figure }) => figure === '/table2/licensing')!.text;

  it('ANR-52 accepting asks again: it is refused with the cells, or counts with a reason that stays', async () => {
    await department!.post(ACT, BY_HAND);
    await record('licensing', 5);
    const { versions, differing } = await view(department!);
    const { id: handUpId } = versions[0]!;
    expect(differing).toMatchObject([{ version: 1, source: 'entered', unanswered: 3 }]);
    expect(differing[0]!.cells).toContain('表二“行政许可”：录入 7，记录 5');
    const accept = { verb: 'accept', handUpId };
    for (const body of [accept, { ...accept, why: ' ' }])
      expect((await county!.post(ACT, body)).json()).toMatchObject({
        code: 'ANR-52',
        says: expect.stringContaining('表二“行政许可”：录入 7，记录 5'),
      });
    const accepted = await county!.post(ACT, { ...accept, why: '登记册缺三月以前的 2 件' });
    expect(accepted.json<HandUpView>()).toMatchObject({
      versions: [{ state: 'accepted', settledWhy: '登记册缺三月以前的 2 件', differed: expect.any(Array) }],
      differing: [{ unanswered: 0 }],
    });
    const entry = await db
      .selectFrom('ledger_entries')
      .select('verb')
      .where('subject', '=', handUpId)
      .orderBy('seq', 'desc')
      .executeTakeFirstOrThrow();
    expect(entry.verb).toBe('acceptedDifferingFigures');
  });

  it('ANR-52 agency and county see it on the report, behind the figure and in the list; the report cannot be frozen in silence', async () => {
    const reporter = await office.as(['reporter'], 'finance');
    for (const [agencyId, browser] of [
      ['county', county!],
      ['finance', reporter],
    ] as const) {
      const url = `/api/reports/${agencyId}/2022`;
      const { findings } = (await browser.post(`${url}/acts`, { verb: 'open' })).json<ReportView>();
      expect(findings).toContainEqual(
        expect.objectContaining({
          ...{ code: 'ENTERED', severity: 'error', where: '/table2/licensing', left: 7, right: 5 },
          says: expect.stringContaining('示范县财政局录入 7，本系统的记录 5'),
        }),
      );
      const behind = (await browser.get(`${url}/behind?figure=%2Ftable2%2Flicensing`)).json<BehindView>();
      expect(behind.agencies).toMatchObject([{ figure: 7, enteredWhy: BY_HAND.why, recorded: 5 }]);
      const lines = (await browser.get('/api/reports')).json<ReportVersion[]>();
      const line = lines.find((one) => one.agencyId === 'finance' && one.year === 2022);
      expect(line?.handUp?.differing).toBe(3);
      const { seen } = (await browser.get(url)).json<ReportView>();
      const frozen = await browser.post(`${url}/acts`, { verb: 'freeze', seen });
      expect(frozen.json()).toMatchObject({ code: 'ANR-4' });
    }
  });

  it('ANR-53 what comes up later is asked for again: kept with a reason, or the records count', async () => {
    await record('punishment', 2);
    expect((await view()).differing).toMatchObject([{ unanswered: 1, cells: expect.any(Array) }]);
    const handUpId = (await view()).versions[0]!.id;
    const keep = { verb: 'keepEntered', handUpId, why: '' };
    expect((await county!.post(ACT, keep)).json()).toMatchObject({ code: 'ANR-53' });
    expect((await department!.post(ACT, { ...keep, why: '不改' })).statusCode).toBe(403);
    expect((await county!.post(ACT, { ...keep, why: '处罚 2 件系移送案件' })).json()).toMatchObject({
      differing: [{ unanswered: 0 }],
    });
    expect(await licences()).toBe('7');
    const counted = await county!.post(ACT, { verb: 'countRecords', handUpId, why: '该局补录完毕' });
    expect(counted.json<HandUpView>()).toMatchObject({
      differing: [],
      versions: [{ state: 'replaced', stateTerm: '已改按记录计入', settledWhy: '该局补录完毕' }],
    });
    expect([await licences(), (await countyReport()).findings.filter(({ code }) => code === 'ENTERED')]).toEqual([
      '5',
      [],
    ]);
    expect((await county!.post(ACT, { ...keep, why: '再改回来' })).json()).toMatchObject({ code: 'ANR-53' });
  });
});

describe('who may not', () => {
  it('SEC-1 nobody without a session, from another county, or without a post for reports', async () => {
    for (const url of [HAND_UP, `${HAND_UP}/form.xlsx`]) {
      expect((await office.stranger.get(url)).statusCode).toBe(401);
      expect((await stranger!.get(url)).json()).toMatchObject({ code: 'NOT_YOUR_AGENCY' });
      expect((await (await office.as(['handler'])).get(url)).json()).toMatchObject({ code: 'NOT_YOUR_ROOM' });
    }
    for (const [url, body] of [[ACTS, BY_HAND] as const]) {
      expect((await office.stranger.post(url, body)).statusCode).toBe(401);
      expect((await stranger!.post(url, body)).json()).toMatchObject({ code: 'NOT_YOUR_AGENCY' });
      expect((await department!.fromElsewhere(url, body)).statusCode).toBe(403);
      expect((await (await office.as(['auditor'])).post(url, body)).statusCode).toBe(403);
    }
    expect((await stranger!.upload(`${HAND_UP}/figures`, {}, Buffer.from('x'))).json()).toMatchObject({
      code: 'NOT_YOUR_AGENCY',
    });
    const auditor = await office.as(['auditor']);
    expect((await auditor.upload(`${HAND_UP}/figures`, {}, Buffer.from('x'))).statusCode).toBe(403);
  });

  it('ANR-47 REV-15 who entered does not accept, nor does the agency accept its own', async () => {
    const onBehalf = await county!.post(ACTS, { ...BY_HAND, why: '由县政府办公室代为录入，单位已经盖章确认。' });
    expect(onBehalf.statusCode).toBe(200);
    const { id } = await newest();
    const accept = { verb: 'accept', handUpId: id };
    expect((await county!.post(ACTS, accept)).json()).toMatchObject({ code: 'FOUR_EYES' });
    expect((await department!.post(ACTS, accept)).statusCode).toBe(403);
    const verbs = (await viewOf(county!)).verbs.filter(({ allowed }) => allowed);
    expect(verbs).toEqual([]);
    expect((await head!.post(ACTS, accept)).statusCode).toBe(200);
  });

  it('SEC-8 a version of another agency is not reached by this address', async () => {
    const { id } = await newest();
    const sent = await county!.post('/api/hand-ups/county/2025/acts', { verb: 'return', handUpId: id, why: '不对' });
    expect(sent.json()).toMatchObject({ code: 'NO_SUCH_REPORT' });
  });
});

describe('what is not handed up', () => {
  it('ANR-47 a year that runs, a county above which nobody stands, a report that is not frozen', async () => {
    const says = async (url: string, body: object) => (await county!.post(url, body)).json();
    expect(await says('/api/hand-ups/finance/2026/acts', BY_HAND)).toMatchObject({ code: 'YEAR_NOT_OVER' });
    expect(await says('/api/hand-ups/county/2025/acts', BY_HAND)).toMatchObject({ code: 'ANR-47' });
    expect(await says('/api/hand-ups/finance/2025/acts', { verb: 'handUp', why: '' })).toMatchObject({
      code: 'ANR-47',
    });
    expect(await says('/api/hand-ups/finance/1999/acts', BY_HAND)).toMatchObject({ code: expect.any(String) });
  });

  it('ANR-48 figures of an agency that keeps records here are not entered by hand', async () => {
    const counts = [{ kind: 'licensing', charge: '', month: civil('2024-03-01'), amount: 3 }] as const;
    await perform(office.house, enforcementStairs, SYSTEM, { verb: 'recordCounts', agencyId: 'finance', counts });
    const sent = await county!.post('/api/hand-ups/finance/2024/acts', BY_HAND);
    expect(sent.json()).toMatchObject({ code: 'ANR-48', says: expect.stringContaining('本系统里有记录') });
  });
});

describe('reminders', () => {
  it('ANR-50 once before the day and once after it, to who has not come; asked again nothing more is queued', async () => {
    const queued = async () => {
      const rows = await db.selectFrom('outbox').select('id').where('id', 'like', 'figures-due:%').execute();
      return rows.map(({ id }) => id).sort();
    };
    office.on('2027-01-21');
    expect(await remindReporters(office.house)).toBe(0);
    office.on('2027-01-22');
    expect(await remindReporters(office.house)).toBe(1);
    office.on('2027-01-25');
    await remindReporters(office.house);
    expect(await queued()).toEqual(['figures-due:finance:2026:soon']);
    office.on('2027-02-01');
    await remindReporters(office.house);
    expect(await queued()).toEqual(['figures-due:finance:2026:late', 'figures-due:finance:2026:soon']);
    const lines = (await (await office.as(['reporter'])).get('/api/reports')).json<ReportVersion[]>();
    expect(
      lines.filter(({ year, handUp }) => year === 2026 && handUp?.late).map(({ agencyId, year }) => [agencyId, year]),
    ).toEqual([['finance', 2026]]);
  });
});
