import { describe, expect, it } from 'vitest';
import { COUNTY } from '../../../demo/county.ts';
import { loadedDatabase } from '../../../test/support/loaded-county.ts';
import { civil } from '../../statute/civil-date.ts';
import { addSettingChange } from '../../statute/store.ts';
import { builtInCalendar } from '../../statute/work-calendar.ts';
import type { CompiledYear } from '../decide.ts';
import { sourceOf } from '../figure-source.ts';
import { readLiveFigures } from '../live-figures.ts';
import { table2, table3, table4 } from '../render/official-tables.ts';
import { type BehindRecord, recordsBehind } from './behind.ts';
import { compileYear, type ReportScope, scopeOf } from './year.ts';

const { db } = await loadedDatabase();
const DAY = { today: civil('2025-03-01'), calendar: builtInCalendar };

/** Every figure of the report: all cells of the three tables and all live figures of the text, with what each shows. */
function allFigures({ figures, records }: CompiledYear): [name: string, shown: number][] {
  const cells = [table2(figures)!, table3(figures), table4(figures)]
    .flatMap(({ rows }) => rows.flat())
    .flatMap(({ figure, text }): [string, number][] => (figure === undefined ? [] : [[figure, Number(text)]]));
  return [...cells, ...readLiveFigures(records, figures).map(({ name, value }): [string, number] => [name, value])];
}

/** All pages, turned one by one. */
async function allRecords(
  scope: ReportScope,
  figure: string,
  size: number,
): Promise<{ records: BehindRecord[]; sum: number }> {
  const source = sourceOf(figure, 2024)!;
  const records: BehindRecord[] = [];
  for (let number = 1; ; number += 1) {
    const page = await recordsBehind(db, scope, 2024, source, { number, size }, DAY);
    records.push(...page.records);
    if (records.length >= page.total || page.records.length === 0) return { records, sum: page.sum };
  }
}

describe('every figure of the report opens its records', () => {
  it.each([COUNTY, 'office', 'market'])(
    'ANR-7 SUP-85 the records behind each figure of %s add up to what it shows',
    async (id) => {
      const scope = (await scopeOf(db, id))!;
      const figures = allFigures(await compileYear(db, scope, 2024));
      expect(figures).toHaveLength(10 + 25 * 7 + 15 + 31);
      for (const [name, shown] of figures) {
        const { records, sum } = await allRecords(scope, name, 500);
        const shares = records.reduce((whole, { share }) => whole + share, 0);
        const added = name === '/table2/feesWan' ? shares / 1_000_000 : shares;
        expect([name, sum, added]).toEqual([name, shown, shown]);
      }
    },
  );

  it('ANR-7 pages follow each other without a gap or a twin', async () => {
    const scope = (await scopeOf(db, COUNTY))!;
    for (const name of ['/table3/rows/1/6', '/table4/review/4', 'published.meetings', '/table2/licensing']) {
      const [turned, whole] = [await allRecords(scope, name, 3), await allRecords(scope, name, 5_000)];
      expect(turned).toEqual(whole);
    }
  });

  it('ANR-7 each says which file it belongs to, where there is one', async () => {
    const scope = (await scopeOf(db, COUNTY))!;
    const first = async (name: string) => (await allRecords(scope, name, 500)).records[0];
    expect(await first('/table3/rows/1/6')).toMatchObject({ requestId: expect.any(String), amount: '1 件' });
    expect(await first('/table4/review/0')).toMatchObject({ requestId: expect.any(String) });
    expect(await first('published.gazettes')).toMatchObject({ documentId: expect.any(String), amount: '1 条' });
    expect(await first('published.specialColumns')).toMatchObject({ documentId: null, amount: '1 个' });
    expect(await first('supervision.trainings')).toMatchObject({
      path: expect.stringMatching(/^\/trainings\//),
      amount: '1 期',
    });
    expect(await first('supervision.pointsDone')).toMatchObject({ path: expect.stringMatching(/^\/work-points\//) });
    expect(await first('/table2/feesWan')).toMatchObject({ amount: expect.stringMatching(/^\d+\.\d\d 元$/) });
  });

  it('REM-5 the setting of the county decides which cases 表四 counts, and opens', async () => {
    const scope = (await scopeOf(db, COUNTY))!;
    const old = { id: 'old', agency_id: COUNTY, request_id: null, kind: 'review', stage: 'review' } as const;
    const closed = { filed_on: civil('2023-12-11'), closed_on: civil('2024-02-19'), result: 'upheld' } as const;
    await db
      .insertInto('remedies')
      .values({ ...old, ...closed, case_number: '示复〔2023〕41号', body: '上级机关', conclusion: 'reviewUpheld' })
      .execute();
    const upheld = async () => {
      const { review } = (await compileYear(db, scope, 2024)).figures.table4;
      const { records } = await allRecords(scope, '/table4/review/0', 500);
      return [review[0], records.length];
    };
    expect(await upheld()).toEqual([6, 6]);
    const change = { name: 'table4Basis', value: 'filed', why: '上级口径', at: new Date(), by: 'test' } as const;
    await db.transaction().execute((tx) => addSettingChange(tx, change));
    expect(await upheld()).toEqual([5, 5]);
  });
});
