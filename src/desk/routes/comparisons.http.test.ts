import { beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { type Browser, deskOffice } from '../../../test/support/desk-office.ts';
import { SOUND, withRow } from '../../annual-report/check/sound-report.fixture.ts';
import { examine } from '../../main/report/examine.ts';
import { type ExamineFiles, gathering } from '../../main/report/report-reader.ts';
import { REPORT_WRITERS } from '../../main/report/report-writers.ts';
import type { Collected, CollectedReportView, ComparisonView } from '../contract.ts';

/** What runs in the worker, run here. */
const examineReports: ExamineFiles = async (handed) => {
  const told = gathering();
  for await (const step of examine(handed)) told.take(step);
  return told.examination();
};
const { db } = await testDatabase();
const office = await deskOffice(db, { examineReports });
const LIST = '/api/collected-reports';
/** A row that does not add up. */
const WRONG = withRow('3.1', [12, 1, 0, 0, 0, 0, 14]);

let reporter: Browser;
const ids: string[] = [];
async function collect(browser: Browser, report: typeof SOUND, agencyId = 'county'): Promise<string> {
  const file = await REPORT_WRITERS.docx(report);
  const { added } = (await browser.upload(LIST, { agencyId }, file, '年报.docx')).json<Collected>();
  return added[0]!.id;
}
const viewOf = async (id: string) => (await reporter.get(`${LIST}/${id}`)).json<CollectedReportView>();
const compared = (browser: Browser, of: readonly string[], rank = '') =>
  browser.get(`${LIST}/compare?ids=${of.join(',')}${rank && `&rank=${rank}`}`);

beforeAll(async () => {
  reporter = await office.as(['reporter']);
  for (const report of [WRONG, { ...SOUND, year: 2023 }, { ...SOUND, unit: '河西县人民政府' }])
    ids.push(await collect(reporter, report));
});

describe('核对结论', () => {
  it('ANR-51 a finding is confirmed or dismissed with a reason, by name; the last word holds and the earlier stays', async () => {
    const [id] = ids as [string];
    const before = await viewOf(id);
    const finding = before.findings.find(({ severity }) => severity === 'error')!;
    expect([finding.judged, before.judgements, before.comparedWithLastYear]).toEqual([null, 0, true]);
    const judge = (verdict: string, why: string, seen: number) =>
      reporter.post(`${LIST}/${id}/judgements`, { finding: finding.key, verdict, why, seen });
    expect((await judge('dismissed', ' ', 0)).json()).toMatchObject({ code: 'ANR-51' });
    await judge('confirmed', '', 0);
    const after = (await judge('dismissed', '原文脚注说明含转办 1 件', 1)).json<CollectedReportView>();
    expect(after.judgements).toBe(2);
    expect(after.findings.find(({ key }) => key === finding.key)!.judged).toMatchObject({
      verdict: 'dismissed',
      term: '不是问题',
      why: '原文脚注说明含转办 1 件',
      by: 'reporter某',
    });
    expect((await judge('confirmed', '', 1)).json()).toMatchObject({ code: 'STALE' });
    const unknown = { finding: '0'.repeat(24), verdict: 'confirmed', why: '', seen: 2 };
    expect((await reporter.post(`${LIST}/${id}/judgements`, unknown)).json()).toMatchObject({ code: 'ANR-51' });
  });

  it('ANR-33 ANR-51 the findings go out as Word and Excel, those dismissed apart with the reason', async () => {
    for (const format of ['docx', 'xlsx']) {
      const answer = await reporter.get(`${LIST}/${ids[0]}/findings/${format}`);
      expect([answer.statusCode, answer.rawPayload.subarray(0, 2).toString()]).toEqual([200, 'PK']);
      expect(decodeURIComponent(String(answer.headers['content-disposition']))).toContain(`核对情况.${format}`);
    }
    expect((await reporter.get(`${LIST}/${ids[0]}/findings/exe`)).statusCode).toBe(400);
  });

  it('ANR-12 last year’s report of the agency is compared where it was collected, and only of the same collection', async () => {
    expect((await viewOf(ids[1]!)).comparedWithLastYear).toBe(false);
    const other = await office.as(['reporter'], 'other');
    const theirs = await collect(other, { ...SOUND, unit: '河西县人民政府', year: 2023 }, 'other');
    expect(theirs).toBeTruthy();
    expect((await viewOf(ids[2]!)).comparedWithLastYear).toBe(false);
    // One year by its own name, the next with the city’s before it.
    await collect(reporter, { ...SOUND, unit: '某市河西县人民政府', year: 2023 });
    expect((await viewOf(ids[2]!)).comparedWithLastYear).toBe(true);
  });
});

describe('比较', () => {
  it('ANR-36 years of one agency stand in their order, each leading to its report', async () => {
    const view = (await compared(reporter, [ids[0]!, ids[1]!])).json<ComparisonView>();
    expect(view.subjects.map(({ label, path }) => [label, path])).toEqual([
      ['2023 年', `/collected-reports/${ids[1]}`],
      ['2024 年', `/collected-reports/${ids[0]}`],
    ]);
    const measure = view.tables[0]!.measures[0]!;
    expect(measure.values).toHaveLength(2);
    expect(view.ranking).toBeNull();
  });

  it('ANR-37 agencies of one year are ranked by a measure that is asked for, with what to mind', async () => {
    const first = (await compared(reporter, [ids[0]!, ids[2]!])).json<ComparisonView>();
    const { key } = first.tables[0]!.measures[0]!;
    const { ranking } = (await compared(reporter, [ids[0]!, ids[2]!], key)).json<ComparisonView>();
    expect(ranking!.years[0]!.places.map(({ label }) => label).sort()).toEqual(
      ['河西县人民政府', '青禾县人民政府'].sort(),
    );
    expect(ranking!.cautions[0]).toContain('不是从好到差');
    expect((await compared(reporter, [ids[0]!, ids[2]!], 'nothing')).json()).toMatchObject({ code: 'ANR-37' });
  });

  it('goes out as a sheet', async () => {
    const sheet = await reporter.get(`${LIST}/compare.xlsx?ids=${ids.join(',')}`);
    expect([sheet.statusCode, sheet.rawPayload.subarray(0, 2).toString()]).toEqual([200, 'PK']);
  });

  it('refuses one alone, and more than a screen can show', async () => {
    expect((await compared(reporter, [ids[0]!, ids[0]!])).json()).toMatchObject({ code: 'ANR-36' });
    const many = Array.from({ length: 61 }, (_, i) => `x${i}`);
    expect((await compared(reporter, many)).json()).toMatchObject({ says: expect.stringContaining('最多') });
  });
});

describe('who may not', () => {
  it('SEC-3 nobody without a session or a part in reports; a collection elsewhere is as one that is not there', async () => {
    const urls = [`${LIST}/compare?ids=${ids.join(',')}`, `${LIST}/compare.xlsx?ids=${ids.join(',')}`];
    const findings = `${LIST}/${ids[0]}/findings/docx`;
    for (const url of [...urls, findings]) {
      expect((await office.stranger.get(url)).statusCode).toBe(401);
      expect((await (await office.as(['handler'])).get(url)).statusCode).toBe(403);
    }
    const other = await office.as(['reporter'], 'other');
    for (const url of urls) expect((await other.get(url)).json()).toMatchObject({ code: 'ANR-36' });
    expect((await other.get(findings)).json()).toMatchObject({ code: 'NOT_YOUR_AGENCY' });
  });

  it('an auditor reads and judges nothing; a page of another site neither', async () => {
    const { findings, judgements: seen } = await viewOf(ids[0]!);
    const sends = { finding: findings[0]!.key, verdict: 'confirmed', why: '', seen };
    const url = `${LIST}/${ids[0]}/judgements`;
    const auditor = await office.as(['auditor']);
    expect((await auditor.get(`${LIST}/compare?ids=${ids.join(',')}`)).statusCode).toBe(200);
    expect((await auditor.post(url, sends)).statusCode).toBe(403);
    expect((await office.stranger.post(url, sends)).statusCode).toBe(401);
    expect((await reporter.fromElsewhere(url, sends)).statusCode).toBe(403);
    expect((await reporter.post(url, { ...sends, by: 'x' })).statusCode).toBe(400);
    expect((await viewOf(ids[0]!)).judgements).toBe(seen);
  });
});
