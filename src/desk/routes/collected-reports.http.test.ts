import { beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { type Browser, deskOffice } from '../../../test/support/desk-office.ts';
import { zipOf } from '../../../test/support/zip.ts';
import { SOUND } from '../../annual-report/check/sound-report.fixture.ts';
import { examine } from '../../main/report/examine.ts';
import { type ExamineFiles, gathering } from '../../main/report/report-reader.ts';
import { REPORT_WRITERS } from '../../main/report/report-writers.ts';
import type { Collected, CollectedReports, CollectedReportView } from '../contract.ts';

/** What runs in the worker, run here. */
const examineReports: ExamineFiles = async (handed) => {
  const told = gathering();
  for await (const step of examine(handed)) told.take(step);
  return told.examination();
};

const { db } = await testDatabase();
const office = await deskOffice(db, { examineReports });
const LIST = '/api/collected-reports';

/** Two figures of one row stand without a border between them, in a PDF on the page it is printed on. */
const UNSETTLED = {
  ...SOUND,
  table3: { ...SOUND.table3, rows: { ...SOUND.table3.rows, '3.1': [null, null, 0, 0, 0, 0, 13] } },
  undecided: ['/table3/rows/3.1/0', '/table3/rows/3.1/1'],
};
let word: Buffer;
/** Taken in once, for those who may not. */
let kept: string;
beforeAll(async () => {
  word = await REPORT_WRITERS.docx(UNSETTLED);
  kept = await added(await office.as(['reporter']));
});

const collect = async (browser: Browser, bytes: Uint8Array = word, name = '年报.docx', agencyId = 'county') =>
  browser.upload(LIST, { agencyId }, bytes, name);
const added = async (browser: Browser) => (await collect(browser)).json<Collected>().added[0]!.id;
const viewOf = async (browser: Browser, id: string) => (await browser.get(`${LIST}/${id}`)).json<CollectedReportView>();

describe('收集和人工定数', () => {
  it('ANR-40 an undecided figure stands beside its source, with page and line; settled, it is known by whom', async () => {
    const reporter = await office.as(['reporter']);
    const { added: taken } = (
      await collect(reporter, await REPORT_WRITERS.pdf(UNSETTLED), '年报.pdf')
    ).json<Collected>();
    const { id } = taken[0]!;
    const before = await viewOf(reporter, id);
    expect(before).toMatchObject({ unit: '青禾县人民政府', year: 2024, open: 2, seen: 0, why: null });
    const [first] = before.undecided;
    expect(first).toMatchObject({
      pointer: '/table3/rows/3.1/0',
      name: '表三“（一）予以公开”行“自然人”',
      settled: null,
    });
    const line = before.source.find(({ at }) => at === first!.lines[0])!;
    expect(line.text).toMatch(/（一）予以公开.*待\s?定/);
    expect(line.page).toBeGreaterThan(1);

    const settle = (pointer: string, figure: number | null, seen: number) =>
      reporter.post(`${LIST}/${id}/settlements`, { pointer, figure, seen });
    await settle('/table3/rows/3.1/0', 11, 0);
    const wrong = (await settle('/table3/rows/3.1/1', 1, 1)).json<CollectedReportView>();
    expect(wrong.findings.some(({ severity }) => severity === 'error')).toBe(true);
    const after = (await settle('/table3/rows/3.1/0', 12, 2)).json<CollectedReportView>();
    expect(after).toMatchObject({ open: 0, seen: 3 });
    expect(after.undecided[0]!.settled).toMatchObject({ figure: 12, by: 'reporter某' });
    expect(after.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    const entries = await db.selectFrom('ledger_entries').selectAll().where('subject', '=', id).execute();
    expect(entries.map(({ verb }) => verb)).toEqual(['collected', 'settled', 'settled', 'settled']);
  });

  it('SEC-8 two at once: whoever saw less is told, and nothing is written over', async () => {
    const [reporter, head] = [await office.as(['reporter']), await office.as(['officeHead'])];
    const id = await added(reporter);
    const sends = { pointer: '/table3/rows/3.1/0', seen: 0 };
    const answers = await Promise.all([
      reporter.post(`${LIST}/${id}/settlements`, { ...sends, figure: 12 }),
      head.post(`${LIST}/${id}/settlements`, { ...sends, figure: 13 }),
    ]);
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
    expect((await viewOf(reporter, id)).seen).toBe(1);
  });

  it('ANR-39 every report of an archive; what cannot be read is named and the rest is kept', async () => {
    const reporter = await office.as(['reporter']);
    const bytes = zipOf([
      { name: 'a.docx', content: await REPORT_WRITERS.docx(SOUND) },
      { name: 'b.pdf', content: '%PDF-1.7' },
    ]);
    expect((await collect(reporter, bytes, '各单位.zip')).json()).toMatchObject({
      added: [{ name: 'a.docx', open: 0 }],
      refused: [{ name: 'b.pdf', says: expect.stringContaining('请') }],
      left: 0,
    });
    const { lines, agencies } = (await reporter.get(LIST)).json<CollectedReports>();
    expect(lines.find(({ name }) => name === 'a.docx')).toMatchObject({
      unit: '青禾县人民政府',
      year: 2024,
      open: 0,
      addedBy: 'reporter某',
    });
    expect(agencies.map(({ name }) => name)).toEqual(['county', 'finance']);
  });

  it('what is taken out is gone, its trace stays', async () => {
    const reporter = await office.as(['reporter']);
    const id = await added(reporter);
    const list = (await reporter.delete(`${LIST}/${id}`)).json<CollectedReports>();
    expect(list.lines.some((line) => line.id === id)).toBe(false);
    expect((await reporter.get(`${LIST}/${id}`)).statusCode).toBe(404);
    const entries = await db.selectFrom('ledger_entries').selectAll().where('subject', '=', id).execute();
    expect(entries.map(({ verb }) => verb)).toEqual(['collected', 'removed']);
  });
});

describe('who may not', () => {
  it('SEC-3 whoever is not signed in gets nothing', async () => {
    const { stranger } = office;
    const sends = { pointer: '/table3/rows/3.1/0', figure: 1, seen: 0 };
    for (const answer of [
      await stranger.get(LIST),
      await stranger.get(`${LIST}/${kept}`),
      await stranger.post(`${LIST}/${kept}/settlements`, sends),
      await stranger.delete(`${LIST}/${kept}`),
      await collect(stranger),
    ])
      expect(answer.statusCode).toBe(401);
  });

  it('roles without a part in reports read none of it', async () => {
    for (const role of ['handler', 'editor', 'legal', 'systemAdmin', 'securityAdmin'] as const) {
      const browser = await office.as([role]);
      for (const url of [LIST, `${LIST}/${kept}`]) expect((await browser.get(url)).statusCode).toBe(403);
      expect((await collect(browser)).statusCode).toBe(403);
    }
  });

  it('an auditor and a signatory look, and settle nothing; the screen says why', async () => {
    for (const role of ['auditor', 'signatory'] as const) {
      const browser = await office.as([role]);
      expect((await viewOf(browser, kept)).why).toContain('由统计或公开工作机构负责人办理');
      const sends = { pointer: '/table3/rows/3.1/0', figure: 1, seen: 0 };
      expect((await browser.post(`${LIST}/${kept}/settlements`, sends)).json()).toMatchObject({
        code: 'NOT_YOUR_ROLE',
      });
      expect((await browser.delete(`${LIST}/${kept}`)).statusCode).toBe(403);
      expect((await collect(browser)).statusCode).toBe(403);
    }
  });

  it('nobody reaches a collection outside his own agency', async () => {
    const other = await office.as(['reporter'], 'other');
    expect((await other.get(`${LIST}/${kept}`)).json()).toMatchObject({ code: 'NOT_YOUR_AGENCY' });
    const sends = { pointer: '/table3/rows/3.1/0', figure: 1, seen: 0 };
    expect((await other.post(`${LIST}/${kept}/settlements`, sends)).statusCode).toBe(403);
    expect((await other.delete(`${LIST}/${kept}`)).statusCode).toBe(403);
    expect((await collect(other)).statusCode).toBe(403);
    expect((await other.get(LIST)).json<CollectedReports>().lines).toEqual([]);
  });

  it('a page of another site, an unknown field, a figure that is none, a form without file change nothing', async () => {
    const reporter = await office.as(['reporter']);
    const sends = { pointer: '/table3/rows/3.1/0', figure: 12, seen: 0 };
    expect((await reporter.fromElsewhere(`${LIST}/${kept}/settlements`, sends)).statusCode).toBe(403);
    for (const body of [{ ...sends, by: 'x' }, { ...sends, figure: '12' }, { pointer: 'x' }, []])
      expect((await reporter.post(`${LIST}/${kept}/settlements`, body)).statusCode).toBe(400);
    expect((await reporter.post(LIST, {})).json()).toMatchObject({ code: 'NO_FILE' });
    expect((await collect(reporter, Buffer.alloc(21 * 1024 * 1024), 'a.txt')).statusCode).toBe(413);
    expect((await viewOf(reporter, kept)).seen).toBe(0);
  });
});
