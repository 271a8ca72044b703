/**
 * 几个进程一起办 (npm run several): two portals and two desks on one PostgreSQL with a synchronous replica and a transaction pooler, all on
 * loopback. Citizens apply, editors publish and withdraw, readers read, moments of release come due, mail goes out; meanwhile each kind of
 * process is killed with -9, the database is restarted at once, and the replica takes the place of a primary that died. Fails unless whatever
 * was acknowledged is there once, no page is stale after a publish was acknowledged, and what was due was done once.
 * With --bucket every process has a data folder of its own and files lie in a bucket (the double of the tests), which is away for a while, too.
 * Needs the distribution's packages: apt-get install postgresql pgbouncer.
 */
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { withClient } from '../src/platform/database.ts';
import { mailServer } from '../test/support/message-doubles.ts';
import { runCommand } from '../test/support/running-server.ts';
import { S3_KEY, S3_SECRET, type S3Double, s3Double } from '../test/support/s3-double.ts';
import { atMost, type Measured, printMeasured } from './measured.ts';
import { found, signIn } from './several/county.ts';
import { startDatabases } from './several/database.ts';
import { type Fresh, type Play, play } from './several/play.ts';
import { startNode } from './several/processes.ts';

const HANDLER_MAIL = 'handler@office.example';
const OFFICERS = [
  { signInName: 'handler', name: '承办', roles: ['handler'] },
  ...['one', 'two', 'three'].flatMap((n) => [
    { signInName: `editor-${n}`, name: `编辑${n}`, roles: ['editor'] },
    { signInName: `publisher-${n}`, name: `发布${n}`, roles: ['publisher'] },
  ]),
];

/** How long a database stays as it was made. */
const DISTURBED_MS = 10_000;

/** What the play goes on for after the last disturbance: the moments of release lie in the minute after the first. */
const [CALM_MS, MOST_MS] = [8_000, 170_000];
const BUCKET_AWAY_MS = 6_000;

const home = mkdtempSync(join(tmpdir(), 'gongkai-several-'));
chmodSync(home, 0o755);
const mail = await mailServer();
const bucket = process.argv.includes('--bucket') ? await s3Double() : undefined;
const databases = await startDatabases(join(home, 'databases'));
const stops: (() => Promise<void>)[] = [];
const failures: string[] = [];
try {
  const secret = join(home, 'bucket-secret');
  writeFileSync(secret, S3_SECRET, { mode: 0o600 });
  const shared = {
    DATABASE_URL: databases.url,
    GONGKAI_KEY_FILE: join(home, 'identity.key'),
    ...(bucket && {
      GONGKAI_BUCKET: `${bucket.settings.endpoint}/xxgk/files`,
      GONGKAI_BUCKET_KEY: S3_KEY,
      GONGKAI_BUCKET_SECRET_FILE: secret,
    }),
    GONGKAI_DEMO: 'off',
    GONGKAI_NAMED_STATEMENTS: 'off',
    GONGKAI_LOG: 'error',
    GONGKAI_SMTP: `smtp://127.0.0.1:${mail.port}`,
    GONGKAI_MAIL_FROM: 'xxgk@office.example',
  };
  /** Shared by all, as on one disk; with a bucket each has its own. */
  const envOf = (port: number) => {
    const data = join(home, bucket ? `data-${port}` : 'data');
    mkdirSync(data, { recursive: true });
    return { ...shared, GONGKAI_DATA: data };
  };
  const start = (
    name: string,
    faces: 'portal' | 'console',
    port: number,
    more: Readonly<Record<string, string>> = {},
  ) => startNode(name, faces, port, { ...envOf(port), ...more });
  const readingAt = (replica: string, metrics: number) => ({
    ...{ GONGKAI_READ_DATABASE_URL: replica, GONGKAI_METRICS: `127.0.0.1:${metrics}` },
  });
  const deskOne = await start('工作台甲', 'console', 9731);
  stops.push(deskOne.stop);
  const token = /set-up#([\w-]+)/.exec(deskOne.output())![1]!;
  const agencyId = await found(deskOne.url, token, OFFICERS);
  const others = await Promise.all([
    start('工作台乙', 'console', 9732),
    // The one reads at the replica itself, the other through the pooler.
    start('门户甲', 'portal', 9721, readingAt(databases.replica.direct, 9741)),
    start('门户乙', 'portal', 9722, readingAt(databases.replica.pooled, 9742)),
  ]);
  stops.push(...others.map(({ stop }) => stop));
  const [deskTwo, portalOne, portalTwo] = others as [typeof deskOne, typeof deskOne, typeof deskOne];

  const handler = await signIn(deskTwo.url, 'handler');
  const contact = { email: HANDLER_MAIL, mobile: '', byMail: ['arrived'], bySms: [] };
  await handler.call(deskTwo.url, 'POST /api/account/contact', contact);

  const portals = [portalOne.url, portalTwo.url];
  const metrics = ['http://127.0.0.1:9741', 'http://127.0.0.1:9742'];
  const on = await play({ desks: [deskOne.url, deskTwo.url], portals, metrics, agencyId });
  const disturbances: readonly (readonly [string, () => Promise<unknown>])[] = [
    ['备库跟得上', () => delay(DISTURBED_MS)],
    [
      '备库晚 2 秒',
      () =>
        between(
          () => databases.delayReplica(2_000),
          () => databases.delayReplica(0),
        ),
    ],
    [
      '备库暂停重放',
      () =>
        between(databases.pauseReplay, databases.resumeReplay, async () => {
          const { output } = await runCommand(['doctor'], {
            ...envOf(9721),
            ...readingAt(databases.replica.direct, 9741),
          });
          if (!/^\[注意\] +备库：比主库少 \d+ 条留痕/m.test(output))
            failures.push(`doctor 看不出备库晚了：\n${output}`);
        }),
    ],
    ['备库停机', () => between(databases.killReplica, databases.startReplica)],
    [
      '主库停机，备库照常给页面',
      () =>
        between(databases.stopPrimary, databases.startPrimary, async () => failures.push(...(await cutOff(portals)))),
    ],
    ['kill -9 门户甲', portalOne.killAndStart],
    ['kill -9 工作台乙', deskTwo.killAndStart],
    ['数据库立即重启', databases.restartPrimary],
    ['kill -9 工作台甲和门户乙', () => Promise.all([deskOne.killAndStart(), portalTwo.killAndStart()])],
    ['主库停机，备库接替', databases.promoteReplica],
    ...(bucket ? [['对象存储停下六秒', () => awayForAWhile(bucket)] as const] : []),
  ];
  for (const [what, disturb] of disturbances) {
    await delay(CALM_MS);
    console.log(what);
    await on.during(what, disturb);
  }
  await delay(CALM_MS);
  await on.scheduledAreOut(MOST_MS);
  await on.stop();
  await mailIsOut(on);
  failures.push(...report(on, await wrongIn(on)));
  const status = await runCommand(['files', 'status'], envOf(9731));
  console.log(status.output.trim());
  if (status.code !== 0) failures.push('登记了的附件不都在');
} finally {
  for (const stop of stops.reverse()) await stop();
  await databases.stop();
  await mail.close();
  await bucket?.stop();
  rmSync(home, { recursive: true, force: true });
}
for (const failure of failures) console.error(failure);
process.exitCode = failures.length > 0 ? 1 : 0;

async function between(
  begin: () => Promise<unknown>,
  end: () => Promise<unknown>,
  look: () => Promise<unknown> = async () => {},
): Promise<void> {
  await begin();
  await delay(DISTURBED_MS - 2_000);
  await look();
  await delay(2_000);
  await end();
}

/** With the primary down for a while. @returns what a portal does not show, or does not say */
async function cutOff(portals: readonly string[]): Promise<readonly string[]> {
  const wrong: string[] = [];
  for (const portal of portals) {
    for (const path of [
      '/',
      '/columns/news.notices',
      '/catalogue',
      `/search?q=${encodeURIComponent('停机时')}`,
      '/readyz',
    ]) {
      const { status } = await fetch(`${portal}${path}`);
      if (status !== 200) wrong.push(`主库停机时 ${portal}${path} 答 ${status}`);
    }
    const since = performance.now();
    const answer = await fetch(`${portal}/letters/track`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'number=2026000001&code=AAAA-AAAA-2345',
    });
    const says = await answer.text();
    if (answer.status !== 503 || !says.includes('现在不能受理') || !says.includes('再提交一次'))
      wrong.push(`主库停机时 ${portal} 的表单答 ${answer.status}`);
    if (performance.now() - since > 1_000)
      wrong.push(`主库停机时 ${portal} 的表单让人等了 ${performance.now() - since} 毫秒`);
    if (!(await (await fetch(`${portal}/apply`)).text()).includes('暂停受理'))
      wrong.push(`${portal} 的申请页没有写明暂停受理`);
  }
  return wrong;
}

/** One mail for each application, when the sweeps have caught up; what a killed process had under lease comes free after half a minute. */
async function mailIsOut({ tally }: Play): Promise<void> {
  for (let tries = 0; tries < 120 && mail.mails.length < tally.applied.length; tries += 1) await delay(500);
}

async function awayForAWhile({ stop, start }: Pick<S3Double, 'stop' | 'start'>): Promise<void> {
  await stop();
  await delay(BUCKET_AWAY_MS);
  await start();
}

interface Wrong {
  readonly applications: readonly string[];
  readonly releases: readonly string[];
  readonly mails: readonly string[];
}

/** Compared with what the database holds in the end. */
async function wrongIn({ tally }: Play): Promise<Wrong> {
  return withClient(databases.url, async (client) => {
    const rows = async <Row>(text: string) => (await client.query(text)).rows as Row[];
    const stored = await rows<{ wanted: string; number: string }>('select wanted, number from info_requests');
    const counted = new Map<string, number>();
    for (const { wanted } of stored) counted.set(wanted, (counted.get(wanted) ?? 0) + 1);
    const serials = stored.map(({ number }) => Number(/(\d+)号$/.exec(number)![1])).sort((a, b) => a - b);
    const acts = await rows<{ subject: string; verb: string; n: string }>(
      `select subject, verb, count(*) as n from ledger_entries where room = 'publications' and verb in ('published', 'withdrawn') group by 1, 2`,
    );
    const done = new Map(acts.map(({ subject, verb, n }) => [`${subject} ${verb}`, Number(n)]));
    const ids = mail.mails.map(({ raw }) => /^Message-ID:\s*(\S+)/im.exec(raw)![1]!);
    return {
      applications: [
        ...tally.applied
          .filter((wanted) => counted.get(wanted) !== 1)
          .map((wanted) => `${wanted}：${counted.get(wanted) ?? 0} 件`),
        ...(serials.every((n, i) => n === i + 1) ? [] : ['登记号有重复或者有缺']),
      ],
      releases: [
        ...tally.published
          .filter((id) => done.get(`${id} published`) !== 1)
          .map((id) => `${id} 发布 ${done.get(`${id} published`)} 次`),
        ...tally.withdrawn
          .filter((id) => done.get(`${id} withdrawn`) !== 1)
          .map((id) => `${id} 撤回 ${done.get(`${id} withdrawn`)} 次`),
        ...tally.scheduled
          .filter((id) => done.get(`${id} published`) !== 1)
          .map((id) => `${id} 定时发布 ${done.get(`${id} published`)} 次`),
      ],
      mails: [
        ...(new Set(ids).size === stored.length ? [] : [`${stored.length} 件申请，${new Set(ids).size} 封邮件`]),
        ...(ids.length === new Set(ids).size ? [] : [`重复的邮件 ${ids.length - new Set(ids).size} 封`]),
      ],
    };
  });
}

function report({ tally }: Play, wrong: Wrong): string[] {
  const { applied, published, withdrawn, scheduled, stale, looks, waits, unanswered, pauses } = tally;
  const { attached, unread, fileLooks } = tally;
  const sorted = [...waits].sort((a, b) => a - b);
  const at = (share: number) => Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
  const none = (what: string, found: readonly string[], note: string) => atMost(what, found.length, 0, ' 处', note);
  const measured: Measured[] = [
    none('申请与回执不符', wrong.applications, `有回执的 ${applied.length} 件`),
    none(
      '发布、撤回不是恰好一次',
      wrong.releases,
      `${published.length} 次发布，${withdrawn.length} 次撤回，定时 ${scheduled.length} 件`,
    ),
    none('邮件不是恰好一次', wrong.mails, `${mail.mails.length} 封`),
    none('附件读不到或者内容不对', unread, `${attached.length} 个，每个在两个门户上读，共 ${fileLooks} 次`),
    none('答复以后还看到旧页面', stale, `每次在两个门户上看缓存里的和现取的，共 ${looks} 次`),
  ];
  printMeasured('两个门户、两个工作台，一主一备', measured);
  console.log(
    `  发布到答复：中位 ${at(0.5)} 毫秒，p95 ${at(0.95)} 毫秒，最长 ${at(1)} 毫秒；没有得到答复、重新办的 ${unanswered} 次`,
  );
  for (const [what, { lasted, apart, fresh }] of pauses) {
    console.log(`  ${what}：用了 ${Math.round(lasted)} 毫秒，其间办成两步之间最长 ${Math.round(apart)} 毫秒`);
    console.log(`    ${freshSays(fresh)}`);
  }
  console.log(`  前后一共：${freshSays(tally.fresh)}`);
  return [...wrong.applications, ...wrong.releases, ...wrong.mails, ...unread, ...stale];
}

function freshSays({ pages, errors, slowest, replica, primary }: Fresh): string {
  const share = replica + primary > 0 ? `${((replica / (replica + primary)) * 100).toFixed(1)}%` : '没有';
  return `现取的页面 ${pages} 页，答错 ${errors} 页，最慢 ${Math.round(slowest)} 毫秒；读数据库 ${replica + primary} 次，其中备库 ${share}`;
}
