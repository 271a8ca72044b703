/** `gongkai keys status` and `gongkai keys rotate`: which keys are in use, and a new one for everything. */
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { House } from '../perform.ts';
import { type Config, readConfig } from '../platform/config.ts';
import { openDatabase } from '../platform/database.ts';
import { filesFolderIn, openShelf } from '../platform/files/open-shelf.ts';
import { readKeyFile } from '../platform/key-file.ts';
import { isUpToDate, readMigrations } from '../platform/migrate.ts';
import { packageRoot } from '../platform/package-root.ts';
import { isRefusal, type Refusal, refuse } from '../statute/refusal.ts';
import { loadCalendar } from '../statute/store.ts';
import type { Command, Io } from './command.ts';
import { keysInUse } from './keys/key-places.ts';
import type { KeyGround } from './keys/key-stairs.ts';
import { type Rotated, rotate } from './keys/rotate.ts';
import { statusText } from './keys/status-text.ts';
import { dataFolderOf, reach } from './reach.ts';
import { tellingFaults } from './telling-faults.ts';

const usage = `用法：gongkai keys status
      gongkai keys rotate [--remove-old]

status  列出密钥文件里有哪几把密钥，各表有多少个值用哪一把加密。
rotate  加一把新密钥，把申请人身份、附件和文件名、人员联系方式全部换用新密钥加密。系统不必停。
        中断了再运行一次，接着做。旧密钥留在文件里，直到加上 --remove-old：先核对没有一个值还用它，再去掉。
密钥从不打印。哪一个数据库、哪一个密钥文件，由启动时的同样设置决定（GONGKAI_DATA、DATABASE_URL、GONGKAI_KEY_FILE）。
退出码：0 做完；1 有打不开的值，或者没有做完；2 用法不对、数据库或者密钥文件打不开。

例：gongkai keys rotate`;

export const keys: Command = {
  usage,
  run: async ([verb, ...rest], io) => {
    const removeOld = rest[0] === '--remove-old';
    if ((verb !== 'status' && verb !== 'rotate') || rest.length > (removeOld && verb === 'rotate' ? 1 : 0)) {
      io.err(`请写 gongkai keys status 或者 gongkai keys rotate。\n\n${usage}`);
      return 2;
    }
    const config = readConfig({ env: process.env, packageRoot: packageRoot(), workingFolder: process.cwd() });
    if (isRefusal(config)) return refused(config, io, 2);
    return atDatabase(config, io, (house, ground) =>
      verb === 'status' ? tellStatus(house, ground, io) : tellRotation(house, ground, removeOld, io),
    );
  },
};

async function atDatabase(
  config: Config,
  io: Io,
  work: (house: House, ground: KeyGround) => Promise<number>,
): Promise<number> {
  const server = await reach(config, packageRoot());
  if (isRefusal(server)) return refused(server, io, 2);
  try {
    if (!(await isUpToDate(server.connectionString, readMigrations(join(packageRoot(), 'migrations')))))
      return refused(NOT_UPGRADED, io, 2);
    const db = openDatabase({ connectionString: server.connectionString, maxConnections: 2 });
    try {
      const { calendar } = await loadCalendar(db);
      const folder = dataFolderOf(config, packageRoot());
      const shelf = openShelf(config, folder);
      if (isRefusal(shelf)) return refused(shelf, io, 2);
      const files = { shelf, folder: filesFolderIn(folder) };
      const ground = { keyFile: config.keyFile ?? join(folder, 'identity.key'), files };
      return await tellingFaults(io, () => work({ db, now: () => new Date(), newId: randomUUID, calendar }, ground));
    } finally {
      await db.destroy();
    }
  } finally {
    await server.stop();
  }
}

const NOT_UPGRADED = refuse(
  'NOT_UPGRADED',
  '数据库升级记录',
  '数据库还没有升级到这一版程序。请先启动一次系统，再运行。',
);

async function tellStatus({ db }: House, { keyFile, files }: KeyGround, io: Io): Promise<number> {
  const uses = await keysInUse(db, files.shelf);
  const file = readKeyFile(keyFile);
  if (isRefusal(file)) return refused(file, io, 2);
  io.out(statusText(keyFile, file, uses));
  const known = new Set(file.keys.map(({ id }) => id));
  return uses.some(({ counts }) => [...counts.keys()].some((key) => !known.has(key))) ? 1 : 0;
}

async function tellRotation(house: House, ground: KeyGround, removeOld: boolean, io: Io): Promise<number> {
  let told = 0;
  const onStep = (done: number) => {
    if (done - told < 1_000) return;
    told = done;
    io.out(`已经换好 ${done} 个……`);
  };
  const result = await rotate({ house, ...ground, removeOld, onStep });
  if (isRefusal(result)) return refused(result, io, result.code.startsWith('SEC-') ? 1 : 2);
  io.out(sayRotated(result, ground.keyFile));
  return result.left > 0 ? 1 : 0;
}

function sayRotated({ newest, done, older, left, stuck }: Rotated, path: string): string {
  if (stuck.length > 0)
    return [
      `换好 ${done} 个，有 ${stuck.length} 个打不开，没有动它们：内容在数据库或者磁盘上被改动过，请用备份对照。旧密钥留着。`,
      ...stuck.slice(0, 20).map((place) => `  ${place}`),
    ].join('\n');
  if (left > 0) return `换好 ${done} 个，还有 ${left} 个是刚刚存入的。请再运行一次 gongkai keys rotate。`;
  if (older.length === 0)
    return `换好 ${done} 个。旧密钥已经从 ${path} 去掉。以前的数据库备份仍要用以前的密钥文件才能打开。`;
  return [
    `换好 ${done} 个，全部用密钥 ${newest} 加密。旧密钥 ${older.join('、')} 还在 ${path} 里。`,
    '请把新的密钥文件另存一份，然后去掉旧密钥：gongkai keys rotate --remove-old',
  ].join('\n');
}

function refused({ says, basis }: Refusal, io: Io, code: number): number {
  io.err(`没有做（${basis}）：${says}`);
  return code;
}
