import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { builtInCalendar } from '../statute/work-calendar.ts';
import { UPLOADS_AT_ONCE } from './pages/check-report.tsx';
import { hiddenField, houseWithoutDatabase, portalFor, visitorOf } from './portal.fixture.ts';

const portal = portalFor(
  houseWithoutDatabase({ now: () => new Date(), newId: () => 'id', calendar: () => builtInCalendar }),
);
beforeAll(() => portal.app.listen({ port: 0, host: '127.0.0.1' }));
afterAll(() => portal.app.close());

it('PRT-9 50 MB over a real connection: the answer arrives, and the program has not grown by the file', async () => {
  const token = hiddenField((await visitorOf(portal).get('/check-report')).body, 'token');
  const before = process.memoryUsage().rss;
  const answer = await sendSlowly(token, 50);
  expect(answer.status).toBe(413);
  expect(answer.body).toContain('文件超过 20 MB');
  expect(process.memoryUsage().rss - before).toBeLessThan(200 * 1024 * 1024);
});

it('PRT-9 no more than a few uploads are held at once; whoever comes then is told to come again', async () => {
  const { port } = portal.app.server.address() as AddressInfo;
  const headers = { 'content-type': 'multipart/form-data; boundary=b', 'sec-fetch-site': 'same-origin' };
  const open = Array.from({ length: UPLOADS_AT_ONCE }, () => {
    const sent = request({ port, host: '127.0.0.1', path: '/check-report', method: 'POST', headers });
    sent.on('error', () => {});
    sent.write('--b\r\nContent-Disposition: form-data; name="report"; filename="a.html"\r\n\r\n');
    return sent;
  });
  const statuses = new Set<number | undefined>();
  // Until these have arrived, one more is let in.
  for (let n = 0; n < 30 && !statuses.has(503); n += 1) statuses.add((await sendSlowly('', 0)).status);
  expect(statuses).toContain(503);
  for (const sent of open) sent.destroy();
});

/** In chunks of a megabyte, as a browser sends a file. */
function sendSlowly(token: string, megabytes: number): Promise<{ status: number | undefined; body: string }> {
  const { port } = portal.app.server.address() as AddressInfo;
  const headers = { 'content-type': 'multipart/form-data; boundary=b', 'sec-fetch-site': 'same-origin' };
  return new Promise((done, fail) => {
    const sent = request({ port, host: '127.0.0.1', path: '/check-report', method: 'POST', headers }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('end', () => done({ status: answer.statusCode, body: Buffer.concat(chunks).toString() }));
    });
    sent.on('error', fail);
    sent.write(`--b\r\nContent-Disposition: form-data; name="token"\r\n\r\n${token}\r\n`);
    sent.write('--b\r\nContent-Disposition: form-data; name="report"; filename="a.html"\r\n\r\n');
    const chunk = Buffer.alloc(1024 * 1024, 'a');
    let left = megabytes;
    const write = () => {
      if (left === 0) return sent.end('\r\n--b--\r\n');
      left -= 1;
      return sent.write(chunk) ? setImmediate(write) : sent.once('drain', write);
    };
    write();
  });
}
