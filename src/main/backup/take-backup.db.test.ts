import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, describe, expect, it } from 'vitest';
import { emptyDatabase, testDatabase } from '../../../test/support/database.ts';
import { KEYS, requestDesk } from '../../../test/support/request-desk.ts';
import { TABLES } from '../../platform/backup/snapshot.ts';
import { openDatabase } from '../../platform/database.ts';
import { openFileStore } from '../../platform/files/file-store.ts';
import { folderShelf } from '../../platform/files/folder-shelf.ts';
import { placeIn } from '../../platform/files/shelves.ts';
import { readMigrations } from '../../platform/migrate.ts';
import { packageRoot } from '../../platform/package-root.ts';
import { insertAttachment } from '../../requests/store/request-files.ts';
import { isRefusal, type Refusal } from '../../statute/refusal.ts';
import { intoFolder } from './files-back.ts';
import { restoreBackup, versionUnfit } from './restore-backup.ts';
import { takeBackup } from './take-backup.ts';

const home = mkdtempSync(join(tmpdir(), 'gongkai-take-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));
const { db, url } = await testDatabase();
const office = await requestDesk(db);
const dataFolder = join(home, 'data');
const files = openFileStore(join(dataFolder, 'files'), KEYS);
const shelf = folderShelf(join(dataFolder, 'files'));
const migrations = readMigrations(join(packageRoot(), 'migrations'));
const AT = new Date('2026-06-30T02:00:00Z');

function certain<T>(result: T | Refusal): T {
  if (isRefusal(result)) throw new Error(result.says);
  return result;
}

const take = async (to = join(home, 'backups')) => {
  const wish = { connectionString: url, shelf, keyFile: join(home, 'none'), program: '0.1.0' };
  return takeBackup({ ...wish, to, withKeys: false });
};

/** An application with a file, and a row that names a file nobody has. */
async function attach(id?: string): Promise<string> {
  const { request } = await office.register();
  const kept = certain(
    await files.keep(
      (async function* () {
        yield Buffer.from('送达回证');
      })(),
      '回证.txt',
    ),
  );
  await db.transaction().execute((tx) =>
    insertAttachment(
      tx,
      {
        ...{ ...kept, id: id ?? kept.id, requestId: request.id, agencyId: 'county', factN: null },
        ...{ purpose: 'application', taskId: null, addedBy: 'public', addedAt: AT },
      },
      KEYS,
    ),
  );
  return id ?? kept.id;
}

/** Everything in every table, in an order of its own. */
async function contentOf(connectionString: string): Promise<ReadonlyMap<string, string>> {
  const other = openDatabase({ connectionString, maxConnections: 1 });
  const content = new Map<string, string>();
  for (const { name } of (await sql.raw<{ name: string }>(TABLES).execute(other)).rows) {
    const all = sql<{
      all: string;
    }>`select coalesce(string_agg(t::text, '\n' order by t::text), '') as all from ${sql.table(name)} t`;
    content.set(name, (await all.execute(other)).rows[0]!.all);
  }
  await other.destroy();
  return content;
}

describe('what a backup holds', () => {
  it('OPS-2 OPS-4 every row and every file comes back as it was, ordinals and checks too', async () => {
    const id = await attach();
    const { path, manifest } = certain(await take());
    expect(manifest.files).toMatchObject({ count: 1, missing: [] });
    expect(manifest.keys).toEqual([KEYS.newestId()]);
    const place = await emptyDatabase();
    const folder = join(home, 'restored');
    const ground = {
      connectionString: place,
      files: intoFolder(folder),
      keyFile: join(folder, 'identity.key'),
      migrations,
    };
    expect(await restoreBackup({ path }, manifest, ground)).toEqual({ leftOut: [] });
    expect(await contentOf(place)).toEqual(await contentOf(url));
    const kept = (data: string) => readFileSync(placeIn(join(data, 'files'), id));
    expect(kept(folder).equals(kept(dataFolder))).toBe(true);

    const other = openDatabase({ connectionString: place, maxConnections: 1 });
    const change = sql`update ledger_entries set verb = 'x'`.execute(other);
    await expect(change).rejects.toThrow('append-only');
    const orphan = sql`insert into officers (id, agency_id, sign_in_name, name, password_hash) values ('o', 'nowhere', 'o', '', '')`;
    await expect(orphan.execute(other)).rejects.toThrow('foreign key');
    const next = async (base: typeof db) =>
      (
        await sql<{
          last: string;
        }>`select string_agg(sequencename || last_value, ',' order by 1) as last from pg_sequences`.execute(base)
      ).rows[0]!.last;
    expect(await next(other)).toBe(await next(db));
    await other.destroy();
  });

  it('OPS-2 a file that a row names and the disk has lost is told, and the rest is kept', async () => {
    const lost = await attach('0a1b2c3d-0000-4000-8000-00000000dead');
    const { manifest } = certain(await take());
    expect(manifest.files.missing).toEqual([lost]);
    await db.deleteFrom('request_files').where('id', '=', lost).execute();
  });

  it('OPS-1 that cannot be written is refused in words and leaves nothing', async () => {
    const blocked = join(home, 'blocked');
    writeFileSync(blocked, '');
    const refused = await take(blocked);
    expect(isRefusal(refused) && refused.says).toMatch(/备份没有做成：\S+blocked 已经存在，并且不是文件夹/);
  });
});

describe('a table that is not ours', () => {
  it('OPS-4 is left out and named, and keeps nobody from restoring the rest', async () => {
    await sql`create table notes_of_the_operator (id serial primary key, text text)`.execute(db);
    await sql`insert into notes_of_the_operator (text) values ('a'), ('b')`.execute(db);
    const { path, manifest } = certain(await take());
    await sql`drop table notes_of_the_operator`.execute(db);
    const place = await emptyDatabase();
    const folder = join(home, 'beside');
    const ground = {
      connectionString: place,
      files: intoFolder(folder),
      keyFile: join(folder, 'identity.key'),
      migrations,
    };
    expect(await restoreBackup({ path }, manifest, ground)).toEqual({ leftOut: ['notes_of_the_operator'] });
    expect(await contentOf(place)).toEqual(await contentOf(url));
  });
});

describe('a backup that does not fit its own manifest', () => {
  it('OPS-4 leaves no row in the tables', async () => {
    const { path, manifest } = certain(await take());
    const tables = manifest.tables.map((table) =>
      table.name === 'ledger_entries' ? { ...table, rows: table.rows + 1 } : table,
    );
    const place = await emptyDatabase();
    const folder = join(home, 'unfit');
    const ground = {
      connectionString: place,
      files: intoFolder(folder),
      keyFile: join(folder, 'identity.key'),
      migrations,
    };
    await expect(restoreBackup({ path }, { ...manifest, tables }, ground)).rejects.toThrow('tables/ledger_entries');
    expect((await contentOf(place)).get('info_requests')).toBe('');
  });
});

describe('a backup of another version of the program', () => {
  it('OPS-7 an older one is upgraded on the way, a newer one refused in words', async () => {
    const { path, manifest } = certain(await take());
    const later = {
      name: '9999-later.sql',
      text: `alter table agencies add column later text not null default 'new';`,
    };
    const place = await emptyDatabase();
    const folder = join(home, 'later');
    const keyFile = join(folder, 'identity.key');
    const ground = { connectionString: place, files: intoFolder(folder), keyFile, migrations: [...migrations, later] };
    expect(await restoreBackup({ path }, manifest, ground)).toEqual({ leftOut: [] });
    const other = openDatabase({ connectionString: place, maxConnections: 1 });
    const { rows } = await sql`select distinct later from agencies`.execute(other);
    expect(rows).toEqual([{ later: 'new' }]);
    await other.destroy();

    expect(versionUnfit(manifest, migrations)).toBeUndefined();
    expect(versionUnfit(manifest, migrations.slice(0, -1))?.says).toContain('这份备份是更新的程序（0.1.0）做的');
  });
});
