/** `gongkai doctor`: looks at everything a part-time administrator can put right, and says in words what to do. Changes nothing. */
import { join } from 'node:path';
import { type Config, readConfig } from '../platform/config.ts';
import { openDatabase } from '../platform/database.ts';
import { openShelf } from '../platform/files/open-shelf.ts';
import { migrationsLeft, readMigrations } from '../platform/migrate.ts';
import { packageRoot } from '../platform/package-root.ts';
import { unknownSettings } from '../platform/unknown-settings.ts';
import { isRefusal } from '../statute/refusal.ts';
import type { Command } from './command.ts';
import { lookIntoDatabase } from './doctor/database.ts';
import { bad, GRADES, good, type Look, lookText, mind } from './doctor/look.ts';
import { lookAtBackup, lookAtFolder, lookAtFonts, lookAtKeyFile, lookAtServer, lookAtSpace } from './doctor/machine.ts';
import { lookAtProvider, lookAtScanner } from './doctor/outside.ts';
import { lookAtReplica } from './doctor/replica.ts';
import { lookAtSettings } from './doctor/settings.ts';
import { dataFolderOf, reach } from './reach.ts';

const usage = `用法：gongkai doctor

逐项检查：设置、数据文件夹、磁盘、字体、数据库和升级、时钟、三员、密钥、附件、工作日历、待发的消息、留痕、备份、定时任务。
每项写明正常、注意还是有问题，不正常的写明怎么办。只看不改；系统正在运行也可以检查。
检查哪一套，由启动时的同样设置决定（GONGKAI_DATA、DATABASE_URL 等）。
退出码：0 没有问题（可能有要注意的）；1 有问题；2 用法不对、设置写错。

例：gongkai doctor`;

export const doctor: Command = {
  usage,
  run: async (args, io) => {
    if (args.length > 0) {
      io.err(`doctor 没有“${args[0]}”这个选项。\n\n${usage}`);
      return 2;
    }
    const config = readConfig({ env: process.env, packageRoot: packageRoot(), workingFolder: process.cwd() });
    if (isRefusal(config)) {
      io.err(`不能检查（${config.basis}）：${config.says}`);
      return 2;
    }
    const looks = await lookAtAll(config, new Date());
    for (const look of looks) io.out(lookText(look));
    const count = (grade: Look['grade']) => looks.filter((look) => look.grade === grade).length;
    io.out(`\n${count('good')} 项${GRADES.good}，${count('mind')} 项${GRADES.mind}，${count('bad')} 项${GRADES.bad}。`);
    return count('bad') > 0 ? 1 : 0;
  },
};

async function lookAtAll(config: Config, now: Date): Promise<readonly Look[]> {
  const dataFolder = dataFolderOf(config, packageRoot());
  return [
    ...lookAtSettings(config),
    ...unknownSettings(process.env).map((says) => mind('启动设置', says, '改成正确的名称，或者去掉，重新启动。')),
    lookAtFolder(dataFolder),
    lookAtKeyFile(config.keyFile ?? join(dataFolder, 'identity.key')),
    lookAtSpace(dataFolder),
    lookAtFonts(),
    ...(config.demo ? [] : [lookAtBackup(dataFolder, now)]),
    lookAtServer(dataFolder, now),
    ...(await lookAtProvider(config, now)),
    ...(config.demo ? [] : [await lookAtScanner(config, now)]),
    ...(await lookAtDatabase(config, dataFolder, now)),
  ];
}

async function lookAtDatabase(config: Config, dataFolder: string, now: Date): Promise<readonly Look[]> {
  const server = await reach(config, packageRoot());
  if (isRefusal(server)) return [bad('数据库', server.says, '按上面说的处理以后，再检查一次。')];
  try {
    const left = await migrationsLeft(server.connectionString, readMigrations(join(packageRoot(), 'migrations')));
    if (isRefusal(left)) return [bad('数据库', left.says, '换回那一版程序以后，再检查一次。')];
    if (left > 0)
      return [
        mind('数据库', `还有 ${left} 步升级没有做，其余的检查做不了`, '先备份，再启动一次系统：启动时自动升级。'),
      ];
    const { nameStatements } = config;
    const db = openDatabase({ connectionString: server.connectionString, maxConnections: 2, nameStatements });
    try {
      const keyFile = config.keyFile ?? join(dataFolder, 'identity.key');
      const shelf = openShelf(config, dataFolder);
      if (isRefusal(shelf)) return [bad('附件', shelf.says, '改好密钥文件，再检查一次。')];
      const ground = { db, shelf, keyFile, demo: config.demo, combined: config.officersCombined === true, now };
      const looks = [good('数据库', '能连接，升级都做了'), ...(await lookIntoDatabase(ground))];
      return config.readDatabaseUrl ? [...looks, await lookAtReplica(db, config.readDatabaseUrl)] : looks;
    } finally {
      await db.destroy();
    }
  } finally {
    await server.stop();
  }
}
