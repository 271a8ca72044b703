/** `gongkai backup` and `gongkai backup verify`: a whole copy while the system runs, and whether one is still good. */
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { isSealedFile, readArchive } from '../platform/backup/read-archive.ts';
import { type Config, readConfig } from '../platform/config.ts';
import { openShelf } from '../platform/files/open-shelf.ts';
import { isUpToDate, readMigrations } from '../platform/migrate.ts';
import { packageRoot } from '../platform/package-root.ts';
import { isRefusal, type Refusal, refuse } from '../statute/refusal.ts';
import { tooMany } from './backup/backup-name.ts';
import { noteBackup } from './backup/last-backup.ts';
import { askPassphrase } from './backup/passphrase.ts';
import { summaryOf } from './backup/summary.ts';
import { type TakenBackup, takeBackup } from './backup/take-backup.ts';
import { type Command, type Io, optionFault } from './command.ts';
import { dataFolderOf, reach } from './reach.ts';
import { tellingFaults } from './telling-faults.ts';

const usage = `用法：gongkai backup [--to 文件夹] [--encrypt] [--passphrase-file 文件] [--with-keys] [--keep 份数]
      gongkai backup verify 备份文件 [--passphrase-file 文件]

做一份完整的备份：数据库某一时刻的全部内容和附件，装进一个文件。系统不必停。写完先读一遍核对，再改成正式的名字。
  --to               放在哪个文件夹，默认是数据文件夹里的 backups。最好是另一块磁盘或者另一台机器。
  --encrypt          用口令加密。口令从 --passphrase-file 的文件读，没有写的在终端输入。
  --with-keys        把密钥文件也放进去；必须同时 --encrypt。不加的，密钥文件要另外保存。
  --keep             做好以后，这个文件夹里只留最近的几份。
verify 核对一份备份是否完好，坏了一个字节也会指出是哪一部分；不需要数据库。
备份哪一个数据库，由启动时的同样设置决定（GONGKAI_DATA、DATABASE_URL、GONGKAI_KEY_FILE）。
退出码：0 做好、完好；1 没有做成、备份坏了，或者有附件缺失；2 用法不对、数据库打不开。

例：gongkai backup --to /mnt/backup --encrypt --passphrase-file /etc/gongkai/backup-passphrase --keep 14`;

export const backup: Command = {
  usage,
  run: async (args, io) => {
    const wish = readWish(args);
    if (isRefusal(wish)) {
      io.err(`${wish.says}\n\n${usage}`);
      return 2;
    }
    return wish.verify === undefined ? make(wish, io) : verify(wish.verify, wish.passphraseFile, io);
  },
};

interface Wish {
  readonly verify?: string;
  readonly to?: string | undefined;
  readonly encrypt: boolean;
  readonly passphraseFile?: string | undefined;
  readonly withKeys: boolean;
  readonly keep?: number | undefined;
}

const OPTIONS = {
  to: { type: 'string' },
  encrypt: { type: 'boolean', default: false },
  'passphrase-file': { type: 'string' },
  'with-keys': { type: 'boolean', default: false },
  keep: { type: 'string' },
} as const;

function readWish(args: readonly string[]): Wish | Refusal {
  const wrong = (says: string) => refuse('WRONG_USAGE', '命令行', says);
  let parsed: ReturnType<typeof parseArgs<{ options: typeof OPTIONS; allowPositionals: true }>>;
  try {
    parsed = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    return wrong(optionFault(error));
  }
  const { values, positionals } = parsed;
  const passphraseFile = values['passphrase-file'];
  if (positionals[0] === 'verify') {
    if (positionals.length !== 2) return wrong('请写 gongkai backup verify 备份文件。');
    return { verify: resolve(positionals[1]!), passphraseFile, encrypt: false, withKeys: false };
  }
  if (positionals.length > 0) return wrong(`不认识“${positionals[0]}”。`);
  const { encrypt, keep, to } = values;
  const withKeys = values['with-keys'];
  if (withKeys && !encrypt)
    return wrong('--with-keys 必须同时加 --encrypt：密钥和数据放在一起又不加密，等于没有加密。');
  if (passphraseFile !== undefined && !encrypt) return wrong('写了 --passphrase-file，没有写 --encrypt。');
  if (keep !== undefined && !/^[1-9]\d{0,3}$/.test(keep)) return wrong(`--keep 要写份数，如 14，现在是“${keep}”。`);
  return { to, encrypt, passphraseFile, withKeys, keep: keep === undefined ? undefined : Number(keep) };
}

async function make(wish: Wish, io: Io): Promise<number> {
  const config = readConfig({ env: process.env, packageRoot: packageRoot(), workingFolder: process.cwd() });
  if (isRefusal(config)) return refused(config, io, 2);
  const passphrase = wish.encrypt ? await askPassphrase(wish.passphraseFile, { twice: true }) : undefined;
  if (isRefusal(passphrase)) return refused(passphrase, io, 2);
  const server = await reach(config, packageRoot());
  if (isRefusal(server)) return refused(server, io, 2);
  try {
    if (!(await isUpToDate(server.connectionString, readMigrations(join(packageRoot(), 'migrations')))))
      return refused(NOT_UPGRADED, io, 2);
    return await tellingFaults(io, () => makeOf(config, server.connectionString, { ...wish, passphrase }, io));
  } finally {
    await server.stop();
  }
}

/** A newer program may not know what an older one's tables need. */
const NOT_UPGRADED = refuse(
  'NOT_UPGRADED',
  '数据库升级记录',
  '数据库与这一版程序不一致。升级前的备份请用原来那一版程序做；已经换了新程序的，先启动一次。',
);

async function makeOf(
  config: Config,
  connectionString: string,
  wish: Wish & { readonly passphrase: string | undefined },
  io: Io,
): Promise<number> {
  const dataFolder = dataFolderOf(config, packageRoot());
  const to = wish.to ? resolve(wish.to) : join(dataFolder, 'backups');
  const { passphrase, withKeys } = wish;
  const keyFile = config.keyFile ?? join(dataFolder, 'identity.key');
  const program = programVersion();
  const shelf = openShelf(config, dataFolder);
  if (isRefusal(shelf)) return refused(shelf, io, 2);
  const taken = await takeBackup({ connectionString, shelf, keyFile, program, to, passphrase, withKeys });
  if (isRefusal(taken)) return refused(taken, io, 1);
  noteBackup(dataFolder, { at: taken.manifest.takenAt, path: taken.path });
  const gone = wish.keep === undefined ? [] : tooMany(readdirSync(to), wish.keep);
  for (const name of gone) rmSync(join(to, name));
  io.out(sayTaken(taken, gone));
  return taken.manifest.files.missing.length > 0 ? 1 : 0;
}

function sayTaken({ path, manifest }: TakenBackup, gone: readonly string[]): string {
  return [
    `备份做好了，已经读过一遍核对：${path}`,
    summaryOf(manifest),
    ...(gone.length > 0 ? [`  删去的旧备份  ${gone.join('、')}`] : []),
    ...(manifest.withKeys ? [] : ['密钥文件不在里面，请另存一份，与备份分开放。']),
  ].join('\n');
}

async function verify(path: string, passphraseFile: string | undefined, io: Io): Promise<number> {
  const isLocked = await isSealedFile(path);
  if (isRefusal(isLocked)) return refused(isLocked, io, 2);
  const passphrase = isLocked ? await askPassphrase(passphraseFile, { twice: false }) : undefined;
  if (isRefusal(passphrase)) return refused(passphrase, io, 2);
  const manifest = await readArchive({ path, passphrase });
  if (isRefusal(manifest)) return refused(manifest, io, 1);
  io.out(`完好：${path}\n${summaryOf(manifest)}`);
  return 0;
}

export function programVersion(): string {
  return (JSON.parse(readFileSync(join(packageRoot(), 'package.json'), 'utf8')) as { version: string }).version;
}

function refused({ says, basis }: Refusal, io: Io, code: number): number {
  io.err(`没有做（${basis}）：${says}`);
  return code;
}
