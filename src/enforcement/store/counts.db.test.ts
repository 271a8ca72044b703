import { beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { requestDesk } from '../../../test/support/request-desk.ts';
import { SYSTEM } from '../../people/actor.ts';
import { perform } from '../../perform.ts';
import { civil } from '../../statute/civil-date.ts';
import { countDecisions, countsBehind, differingMonths, enforcementStairs } from './counts.ts';

const { db } = await testDatabase();
const desk = await requestDesk(db);
const count = (charge: string, month: string, amount: number) =>
  perform(desk.house, enforcementStairs, SYSTEM, {
    verb: 'recordCounts',
    agencyId: 'county',
    counts: [{ kind: 'fee', charge, month: civil(`${month}-01`), amount }],
  });

beforeAll(async () => {
  desk.on('2026-03-10');
  const { request } = await desk.register({ on: civil('2026-01-05') });
  await desk.act(request.id, '2026-01-06', 'noticeFee', { tariff: 'pages', pages: 100, why: '每件百页' });
  await desk.act(request.id, '2026-02-03', 'recordPayment', { yuan: 700, receipt: '财0012345' });
});

describe('信息处理费 among the fees of Table 2', () => {
  const fees = async () => (await countDecisions(db, ['county'], 2026)).fee;

  it('ENF-37 what was paid is added to the other charges, and opens as a month of the fee ledger', async () => {
    await count('不动产登记费', '2026-02', 34_050);
    expect(await fees()).toBe(34_050 + 70_000);
    expect(await countsBehind(db, ['county'], 2026, 'fee')).toContainEqual(
      expect.objectContaining({ charge: '信息处理费（收费台账）', month: '2026-02-01', amount: 70_000 }),
    );
    expect(await differingMonths(db, ['county'], 2026)).toEqual([]);
  });

  it('ENF-37 ENF-36 where it was counted by hand it is not added again, and told where the two differ', async () => {
    await count('政府信息公开信息处理费', '2026-02', 70_000);
    expect([await fees(), await differingMonths(db, ['county'], 2026)]).toEqual([34_050 + 70_000, []]);
    await count('政府信息公开信息处理费', '2026-02', 60_000);
    expect(await fees()).toBe(34_050 + 60_000);
    expect(await differingMonths(db, ['county'], 2026)).toMatchObject([
      { month: '2026-02-01', amount: 60_000, registered: 70_000 },
    ]);
  });
});
