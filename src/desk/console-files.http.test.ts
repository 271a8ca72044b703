import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { testDatabase } from '../../test/support/database.ts';
import { deskOffice } from '../../test/support/desk-office.ts';

const { db } = await testDatabase();
const root = mkdtempSync(join(tmpdir(), 'gongkai-dist-'));
const folder = join(root, 'console');
mkdirSync(join(folder, 'assets'), { recursive: true });
const PAGE = '<!doctype html><title>工作台</title>';
for (const [name, text] of [
  ['index.html', PAGE],
  ['assets/index-Bq3x9fLm.js', 'console.log("工作台")'],
  ['assets/index-Bq3x9fLm.js.map', '{}'],
  ['assets/style-0a1b2c3d.css', 'body{}'],
  ['icon.svg', '<svg/>'],
  ['../secret.txt', 'the key'],
] as const)
  writeFileSync(join(folder, name), text);
symlinkSync(join(root, 'secret.txt'), join(folder, 'link.txt'));

const { stranger } = await deskOffice(db, { consoleFolder: folder });

describe('工作台的页面', () => {
  it('serves the page afresh and the hashed files for a year, each with its type', async () => {
    const page = await stranger.get('/');
    expect([page.statusCode, page.body]).toEqual([200, PAGE]);
    expect(page.headers).toMatchObject({ 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' });
    const script = await stranger.get('/assets/index-Bq3x9fLm.js');
    expect(script.headers).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
    });
    expect((await stranger.get('/assets/style-0a1b2c3d.css')).headers['content-type']).toContain('text/css');
    expect((await stranger.get('/icon.svg')).headers).toMatchObject({ 'cache-control': 'no-store' });
  });

  it('packs what is text for browsers that take it', async () => {
    const { headers, rawPayload } = await stranger.get('/assets/index-Bq3x9fLm.js', { 'accept-encoding': 'br, gzip' });
    expect(headers['content-encoding']).toBe('gzip');
    expect(headers.vary).toContain('accept-encoding');
    expect(gunzipSync(rawPayload).toString()).toBe('console.log("工作台")');
  });

  it('an address of the console is the page, whatever screen it names', async () => {
    for (const url of ['/requests', '/requests/abc', '/reports/county/2025', '/publications?title=a.b'])
      expect([url, (await stranger.get(url)).body]).toEqual([url, PAGE]);
  });

  it('SEC-13 lets scripts of this site alone run, and no other site frame it', async () => {
    const policy = (await stranger.get('/')).headers['content-security-policy'];
    expect(policy).toContain(`script-src 'self';`);
    expect(policy).toContain(`style-src 'self' 'unsafe-inline'`);
    expect(policy).toContain(`frame-ancestors 'none'`);
  });
});

describe('who may not', () => {
  it('SEC-13 nothing outside the folder, no link, no source map is served', async () => {
    for (const url of [
      '/../secret.txt',
      '/..%2fsecret.txt',
      '/assets/..%2f..%2fsecret.txt',
      '/assets/%2e%2e/%2e%2e/secret.txt',
      '/link.txt',
      '/assets/index-Bq3x9fLm.js.map',
      '/assets/missing',
      '/assets/',
    ]) {
      const response = await stranger.get(url);
      expect([url, response.body.includes('the key')]).toEqual([url, false]);
      expect([url, response.statusCode]).toEqual([url, 404]);
    }
  });

  it('SEC-3 an address of the API that does not exist is no page', async () => {
    for (const url of ['/api', '/api/', '/api/nothing', '/api/reports/']) {
      const response = await stranger.get(url);
      expect([url, response.statusCode]).toEqual([url, 404]);
      expect(response.headers['content-type']).toContain('application/json');
    }
    expect((await stranger.post('/requests', {})).statusCode).toBe(401);
  });

  it('a console that was never built is told so', async () => {
    const { db } = await testDatabase();
    const bare = await deskOffice(db, { consoleFolder: join(root, 'nowhere') });
    const response = await bare.stranger.get('/');
    expect([response.statusCode, response.body]).toEqual([503, expect.stringContaining('npm run build')]);
  });
});
