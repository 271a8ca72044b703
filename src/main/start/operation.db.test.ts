import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { deskWriter, HANDLER } from '../../../test/crash/desk-writer.ts';
import { emptyDatabase } from '../../../test/support/database.ts';
import { PASSWORD } from '../../../test/support/desk-client.ts';
import {
  killLeftServers,
  launch,
  postmasterOf,
  startServer,
  tryToStart,
} from '../../../test/support/running-server.ts';
import { migrate, readMigrations } from '../../platform/migrate.ts';
import { packageRoot } from '../../platform/package-root.ts';
import { lastHeartbeat } from './heartbeat.ts';

const home = mkdtempSync(join(tmpdir(), 'gongkai-operation-'));
chmodSync(home, 0o755);
afterEach(killLeftServers);
afterAll(() => rmSync(home, { recursive: true, force: true }));
const env = { GONGKAI_DATA: join(home, 'data'), GONGKAI_DEMO: 'off', GONGKAI_LOG: 'debug' };
const statusOf = async (url: string) => (await fetch(url)).status;

describe('a server that is watched', () => {
  it('OPS-10 OPS-11 OPS-12 tells life, readiness and figures, and neither log nor figures say who anybody is', async () => {
    const server = await startServer({ ...env, GONGKAI_METRICS: '127.0.0.1:0' });
    const metrics = /指标 +(\S+)/.exec(server.output())?.[1] ?? '';
    for (const face of [server.portal, server.desk]) {
      expect([await statusOf(`${face}/healthz`), await statusOf(`${face}/readyz`)]).toEqual([200, 200]);
      expect(await (await fetch(`${face}/readyz`)).json()).toEqual({ ready: true });
      expect((await (await fetch(`${face}/metrics`)).text()).includes('gongkai_')).toBe(false);
    }
    const writer = deskWriter(env.GONGKAI_DATA);
    await writer.connect?.(server);
    const written = await writer.write(server, 8_848);
    const searched = await fetch(`${server.portal}/search?q=${encodeURIComponent('申请人8848')}`);
    await fetch(`${server.portal}/track?number=${encodeURIComponent(written.number)}&code=ABCD-EFGH`);
    await fetch(`${server.desk}/api/sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-gongkai-console': '1' },
      body: JSON.stringify({ signInName: HANDLER, password: 'not-the-right-one' }),
    });

    const figures = await (await fetch(metrics)).text();
    expect(figures).toMatch(/gongkai_request_seconds_count\{[^}]*face="desk"[^}]*route="\/api\/requests"[^}]*\} 1/);
    expect(figures).toMatch(/gongkai_sweep_runs_total\{sweep="recheck-deadlines",result="ok"\} 1/);
    expect(figures).toMatch(/^gongkai_ready 1$/m);
    expect(Number(/^gongkai_ledger_entries (\d+)$/m.exec(figures)?.[1])).toBeGreaterThan(0);
    expect(figures).toMatch(/gongkai_outbox_pieces\{state="dead"\} 0/);
    expect(lastHeartbeat(env.GONGKAI_DATA)).toMatchObject({ pid: server.pid, failing: [] });

    await server.stop();
    const log = server.output().slice(server.output().indexOf('{"level"'));
    expect(log).toContain(`"request":"${searched.headers.get('x-request-id')}"`);
    for (const line of log.split('\n').filter((one) => one.startsWith('{')))
      expect(() => JSON.parse(line)).not.toThrow();
    const told = [
      ...['申请人8848', encodeURIComponent('申请人8848'), written.number, encodeURIComponent(written.number)],
      ...['ABCD-EFGH', HANDLER, PASSWORD, '127.0.0.1', '承办', written.id],
    ];
    expect(told.filter((word) => log.includes(word) || figures.includes(word))).toEqual([]);
  });
});

describe('who may not', () => {
  it('OPS-11 read the figures: nothing listens for them unless it is told to, and a demo tells only this machine', async () => {
    const open = await tryToStart({ ...env, GONGKAI_DEMO: 'on', GONGKAI_METRICS: '0.0.0.0:9464' });
    expect([open.code, open.output]).toEqual([1, expect.stringContaining('演示模式只允许本机访问')]);
  });
});

describe('a stop', () => {
  it('OPS-13 lets nobody in, answers who is inside, closes the database, ends with 0', async () => {
    const launched = launch(['start'], env);
    const [, portal, desk] = await launched.says(/门户\s+(\S+)\n\s*工作台\s+(\S+)\n[\s\S]*按 Ctrl\+C 停止/);
    const body = JSON.stringify({ signInName: 'nobody', password: 'wrong-password' });
    const inside = connect(Number(new URL(desk!).port), '127.0.0.1').setEncoding('utf8');
    let answer = '';
    inside.on('data', (text: string) => {
      answer += text;
    });
    const answered = new Promise((done) => inside.once('close', done));
    await new Promise((done) => inside.once('connect', done));
    const head = ['POST /api/sign-in HTTP/1.1', 'host: 127.0.0.1', 'x-gongkai-console: 1', 'connection: close'];
    const sent = [
      ...head,
      'content-type: application/json',
      `content-length: ${Buffer.byteLength(body)}`,
      '',
      body.slice(0, 5),
    ];
    await new Promise<void>((done) => inside.write(sent.join('\r\n'), () => done()));
    // The server has taken the request in once it answers another that came later.
    await fetch(`${desk}/healthz`);

    launched.child.kill('SIGTERM');
    await launched.says('正在停止');
    await refusesSoon(portal!);
    inside.write(body.slice(5));
    await answered;
    expect(answer).toMatch(/^HTTP\/1\.1 (401|403|422) /);
    expect(await launched.ended).toBe(0);
    expect(postmasterOf(env.GONGKAI_DATA)).toBeUndefined();
  });
});

/** Until no connection is made any more. */
async function refusesSoon(url: string): Promise<void> {
  for (;;) {
    const code = await fetch(`${url}/healthz`, { headers: { connection: 'close' } }).then(
      () => 'open',
      (error: { cause?: { code?: string } }) => error.cause?.code,
    );
    if (code === 'ECONNREFUSED') return;
  }
}

describe('before the start', () => {
  it('OPS-14 a database of a newer program is refused in words and left as it is', async () => {
    const url = await emptyDatabase();
    await migrate(url, readMigrations(join(packageRoot(), 'migrations')));
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    await client.query(`insert into migration (name, digest) values ('9999-of-a-newer-program.sql', 'x')`);
    const keyFile = join(home, 'data', 'identity.key');
    expect(readFileSync(keyFile, 'utf8')).toContain('keys');
    const { code, output } = await tryToStart({ ...env, DATABASE_URL: url });
    expect([code, output]).toEqual([
      1,
      expect.stringMatching(/由更新的程序升级过（9999-of-a-newer-program\.sql），本版本不认识它。请换回那一版程序/),
    ]);
    const { rows } = await client.query('select count(*)::int as n from sessions');
    expect(rows).toEqual([{ n: 0 }]);
    await client.end();
  });
});
