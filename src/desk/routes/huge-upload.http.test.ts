/** 300 MB over a real connection to every door that takes a file: refused in words, without filling memory or disk. */
import { mkdtempSync, readdirSync, statSync } from 'node:fs';
import { request as connect } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { openDesk, type Who } from '../../../test/support/open-desk.ts';
import { KEYS } from '../../../test/support/request-desk.ts';
import { openFileStore } from '../../platform/files/file-store.ts';
import { CONSOLE_HEADER } from '../guard.ts';

const { db } = await testDatabase();
const folder = mkdtempSync(join(tmpdir(), 'gongkai-huge-'));
const office = await openDesk(db, { files: openFileStore(folder, KEYS) });
office.on('2026-03-04');
await office.desk.listen({ host: '127.0.0.1', port: 0 });
afterAll(() => office.desk.close());
const { port } = office.desk.server.address() as AddressInfo;

const MB = 1024 * 1024;
const HUGE = 300 * MB;
const PIECE = Buffer.alloc(MB, 'a');

function bytesIn(at: string): number {
  return readdirSync(at, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
}

/** @param announced whether the length is said beforehand; @param cut after so many bytes the line is broken */
async function sendHuge(
  path: string,
  { announced = true, cut = Number.POSITIVE_INFINITY, who = 'handler' as Who, size = HUGE },
) {
  const head = Buffer.from('--x\r\ncontent-disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF-1.7\n');
  const foot = Buffer.from('\r\n--x--\r\n');
  const headers: Record<string, string | number> = {
    cookie: await office.cookieOf(who),
    [CONSOLE_HEADER]: 'true',
    'content-type': 'multipart/form-data; boundary=x',
    ...(announced ? { 'content-length': head.length + size + foot.length } : {}),
  };
  let sent = 0;
  return new Promise<{ status: number; body: string; sent: number }>((done) => {
    const outgoing = connect({ host: '127.0.0.1', port, path, method: 'POST', headers }, (answer) => {
      let body = '';
      answer.setEncoding('utf8').on('data', (part) => {
        body += part;
      });
      answer.on('close', () => {
        outgoing.destroy();
        done({ status: answer.statusCode ?? 0, body, sent });
      });
    });
    outgoing.on('error', () => done({ status: 0, body: '', sent }));
    outgoing.write(head);
    const go = () => {
      while (!outgoing.destroyed && sent < size) {
        sent += PIECE.length;
        if (sent > cut) return outgoing.destroy();
        if (!outgoing.write(PIECE)) return outgoing.once('drain', go);
      }
      return outgoing.end(foot);
    };
    go();
  });
}

describe('a file that is far too large', () => {
  it.each([true, false])(
    'FIL-1 is refused in words, memory and disk stay as they were, announced: %s',
    async (announced) => {
      const { id } = (await office.register()).request;
      const memory = process.memoryUsage().rss;
      const { status, body, sent } = await sendHuge(`/api/requests/${id}/files?purpose=evidence`, { announced });
      // What comes after the limit is read and thrown away, so that every browser gets to read why.
      expect([status, sent]).toEqual([409, HUGE]);
      expect(JSON.parse(body).says).toMatch(/20 ?MB/);
      expect(process.memoryUsage().rss - memory).toBeLessThan(150 * MB);
      expect(bytesIn(folder)).toBe(0);
      expect((await office.as('handler').get(`/api/requests/${id}/files`)).json()).toEqual([]);
    },
  );

  it('FIL-1 a 200 MB file for a document is refused in words and leaves nothing', async () => {
    const sent = await sendHuge('/api/publication-files?agencyId=county', { who: 'editor', size: 200 * MB });
    expect([sent.status, JSON.parse(sent.body).says]).toEqual([409, expect.stringMatching(/20 ?MB/)]);
    expect(bytesIn(folder)).toBe(0);
    expect((await office.as('editor').get('/api/publications')).statusCode).toBe(200);
  });

  it('FIL-1 a line cut in the middle leaves nothing', async () => {
    const { id } = (await office.register()).request;
    await sendHuge(`/api/requests/${id}/files?purpose=evidence`, { cut: 5 * MB });
    // Before the server has noticed there is nothing to be cleared away yet.
    const open = () => new Promise((told) => office.desk.server.getConnections((_, count) => told(count)));
    await expect.poll(open, { timeout: 5_000 }).toBe(0);
    await expect.poll(() => bytesIn(folder), { timeout: 5_000 }).toBe(0);
    expect((await office.as('handler').get(`/api/requests/${id}/files`)).json()).toEqual([]);
  });

  it('FIL-9 whoever may not add anything is refused before anything is kept', async () => {
    // What an earlier line left is gone first: the folder is shared.
    await expect.poll(() => bytesIn(folder), { timeout: 5_000 }).toBe(0);
    const { id } = (await office.register()).request;
    const { status } = await sendHuge(`/api/tasks/${id}/1/files`, {});
    expect([0, 403, 404]).toContain(status);
    expect(bytesIn(folder)).toBe(0);
  });
});
