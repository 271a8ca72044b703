import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { emptyDatabase, testDatabase } from '../../test/support/database.ts';
import { killLeftServers, postmasterOf, runCommand, startServer } from '../../test/support/running-server.ts';
import { append } from '../ledger/store.ts';
import { startEmbeddedPostgres } from '../platform/embedded-postgres/embedded-postgres.ts';
import { isRefusal } from '../statute/refusal.ts';

const home = mkdtempSync(join(tmpdir(), 'gongkai-ledger-'));
chmodSync(home, 0o755);
afterEach(killLeftServers);
afterAll(() => rmSync(home, { recursive: true, force: true }));
const env = { GONGKAI_DATA: join(home, 'data'), GONGKAI_DEMO: 'off' };
const verify = (more: Record<string, string> = {}) => runCommand(['ledger', 'verify'], { ...env, ...more });

const { db, url } = await testDatabase();
const blank = await emptyDatabase();
const leave = (verb: string) =>
  db
    .transaction()
    .execute((tx) =>
      append(
        tx,
        { verb, room: 'requests', subject: verb, agencyId: 'county', basis: '', content: {} },
        'officer-1',
        new Date('2026-03-02T02:00:00Z'),
      ),
    );

/** As somebody does who may do anything with the database. */
async function tamper(connectionString: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  await client.query('alter table ledger_entries disable trigger all');
  await client.query(statement);
  await client.end();
}

describe('gongkai ledger verify on a database of the settings', () => {
  it('LED-2 says how many entries and where the chain ends', async () => {
    for (const verb of ['registered', 'drafted', 'signed']) await leave(verb);
    const { hash } = await leave('served');
    const { code, output } = await verify({ DATABASE_URL: url });
    expect([code, output]).toEqual([0, expect.stringMatching(new RegExp(`共 4 条[^]*链尾  ${hash}`))]);
  });

  it('LED-2 names the first entry that was changed, with what is written there', async () => {
    await tamper(url, `update ledger_entries set actor_id = 'officer-2' where seq in (3, 4)`);
    const { code, output } = await verify({ DATABASE_URL: url });
    expect(code).toBe(1);
    expect(output).toContain('留痕在第 3 条断开：这一条的内容被改动过。');
    expect(output).toMatch(/记载 {2}2026-03-02T02:00:00.000Z {2}requests signed .*officer-2/);
    expect(output).toMatch(/应为 {2}[0-9a-f]{64}\n {2}实为 {2}[0-9a-f]{64}\n此前的 2 条完整/);
  });

  it('LED-2 misses entries taken off the end', async () => {
    await tamper(url, 'delete from ledger_entries where seq > 2');
    const { code, output } = await verify({ DATABASE_URL: url });
    expect([code, output]).toEqual([1, expect.stringContaining('留痕在第 3 条断开：链尾与登记的不符')]);
  });

  it('tells a database that was never started on from an empty ledger', async () => {
    const { code, output } = await verify({ DATABASE_URL: blank });
    expect([code, output]).toEqual([2, expect.stringContaining('还没有在它上面启动过')]);
  });

  it.each([
    [{ DATABASE_URL: 'postgres://u:p@127.0.0.1:1/x' }, '没有数据库在应答'],
    [{ GONGKAI_DATA: join(home, 'nowhere') }, '还没有数据库'],
  ])('ends with 2 where there is nothing to verify: %j', async (more, says) => {
    const { code, output } = await verify(more);
    expect([code, output]).toEqual([2, expect.stringContaining(says)]);
  });

  it('ends with 2 on any other word', async () => {
    const { code, output } = await runCommand(['ledger', 'erase'], env);
    expect([code, output]).toEqual([2, expect.stringContaining('gongkai ledger verify')]);
  });
});

describe('gongkai ledger verify on the database of the data folder', () => {
  it('LED-2 looks on while the server runs, and starts the database where it rests', async () => {
    const server = await startServer(env);
    expect(await verify()).toEqual({ code: 0, output: expect.stringContaining('共 0 条') });
    expect((await fetch(`${server.portal}/health`)).ok).toBe(true);
    await server.stop();
    expect(await verify()).toEqual({ code: 0, output: expect.stringContaining('共 0 条') });
    expect(postmasterOf(env.GONGKAI_DATA)).toBeUndefined();
  });

  it('LED-2 finds what was done to the files of the database meanwhile', async () => {
    const postgres = await startEmbeddedPostgres({
      databaseFolder: join(env.GONGKAI_DATA, 'database'),
      runtimeFolder: join(env.GONGKAI_DATA, 'runtime'),
    });
    if (isRefusal(postgres)) throw new Error(postgres.says);
    await tamper(postgres.connectionString, `update ledger_head set seq = 7`);
    await postgres.stop();
    expect(await verify()).toEqual({ code: 1, output: expect.stringContaining('第 1 条断开') });
  });
});
