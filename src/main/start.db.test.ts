import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { killLeftServers, postmasterOf, startServer, tryToStart } from '../../test/support/running-server.ts';

const home = mkdtempSync(join(tmpdir(), 'gongkai-start-'));
chmodSync(home, 0o755);
afterEach(killLeftServers);
afterAll(() => rmSync(home, { recursive: true, force: true }));
const env = { GONGKAI_DATA: join(home, 'data'), GONGKAI_DEMO: 'off' };
const isAlive = async (face: string) => (await fetch(`${face}/health`)).ok;
const linkIn = (output: string) => /http\S+set-up\S+/.exec(output)?.[0] ?? '';
const setUp = ({ desk }: { desk: string }, link: string) =>
  fetch(`${desk}/api/setup`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-gongkai-console': '1' },
    body: JSON.stringify({
      token: link.split('#')[1],
      agencyName: '模范县人民政府',
      creditCode: '11990000000000001X',
      name: '安全员',
      signInName: 'anquan',
      password: 'bu-rong-yi-cai-2026',
    }),
  });

describe('gongkai start', () => {
  it('opens portal and desk on an empty folder, says where, and stops in order', async () => {
    const server = await startServer(env);
    expect(await isAlive(server.portal)).toBe(true);
    expect(await isAlive(server.desk)).toBe(true);
    expect(server.output()).toContain(env.GONGKAI_DATA);
    expect(await server.stop()).toBe(0);
    expect(server.output()).not.toContain('"level"');
    expect(postmasterOf(env.GONGKAI_DATA)).toBeUndefined();
  });

  it('is refused on a folder in use, and the first goes on', async () => {
    const first = await startServer(env);
    const second = await tryToStart(env);
    expect(second.code).toBe(1);
    expect(second.output).toMatch(/数据文件夹 \S+ 正由另一个公开系统使用（进程 \d+）。请先停止它/);
    expect(await isAlive(first.portal)).toBe(true);
    await first.stop();
  });

  it('takes up the database a killed program left running', async () => {
    const killed = await startServer(env);
    await killed.killProgram();
    const orphan = postmasterOf(env.GONGKAI_DATA);
    expect(orphan).toBeDefined();
    const server = await startServer(env);
    expect(await isAlive(server.portal)).toBe(true);
    expect(postmasterOf(env.GONGKAI_DATA)).not.toBe(orphan);
    await server.stop();
  });

  it('brings PostgreSQL back when that alone is killed', async () => {
    const server = await startServer(env);
    const before = postmasterOf(env.GONGKAI_DATA)!;
    process.kill(before, 'SIGKILL');
    await vi.waitFor(() => expect(postmasterOf(env.GONGKAI_DATA) ?? before).not.toBe(before), 20_000);
    expect(await server.stop()).toBe(0);
  });

  it('says which port is taken, and leaves no database running', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((done) => other.once('listening', done));
    const { port } = other.address() as { port: number };
    const attempt = await tryToStart({ ...env, GONGKAI_CONSOLE: `127.0.0.1:${port}` });
    expect(attempt.code).toBe(1);
    expect(attempt.output).toContain(`不能监听 127.0.0.1:${port}：这个端口已被另一个程序占用。`);
    expect(postmasterOf(env.GONGKAI_DATA)).toBeUndefined();
    other.close();
  });

  it('does not start where a setting is wrong or a database of the settings does not answer', async () => {
    const attempt = await tryToStart({ ...env, GONGKAI_DEMO: 'maybe' });
    expect([attempt.code, attempt.output]).toEqual([1, expect.stringContaining('只能是 on 或 off')]);
    const unreachable = await tryToStart({ ...env, DATABASE_URL: 'postgres://u:p@127.0.0.1:1/x' });
    expect([unreachable.code, unreachable.output]).toEqual([1, expect.stringContaining('没有数据库在应答')]);
  });

  it('takes a first setup through the link it prints, opens the portal at once, and asks for none again', async () => {
    const first = await startServer(env);
    const stale = linkIn(first.output());
    expect(stale).toMatch(new RegExp(`^${first.desk}/set-up#[\\w-]{43}$`));
    await first.stop();

    const server = await startServer(env);
    const before = await fetch(server.portal);
    expect([before.status, await before.text()]).toEqual([200, expect.stringContaining('正在建设')]);
    expect((await fetch(`${server.portal}/search`)).status).toBe(503);
    expect((await setUp(server, stale)).status).toBe(403);
    expect((await setUp(server, linkIn(server.output()))).status).toBe(200);
    expect((await setUp(server, linkIn(server.output()))).status).toBe(403);
    for (const path of ['/', '/search', '/apply']) {
      const page = await fetch(`${server.portal}${path}`);
      expect([path, page.status]).toEqual([path, 200]);
      const html = await page.text();
      expect(html).toContain('模范县人民政府');
      expect(html).not.toContain('演示数据');
    }
    await server.stop();

    const again = await startServer(env);
    expect(again.output()).not.toContain('set-up');
    await again.stop();
  });

  it('never opens a real installation as a demo', async () => {
    const attempt = await tryToStart({ ...env, GONGKAI_DEMO: 'on' });
    expect([attempt.code, attempt.output]).toEqual([1, expect.stringContaining('这里是正式使用的数据')]);
  });

  it('does not make a new key beside tables of an old one', async () => {
    const attempt = await tryToStart({ ...env, GONGKAI_KEY_FILE: join(home, 'lost', 'identity.key') });
    expect([attempt.code, attempt.output]).toEqual([1, expect.stringContaining('找不到密钥文件')]);
  });
});
