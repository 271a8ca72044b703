import { createServer } from 'node:net';
import { describe, expect, it } from 'vitest';
import { checkDatabaseServer, checkVersion } from './database-server.ts';

describe('the database server of the settings', () => {
  it('must be PostgreSQL 15 or newer', () => {
    expect(checkVersion(140_012)?.says).toContain('它的版本是 14，本程序需要 15 或更高');
    expect(checkVersion(150_000)).toBeUndefined();
    expect(checkVersion(180_004)).toBeUndefined();
  });

  it('that does not answer is named by cause, not by password', async () => {
    const probe = createServer().listen(0, '127.0.0.1');
    await new Promise((done) => probe.once('listening', done));
    const { port } = probe.address() as { port: number };
    await new Promise((done) => probe.close(done));
    const refusal = await checkDatabaseServer(`postgres://u:secret@127.0.0.1:${port}/gongkai`);
    expect(refusal?.says).toContain('那个地址和端口上没有数据库在应答');
    expect(refusal?.says).not.toContain('secret');
  });
});
