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

describe('gongkai start', () => {
  it('opens portal and desk on an empty folder, says where, and stops in order', async () => {
    const server = await startServer(env);
    expect(await isAlive(server.portal)).toBe(true);
    expect(await isAlive(server.desk)).toBe(true);
    expect(server.output()).toContain(env.GONGKAI_DATA);
    expect(await server.stop()).toBe(0);
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

  it('does not make a new key beside tables of an old one', async () => {
    const attempt = await tryToStart({ ...env, GONGKAI_KEY_FILE: join(home, 'lost', 'identity.key') });
    expect([attempt.code, attempt.output]).toEqual([1, expect.stringContaining('找不到密钥文件')]);
  });
});
