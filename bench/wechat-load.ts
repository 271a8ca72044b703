/**
 * 发公众号 through a line that fails one time in ten, loses answers and doubles requests, to a double of the public platform written from its public description; then
 * what is published there is compared with what is counted here. Prints what was measured. `node … bench/wechat-load.ts [how many]`
 */

import { postNamedIn } from '../src/exchange/wechat/wechat-post.ts';
import { wechatCounty } from '../test/support/wechat-county.ts';
import { withDatabase } from './bench-database.ts';

const HOW_MANY = Number(process.argv[2] ?? 2_340);
const FAULTS = { failing: 0.1, lost: 0.05, doubled: 0.05 };
/** Documents they come from. */
const DOCUMENTS = 50;

await withDatabase(async (db) => {
  const county = await wechatCounty(db, FAULTS);
  const documents: string[] = [];
  for (let n = 1; n <= DOCUMENTS; n += 1)
    documents.push((await county.county.publish({ particulars: { title: `第${n}条信息` } })).id);
  const [since, before] = [performance.now(), process.memoryUsage().rss];
  for (let n = 1; n <= HOW_MANY; n += 1) {
    await county.send(await county.write({ title: `第${n}篇`, words: `第${n}篇的正文。` }, documents[n % DOCUMENTS]!));
    // As they come in over the day: fifty, then a quarter of an hour.
    if (n % 50 > 0) continue;
    await county.round();
    county.pass(900_000);
  }
  const rounds = await county.deliver();
  const seconds = (performance.now() - since) / 1_000;
  const compared = await county.compare();
  const states = await db
    .selectFrom('outbox')
    .select(['work', 'state', (q) => q.fn.countAll<number>().as('n')])
    .groupBy(['work', 'state'])
    .orderBy('work')
    .execute();
  const posts = await db
    .selectFrom('wechat_posts')
    .select(['state', (q) => q.fn.countAll<number>().as('n')])
    .groupBy('state')
    .execute();
  const { n: counted } = await db
    .selectFrom('media_posts')
    .select((q) => q.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  const times = new Map<string, number>();
  for (const { content_source_url: source } of county.double.articles.values()) {
    const id = postNamedIn(source) ?? 'nobody';
    times.set(id, (times.get(id) ?? 0) + 1);
  }
  const twice = [...times.values()].filter((n) => n > 1).length;
  const { requests, failed, lost, doubled } = county.line.counted;
  console.log(`\n发到公众号：${HOW_MANY} 篇`);
  console.log(`  调用 ${requests} 次：回 503 的 ${failed}，做了而没有应答的 ${lost}，做了两遍的 ${doubled}`);
  console.log(
    `  ${rounds} 轮、${seconds.toFixed(1)} 秒发完，每秒 ${(HOW_MANY / seconds).toFixed(0)} 篇，多用内存 ${((process.memoryUsage().rss - before) / 1_048_576).toFixed(0)} MB`,
  );
  console.log(`  任务：${states.map(({ work, state, n }) => `${work} ${state} ${n}`).join('，')}`);
  console.log(`  文章：${posts.map(({ state, n }) => `${state} ${n}`).join('，')}；台账计数 ${counted}`);
  const { passes, covers, drafts, submits, refusedSubmits } = county.double.counted;
  console.log(
    `  平台：凭证 ${passes} 次，封面 ${covers} 个，草稿 ${drafts} 份（箱里还剩 ${county.double.drafts.size}），提交 ${submits} 次，其中拒绝的重复提交 ${refusedSubmits}`,
  );
  console.log(`  平台上发布 ${county.double.articles.size} 篇，发布两次以上的 ${twice}`);
  console.log(
    `  对账：这里 ${compared.ours}，平台 ${compared.theirs}，在途 ${compared.underWay}，差异 ${compared.found}`,
  );
  const equal =
    compared.ours === HOW_MANY &&
    compared.theirs === HOW_MANY &&
    compared.found === 0 &&
    twice === 0 &&
    Number(counted) === HOW_MANY;
  console.log(equal ? '  两边相同，每篇恰好发布一次' : '  两边不同');
  process.exitCode = equal ? 0 : 1;
  await county.close();
});
