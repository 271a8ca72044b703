/** 汇总: a city of 12 counties with 60 agencies each, five years; compiled agency by agency, added up the tree and held against each other cell by cell. */
import { sql } from 'kysely';
import { checkReport } from '../src/annual-report/check/check-report.ts';
import type { Subordinate } from '../src/annual-report/check/finding.ts';
import { compileFigures } from '../src/annual-report/compile.ts';
import { compileYear, scopeOf } from '../src/annual-report/store/year.ts';
import { YEAR_OF_RECORDS } from '../src/annual-report/year-records.fixture.ts';
import type { Results, Stock, YearRecords } from '../src/annual-report/year-records.ts';
import type { Db } from '../src/platform/database.ts';
import { withDatabase } from './bench-database.ts';
import { atMost, type Measured } from './measured.ts';

const COUNTIES = 12;
const AGENCIES = 60;
const YEARS = [2021, 2022, 2023, 2024, 2025];
const APPLICATIONS = 200_000;

export async function measureCity(): Promise<readonly Measured[]> {
  return [fromRecords(), await fromDatabase()];
}

/** Every agency's report by itself, then each county and the city against those below. */
function fromRecords(): Measured {
  const records = Array.from({ length: AGENCIES }, (_, at) => recordsOf(at));
  const whole = Array<YearRecords>(COUNTIES).fill(records.reduce(sum));
  const since = performance.now();
  let [reports, errors] = [0, 0];
  for (const year of YEARS) {
    const counties = Array.from({ length: COUNTIES }, (_, county): Subordinate => {
      const agencies = records.map((one, at) => ({
        unit: `第${county}县第${at}局`,
        figures: compileFigures(`第${county}县第${at}局`, year, one),
      }));
      reports += agencies.length;
      const unit = `第${county}县人民政府`;
      const figures = compileFigures(unit, year, whole[county]!);
      errors += contradictions(figures, agencies);
      return { unit, figures };
    });
    const city = compileFigures('某市人民政府', year, whole.reduce(sum));
    errors += contradictions(city, counties);
    reports += COUNTIES + 1;
  }
  const taken = (performance.now() - since) / 1000;
  if (errors > 0) throw new Error(`${errors} contradictions in sums that agree`);
  const what = `编制 ${COUNTIES} 县 × ${AGENCIES} 单位 × ${YEARS.length} 年，逐级逐格汇总核对`;
  return atMost(what, taken, 2, ' s', `${reports} 份报告`);
}

function contradictions(figures: ReturnType<typeof compileFigures>, subordinates: readonly Subordinate[]): number {
  const findings = checkReport({ ...figures, narrative: [], undecided: [] }, { kind: 'own', subordinates });
  return findings.filter(({ code }) => code === 'AGG').length;
}

/** The same city out of the database: the reports of the counties and of the city, from the records of all below them. */
async function fromDatabase(): Promise<Measured> {
  return withDatabase(async (db) => {
    await fill(db);
    const scopes = await Promise.all(
      ['city', ...Array.from({ length: COUNTIES }, (_, at) => `county-${at}`)].map((id) => scopeOf(db, id)),
    );
    const since = performance.now();
    const totals: number[] = [];
    for (const year of YEARS) {
      const compiled = await Promise.all(scopes.map((scope) => compileYear(db, scope!, year)));
      const received = compiled.map(({ figures }) => figures.table3.rows['1']![6]!);
      if (received[0] !== received.slice(1).reduce((a, b) => a + b, 0)) throw new Error('the city is not its counties');
      totals.push(received[0]);
    }
    const taken = (performance.now() - since) / 1000;
    const what = `由 ${APPLICATIONS} 件申请编制 ${COUNTIES} 县 1 市 ${YEARS.length} 年的政府报告`;
    return atMost(what, taken, 2, ' s', `各年新收 ${totals.join('、')} 件`);
  });
}

async function fill(db: Db): Promise<void> {
  const agency = (id: string, parent_id: string | null, kind: 'county' | 'department') => ({
    id,
    parent_id,
    name: id,
    kind,
    credit_code: null,
    contact: {},
  });
  const counties = Array.from({ length: COUNTIES }, (_, at) => agency(`county-${at}`, 'city', 'county'));
  const departments = counties.flatMap(({ id }) =>
    Array.from({ length: AGENCIES }, (_, at) => agency(`${id}-${at}`, id, 'department')),
  );
  for (const level of [[agency('city', null, 'county')], counties, departments])
    await db.insertInto('agencies').values(level).execute();
  await sql`
    insert into info_requests (id, agency_id, number, query_number, code_digest, channel, applicant_kind, arrived_on,
      received_on, state, wanted, form_wanted, outcome, report_row, closed_on, replied_on)
    select 'r' || i, 'county-' || i % ${COUNTIES} || '-' || (i / ${COUNTIES}) % ${AGENCIES}, '申请' || i, 'q' || i, '', 'web',
      (array['natural', 'natural', 'natural', 'commercial', 'legalService', 'other'])[1 + i % 6], day, day, 'archived',
      '一份文件', 'inspection', 'granted', (array['3.1', '3.2', '3.3.4', '3.4.1', '3.5.1', '3.6.3'])[1 + (i / 7) % 6], day + 15, day + 15
    from generate_series(0, ${APPLICATIONS - 1}) i, lateral (select date '2021-01-01' + i % 1810 as day) d`.execute(db);
  await sql`vacuum analyze info_requests`.execute(db);
}

function recordsOf(seed: number): YearRecords {
  const { applications } = YEAR_OF_RECORDS;
  const more = Object.entries(applications).map(([code, row]) => [code, row.map((n) => n * (1 + (seed % 7)))]);
  return { ...YEAR_OF_RECORDS, applications: Object.fromEntries(more) };
}

function sum(a: YearRecords, b: YearRecords): YearRecords {
  const stock = (x: Stock, y: Stock): Stock => ({
    made: x.made + y.made,
    repealed: x.repealed + y.repealed,
    valid: x.valid + y.valid,
  });
  const results = (x: Results, y: Results): Results => [x[0] + y[0], x[1] + y[1], x[2] + y[2], x[3] + y[3]];
  const codes = new Set([...Object.keys(a.applications), ...Object.keys(b.applications)]);
  return {
    ...a,
    regulations: stock(a.regulations, b.regulations),
    normativeDocuments: stock(a.normativeDocuments, b.normativeDocuments),
    decisions: {
      licensing: a.decisions.licensing + b.decisions.licensing,
      punishment: a.decisions.punishment + b.decisions.punishment,
      coercion: a.decisions.coercion + b.decisions.coercion,
      fee: a.decisions.fee + b.decisions.fee,
    },
    applications: Object.fromEntries(
      [...codes].map((code) => [
        code,
        Array.from({ length: 6 }, (_, i) => (a.applications[code]?.[i] ?? 0) + (b.applications[code]?.[i] ?? 0)),
      ]),
    ),
    review: results(a.review, b.review),
    directLitigation: results(a.directLitigation, b.directLitigation),
    postReviewLitigation: results(a.postReviewLitigation, b.postReviewLitigation),
  };
}
