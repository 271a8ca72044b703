/** 300 MB over a real connection at the citizen's door: refused in words with everything else as it was, neither memory nor disk filled. */
import { mkdtempSync, readdirSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { testDatabase } from '../../../../test/support/database.ts';
import { KEYS, requestDesk } from '../../../../test/support/request-desk.ts';
import { portOf, sendSlowly } from '../../../../test/support/send-slowly.ts';
import { openFileStore } from '../../../platform/files/file-store.ts';
import type { BuiltPortal } from '../../build-portal.ts';
import { UPLOADS_AT_ONCE } from '../../intake.ts';
import { hiddenField, portalFor, textOf, visitorOf } from '../../portal.fixture.ts';
import { ANSWERS } from './applying.fixture.ts';

const { db } = await testDatabase();
const folder = mkdtempSync(join(tmpdir(), 'gongkai-huge-form-'));
let portal: BuiltPortal;
let fields: Readonly<Record<string, string>>;
beforeAll(async () => {
  const { house } = await requestDesk(db);
  portal = portalFor(house, { files: openFileStore(folder, KEYS) });
  await portal.app.listen({ port: 0, host: '127.0.0.1' });
  const page = await visitorOf(portal).post('/apply', { ...ANSWERS, at: 'review', do: 'change.files' });
  fields = { ...ANSWERS, at: 'files', do: 'next', token: hiddenField(page.body, 'token') };
});
afterAll(() => portal.app.close());

const send = (megabytes: number, cut?: number) =>
  sendSlowly(portOf(portal.app), '/apply/files', fields, 'application', megabytes, cut);
const onDisk = () => readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile()).length;

it('FIL-12 300 MB: the answer arrives in words, the form is as it was, the program has not grown by the file', async () => {
  const before = process.memoryUsage().rss;
  const { status, body } = await send(300);
  expect(status).toBe(422);
  expect(textOf(body)).toContain('“a.html”：文件超过 20 MB，没有接收。');
  expect(hiddenField(body, 'name')).toBe(ANSWERS.name);
  expect(process.memoryUsage().rss - before).toBeLessThan(150 * 1024 * 1024);
  expect(onDisk()).toBe(0);
});

it('FIL-12 a line that breaks off in the middle leaves nothing', async () => {
  await send(50, 5);
  await expect.poll(onDisk, { timeout: 5_000 }).toBe(0);
});

it('FIL-13 no more than a few are on their way in at once; whoever comes then keeps his form, and is told', async () => {
  const headers = { 'content-type': 'multipart/form-data; boundary=b', 'sec-fetch-site': 'same-origin' };
  const open = Array.from({ length: UPLOADS_AT_ONCE }, () => {
    const sent = request({
      port: portOf(portal.app),
      host: '127.0.0.1',
      path: '/apply/files',
      method: 'POST',
      headers,
    });
    sent.on('error', () => {});
    sent.write(`--b\r\nContent-Disposition: form-data; name="token"\r\n\r\n${fields.token}\r\n`);
    sent.write('--b\r\nContent-Disposition: form-data; name="application"; filename="a.txt"\r\n\r\n甲');
    return sent;
  });
  await expect.poll(onDisk, { timeout: 5_000 }).toBe(UPLOADS_AT_ONCE);
  const { status, body } = await send(1);
  expect([status, hiddenField(body, 'name')]).toEqual([422, ANSWERS.name]);
  expect(textOf(body)).toContain('现在上传的人太多，没有接收。其他内容都在');
  for (const sent of open) sent.destroy();
  await expect.poll(onDisk, { timeout: 5_000 }).toBe(0);
  // Their places are free again: this one is looked at, and refused for what it is.
  expect(textOf((await send(1)).body)).toContain('不接收“.html”这种文件');
});
