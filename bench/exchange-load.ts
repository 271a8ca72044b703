/**
 * 推送 2,340 条 through a line that fails one time in ten, loses answers and doubles requests, to the real receiving portal of a second installation; then
 * both sides are compared until they hold the same. Prints what was measured. `node … bench/exchange-load.ts [how many]`
 */
import { digestOf } from '../src/exchange/sharing/shared-copy.ts';
import { joinedCounties } from '../test/support/joined-counties.ts';
import { publishMany } from '../test/support/publish-many.ts';
import { withTwoDatabases } from './bench-database.ts';

const HOW_MANY = Number(process.argv[2] ?? 2_340);
const FAULTS = { failing: 0.1, lost: 0.05, doubled: 0.05 };

await withTwoDatabases(async (countyDb, cityDb) => {
  const joined = await joinedCounties([countyDb, cityDb], FAULTS);
  const { withdrawn, withFiles } = await publishMany(joined, HOW_MANY);
  const [since, before] = [performance.now(), process.memoryUsage().rss];
  const connection = await joined.open();
  const rounds = await joined.deliver();
  const seconds = (performance.now() - since) / 1_000;
  const compared = await joined.compare(connection.id);
  const states = await countyDb
    .selectFrom('outbox')
    .select((q) => ['state', q.fn.countAll<number>().as('n')])
    .groupBy('state')
    .execute();
  const held = await cityDb.selectFrom('received_items').select(['what', 'digest', 'item']).execute();
  const wrong = held.filter(({ item, digest, what }) => what === 'document' && digestOf(item!) !== digest).length;
  const { requests, failed, lost, doubled } = joined.line.counted;
  console.log(`\n推送到第二个公开系统：${HOW_MANY} 条，其中 ${withFiles} 条带附件，${withdrawn} 条已经撤回`);
  console.log(`  调用 ${requests} 次：回 503 的 ${failed}，做了而没有应答的 ${lost}，做了两遍的 ${doubled}`);
  console.log(
    `  ${rounds} 轮、${seconds.toFixed(1)} 秒送完，每秒 ${(HOW_MANY / seconds).toFixed(0)} 条，多用内存 ${((process.memoryUsage().rss - before) / 1_048_576).toFixed(0)} MB`,
  );
  console.log(`  任务：${states.map(({ state, n }) => `${state} ${n}`).join('，')}`);
  console.log(
    `  对账：本站 ${compared.ours}，对方 ${compared.theirs}，在途 ${compared.under_way}，差异 ${compared.differences.length}`,
  );
  console.log(`  对方所存与摘要不符的 ${wrong}`);
  const equal =
    compared.ours === compared.theirs && compared.differences.length === 0 && compared.under_way === 0 && wrong === 0;
  console.log(equal ? '  两边相同' : '  两边不同');
  process.exitCode = equal ? 0 : 1;
  await joined.close();
});
