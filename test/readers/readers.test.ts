import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { killLeftServers, startServer } from '../support/running-server.ts';
import { readWhilePublishing } from './read-while-publishing.ts';

const home = mkdtempSync(join(tmpdir(), 'gongkai-readers-'));
chmodSync(home, 0o755);
afterAll(async () => {
  await killLeftServers();
  rmSync(home, { recursive: true, force: true });
});

it('PRT-122 while two editors publish, eight readers see whatever was acknowledged, and no error', async () => {
  const server = await startServer({ GONGKAI_DATA: join(home, 'data'), GONGKAI_DEMO: 'off' });
  const seen = await readWhilePublishing(server, { readers: 8, editors: 2, editions: 6 });
  expect(seen.stale).toEqual([]);
  expect(seen.errors).toEqual([]);
  expect(seen.publishings).toBe(12);
  expect(seen.pages).toBeGreaterThan(100);
  await server.stop();
});
