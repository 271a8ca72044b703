/**
 * 升级 [OPS-14]: the data of an older county, as the program of that time wrote it, meets the present program by the very road a start takes: checks,
 * migrations, keys, the composition of both faces.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CONSOLE_HEADER } from '../../src/desk/guard.ts';
import { verifyLedger } from '../../src/ledger/store.ts';
import { type Composition, compose } from '../../src/main/start/compose.ts';
import { type Installation, openInstallation } from '../../src/main/start/installation.ts';
import { prepare } from '../../src/main/start/prepare.ts';
import { type Config, readConfig } from '../../src/platform/config.ts';
import { migrate, readMigrations } from '../../src/platform/migrate.ts';
import { packageRoot } from '../../src/platform/package-root.ts';
import { openApplicant } from '../../src/requests/store/applicants.ts';
import { isRefusal } from '../../src/statute/refusal.ts';
import { emptyDatabase } from '../support/database.ts';

/** The last migration the older county had. */
const OLDER = '0079';
const MIGRATIONS = readMigrations(join(packageRoot(), 'migrations'));
const PASSWORD = 'an older county, its password 7';

const home = mkdtempSync(join(tmpdir(), 'gongkai-upgrade-'));
const url = await emptyDatabase();
const closers: (() => Promise<void>)[] = [];
afterAll(async () => {
  for (const close of closers) await close();
  rmSync(home, { recursive: true, force: true });
});

const told: string[] = [];
function settings(): Config {
  const keyFile = join(home, 'identity.key');
  const key = { id: '0000000a', cipher: 'aes-256-gcm', secret: Buffer.alloc(32, 'k').toString('base64url') };
  writeFileSync(keyFile, JSON.stringify({ keys: [key] }), { mode: 0o600 });
  const env = { GONGKAI_DEMO: 'off', DATABASE_URL: url, GONGKAI_DATA: home, GONGKAI_KEY_FILE: keyFile };
  const config = readConfig({ env, packageRoot: packageRoot(), workingFolder: home });
  if (isRefusal(config)) throw new Error(config.says);
  return config;
}
const open = () =>
  openInstallation({
    config: settings(),
    packageRoot: packageRoot(),
    tell: (sentence) => void told.push(sentence),
    atEnd: (close) => void closers.unshift(close),
    onLost: (why) => void told.push(why),
  });
async function bySql(text: string) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(text).finally(() => client.end());
}

let installation: Installation;
let faces: Composition;

beforeAll(async () => {
  const older = await migrate(
    url,
    MIGRATIONS.filter(({ name }) => name.slice(0, 4) <= OLDER),
  );
  if (isRefusal(older)) throw new Error(older.says);
  await bySql(readFileSync(join(import.meta.dirname, 'older-county.sql'), 'utf8'));
  const opened = await open();
  if (isRefusal(opened)) throw new Error(opened.says);
  installation = opened;
  const ready = await prepare(installation, { report: () => {}, stopped: new AbortController().signal } as never);
  if (isRefusal(ready)) throw new Error(ready.says);
  faces = await compose(installation);
});

const page = async (path: string) => {
  const { statusCode, body } = await faces.portal.inject({ url: path });
  return `${statusCode} ${body}`;
};
const post = (path: string, payload: object, cookie = '') =>
  faces.desk.inject({ method: 'POST', url: path, headers: { [CONSOLE_HEADER]: '1', cookie }, payload });
async function signedIn() {
  const answer = await post('/api/sign-in', { signInName: 'chengban', password: PASSWORD });
  expect(answer.statusCode, answer.body).toBe(200);
  const cookie = `${answer.cookies[0]!.name}=${answer.cookies[0]!.value}`;
  return async (path: string) => {
    const { statusCode, body } = await faces.desk.inject({ url: path, headers: { cookie } });
    return `${statusCode} ${body}`;
  };
}

describe('a county of an older version', () => {
  it('OPS-14 is brought forward, and told what was done', async () => {
    const since = MIGRATIONS.map(({ name }) => name).filter((name) => name.slice(0, 4) > OLDER);
    expect(told).toEqual([`数据库已升级：${since.join('、')}。`]);
    expect(since.length).toBeGreaterThan(20);
  });

  it('OPS-14 keeps its ledger whole, and goes on with it', async () => {
    const before = await verifyLedger(installation.house.db);
    expect(before).toMatchObject({ seq: 6 });
    await signedIn();
    expect(await verifyLedger(installation.house.db)).toMatchObject({ seq: 7 });
  });

  it('OPS-14 shows the public what was public, and nothing else', async () => {
    for (const [path, words] of [
      ['/', '示范县人民政府'],
      ['/documents/d-1', '内设机构和联系电话，以本页为准。'],
      ['/columns/overview.agencies', '机构职能和联系方式'],
      ['/search?q=机构职能', '/documents/d-1'],
      ['/decisions/licensing', '示范县清泉饮用水有限公司'],
      ['/annual-reports', '年度报告'],
      ['/apply', '申请'],
      ['/feeds', '订阅'],
    ] as const) {
      const shown = await page(encodeURI(path));
      expect([path, shown.slice(0, 3), shown.includes(words)]).toEqual([path, '200', true]);
    }
    expect(await page('/documents/d-2')).toMatch(/^404/);
  });

  it('OPS-14 lets its officers in with their passwords, to their files, their news and their settings', async () => {
    const get = await signedIn();
    expect(await get('/api/requests')).toMatch(/^200 .*民主路改造工程的批准文件/);
    expect(await get('/api/requests/r-1')).toMatch(/^200 .*2026-04-01/);
    expect(await get('/api/requests/r-2')).toMatch(/^200 .*申请人来函撤回/);
    expect(await get('/api/publications/d-2')).toMatch(/^200 .*还没有公开的稿子/);
    expect(await get('/api/notices')).toMatch(/^200 .*公开申〔2026〕1号/);
    expect(await get('/api/account')).toMatch(/^200 .*han@example\.gov\.cn/);
    expect(await get('/api/settings')).toMatch(/^200 .*县里的规定/);
    for (const path of [
      '/api/inbox',
      '/api/reports/county/2026',
      '/api/decisions?kind=licensing',
      '/api/collected-reports',
    ])
      expect([path, (await get(path)).slice(0, 3)]).toEqual([path, '200']);
  });

  it('OPS-14 opens what was sealed, and finds of people what may be found', async () => {
    const { rows } = await sql<{ id: string; public_words: string }>`
      select id, public_words from registered_decisions order by id`.execute(installation.house.db);
    expect(rows.map((row) => row.public_words)).toEqual([
      '示范县清泉饮用水有限公司\n示财许〔2026〕1号',
      '\n示财罚〔2026〕2号',
      '\n',
    ]);
    const applicant = await openApplicant(installation.house.db, 'r-1', installation.keys);
    expect(applicant?.name).toBe('张三丰');
  });

  it('OPS-14 a second start changes nothing; a database that a newer program has brought forward is refused in words', async () => {
    told.length = 0;
    const again = await open();
    expect([isRefusal(again), told]).toEqual([false, []]);
    await bySql(`insert into migration (name, digest) values ('9999-of-the-future.sql', 'x')`);
    const refused = await open();
    expect(isRefusal(refused) && refused.says).toBe(
      '这个数据库由更新的程序升级过（9999-of-the-future.sql），本版本不认识它。请换回那一版程序，或从升级前的备份恢复。',
    );
    await bySql(`delete from migration where name like '9999%'`);
  });
});
