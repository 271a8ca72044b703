/** `gongkai ledger verify`: follows the chain of this installation's ledger and names the first entry that does not fit. */
import type { ChainEnd } from '../ledger/entry.ts';
import { verifyLedger } from '../ledger/store.ts';
import { type ChainFault, FAULT_TERMS, isFault } from '../ledger/verify.ts';
import { readConfig, type Surroundings } from '../platform/config.ts';
import { openDatabase } from '../platform/database.ts';
import { isNewDatabase } from '../platform/migrate.ts';
import { packageRoot } from '../platform/package-root.ts';
import { isRefusal, type Refusal, refuse } from '../statute/refusal.ts';
import type { Command } from './command.ts';
import { reach } from './reach.ts';

const usage = `用法：gongkai ledger verify

校验本系统的留痕链：每一条的内容与它的 SM3 摘要是否相符，前后是否相扣，末尾有没有被删掉。
校验哪一个数据库，由启动时的同样设置决定（GONGKAI_DATA 或 DATABASE_URL）；系统正在运行也可以校验。
退出码：0 完整；1 有断点，并指出第一处；2 用法不对或者数据库打不开。

例：gongkai ledger verify`;

export const ledger: Command = {
  usage,
  run: async ([verb, ...rest], io) => {
    if (verb !== 'verify' || rest.length > 0) {
      io.err(`请写 gongkai ledger verify。\n\n${usage}`);
      return 2;
    }
    const result = await verify({ env: process.env, packageRoot: packageRoot(), workingFolder: process.cwd() });
    if (isRefusal(result)) {
      io.err(`不能校验（${result.basis}）：${result.says}`);
      return 2;
    }
    io.out(isFault(result) ? sayFault(result) : sayWhole(result));
    return isFault(result) ? 1 : 0;
  },
};

async function verify(surroundings: Surroundings): Promise<ChainEnd | ChainFault | Refusal> {
  const config = readConfig(surroundings);
  if (isRefusal(config)) return config;
  const server = await reach(config, surroundings.packageRoot);
  if (isRefusal(server)) return server;
  try {
    if (await isNewDatabase(server.connectionString)) return NOTHING_YET;
    const db = openDatabase({ connectionString: server.connectionString, maxConnections: 1 });
    return await verifyLedger(db).finally(() => db.destroy());
  } finally {
    await server.stop();
  }
}

const NOTHING_YET = refuse('NO_LEDGER', '留痕', '这个数据库里还没有留痕：系统还没有在它上面启动过。请核对启动设置。');

function sayWhole({ seq, hash }: ChainEnd): string {
  return `留痕完整：共 ${seq} 条，首尾相扣。\n链尾  ${hash}\n把条数和链尾抄在别处保存，以后可以证明到今天为止的留痕没有改动。`;
}

function sayFault({ seq, why, entry, expected, found }: ChainFault): string {
  const what =
    entry &&
    `  记载  ${entry.at}  ${entry.room} ${entry.verb}  ${entry.subject}（机关 ${entry.agencyId}，行为人 ${entry.actorId}）`;
  return [
    `留痕在第 ${seq} 条断开：${FAULT_TERMS[why]}。`,
    ...(what ? [what] : []),
    `  应为  ${expected}`,
    `  实为  ${found}`,
    `此前的 ${seq - 1} 条完整。请保留数据库现状和备份，用备份中的同一条对照，查明是谁在什么时候改动的。`,
  ].join('\n');
}
