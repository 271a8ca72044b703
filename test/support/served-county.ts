/** The demo county as it is started, for one journey: a server of its own, a browser, and what people do with a page in any of them. */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { accessibilityFaults, openBrowser } from './browser.ts';
import { freshPage } from './fresh-page.ts';
import { copyLoadedCounty } from './loaded-county.ts';
import { killLeftServers, type RunningServer, startServer } from './running-server.ts';

interface ServedCounty {
  /** Undefined where the machine has none: the journey is skipped. */
  readonly browser: Browser | undefined;
  /** Once the hooks have run. */
  readonly server: Pick<RunningServer, 'portal' | 'desk' | 'output'>;
  readonly onPortal: (path: string) => Promise<Page>;
  readonly onDesk: (path?: string) => Promise<Page>;
  /** A window of his own, signed in by his name on the demo's list. */
  readonly officer: (name: string, path?: string) => Promise<Page>;
}

/** Called at the head of a journey: its hooks start the server before any other of the file, and end it after all. */
export async function servedCounty(name: string, env: Readonly<Record<string, string>> = {}): Promise<ServedCounty> {
  const browser = await openBrowser();
  const home = mkdtempSync(join(tmpdir(), `gongkai-${name}-`));
  // As root the database runs under another uid, which must reach its folder.
  chmodSync(home, 0o755);
  let started: RunningServer | undefined;
  const server = {
    get portal() {
      return started!.portal;
    },
    get desk() {
      return started!.desk;
    },
    output: () => started!.output(),
  };
  beforeAll(async () => {
    if (!browser) return;
    const data = join(home, 'data');
    if (env.GONGKAI_DEMO !== 'off') await copyLoadedCounty(data);
    started = await startServer({ ...env, GONGKAI_DATA: data });
  });
  afterAll(async () => {
    await browser?.close();
    await killLeftServers();
    rmSync(home, { recursive: true, force: true });
  });
  const onDesk = (path = '/') => freshPage(browser!, server.desk + path);
  return {
    browser,
    server,
    onPortal: (path) => freshPage(browser!, server.portal + path),
    onDesk,
    async officer(who, path) {
      const page = await onDesk(path);
      await signInAs(page, who);
      return page;
    },
  };
}

export async function signInAs(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: new RegExp(name) }).click();
  await page.getByRole('navigation').waitFor();
}

export const says = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor();
export const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

/** Nothing keeps anybody out. */
export const isSound = async (page: Page) =>
  expect([page.url(), await accessibilityFaults(page)]).toEqual([page.url(), []]);

/** Opens the form of a step, fills it in and sends it. */
export async function step(page: Page, name: string, fill: () => Promise<unknown> = async () => {}): Promise<void> {
  await press(page, name);
  const form = page.getByRole('form', { name });
  await form.waitFor();
  await fill();
  await isSound(page);
  await form.getByRole('button', { name, exact: true }).click();
  await says(page, `已经办理：${name}。`);
}
