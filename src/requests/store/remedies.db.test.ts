import { describe, expect, it } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { requestDesk } from '../../../test/support/request-desk.ts';
import { entriesOf } from '../../ledger/store.ts';
import { civil } from '../../statute/civil-date.ts';
import { DEFAULT_SETTINGS } from '../../statute/settings.ts';
import type { ConclusionName } from '../remedies/conclusions.ts';
import type { RecordRemedy } from '../remedies/remedy.ts';
import { countTable4, listBehindTable4Cell, listRemedies, remediesOf } from './remedies.ts';

const { db } = await testDatabase();
const desk = await requestDesk(db);

async function put(
  caseNumber: string,
  filedOn: string,
  end?: readonly [on: string, conclusion: ConclusionName],
  change: Partial<RecordRemedy> = {},
) {
  const remedy = await desk.remedy({ caseNumber, filedOn: civil(filedOn), ...change });
  if (end)
    await desk.tryRemedy({ verb: 'recordResult', remedyId: remedy.id, closedOn: civil(end[0]), conclusion: end[1] });
  return remedy;
}

await put('同年审结', '2025-03-03', ['2025-05-06', 'reviewUpheld']);
await put('同年纠正', '2025-03-03', ['2025-12-31', 'reviewRevoked']);
await put('上年结转', '2024-11-04', ['2025-01-06', 'reviewEnded']);
await put('次年审结', '2025-12-01', ['2026-01-04', 'reviewUpheld']);
await put('至今未结', '2025-12-01');
await put('早已审结', '2024-03-04', ['2024-12-31', 'reviewUpheld']);
await put('次年新收', '2026-01-05');
await put('直接起诉', '2025-04-01', ['2025-06-03', 'claimRejected'], { kind: 'directLitigation', agencyId: 'town' });

const BOTH = ['county', 'town'];
const NONE = [0, 0, 0, 0];

describe('表四', () => {
  it('REM-5 by default what was closed in the year and what was open at its end', async () => {
    expect(await countTable4(db, BOTH, 2025, DEFAULT_SETTINGS.table4Basis)).toEqual({
      review: [1, 1, 1, 2],
      directLitigation: [1, 0, 0, 0],
      postReviewLitigation: NONE,
    });
    expect((await countTable4(db, BOTH, 2026, 'closed-or-open')).review).toEqual([1, 0, 0, 2]);
    expect(await countTable4(db, ['town'], 2024, 'closed-or-open')).toEqual({
      review: NONE,
      directLitigation: NONE,
      postReviewLitigation: NONE,
    });
    expect((await countTable4(db, [], 2025, 'closed-or-open')).review).toEqual(NONE);
  });

  it('REM-5 or what was filed in the year, as it stood at its end', async () => {
    expect((await countTable4(db, BOTH, 2025, 'filed')).review).toEqual([1, 1, 0, 2]);
    expect((await countTable4(db, BOTH, 2024, 'filed')).review).toEqual([1, 0, 0, 1]);
  });

  it('REM-5 every figure opens exactly the cases it counts', async () => {
    for (const basis of ['closed-or-open', 'filed'] as const)
      for (const year of [2024, 2025, 2026]) {
        const { review } = await countTable4(db, BOTH, year, basis);
        const listed = await Promise.all(
          [0, 1, 2, 3, 4].map(
            async (column) => (await listBehindTable4Cell(db, BOTH, year, 'review', column, basis)).length,
          ),
        );
        expect(listed).toEqual([...review, review.reduce((a, b) => a + b, 0)]);
      }
    const corrected = await listBehindTable4Cell(db, BOTH, 2025, 'review', 1, 'closed-or-open');
    expect(corrected.map((r) => r.caseNumber)).toEqual(['同年纠正']);
  });
});

describe('a case', () => {
  it('REM-1 stands once, with its application, and leaves its trace', async () => {
    const { request } = await desk.register();
    await desk.reply(request.id, '2026-03-05');
    const remedy = await put('示府复〔2026〕5号', '2026-05-06', ['2026-06-01', 'reviewUpheld'], {
      requestId: request.id,
    });
    expect(await remediesOf(db, request.id)).toMatchObject([
      { id: remedy.id, result: 'upheld', closedOn: '2026-06-01' },
    ]);
    expect((await entriesOf(db, 'remedies', remedy.id)).map((e) => e.verb)).toEqual([
      'recordedRemedy',
      'recordedResult',
    ]);
    const twin = { caseNumber: ' 示府复〔2026〕5号 ', filedOn: civil('2026-05-06') };
    await expect(desk.remedy(twin)).rejects.toThrow('REM-1');
    expect(
      await desk.tryRemedy({ verb: 'recordNextInstance', remedyId: 'no', stage: 'retrial', on: civil('2026-06-02') }),
    ).toMatchObject({
      code: 'NO_SUCH_FILE',
    });
  });

  it('REM-2 a suit is told apart by the reconsideration before it', async () => {
    const { request } = await desk.register();
    const suit = { requestId: request.id, kind: 'postReviewLitigation', filedOn: civil('2026-06-20') } as const;
    await expect(desk.remedy({ ...suit, caseNumber: '甲' })).rejects.toThrow('REM-2');
    await put('乙', '2026-05-06', ['2026-06-01', 'reviewUpheld'], { requestId: request.id });
    await expect(desk.remedy({ ...suit, kind: 'directLitigation', caseNumber: '丙' })).rejects.toThrow('REM-2');
    expect(await desk.remedy({ ...suit, caseNumber: '丁' })).toMatchObject({ stage: 'firstInstance' });
  });

  it('REM-1 about the application of another agency is refused', async () => {
    const { request } = await desk.register({ agencyId: 'town' });
    await expect(desk.remedy({ requestId: request.id, caseNumber: '戊' })).rejects.toThrow('REM-1');
  });

  it('REM-6 lists show the newest first and an appeal opens a case again', async () => {
    const [first] = await listRemedies(db, BOTH);
    expect(first!.filedOn).toBe('2026-06-20');
    const judged = (await listRemedies(db, ['town']))[0]!;
    await desk.tryRemedy({
      verb: 'recordNextInstance',
      remedyId: judged.id,
      stage: 'secondInstance',
      on: civil('2025-06-10'),
    });
    expect((await countTable4(db, ['town'], 2025, 'closed-or-open')).directLitigation).toEqual([0, 0, 0, 1]);
  });
});
