import { beforeEach, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { addAgency } from '../../people/store.ts';
import type { AnnualReport } from '../annual-report.ts';
import { empty } from '../check/sound-report.fixture.ts';
import type { Report } from '../report.ts';
import { findingsOf } from './findings.ts';
import { saveReport } from './reports.ts';
import { compileYear, scopeOf } from './year.ts';

const { db } = await testDatabase();
const AT = new Date('2025-02-01T02:00:00Z');

const version = (agencyId: string, frozen: Report, more: Partial<AnnualReport> = {}): AnnualReport => ({
  id: `${agencyId}-${frozen.year}-${more.version ?? 1}`,
  agencyId,
  year: frozen.year ?? 0,
  version: 1,
  state: 'published',
  narrative: frozen.narrative,
  frozen,
  frozenBy: null,
  frozenAt: AT,
  waiver: null,
  passed: null,
  publishedBy: null,
  publishedAt: AT,
  correction: null,
  ...more,
});

const save = (report: AnnualReport) => db.transaction().execute((tx) => saveReport(tx, report));

/** What is told of the county's report for 2024, aside from what an empty register always asks about. */
async function told(report: AnnualReport): Promise<string[]> {
  const scope = (await scopeOf(db, report.agencyId))!;
  const findings = await findingsOf(db, scope, report, await compileYear(db, scope, 2024));
  return findings
    .filter(({ code }) => code !== 'T2_ZERO')
    .map(({ code, severity, where }) => `${severity} ${code} ${where}`);
}

const COUNTY = empty('青禾县人民政府', 2024);
const withRow1 = (report: Report, row: number[]): Report => ({
  ...report,
  table3: { ...report.table3, rows: { ...report.table3.rows, '1': row, '3.1': row, '3.7': row } },
});

beforeEach(async () => {
  await db.deleteFrom('annual_reports').execute();
  await db.deleteFrom('agencies').execute();
  await db.transaction().execute(async (tx) => {
    const agency = (id: string, parentId: string | null, name: string, kind: 'county' | 'department') =>
      addAgency(tx, { id, parentId, name, kind, creditCode: null, contact: {} });
    await agency('qinghe', null, '青禾县人民政府', 'county');
    await agency('police', 'qinghe', '青禾县公安局', 'department');
    await agency('civil', 'qinghe', '青禾县民政局', 'department');
  });
});

describe('what our own report is held against', () => {
  it('ANR-19 alone, it is sound', async () => {
    expect(await told(version('qinghe', COUNTY))).toEqual([]);
  });

  it('ANR-12 last year’s published report, in its latest version', async () => {
    const last = empty('青禾县人民政府', 2023);
    const carried = { ...last, table3: { ...last.table3, rows: { ...last.table3.rows, '4': [1, 0, 0, 0, 0, 0, 1] } } };
    await save(version('qinghe', carried));
    const carry = ['/table3/rows/2/0', '/table3/rows/2/6'];
    const carryOver = async () => (await told(version('qinghe', COUNTY))).filter((line) => line.includes('T3_CARRY'));
    expect(await carryOver()).toEqual(carry.map((where) => `error T3_CARRY ${where}`));
    await save(version('qinghe', carried, { version: 2, correction: '补登一件' }));
    expect(await carryOver()).toEqual(carry.map((where) => `warning T3_CARRY ${where}`));
  });

  it('ANR-19 the records, once the figures are frozen', async () => {
    const frozen = withRow1(COUNTY, [1, 0, 0, 0, 0, 0, 1]);
    const rows = ['1', '3.1', '3.7'].flatMap((code) => [0, 6].map((i) => `error CROSS_CASE /table3/rows/${code}/${i}`));
    expect(await told(version('qinghe', frozen))).toEqual(rows);
  });

  it('ANR-19 the reports of the agencies below, those that have none named', async () => {
    await save(version('police', empty('青禾县公安局', 2024)));
    expect(await told(version('qinghe', COUNTY))).toEqual(['warning AGG /subordinates']);
    // Nothing is recorded of whoever is silent: what goes beyond the sum is nobody's.
    const beyond = (await told(version('qinghe', withRow1(COUNTY, [1, 0, 0, 0, 0, 0, 1])))).filter((line) =>
      line.includes('error AGG'),
    );
    expect(beyond).toHaveLength(6);
    await save(version('civil', withRow1(empty('青禾县民政局', 2024), [2, 0, 0, 0, 0, 0, 2])));
    const rows = ['1', '3.1', '3.7'].flatMap((code) => [0, 6].map((i) => `error AGG /table3/rows/${code}/${i}`));
    expect(await told(version('qinghe', COUNTY))).toEqual(rows);
  });

  it('ANR-18 what another agency of the county wrote, frozen or published, in its newest version', async () => {
    const words =
      '全局聚焦群众关切，完善公开目录，拓展公开渠道，规范公开程序，推动涉企政策精准推送，开展政策宣讲进园区活动，建立问题整改台账，逐月销号。';
    const saying = (report: Report, text: string): Report => ({
      ...report,
      narrative: report.narrative.map((part, at) =>
        at === 1 ? { ...part, text: part.text + text } : { ...part, text: '无。' },
      ),
    });
    const duplicates = async () =>
      (await told(version('police', saying(empty('青禾县公安局', 2024), words)))).filter((line) =>
        line.includes('DUP'),
      );
    await save(version('police', saying(empty('青禾县公安局', 2024), words)));
    await save(version('civil', saying(empty('青禾县民政局', 2023), words)));
    expect(await duplicates()).toEqual([]);
    await save(version('civil', saying(empty('青禾县民政局', 2024), words), { state: 'frozen', publishedAt: null }));
    expect(await duplicates()).toEqual(['warning DUP /narrative/1']);
    await save(version('civil', saying(empty('青禾县民政局', 2024), words), { publishedAt: AT }));
    await save(version('civil', empty('青禾县民政局', 2024), { version: 2 }));
    expect(await duplicates()).toEqual([]);
  });

  it('ANR-18 the day it was published', async () => {
    const late = new Date('2025-04-01T02:00:00Z');
    expect(await told(version('qinghe', COUNTY, { publishedAt: late }))).toEqual(['warning DEADLINE /publishedOn']);
  });
});
