/** 编制: the report of a county over 1,000,000 applications of ten years, of which a tenth falls into the year. */
import { sql } from 'kysely';
import { compileYear, scopeOf } from '../src/annual-report/store/year.ts';
import type { Db } from '../src/platform/database.ts';
import { withDatabase } from './bench-database.ts';
import { atMost, type Measured } from './measured.ts';

const APPLICATIONS = 1_000_000;
const AGENCIES = 40;
const YEAR = 2020;
const ROUNDS = 5;

export async function measureCompile(): Promise<readonly Measured[]> {
  return withDatabase(async (db) => {
    await generateApplications(db);
    const scope = (await scopeOf(db, 'county'))!;
    const taken: number[] = [];
    let total: number | null | undefined;
    for (let round = 0; round < ROUNDS; round += 1) {
      const since = performance.now();
      const { figures } = await compileYear(db, scope, YEAR);
      taken.push((performance.now() - since) / 1000);
      total = figures.table3.rows['1']?.[6];
    }
    return [
      atMost(`编制 ${YEAR} 年报告（${APPLICATIONS} 件申请）`, Math.max(...taken), 2, ' s', `本年新收 ${total} 件`),
    ];
  });
}

/** Rows only: a report is counted from them, and nothing else is read. */
async function generateApplications(db: Db): Promise<void> {
  const agencies = Array.from({ length: AGENCIES }, (_, i) => ({
    id: i === 0 ? 'county' : `agency-${i}`,
    parent_id: i === 0 ? null : 'county',
    name: i === 0 ? '示例县人民政府' : `第${i}局`,
    kind: i === 0 ? ('county' as const) : ('department' as const),
    credit_code: null,
    contact: {},
  }));
  await db.insertInto('agencies').values(agencies).execute();
  await sql`
    insert into info_requests (id, agency_id, number, query_number, code_digest, channel, applicant_kind, arrived_on,
      received_on, state, wanted, form_wanted, outcome, report_row, closed_on, replied_on)
    select 'r' || i, case when i % ${AGENCIES} = 0 then 'county' else 'agency-' || i % ${AGENCIES} end, '申请' || i, 'q' || i,
      '', 'web', (array['natural', 'natural', 'natural', 'commercial', 'legalService', 'other'])[1 + i % 6], day, day,
      'archived', '一份文件', 'inspection', 'granted', (array['3.1', '3.2', '3.3.4', '3.4.1', '3.5.1', '3.6.3'])[1 + i % 6],
      day + 15, day + 15
    from generate_series(0, ${APPLICATIONS - 1}) i, lateral (select date '2014-01-01' + i % 3650 as day) d`.execute(db);
  await sql`vacuum analyze info_requests`.execute(db);
}
