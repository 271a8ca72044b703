import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { deskWriter } from '../../../test/crash/desk-writer.ts';
import { emptyDatabase } from '../../../test/support/database.ts';
import { killLeftServers, postmasterOf, runCommand, startServer } from '../../../test/support/running-server.ts';
import type { RegisteredView } from '../../desk/contract.ts';
import { lastBackup } from './last-backup.ts';

const home = mkdtempSync(join(tmpdir(), 'gongkai-backup-'));
chmodSync(home, 0o755);
afterEach(killLeftServers);
afterAll(() => rmSync(home, { recursive: true, force: true }));

const source = join(home, 'source');
const shelf = join(home, 'backups');
const env = { GONGKAI_DATA: source, GONGKAI_DEMO: 'off' };
const passphraseFile = join(home, 'passphrase');
writeFileSync(passphraseFile, '一句不容易猜到的备份口令\n', { mode: 0o600 });
const run = (args: string[], data = source, more: Record<string, string> = {}) =>
  runCommand(args, { GONGKAI_DATA: data, GONGKAI_DEMO: 'off', ...more });
const newest = (ending: string) => {
  const names = readdirSync(shelf).filter((name) => name.endsWith(ending));
  return join(shelf, names.sort().at(-1)!);
};
const countIn = (output: string) => Number(/留痕 {4}(\d+) 条/.exec(output)?.[1]);
const acknowledged: RegisteredView[] = [];

describe('gongkai backup while people write, and restore elsewhere', () => {
  it('OPS-1 OPS-4 takes one moment under write load; restored, counts are equal, the ledger verifies, what was acknowledged before is there', async () => {
    const server = await startServer(env);
    const writer = deskWriter(source);
    await writer.connect?.(server);
    let enough = false;
    let number = 0;
    const work = async () => {
      while (!enough) {
        number += 1;
        acknowledged.push(await writer.write(server, number));
      }
    };
    const writing = Promise.all([work(), work(), work()]);
    while (acknowledged.length < 30) await acknowledgedMore();
    const before = [...acknowledged];
    const taken = await run(['backup', '--to', shelf]);
    const during = acknowledged.length - before.length;
    enough = true;
    await writing;
    expect([taken.code, taken.output]).toEqual([0, expect.stringContaining('备份做好了，已经读过一遍核对')]);
    // Writers were never held up, and the moment of the backup lies among what they wrote.
    expect(during).toBeGreaterThan(0);
    const verified = await run(['ledger', 'verify']);
    const now = Number(/共 (\d+) 条/.exec(verified.output)?.[1]);
    expect(countIn(taken.output)).toBeLessThan(now);
    expect(lastBackup(source)?.path).toBe(newest('.tar'));
    expect(await server.stop()).toBe(0);

    const elsewhere = join(home, 'elsewhere');
    const restored = await run(['restore', newest('.tar')], elsewhere);
    expect([restored.code, restored.output]).toEqual([0, expect.stringContaining('每张表的行数与备份相同，留痕完整')]);
    expect(countIn(restored.output)).toBe(countIn(taken.output));
    expect(restored.output).toContain(
      `还缺密钥文件：启动以前，请把与备份一同保存的密钥文件放到 ${join(elsewhere, 'identity.key')}`,
    );
    expect(postmasterOf(elsewhere)).toBeUndefined();

    expect(await run(['start'], elsewhere)).toEqual({ code: 1, output: expect.stringContaining('找不到密钥文件') });
    copyFileSync(join(source, 'identity.key'), join(elsewhere, 'identity.key'));
    const again = await startServer({ ...env, GONGKAI_DATA: elsewhere });
    await writer.connect?.(again);
    expect(await writer.verify(again, before)).toEqual([]);
    await again.stop();
  });
});

/** When the writers have got one more answer. */
async function acknowledgedMore(): Promise<void> {
  const before = acknowledged.length;
  while (acknowledged.length === before) await new Promise((done) => setImmediate(done));
}

describe('a place that is not empty', () => {
  it('OPS-4 is refused and left as it is: a data folder in use, a database with tables', async () => {
    const key = readFileSync(join(source, 'identity.key'), 'utf8');
    const { code, output } = await run(['restore', newest('.tar')]);
    expect([code, output]).toEqual([1, expect.stringContaining('里已经有 database，没有动它')]);
    expect(readFileSync(join(source, 'identity.key'), 'utf8')).toBe(key);

    const other = await emptyDatabase();
    const first = await run(['restore', newest('.tar')], join(home, 'url-1'), { DATABASE_URL: other });
    expect([first.code, first.output]).toEqual([0, expect.stringContaining('留痕完整')]);
    const second = await run(['restore', newest('.tar')], join(home, 'url-2'), { DATABASE_URL: other });
    expect([second.code, second.output]).toEqual([1, expect.stringContaining('数据库里已经有表，没有动它')]);
  });
});

describe('a backup that is damaged', () => {
  it('OPS-3 with one flipped bit is refused, naming the part, and nothing is made', async () => {
    const bytes = readFileSync(newest('.tar'));
    const path = join(home, 'flipped.tar');
    const at = bytes.indexOf('tables/ledger_entries/000000.gz') + 512 + 40;
    bytes[at]! ^= 1;
    writeFileSync(path, bytes);
    const place = join(home, 'never');
    const { code, output } = await run(['restore', path], place);
    expect([code, output]).toEqual([
      1,
      expect.stringContaining('“tables/ledger_entries/000000.gz”这一部分已损坏或者被改动过。什么都没有恢复'),
    ]);
    expect(existsSync(place)).toBe(false);
    const verified = await run(['backup', 'verify', path]);
    expect([verified.code, verified.output]).toEqual([1, expect.stringContaining('“tables/ledger_entries/000000.gz”')]);
    expect((await run(['backup', 'verify', newest('.tar')])).code).toBe(0);
  });
});

describe('keys and passphrases', () => {
  it('OPS-5 OPS-6 keys go only into a sealed backup, which opens with its passphrase alone and needs nothing else', async () => {
    const unsealed = await run(['backup', '--to', shelf, '--with-keys']);
    expect([unsealed.code, unsealed.output]).toEqual([2, expect.stringContaining('--with-keys 必须同时加 --encrypt')]);
    const sealing = ['backup', '--to', shelf, '--with-keys', '--encrypt', '--passphrase-file', passphraseFile];
    expect((await run(sealing)).code).toBe(0);
    const path = newest('.tar.sealed');
    expect(readFileSync(path).includes('ledger_entries')).toBe(false);

    const wrong = join(home, 'wrong');
    writeFileSync(wrong, '另外一句同样很长很长的口令', { mode: 0o600 });
    const place = join(home, 'sealed');
    const refused = await run(['restore', path, '--passphrase-file', wrong], place);
    expect([refused.code, refused.output]).toEqual([1, expect.stringContaining('口令不对，或者文件开头已损坏')]);
    const opened = await run(['restore', path, '--passphrase-file', passphraseFile], place);
    expect([opened.code, opened.output]).toEqual([0, expect.stringContaining('可以启动了')]);
    expect(readFileSync(join(place, 'identity.key'), 'utf8')).toBe(readFileSync(join(source, 'identity.key'), 'utf8'));
  });

  it('OPS-5 beside a key file that cannot open what comes nothing is restored', async () => {
    const place = join(home, 'other-key');
    expect((await run(['restore', newest('.tar')], place)).code).toBe(0);
    const strange = join(home, 'strange.key');
    const other = { id: '0badc0de', cipher: 'aes-256-gcm', secret: Buffer.alloc(32, 1).toString('base64url') };
    writeFileSync(strange, JSON.stringify({ keys: [other] }), { mode: 0o600 });
    const { code, output } = await run(['restore', newest('.tar')], join(home, 'none'), { GONGKAI_KEY_FILE: strange });
    expect([code, output]).toEqual([1, expect.stringMatching(/里没有密钥 [0-9a-f]{8}，打不开备份里的身份信息/)]);
    expect(existsSync(join(home, 'none', 'database'))).toBe(false);
  });

  it('OPS-6 does not take a passphrase file that others read, nor a short one', async () => {
    const open = join(home, 'open');
    writeFileSync(open, '一句不容易猜到的备份口令');
    chmodSync(open, 0o644);
    const short = join(home, 'short');
    writeFileSync(short, '太短', { mode: 0o600 });
    for (const [file, says] of [
      [open, '其他用户也能读口令文件'],
      [short, '口令至少 12 个字'],
    ] as const) {
      const { code, output } = await run(['backup', '--encrypt', '--passphrase-file', file]);
      expect([code, output]).toEqual([2, expect.stringContaining(says)]);
    }
  });
});

describe('what a killed restore leaves', () => {
  it('OPS-4 is not started on, and the next restore begins anew', async () => {
    const place = join(home, 'killed');
    expect((await run(['restore', newest('.tar')], place)).code).toBe(0);
    writeFileSync(join(place, 'restore-unfinished'), '');
    const start = await run(['start'], place);
    expect([start.code, start.output]).toEqual([1, expect.stringContaining('有一次没有做完的恢复')]);
    const again = await run(['restore', newest('.tar')], place);
    expect([again.code, again.output]).toEqual([0, expect.stringContaining('留痕完整')]);
    expect(existsSync(join(place, 'restore-unfinished'))).toBe(false);
  });

  it('OPS-4 is cleared away in no other database than the one it was begun in', async () => {
    const place = join(home, 'killed');
    writeFileSync(join(place, 'restore-unfinished'), 'db.example:5432/gongkai');
    const { code, output } = await run(['restore', newest('.tar')], place);
    expect([code, output]).toEqual([1, expect.stringContaining('是往另一个数据库或者存储桶做的')]);
    expect(existsSync(join(place, 'database'))).toBe(true);
    rmSync(join(place, 'restore-unfinished'));
    expect((await run(['ledger', 'verify'], place)).code).toBe(0);
  });
});

describe('how many are kept', () => {
  it('OPS-8 the newest, and nothing that is no backup is removed', async () => {
    for (const name of ['gongkai-20200101-000000.tar', 'gongkai-20200102-000000.tar.sealed', 'letter.tar'])
      writeFileSync(join(shelf, name), '');
    expect((await run(['backup', '--to', shelf, '--keep', '1'])).code).toBe(0);
    expect(readdirSync(shelf).sort()).toEqual([
      expect.stringMatching(/^gongkai-20[2-9]\d{5}-\d{6}\.tar$/),
      'letter.tar',
    ]);
  });
});
