import { afterAll, expect, it } from 'vitest';
import { testDatabase } from '../../../../test/support/database.ts';
import { joinedCounties } from '../../../../test/support/joined-counties.ts';
import { publishMany } from '../../../../test/support/publish-many.ts';

const [county, city] = [await testDatabase(), await testDatabase()];
// `npm run exchange-load` does the same with 2,340 documents.
const joined = await joinedCounties([county.db, city.db], { failing: 0.1, lost: 0.1, doubled: 0.1 });
afterAll(() => joined.close());

it('XCH-5, XCH-6 over a line that fails, loses answers and doubles requests both sides come to hold the same, each once', async () => {
  await publishMany(joined, 50);
  const connection = await joined.open();
  await joined.deliver();
  const compared = await joined.compare(connection.id);
  expect(compared).toMatchObject({ told: true, ours: 51, theirs: 51, under_way: 0, differences: [] });
  const { failed, lost, doubled } = joined.line.counted;
  expect(Math.min(failed, lost, doubled)).toBeGreaterThan(0);
  const traced = city.db.selectFrom('ledger_entries').select('subject').where('verb', 'like', 'sharedItem%');
  expect(await traced.execute()).toHaveLength(51);
  expect(await county.db.selectFrom('outbox').select('id').where('state', 'in', ['dead', 'waiting']).execute()).toEqual(
    [],
  );
}, 30_000);
