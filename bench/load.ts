/**
 * 许多人同时申请 (npm run load): a server of its own, fifty clients with an address each, two hundred applications over real connections as
 * browsers without a cache send them; then the same while the server is killed with -9 again and again. Fails unless whatever was acknowledged
 * is stored once under a number of its own, without a gap, and p95 of the sending stays under a second.
 */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RequestLineView, RequestPage, Vocabulary } from '../src/desk/contract.ts';
import { CONSOLE_HEADER } from '../src/desk/guard.ts';
import { deskWriter, HANDLER } from '../test/crash/desk-writer.ts';
import { PASSWORD } from '../test/support/desk-client.ts';
import { type RunningServer, startServer } from '../test/support/running-server.ts';
import { clientAt, fill } from './crowd.ts';
import { atMost, printMeasured } from './measured.ts';
import { residentMegabytes } from './processes.ts';

const [CLIENTS, EACH] = [50, 4];
const KILLS = 5;
const PORTAL = '127.0.0.1:9701';

/** The handler of the office, signed in: what the list of applications holds, all pages of it. */
async function stored(server: RunningServer): Promise<RequestLineView[]> {
  const signedIn = await asHandler(server);
  const lines: RequestLineView[] = [];
  for (let page = 1; ; page += 1) {
    const answer = await fetch(`${server.desk}/api/requests?sort=newest&page=${page}`, signedIn);
    const found = (await answer.json()) as RequestPage;
    lines.push(...found.lines);
    if (lines.length >= found.total) return lines;
  }
}

/** Numbers of one agency and year: the last digits, as they were given out. */
function gapsIn(numbers: readonly string[]): number {
  const given = numbers.map((number) => Number(/(\d+)号$/.exec(number)![1])).sort((a, b) => a - b);
  return given.filter((n, i) => i > 0 && n !== given[i - 1]! + 1).length;
}

/** Everything that is not as it was acknowledged, a line each. */
async function wrongIn(server: RunningServer, told: readonly string[]): Promise<string[]> {
  const lines = await stored(server);
  const counted = new Map<string, number>();
  for (const { wanted } of lines) counted.set(wanted, (counted.get(wanted) ?? 0) + 1);
  return [
    ...told.filter((wanted) => !counted.has(wanted)).map((wanted) => `没有存下：${wanted}`),
    ...[...counted].filter(([, n]) => n > 1).map(([wanted, n]) => `存了 ${n} 次：${wanted}`),
    ...(new Set(lines.map(({ number }) => number)).size === lines.length ? [] : ['登记号重复']),
    ...(gapsIn(lines.map(({ number }) => number)) === 0 ? [] : ['登记号有缺']),
  ];
}

function percentile(times: readonly number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!;
}

const home = mkdtempSync(join(tmpdir(), 'gongkai-load-'));
// PostgreSQL runs under another user when root starts it.
chmodSync(home, 0o755);
const env = { GONGKAI_DATA: join(home, 'data'), GONGKAI_DEMO: 'off', GONGKAI_PORTAL: PORTAL };
let server = await startServer(env);
const failures: string[] = [];
try {
  await deskWriter(env.GONGKAI_DATA).connect!(server);
  const answer = await fetch(`${server.desk}/api/vocabulary`, await asHandler(server));
  const agency = ((await answer.json()) as Vocabulary).agencies[0]!.name;
  failures.push(...(await crowd(agency, 0)), ...(await crowd(agency, 1)), ...(await crowdWhileKilled(agency)));
} finally {
  await server.stop();
  rmSync(home, { recursive: true, force: true });
}
for (const failure of failures) console.error(failure);
process.exitCode = failures.length > 0 ? 1 : 0;

async function asHandler({ desk }: RunningServer) {
  const headers = { 'content-type': 'application/json', [CONSOLE_HEADER]: '1' };
  const body = JSON.stringify({ signInName: HANDLER, password: PASSWORD });
  const answer = await fetch(`${desk}/api/sign-in`, { method: 'POST', headers, body });
  return { headers: { cookie: answer.headers.get('set-cookie')!.split(';')[0]! } };
}

/** All forms are filled first, then sent at once by every client, one after the other. */
async function crowd(agency: string, round: number): Promise<string[]> {
  const clients = Array.from({ length: CLIENTS }, (_, n) => clientAt(CLIENTS * round + n, PORTAL));
  const forms = await Promise.all(
    clients.map(async (client, n) => {
      const own: Record<string, string>[] = [];
      for (let i = 0; i < EACH; i += 1) own.push(await fill(client, agency, `第${round}轮第${n}人的第${i}件：施工图`));
      return own;
    }),
  );
  const [times, told]: [number[], string[]] = [[], []];
  const since = performance.now();
  await Promise.all(
    clients.map(async (client, n) => {
      for (const form of forms[n]!) {
        const sent = performance.now();
        const { status } = await client.post(form);
        if (status !== 201) continue;
        times.push(performance.now() - sent);
        told.push(form.wanted!);
      }
      client.close();
    }),
  );
  const took = performance.now() - since;
  const wrong = await wrongIn(server, told);
  const memory = residentMegabytes(server.pid) ?? 0;
  const p95 = atMost(
    '提交申请 p95',
    percentile(times, 0.95),
    1_000,
    ' 毫秒',
    `中位 ${Math.round(percentile(times, 0.5))} 毫秒`,
  );
  printMeasured(`第 ${round + 1} 轮：${CLIENTS} 个地址同时提交 ${CLIENTS * EACH} 件，${Math.round(took)} 毫秒`, [
    p95,
    atMost('没有得到回执的', CLIENTS * EACH - told.length, 0, ' 件'),
    atMost('与回执不符的', wrong.length, 0, ' 处', `内存 ${Math.round(memory)} MB`),
  ]);
  return [
    ...wrong,
    ...(p95.met ? [] : ['提交申请太慢']),
    ...(told.length === CLIENTS * EACH ? [] : ['有的没有得到回执']),
  ];
}

/** Whoever gets no answer sends the same form again, as people do, until he has his receipt. */
async function crowdWhileKilled(agency: string): Promise<string[]> {
  const told: string[] = [];
  let repeated = 0;
  for (let round = 1; round <= KILLS; round += 1) {
    const clients = Array.from({ length: CLIENTS }, (_, n) => clientAt(CLIENTS * (round + 1) + n, PORTAL));
    const forms = await Promise.all(
      clients.map((client, n) => fill(client, agency, `第${round}次中断第${n}件：竣工图`)),
    );
    let restarted: Promise<void> | undefined;
    await Promise.all(
      clients.map(async (client, n) => {
        for (let tries = 0; ; tries += 1) {
          const answer = await client.post(forms[n]!).catch(() => undefined);
          if (answer && answer.status < 300) break;
          if (tries > 100) throw new Error(`no receipt: ${answer?.status}`);
          repeated += 1;
          await restarted;
          await new Promise((done) => setTimeout(done, 50));
        }
        told.push(forms[n]!.wanted!);
        // In the middle of the others.
        if (told.length % CLIENTS === 5 * round) restarted ??= killAndRestart();
        client.close();
      }),
    );
    await restarted;
  }
  const wrong = await wrongIn(server, told);
  printMeasured(`同时提交 ${CLIENTS * KILLS} 件，其间 kill -9 ${KILLS} 次，重发 ${repeated} 次`, [
    atMost('没有得到回执的', CLIENTS * KILLS - told.length, 0, ' 件'),
    atMost('与回执不符的', wrong.length, 0, ' 处'),
  ]);
  return wrong;
}

async function killAndRestart(): Promise<void> {
  await server.killAll();
  server = await startServer(env);
}
