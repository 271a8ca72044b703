/**
 * 网页的快慢 (`npm run vitals`): every kind of page of the portal in a real browser, on the line of a telephone at the edge of the village: what it
 * weighs, how many requests it makes, when its largest part is painted. Fails over the budget.
 */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { openBrowser } from '../test/support/browser.ts';
import { pageSamples } from '../test/support/page-samples.ts';
import { startServer } from '../test/support/running-server.ts';
import { machineLoad } from './processes.ts';

/** What is called slow 4G: 1.6 Mbit/s down, 0.75 up, 150 ms there and back. */
const LINE = { offline: false, latency: 150, downloadThroughput: 204_800, uploadThroughput: 96_000 };

/** 预算 of a page, everything it loads included, nothing kept from before. */
const BUDGET = { kilobytes: 60, requests: 6, paintMs: 2_000 };

interface Vitals {
  readonly path: string;
  readonly kilobytes: number;
  readonly requests: number;
  readonly paintMs: number;
}

async function vitalsOf(browser: Browser, url: string, path: string): Promise<Vitals> {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    deviceScaleFactor: 2,
    locale: 'zh-CN',
  });
  try {
    const page = await context.newPage();
    const line = await context.newCDPSession(page);
    let [bytes, requests] = [0, 0];
    line.on('Network.loadingFinished', ({ encodedDataLength }) => {
      bytes += encodedDataLength;
      requests += 1;
    });
    await line.send('Network.enable');
    await line.send('Network.emulateNetworkConditions', LINE);
    await page.goto(url + path, { waitUntil: 'networkidle' });
    const paintMs = await page.evaluate(LARGEST_PAINT);
    return { path, kilobytes: bytes / 1_024, requests, paintMs: Number(paintMs) };
  } finally {
    await context.close();
  }
}

/** In the page. */
const LARGEST_PAINT = `new Promise((done) => {
  new PerformanceObserver((list) => done(list.getEntries().at(-1).startTime)).observe({
    type: 'largest-contentful-paint',
    buffered: true,
  });
  setTimeout(() => done(Infinity), 5000);
})`;

const home = mkdtempSync(join(tmpdir(), 'gongkai-vitals-'));
chmodSync(home, 0o755);
const server = await startServer({ GONGKAI_DATA: join(home, 'data') });
const browser = await openBrowser();
try {
  if (!browser) throw new Error('没有能用的浏览器');
  const { pages } = await pageSamples(server.portal);
  // The first page a browser shows waits for its fonts.
  await vitalsOf(browser, server.portal, '/');
  const measured: Vitals[] = [];
  for (const path of pages) measured.push(await vitalsOf(browser, server.portal, path));
  console.log(
    `\n限速 1.6 Mbit/s、往返 150 ms、屏宽 390；预算 ${BUDGET.kilobytes} KB、${BUDGET.requests} 个请求、最大内容 ${BUDGET.paintMs} ms；机器负载 ${machineLoad()}\n`,
  );
  console.log(row(['页面', 'KB', '请求', '最大内容 ms', '']));
  for (const one of measured)
    console.log(
      row([
        decodeURI(one.path),
        one.kilobytes.toFixed(1),
        String(one.requests),
        String(Math.round(one.paintMs)),
        over(one) ? '超出预算' : '',
      ]),
    );
  const worst = (of: (one: Vitals) => number) => Math.max(...measured.map(of));
  console.log(
    `\n${measured.length} 种页面，最多 ${worst(({ kilobytes }) => kilobytes).toFixed(1)} KB、${worst(({ requests }) => requests)} 个请求，最大内容最慢 ${Math.round(worst(({ paintMs }) => paintMs))} ms`,
  );
  if (measured.some(over)) process.exitCode = 1;
} finally {
  await browser?.close();
  await server.stop();
  rmSync(home, { recursive: true, force: true });
}

function over({ kilobytes, requests, paintMs }: Vitals): boolean {
  return kilobytes > BUDGET.kilobytes || requests > BUDGET.requests || paintMs > BUDGET.paintMs;
}

function row([path = '', ...figures]: readonly string[]): string {
  return `  ${path.slice(0, 60).padEnd(60)}${figures.map((figure) => figure.padStart(10)).join('')}`;
}
