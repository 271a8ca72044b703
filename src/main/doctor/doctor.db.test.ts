import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { deskWriter } from '../../../test/crash/desk-writer.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { killLeftServers, runCommand, startServer, tryToStart } from '../../../test/support/running-server.ts';
import { append } from '../../ledger/store.ts';
import { visitEmbeddedPostgres } from '../../platform/embedded-postgres/embedded-postgres.ts';
import { isRefusal } from '../../statute/refusal.ts';
import { lookAtReplica } from './replica.ts';

const home = mkdtempSync(join(tmpdir(), 'gongkai-doctor-'));
chmodSync(home, 0o755);
afterEach(killLeftServers);
afterAll(() => rmSync(home, { recursive: true, force: true }));
const env = { GONGKAI_DATA: join(home, 'data'), GONGKAI_DEMO: 'off' };
const check = (more: Record<string, string> = {}) => runCommand(['doctor'], { ...env, ...more });

/** What is wrong, but for what the day and the disk of the test run decide. The exit code says whether anything is. */
function wrongIn({ code, output }: { code: number | null; output: string }): readonly string[] {
  const lines = output.match(/^\[有问题\] .*$/gm) ?? [];
  expect(code).toBe(lines.length > 0 ? 1 : 0);
  return lines.filter((line) => !/工作日历|磁盘空间/.test(line));
}

/** As the operator reaches the database by hand. */
async function change(...statements: string[]): Promise<void> {
  const server = await visitEmbeddedPostgres({
    databaseFolder: join(env.GONGKAI_DATA, 'database'),
    runtimeFolder: join(env.GONGKAI_DATA, 'runtime'),
  });
  if (isRefusal(server)) throw new Error(server.says);
  const client = new pg.Client({ connectionString: server.connectionString });
  await client.connect();
  for (const statement of statements) await client.query(statement);
  await client.end();
  await server.stop();
}

describe('LED-4 the replica', () => {
  it('is known by the end of the ledger: another database, one that does not answer, the primary itself', async () => {
    const [primary, other] = [await testDatabase(), await testDatabase()];
    const footprint = { room: 'r', verb: 'v', subject: 's', agencyId: 'county', basis: 'b', content: 's' };
    await primary.db.transaction().execute((tx) => append(tx, footprint, 'officer', new Date(0)));
    const looks = await Promise.all(
      [primary.url, other.url, 'postgres://gongkai@127.0.0.1:1/gongkai'].map((url) => lookAtReplica(primary.db, url)),
    );
    expect(looks.map(({ grade, says }) => [grade, says.split('，')[0]])).toEqual([
      ['mind', '这个地址上的已经是主库'],
      ['bad', 'GONGKAI_READ_DATABASE_URL 指向的不是 DATABASE_URL 的备库'],
      ['mind', expect.stringMatching(/^连不上（.*ECONNREFUSED/)],
    ]);
  });
});

describe('gongkai doctor', () => {
  it('OPS-9 says before the first start that there is nothing, and what to do', async () => {
    const { code, output } = await check();
    expect(code).toBe(1);
    expect(output).toMatch(/\[有问题\] 数据文件夹：没有 \S+\n +怎么办：用 GONGKAI_DATA/);
    expect(output).toMatch(/\[有问题\] 数据库：.*还没有数据库/);
  });

  it('OPS-9 looks at a running server: nothing but the missing backup is wrong, and then nothing', async () => {
    const server = await startServer(env);
    const writer = deskWriter(env.GONGKAI_DATA);
    await writer.connect?.(server);
    await writer.write(server, 1);
    expect(wrongIn(await check())).toEqual(['[有问题] 最近的备份：还没有做过']);
    expect((await runCommand(['backup', '--to', join(home, 'backups')], env)).code).toBe(0);
    const second = await check();
    expect(wrongIn(second)).toEqual([]);
    for (const what of [
      '数据文件夹',
      '磁盘空间',
      '字体',
      '最近的备份',
      '定时任务',
      '数据库',
      '数据',
      '时钟',
      '三员分立',
      '密钥',
      '待发的消息',
      '病毒检查',
      '隔离的文件',
      '留痕',
    ])
      expect(second.output).toMatch(new RegExp(`^\\[(正常|注意)\\] +${what}：`, 'm'));
    await server.stop();
  });

  it('OPS-9 SEC-51 SEC-52 finds another key, with which nothing is started, messages that did not go out, a ledger that was changed, real data under the settings of a demo', async () => {
    const strange = join(home, 'strange.key');
    const other = { id: '0badc0de', cipher: 'aes-256-gcm', secret: Buffer.alloc(32, 1).toString('base64url') };
    writeFileSync(strange, JSON.stringify({ keys: [other] }), { mode: 0o644 });
    await change(
      `insert into outbox (id, work, agency_id, body, state, made_at, run_at, attempts)
       select o, o, (select id from agencies limit 1), '{}', 'dead', now(), now(), 8 from unnest(array['send', 'share']) o`,
      `insert into officer_roles (officer_id, role, agency_id) select officer_id, 'auditor', agency_id from officer_roles where role = 'handler' limit 1`,
      'alter table ledger_entries disable trigger all',
      `update ledger_entries set verb = 'other' where seq = (select max(seq) from ledger_entries)`,
    );
    const { code, output } = await check({ GONGKAI_KEY_FILE: strange, GONGKAI_DMEO: 'off' });
    expect(output).toMatch(/\[注意\] +启动设置：没有“GONGKAI_DMEO”这项设置，没有起作用；是不是 GONGKAI_DEMO？/);
    expect(output).toMatch(/\[注意\] +密钥文件：其他用户能读 /);
    expect(code).toBe(1);
    expect(output).toMatch(/\[有问题\] 密钥：.*里没有正在使用的密钥 [0-9a-f]{8}\n +怎么办：从备份找回/);
    // [SEC-51] The start asks the same, before anything is sealed under the strange key.
    expect(await tryToStart({ ...env, GONGKAI_KEY_FILE: strange, GONGKAI_DMEO: 'off' })).toEqual({
      code: 1,
      output: expect.stringMatching(/没有“GONGKAI_DMEO”这项设置[\s\S]*里没有正在使用的密钥 [0-9a-f]{8}.*没有启动/),
    });
    expect(output).toMatch(/\[注意\] +待发的消息：1 条消息发不出去，1 条没有送到其他平台\n +怎么办：.*“平台接口”/);
    expect(output).toMatch(/\[注意\] +三员分立：兼任了应当分开的岗位：.+（审计员、承办人/);
    expect(output).toMatch(/\[有问题\] 留痕：在第 \d+ 条断开\n +怎么办：保留现状/);
    expect((await check({ GONGKAI_DEMO: 'on' })).output).toContain('[有问题] 数据：是正式数据，设置却是演示');
  });

  it('OPS-9 OPS-14 says that the database is newer than the program', async () => {
    await change(`insert into migration (name, digest) values ('9999-newer.sql', 'x')`);
    const { code, output } = await check();
    expect([code, output]).toEqual([
      1,
      expect.stringMatching(/\[有问题\] 数据库：这个数据库由更新的程序升级过（9999-newer\.sql）/),
    ]);
  });

  it('ends with 2 on another word or a wrong setting', async () => {
    expect((await runCommand(['doctor', 'everything'], env)).code).toBe(2);
    expect(await check({ GONGKAI_PORTAL: 'nonsense' })).toEqual({
      code: 2,
      output: expect.stringContaining('GONGKAI_PORTAL'),
    });
  });
});
