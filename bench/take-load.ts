/**
 * 取 2,340 条 through a line that fails one time in ten, loses answers and doubles requests, from the real portal of a second installation; then changes and
 * withdrawals, taken once more. Both sides are compared. Prints what was measured. `node … bench/take-load.ts [how many]`
 */
import { digestOf } from '../src/exchange/sharing/shared-copy.ts';
import { offersAfter } from '../src/exchange/store/sharing/offers.ts';
import { publishMany } from '../test/support/publish-many.ts';
import { KEYS } from '../test/support/request-desk.ts';
import { takingCounty } from '../test/support/taking-county.ts';
import { withTwoDatabases } from './bench-database.ts';

const HOW_MANY = Number(process.argv[2] ?? 2_340);
const FAULTS = { failing: 0.1, lost: 0.05, doubled: 0.05 };
const seconds = (since: number) => (performance.now() - since) / 1_000;

await withTwoDatabases(async (cityDb, countyDb) => {
  const joined = await takingCounty([cityDb, countyDb], FAULTS);
  const { city, cityFiles, line } = joined;
  const { withdrawn, withFiles } = await publishMany({ county: city, countyFiles: cityFiles }, HOW_MANY);
  const [since, before] = [performance.now(), process.memoryUsage().rss];
  const runs = await joined.take(100);
  const first = seconds(since);
  const more = ((process.memoryUsage().rss - before) / 1_048_576).toFixed(0);
  const { requests, failed, lost, doubled } = line.counted;
  const documents = countyDb.selectFrom('received_items').select('item_id').where('what', '=', 'document');
  const some = await documents.orderBy('item_id').limit(100).execute();
  for (const [n, { item_id: documentId }] of some.entries())
    await (n % 2 === 0
      ? city.act(city.editor, { verb: 'placeInColumn', documentId, columns: ['news.notices'] })
      : city.act(city.publisher, { verb: 'withdraw', documentId, reason: 'error', explanation: '误发' }));
  const again = performance.now();
  const runsAgain = await joined.take(100);
  const second = seconds(again);
  const nothing = performance.now();
  await joined.take(100);
  const third = seconds(nothing);
  const stock = { db: cityDb, files: cityFiles, keys: KEYS, siteUrl: 'https://www.example.gov.cn' };
  const offered = new Map<string, string>();
  for (let after: string | null = ''; after !== null; ) {
    const { items, next } = await offersAfter(stock, joined.offer, after);
    for (const { id, digest } of items) offered.set(id, digest);
    after = next;
  }
  const held = await countyDb.selectFrom('received_items').select(['item_id', 'digest', 'item']).execute();
  const differing = held.filter(({ item_id, digest }) => offered.get(item_id) !== digest).length;
  const wrong = held.filter(({ item, digest }) => item && digestOf(item) !== digest).length;
  console.log(`\n从第二个公开系统取：${HOW_MANY} 条，其中 ${withFiles} 条带附件，${withdrawn} 条已经撤回`);
  console.log(`  调用 ${requests} 次：回 503 的 ${failed}，做了而没有应答的 ${lost}，做了两遍的 ${doubled}`);
  console.log(
    `  ${runs} 次、${first.toFixed(1)} 秒取齐，每秒 ${(HOW_MANY / first).toFixed(0)} 条，多用内存 ${more} MB`,
  );
  console.log(
    `  改动、撤回 ${some.length} 条以后 ${runsAgain} 次、${second.toFixed(1)} 秒取齐；没有变化的一次 ${third.toFixed(1)} 秒`,
  );
  const equal = held.length === offered.size && differing === 0 && wrong === 0;
  console.log(`  对方 ${offered.size} 条，本站 ${held.length} 条，不同的 ${differing}，与摘要不符的 ${wrong}`);
  console.log(equal ? '  两边相同' : '  两边不同');
  process.exitCode = equal ? 0 : 1;
  await joined.close();
});
