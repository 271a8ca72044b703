import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { emptyDatabase, testDatabase } from '../../test/support/database.ts';
import { KEYS, requestDesk } from '../../test/support/request-desk.ts';
import { S3_KEY, S3_SECRET, s3Double } from '../../test/support/s3-double.ts';
import { bucketShelf } from '../platform/files/bucket/bucket-shelf.ts';
import { openFileStore } from '../platform/files/file-store.ts';
import { folderShelf } from '../platform/files/folder-shelf.ts';
import type { Shelf } from '../platform/files/shelf.ts';
import { readMigrations } from '../platform/migrate.ts';
import { packageRoot } from '../platform/package-root.ts';
import { insertAttachment } from '../requests/store/request-files.ts';
import { isRefusal, type Refusal } from '../statute/refusal.ts';
import { intoBucket } from './backup/files-back.ts';
import { bucketInUse, restoreBackup } from './backup/restore-backup.ts';
import { takeBackup } from './backup/take-backup.ts';
import { lookIntoDatabase } from './doctor/database.ts';
import { files as command } from './files.ts';
import { shelfOwner, whyNotOurs } from './shelf-owner.ts';
import { shelfUnfit } from './start/shelf-unfit.ts';
import { portalSweeps, sweepsOf } from './start/sweeps-of.ts';

const home = mkdtempSync(join(tmpdir(), 'gongkai-move-'));
const { db, url } = await testDatabase();
const elsewhere = await testDatabase();
const office = await requestDesk(db);
const store = await s3Double();
afterAll(async () => {
  await store.stop();
  rmSync(home, { recursive: true, force: true });
});
const HASTE = { waits: [1], connectMs: 500, silentMs: 5_000 };
const data = join(home, 'data');
const folder = folderShelf(join(data, 'files'));
const bucket = bucketShelf(store.settings, HASTE);
const files = openFileStore(join(data, 'files'), KEYS);
writeFileSync(join(home, 'secret'), S3_SECRET, { mode: 0o600 });

const SETTINGS = {
  DATABASE_URL: url,
  GONGKAI_DATA: data,
  GONGKAI_DEMO: 'off',
  GONGKAI_BUCKET: `${store.settings.endpoint}/xxgk/files`,
  GONGKAI_BUCKET_KEY: S3_KEY,
  GONGKAI_BUCKET_SECRET_FILE: join(home, 'secret'),
};
beforeEach(() => {
  store.befall = () => undefined;
});

/** As at the terminal. */
async function run(args: readonly string[], change: Record<string, string> = {}) {
  const before = { ...process.env };
  Object.assign(process.env, SETTINGS, change);
  const said: string[] = [];
  const say = (text: string) => void said.push(text);
  const code = await command
    .run(args, { out: say, err: say, read: async () => Buffer.alloc(0), today: '2026-06-30' as never })
    .finally(() => {
      for (const name of Object.keys(SETTINGS)) delete process.env[name];
      Object.assign(process.env, before);
    });
  return { code, says: said.join('\n') };
}

function certain<T>(result: T | Refusal): T {
  if (isRefusal(result)) throw new Error(result.says);
  return result;
}

async function attach(text: string): Promise<string> {
  const { request } = await office.register();
  const kept = certain(await files.keep([Buffer.from(text)] as unknown as AsyncIterable<Buffer>, '回证.txt'));
  const row = { ...kept, requestId: request.id, agencyId: 'county', factN: null, purpose: 'application' } as const;
  const added = { taskId: null, addedBy: 'public', addedAt: new Date() } as const;
  await db.transaction().execute((tx) => insertAttachment(tx, { ...row, ...added }, KEYS));
  return kept.id;
}
const idsOn = async (shelf: Pick<Shelf, 'list'>) => {
  const ids: string[] = [];
  for await (const { id } of shelf.list()) ids.push(id);
  return ids.sort();
};
const looks = async (shelf: Shelf) => {
  const ground = { db, shelf, keyFile: join(home, 'none'), combined: false, demo: false, now: new Date() };
  return (await lookIntoDatabase(ground)).find(({ what }) => what === '附件')!;
};
const ids: string[] = [];

const neverCleared = {
  sweep: () => Promise.reject(new Error('it was cleared')),
  erase: async () => {},
  scanAgain: async () => undefined,
};

describe('gongkai files copy', () => {
  it('OPS-19 cut off anywhere it goes on where it was, and all arrive as they were', async () => {
    for (const text of ['甲', '乙', '丙', '丁'.repeat(100_000)]) ids.push(await attach(text));
    expect(await shelfUnfit(bucket, data, () => {})).toMatchObject({ says: expect.stringContaining('附件还在') });
    let left = 2;
    store.befall = (request) =>
      request.startsWith('PUT') && left-- <= 0 ? { status: 403, code: 'AccessDenied' } : undefined;
    const cut = await run(['copy', '--to', 'bucket', '--remove']);
    expect([cut.code, cut.says]).toEqual([
      1,
      expect.stringMatching(
        /没有做完：这个访问账号没有权限读写存储桶 xxgk（403 AccessDenied）。\n怎么办：请管对象存储的人准许/,
      ),
    ]);
    expect(new Set([...(await idsOn(bucket)), ...(await idsOn(folder))])).toEqual(new Set(ids));
    expect(readdirSync(join(data, 'files', 'quarantine'))).toEqual([]);

    store.befall = () => undefined;
    const again = await run(['copy', '--to', 'bucket']);
    expect([again.code, again.says]).toEqual([0, expect.stringContaining('都读回来核对过')]);
    expect(await idsOn(bucket)).toEqual([...ids].sort());
    const once_more = await run(['copy', '--to', 'bucket']);
    expect(once_more.says).toMatch(/搬过去 0 个，以前已经在的 \d 个/);
    expect(await shelfUnfit(bucket, data, () => {})).toBeUndefined();
  });

  it('OPS-19 takes nothing away where the running system keeps its files, and elsewhere only what was read back', async () => {
    const at = new Date().toISOString();
    const beat = (used: string) =>
      writeFileSync(join(data, 'heartbeat.json'), JSON.stringify({ at, pid: process.pid, failing: [], files: used }));
    beat(folder.where);
    const used = await run(['copy', '--to', 'bucket', '--remove']);
    expect([used.code, used.says]).toEqual([1, expect.stringContaining('一个也没有删')]);
    beat(bucket.where);
    store.befall = (request) => (request.startsWith('GET /xxgk/') ? 'flipped' : undefined);
    const left = await idsOn(folder);
    const spoiled = await run(['copy', '--to', 'bucket', '--remove']);
    expect([spoiled.code, spoiled.says]).toEqual([1, expect.stringContaining('读回来不一样，原处没有动')]);
    expect(await idsOn(folder)).toEqual(left);
    store.befall = () => undefined;
    expect((await run(['copy', '--to', 'bucket', '--remove'])).code).toBe(0);
    expect([await idsOn(folder), await idsOn(bucket)]).toEqual([[], [...ids].sort()]);
    const opened = openFileStore(join(data, 'files'), KEYS, { shelf: bucket }).read(ids[0]!);
    expect(String((await opened.next()).value)).toBe('甲');
    expect((await run(['copy', '--to', 'folder'])).says).toContain('搬过去 4 个');
    expect(await idsOn(folder)).toEqual([...ids].sort());
  });

  it.each([
    [['copy'], {}, 2, '--to 要写 bucket 或者 folder'],
    [['copy', '--to', 'cloud'], {}, 2, '--to 要写 bucket 或者 folder'],
    [['copy', '--to', 'bucket', '--all'], {}, 2, '没有“--all”这个选项'],
    [['copy', '--to', 'bucket'], { GONGKAI_BUCKET_KEY: 'NOBODY' }, 1, '不认识这个访问账号'],
    [['copy', '--to', 'bucket'], { GONGKAI_BUCKET: 'https://s3.example.gov.cn' }, 2, '网址后面要写存储桶的名称'],
    [['copy', '--to', 'bucket'], { GONGKAI_BUCKET: 'http://s3.example.gov.cn/xxgk' }, 2, '地址要以 https:// 开头'],
    [['copy', '--to', 'bucket'], { GONGKAI_BUCKET: 'https://a:b@s3.example.gov.cn/xxgk' }, 2, '不带账号'],
    [['status'], { GONGKAI_BUCKET_SECRET_FILE: '/nowhere' }, 2, '读不到 /nowhere'],
    [['status'], {}, 0, '登记了的都在'],
  ])('OPS-19 %j with %j ends with %i: %s', async (args, change, code, says) => {
    const ended = await run(args, change as Record<string, string>);
    expect([ended.code, ended.says]).toEqual([code, expect.stringContaining(says)]);
  });
});

describe('an installation with a bucket', () => {
  const backUp = () =>
    takeBackup({
      ...{ connectionString: url, shelf: bucket, keyFile: join(home, 'none'), program: '0.1.0' },
      ...{ to: join(home, 'backups'), withKeys: false },
    });

  it('OPS-18 is backed up with its files, and restored into another bucket or prefix that is empty', async () => {
    const { path, manifest } = certain(await backUp());
    expect(manifest.files).toMatchObject({ count: 4, missing: [] });
    expect(manifest.keys).toEqual([KEYS.newestId()]);
    expect(await bucketInUse(bucket)).toMatchObject({ says: expect.stringContaining('里已经有附件，没有动它') });
    const other = bucketShelf({ ...store.settings, prefix: 'drill/' }, HASTE);
    expect(await bucketInUse(other)).toBeUndefined();
    const drill = join(home, 'drill');
    mkdirSync(drill);
    const place = {
      connectionString: await emptyDatabase(),
      files: intoBucket(other, drill),
      keyFile: join(drill, 'k'),
    };
    const migrations = readMigrations(join(packageRoot(), 'migrations'));
    expect(await restoreBackup({ path }, manifest, { ...place, migrations })).toEqual({ leftOut: [] });
    expect(await idsOn(other)).toEqual([...ids].sort());
    const opened = openFileStore(join(drill, 'files'), KEYS, { shelf: other }).read(ids[1]!);
    expect(String((await opened.next()).value)).toBe('乙');
  });

  it('OPS-18 where a file cannot be put back, what was brought is taken away again', async () => {
    const other = bucketShelf({ ...store.settings, prefix: 'undone/' }, HASTE);
    let left = 2;
    store.befall = (request) =>
      request.startsWith('PUT') && left-- <= 0 ? { status: 507, code: 'XMinioStorageFull' } : undefined;
    const back = intoBucket(other, join(home, 'drill'));
    const bring = async () => {
      for (const id of ids) await back.keep(id, [Buffer.from('a')] as unknown as AsyncIterable<Buffer>);
      await back.inPlace();
    };
    await expect(bring()).rejects.toThrow('空间满了');
    expect((await idsOn(other)).length).toBe(2);
    await back.undo();
    expect([await idsOn(other), readdirSync(join(home, 'drill')).sort()]).toEqual([[], ['files']]);
  });

  it('OPS-18 a file that is erased while the backup runs makes it begin anew, and one that stays away is named', async () => {
    const gone = await attach('戊');
    await run(['copy', '--to', 'bucket']);
    let asked = 0;
    store.befall = (request) => {
      if (request !== `GET /xxgk/files/kept/${gone}`) return undefined;
      asked += 1;
      return { status: 404, code: 'NoSuchKey' };
    };
    const { manifest } = certain(await backUp());
    expect([asked, manifest.files.missing, manifest.files.count]).toEqual([3, [gone], 4]);
  });

  it('OPS-20 belongs to the database it was marked with: not to another, nor to one that was left behind', async () => {
    const shelf = bucketShelf({ ...store.settings, prefix: 'shared/' }, HASTE);
    const owner = shelfOwner(db, shelf);
    await owner.prove();
    await owner.note();
    await office.register();
    await owner.prove();
    expect(await whyNotOurs(elsewhere.db, shelf)).toMatchObject({
      code: 'OPS-20',
      says: expect.stringContaining('gongkai files claim'),
    });
    const guarded = sweepsOf(
      { ...office.house, db: elsewhere.db },
      neverCleared,
      KEYS,
      shelfOwner(elsewhere.db, shelf),
    );
    const clear = guarded.find(({ name }) => name === 'clear-unnamed-files')!;
    await expect(clear.run(new Date())).rejects.toThrow('属于另一个数据库');
    await shelf.mark!.write('999999 ahead');
    await expect(owner.prove()).rejects.toThrow('比现在这个数据库新');
    const where = { GONGKAI_BUCKET: shelf.where };
    expect((await run(['claim'], where)).says).toContain('归这一套系统');
    await owner.prove();
  });

  it('FIL-6 leaves nothing unsealed on a machine that only serves the public', async () => {
    const cleared: Date[] = [];
    const clearQuarantine = async (before: Date) => cleared.push(before);
    const now = new Date('2026-06-30T12:00:00Z');
    for (const { run: sweep } of portalSweeps({ clearQuarantine })) await sweep(now);
    expect(cleared).toEqual([new Date('2026-06-30T09:00:00Z')]);
  });

  it('OPS-9 the check-up says where the files are, which are not there, and what is wrong with the bucket', async () => {
    expect(await looks(bucket)).toMatchObject({
      grade: 'good',
      says: expect.stringMatching(/登记了 5 个，抽查 5 个，都在$/),
    });
    await bucket.remove(ids[0]!);
    expect(await looks(bucket)).toMatchObject({
      grade: 'bad',
      says: expect.stringContaining(`有 1 个不在，如 ${ids[0]}`),
    });
    const other = bucketShelf({ ...store.settings, secret: 'another' }, HASTE);
    expect(await looks(other)).toMatchObject({ grade: 'bad', says: expect.stringContaining('对象存储的密钥不对') });
    expect(await shelfUnfit(other, data, () => {})).toMatchObject({
      says: expect.stringContaining('对象存储的密钥不对'),
    });
    const told: string[] = [];
    const away = bucketShelf({ ...store.settings, endpoint: 'http://127.0.0.1:9' }, HASTE);
    expect(await shelfUnfit(away, data, (says) => told.push(says))).toBeUndefined();
    expect(told).toEqual([expect.stringContaining('先启动，附件暂时存不进、打不开')]);
  });
});
