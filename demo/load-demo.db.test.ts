import { randomBytes } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { publishedReport } from '../src/annual-report/store/reports.ts';
import { compileYear, scopeOf } from '../src/annual-report/store/year.ts';
import { verifyLedger } from '../src/ledger/store.ts';
import { actorOf } from '../src/people/store.ts';
import { type House, perform } from '../src/perform.ts';
import { keyRing } from '../src/platform/key-file.ts';
import { requestStairs } from '../src/requests/store/stairs.ts';
import { civil } from '../src/statute/civil-date.ts';
import { isRefusal } from '../src/statute/refusal.ts';
import { builtInCalendar } from '../src/statute/work-calendar.ts';
import { testDatabase } from '../test/support/database.ts';
import { COUNTY } from './county.ts';
import { loadDemo } from './load-demo.ts';

const { db } = await testDatabase();
const keys = keyRing([{ id: 'k1', cipher: 'aes-256-gcm', secret: randomBytes(32).toString('base64url') }]);
const house = (at: string): House => ({
  db,
  now: () => new Date(at),
  newId: () => randomBytes(8).toString('hex'),
  calendar: () => builtInCalendar,
});
const zeros = [0, 0, 0, 0, 0, 0, 0];
const compiled = async () => (await compileYear(db, (await scopeOf(db, COUNTY))!, 2024)).figures;

beforeAll(async () => {
  await loadDemo({ house: house('2025-03-01T00:00:00Z'), keys, passwordHash: 'not a hash' });
});

describe('示例县: a year of records becomes the report', () => {
  it('ANR-2 the compiled tables are the published figures, cell by cell', async () => {
    const { table2, table3, table4 } = await compiled();
    expect(table2).toEqual({
      regulations: { made: 0, repealed: 0, valid: 0 },
      normativeDocuments: { made: 5, repealed: 4, valid: 4 },
      licensing: 13_704,
      punishment: 486,
      coercion: 0,
      feesWan: 88.78248,
    });
    const told: Record<string, number> = {
      '1': 26,
      '3.1': 10,
      '3.4.1': 9,
      '3.5.1': 5,
      '3.5.3': 1,
      '3.6.1': 1,
      '3.7': 26,
    };
    for (const [code, row] of Object.entries(table3.rows))
      expect([code, row]).toEqual([code, [told[code] ?? 0, 0, 0, 0, 0, 0, told[code] ?? 0]]);
    expect(Object.keys(table3.rows)).toHaveLength(25);
    expect(table4).toEqual({
      review: [5, 2, 0, 0, 7],
      directLitigation: zeros.slice(0, 5),
      postReviewLitigation: zeros.slice(0, 5),
    });
  });

  it('ANR-3 the published text has the figures of the records and says which items stand twice', async () => {
    const report = (await publishedReport(db, COUNTY, 2024))!;
    const text = report.frozen!.narrative.map((section) => section.text).join('\n');
    expect(text).toContain(
      '发布政府信息2340条。按栏目统计，政务动态信息2144条，概况类信息51条，信息公开目录信息481条；有336条同时列入',
    );
    expect(text).toContain('专栏19个；发布政府公报4期、文件解读11篇、重大会议17篇；开展民意征集调查15期、在线访谈7期');
    expect(text).toContain('诉求30件。政务新媒体“示例县发布”发布信息138条');
    expect(report.waiver).toBeNull();
  });

  it('LED-2 the chain of all that was done is whole', async () => {
    expect(await verifyLedger(db)).toMatchObject({
      seq: expect.any(Number),
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });

  it('ANR-2 one more application answered changes the cells it belongs to and no other', async () => {
    const before = await compiled();
    const [handler, signatory] = await Promise.all(['officer-chengban', 'officer-qianfa'].map((id) => actorOf(db, id)));
    const stairs = requestStairs(keys);
    const then = house('2024-12-20T03:00:00Z');
    const act = async (actor: typeof handler, command: Parameters<typeof stairs.decide>[1]) => {
      const result = await perform(then, stairs, actor!, command);
      if (isRefusal(result)) throw new Error(result.says);
      return result.request.id;
    };
    const requestId = await act(handler, {
      verb: 'register',
      agencyId: COUNTY,
      on: civil('2024-12-18'),
      channel: 'counter',
      applicantKind: 'legalService',
      applicant: {
        name: '明理律师事务所',
        identity: '3100',
        phone: '1',
        email: '',
        address: '',
        representative: '言律师',
      },
      wanted: '一份文件',
      formWanted: 'inspection',
      codeDigest: 'digest',
    });
    const on = civil('2024-12-20');
    const grounds = { provision: '提供查阅' };
    await act(handler, { verb: 'draftReply', requestId, on, outcome: 'granted', grounds, text: '准予查阅。' });
    await act(signatory, { verb: 'sign', requestId, on });
    await act(handler, { verb: 'serve', requestId, on, method: 'direct', evidence: '送达回证' });
    const after = await compiled();
    const changed = Object.keys(before.table3.rows).flatMap((code) =>
      before.table3.rows[code]!.flatMap((n, column) =>
        after.table3.rows[code]![column] === n ? [] : [`${code}/${column}`],
      ),
    );
    expect(changed.sort()).toEqual(['1/4', '1/6', '3.1/4', '3.1/6', '3.7/4', '3.7/6']);
    expect({ ...after, table3: null }).toEqual({ ...before, table3: null });
  });
});
