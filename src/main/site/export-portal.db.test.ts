import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { portalPlay } from '../../portal/portal.fixture.ts';
import { isRefusal } from '../../statute/refusal.ts';
import { openExportFolder } from './export-folder.ts';
import { exportSite } from './export-site.ts';

const { db } = await testDatabase();

it('PRT-81 the real portal: everything that leads somewhere is there, no form among it, and again nothing is rewritten', async () => {
  const play = await portalPlay(db);
  const id = await play.show();
  await play.keepReport();
  const path = mkdtempSync(join(tmpdir(), 'gongkai-export-'));
  const run = async () => {
    const folder = openExportFolder(path);
    if (isRefusal(folder)) throw new Error(folder.says);
    const done = await exportSite(play.portal.app, { folder, server: 'https://x.example', onProgress: () => {} });
    if (isRefusal(done)) throw new Error(done.says);
    return done;
  };
  const first = await run();
  expect(first.left).toEqual([]);
  const page = readFileSync(join(path, `documents/${id}/index.html`), 'utf8');
  expect(page).toContain('href="../../');
  expect(page).not.toMatch(/name="(token|proof)"/);
  for (const file of ['feed.rss', 'columns/news/feed.atom', 'agencies/county/feed.json', 'robots.txt', 'sitemap-1.xml'])
    expect([file, existsSync(join(path, file))]).toEqual([file, true]);
  expect(await run()).toMatchObject({ pages: first.pages, files: first.files, written: 0, removed: 0, left: [] });
});
