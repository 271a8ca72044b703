import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { requestDesk } from '../../../test/support/request-desk.ts';
import { addDays, type CivilDate, civil } from '../../statute/civil-date.ts';
import { builtInCalendar } from '../../statute/work-calendar.ts';
import { APPLICANT_KIND_NAMES, type ApplicantKindName } from '../applicant-kinds.ts';
import { OUTCOME_NAMES, outcomeOf } from '../outcomes.ts';
import { countFees, countTable3, feesBehind } from './figures.ts';
import { listBehindCell } from './lists.ts';

const { db } = await testDatabase();
const desk = await requestDesk(db);
const TODAY = civil('2026-06-30');
const AGENCIES = ['county', 'town'];

/** A file as the register would hold it, for figures over many years. */
async function put(
  id: string,
  received: string | null,
  closed: string | null,
  {
    row = '3.1',
    kind = 'natural',
    agency = 'county',
  }: { row?: string; kind?: ApplicantKindName; agency?: string } = {},
): Promise<void> {
  const outcome = OUTCOME_NAMES.find((name) => outcomeOf(name).reportRow === row)!;
  await sql`insert into info_requests (id, agency_id, number, query_number, code_digest, channel, applicant_kind, arrived_on,
      received_on, state, wanted, form_wanted, outcome, report_row, closed_on)
    values (${id}, ${agency}, ${id}, ${id}, '', 'counter', ${kind}, ${received ?? '2024-01-01'}, ${received},
      ${closed ? 'served' : 'inProcess'}, '', 'electronic', ${closed && outcome}, ${closed && received && row}, ${closed})`.execute(
    db,
  );
  if (received)
    await sql`insert into request_facts values (${id}, 1, ${agency}, 'received', ${received}, now(), 'x', '{}')`.execute(
      db,
    );
}

describe('表三', () => {
  it('REQ-36 counts what was received, answered and carried over, each in its year', async () => {
    await put('in-and-out', '2025-01-01', '2025-12-31', { row: '3.4.1' });
    await put('came-in-late', '2025-12-31', '2026-01-04', { row: '3.2', kind: 'legalService' });
    await put('still-open', '2025-06-02', null, { kind: 'other', agency: 'town' });
    await put('from-before', '2024-12-31', '2025-01-02', { row: '3.6.1' });
    await put('long-before', '2023-05-04', null);
    await put('over-before', '2024-03-04', '2024-12-31');
    await put('comes-after', '2026-01-01', null);
    await put('never-received', null, '2025-03-03');
    expect(await countTable3(db, AGENCIES, 2025)).toEqual({
      '1': [1, 0, 0, 0, 1, 1],
      '2': [2, 0, 0, 0, 0, 0],
      '3.4.1': [1, 0, 0, 0, 0, 0],
      '3.6.1': [1, 0, 0, 0, 0, 0],
      '4': [1, 0, 0, 0, 1, 1],
    });
    expect(await countTable3(db, ['town'], 2025)).toEqual({ '1': [0, 0, 0, 0, 0, 1], '4': [0, 0, 0, 0, 0, 1] });
    expect(await countTable3(db, [], 2025)).toEqual({});
  });

  it('REQ-36 what one year carries to the next is what the next has from the last', async () => {
    for (const year of [2023, 2024, 2025]) {
      const [last, next] = [await countTable3(db, AGENCIES, year), await countTable3(db, AGENCIES, year + 1)];
      expect(last['4']).toEqual(next['2']);
    }
  });

  it('REQ-36 every figure opens exactly the files it counts, and every column balances', async () => {
    let seed = 7;
    const random = (n: number) => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      return seed % n;
    };
    for (let i = 0; i < 150; i += 1) {
      const received = addDays(civil('2020-01-01'), random(1_000));
      const closed: CivilDate | null = random(4) === 0 ? null : addDays(received, random(200));
      const row = outcomeOf(OUTCOME_NAMES[random(OUTCOME_NAMES.length)]!).reportRow;
      await put(`random-${i}`, received, closed, { row, kind: APPLICANT_KIND_NAMES[random(6)]! });
    }
    const page = { number: 1, size: 500 };
    for (const year of [2020, 2021, 2022]) {
      const counts = await countTable3(db, AGENCIES, year);
      const sum = (rows: readonly string[], column: number) =>
        rows.reduce((n, row) => n + (counts[row]?.[column] ?? 0), 0);
      const results = Object.keys(counts).filter((row) => row.startsWith('3.'));
      for (let column = 0; column < 6; column += 1)
        expect(sum(['1', '2'], column)).toBe(sum([...results, '4'], column));
      for (const row of Object.keys(counts))
        for (const column of [0, 3, 6]) {
          const { total, lines } = await listBehindCell(
            db,
            AGENCIES,
            { year, row, column },
            page,
            TODAY,
            builtInCalendar,
          );
          const figure = column === 6 ? counts[row]!.reduce((a, b) => a + b, 0) : counts[row]![column];
          expect([row, column, total, lines.length]).toEqual([row, column, figure, figure]);
        }
      const all = await listBehindCell(db, AGENCIES, { year, row: '3.7', column: 6 }, page, TODAY, builtInCalendar);
      expect(all.total).toBe([0, 1, 2, 3, 4, 5].reduce((n, column) => n + sum(results, column), 0));
    }
  });
});

describe('信息处理费', () => {
  it('REQ-48 counts notices that were not withdrawn and what was paid, in the year it happened', async () => {
    const fee = { tariff: 'pages', pages: 100, why: '每件百页' } as const;
    const [paid, withdrawn, open] = [
      await desk.register({ on: civil('2025-12-22') }),
      await desk.register({ on: civil('2025-12-22') }),
      await desk.register({ on: civil('2025-12-22') }),
    ];
    for (const { request } of [paid, withdrawn, open]) await desk.act(request.id, '2025-12-24', 'noticeFee', fee);
    await desk.act(paid.request.id, '2026-01-05', 'recordPayment', { yuan: 700, receipt: '财0012345' });
    await desk.act(withdrawn.request.id, '2025-12-25', 'withdrawFeeNotice', { why: '页数有误' });
    await desk.act(withdrawn.request.id, '2026-01-05', 'noticeFee', { ...fee, pages: 31 });
    expect(await countFees(db, AGENCIES, 2025)).toEqual({ notices: 2, collectedYuan: 0 });
    expect(await countFees(db, AGENCIES, 2026)).toEqual({ notices: 1, collectedYuan: 700 });
    expect(await countFees(db, ['town'], 2026)).toEqual({ notices: 0, collectedYuan: 0 });
    expect((await feesBehind(db, AGENCIES, 2025, 'notices')).map(({ requestId, on }) => [requestId, on])).toEqual([
      [paid.request.id, '2025-12-24'],
      [open.request.id, '2025-12-24'],
    ]);
    expect(await feesBehind(db, AGENCIES, 2026, 'payments')).toEqual([
      { requestId: paid.request.id, number: paid.request.number, on: '2026-01-05', type: 'paid', yuan: 700 },
    ]);
  });

  it('FEE-12 what goes back is taken off in the year it does; FEE-11 what was never a payment is in neither', async () => {
    const fee = { tariff: 'pages', pages: 100, why: '每件百页' } as const;
    desk.on('2027-05-06');
    const [back, late] = [
      await desk.register({ on: civil('2027-03-01') }),
      await desk.register({ on: civil('2027-03-01') }),
    ];
    for (const { request } of [back, late]) await desk.act(request.id, '2027-03-02', 'noticeFee', fee);
    await desk.act(back.request.id, '2027-03-03', 'recordPayment', { yuan: 700, receipt: '财0012345' });
    await desk.act(back.request.id, '2027-03-04', 'withdrawFeeNotice', { why: '页数有误' });
    expect(await countFees(db, AGENCIES, 2027)).toEqual({ notices: 1, collectedYuan: 700 });
    await desk.act(back.request.id, '2027-03-05', 'recordRefund', { cause: 'withdrawn', number: '退17', note: '' });
    await desk.act(late.request.id, '2027-03-03', 'recordReceived', { paper: 2 });
    const came = {
      cause: 'late',
      came: 700,
      cameOn: civil('2027-05-06'),
      receipt: '财0099999',
      number: '退18',
      note: '',
    } as const;
    await desk.act(late.request.id, '2027-05-06', 'recordRefund', came);
    expect(await countFees(db, AGENCIES, 2027)).toEqual({ notices: 1, collectedYuan: 0 });
    const behind = await feesBehind(db, AGENCIES, 2027, 'payments');
    expect(behind.map(({ type, yuan }) => [type, yuan])).toEqual([
      ['paid', 700],
      ['refunded', -700],
    ]);
  });
});
