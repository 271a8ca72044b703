import { request } from 'node:http';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { portOf, sendSlowly } from '../../test/support/send-slowly.ts';
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
  const answer = await sendSlowly(portOf(portal.app), '/check-report', { token }, 'report', 50);
  expect(answer.status).toBe(413);
  expect(answer.body).toContain('文件超过 20 MB');
  expect(process.memoryUsage().rss - before).toBeLessThan(200 * 1024 * 1024);
});

it('PRT-9 no more than a few uploads are held at once; whoever comes then is told to come again', async () => {
  const port = portOf(portal.app);
  const headers = { 'content-type': 'multipart/form-data; boundary=b', 'sec-fetch-site': 'same-origin' };
  const open = Array.from({ length: UPLOADS_AT_ONCE }, () => {
    const sent = request({ port, host: '127.0.0.1', path: '/check-report', method: 'POST', headers });
    sent.on('error', () => {});
    sent.write('--b\r\nContent-Disposition: form-data; name="report"; filename="a.html"\r\n\r\n');
    return sent;
  });
  const statuses = new Set<number | undefined>();
  // Until these have arrived, one more is let in.
  for (let n = 0; n < 30 && !statuses.has(503); n += 1)
    statuses.add((await sendSlowly(port, '/check-report', { token: '' }, 'report', 0)).status);
  expect(statuses).toContain(503);
  for (const sent of open) sent.destroy();
});
