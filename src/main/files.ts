/** `gongkai files status` and `gongkai files copy`: where the files are, and how they get from the folder into a bucket and back. */
import { parseArgs } from 'node:util';
import { type Config, readConfig } from '../platform/config.ts';
import { type Db, openDatabase } from '../platform/database.ts';
import { type Copied, copyFiles } from '../platform/files/copy-files.ts';
import { folderShelf } from '../platform/files/folder-shelf.ts';
import { filesFolderIn, openBucket, openShelf } from '../platform/files/open-shelf.ts';
import type { Shelf } from '../platform/files/shelf.ts';
import { isRunning } from '../platform/is-running.ts';
import { packageRoot } from '../platform/package-root.ts';
import { isRefusal, type Refusal, refuse } from '../statute/refusal.ts';
import { type Command, type Io, optionFault } from './command.ts';
import { idsOfNamedFiles } from './file-rows.ts';
import { dataFolderOf, reach } from './reach.ts';
import { claimShelf } from './shelf-owner.ts';
import { lastHeartbeat } from './start/heartbeat.ts';
import { tellingFaults } from './telling-faults.ts';

const usage = `用法：gongkai files status
      gongkai files copy --to bucket [--remove]
      gongkai files copy --to folder [--remove]
      gongkai files claim

status  附件现在放在哪里，有几个，登记了的是不是都在。
copy    在数据文件夹的 files 和 GONGKAI_BUCKET 的存储桶之间搬附件：逐个照原样（加密的）拷过去，读回来核对摘要。
  --to      搬到哪里：bucket 存储桶，folder 文件夹。两个方向都要写 GONGKAI_BUCKET。
  --remove  核对过的从原处删去。系统正用着原处的不做：先改设置、重新启动，再删。
claim   数据库恢复到以前的时刻以后，说明存储桶里的附件仍然归这一套系统。先确认没有别的系统在用这个桶和前缀。
系统不必停：先搬一遍，停下来再搬一遍（只补新的），改好设置启动，最后加 --remove 再搬一遍。中断了再运行一次，接着做。
哪一套，由启动时的同样设置决定（GONGKAI_DATA、DATABASE_URL、GONGKAI_BUCKET）。
退出码：0 做完、都在；1 没有做完，或者有不在的；2 用法不对、设置写错。

例：gongkai files copy --to bucket`;

export const files: Command = {
  usage,
  run: async (args, io) => {
    const wish = readWish(args);
    if (isRefusal(wish)) {
      io.err(`${wish.says}\n\n${usage}`);
      return 2;
    }
    const config = readConfig({ env: process.env, packageRoot: packageRoot(), workingFolder: process.cwd() });
    if (isRefusal(config)) return refused(config, io, 2);
    return tellingFaults(io, () => (typeof wish === 'string' ? atDatabase(config, io, wish) : copy(config, wish, io)));
  },
};

interface CopyWish {
  readonly to: 'bucket' | 'folder';
  readonly remove: boolean;
}

function readWish(args: readonly string[]): CopyWish | 'status' | 'claim' | Refusal {
  const wrong = (says: string) => refuse('WRONG_USAGE', '命令行', says);
  try {
    const options = { to: { type: 'string' }, remove: { type: 'boolean', default: false } } as const;
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const { to, remove } = values;
    const plain = (['status', 'claim'] as const).find((verb) => positionals.join(' ') === verb);
    if (plain && to === undefined && !remove) return plain;
    if (positionals.join(' ') !== 'copy')
      return wrong('请写 gongkai files status、gongkai files copy --to bucket 或者 gongkai files claim。');
    return to === 'bucket' || to === 'folder' ? { to, remove } : wrong('--to 要写 bucket 或者 folder。');
  } catch (error) {
    return wrong(optionFault(error));
  }
}

async function copy(config: Config, { to, remove }: CopyWish, io: Io): Promise<number> {
  if (!config.bucket) return refused(NO_BUCKET, io, 2);
  const dataFolder = dataFolderOf(config, packageRoot());
  const folder = filesFolderIn(dataFolder);
  const bucket = openBucket(config.bucket);
  if (isRefusal(bucket)) return refused(bucket, io, 2);
  const [source, target] = to === 'bucket' ? [folderShelf(folder), bucket] : [bucket, folderShelf(folder)];
  if (remove && usedNow(dataFolder) === source.where) return refused(stillUsed(source), io, 1);
  io.out(`从 ${source.where} 搬到 ${target.where}……`);
  let told = 0;
  const onFile = ({ copied, same }: Copied) => {
    if (copied + same - told < 1_000) return;
    told = copied + same;
    io.out(`已经核对 ${told} 个……`);
  };
  const done = await copyFiles({ from: source, to: target, folder, remove, onFile });
  io.out(sayCopied(done, source, remove));
  return done.unlike.length > 0 ? 1 : 0;
}

/** Where the server that runs beside this data folder keeps files. */
function usedNow(dataFolder: string): string | undefined {
  const beat = lastHeartbeat(dataFolder);
  return beat && isRunning(beat.pid) ? beat.files : undefined;
}

const NO_BUCKET = refuse(
  'OPS-19',
  '启动设置 GONGKAI_BUCKET',
  '没有设 GONGKAI_BUCKET，不知道是哪个存储桶。两个方向都要写它和它的账号、密钥文件。',
);

function stillUsed({ where }: Shelf): Refusal {
  return refuse(
    'OPS-19',
    '附件搬家',
    `系统正在用 ${where}，一个也没有删。请先不加 --remove 搬一遍，改好设置重新启动，再加 --remove。`,
  );
}

function sayCopied({ copied, same, bytes, unlike }: Copied, source: Shelf, remove: boolean): string {
  return [
    `搬过去 ${copied} 个，以前已经在的 ${same} 个，共 ${(bytes / 1024 / 1024).toFixed(1)} MB，都读回来核对过。`,
    ...(remove ? [`核对过的已经从 ${source.where} 删去。`] : []),
    ...(unlike.length > 0
      ? [`有 ${unlike.length} 个读回来不一样，原处没有动：${unlike.slice(0, 5).join('、')}。请再运行一次。`]
      : []),
  ].join('\n');
}

async function atDatabase(config: Config, io: Io, wish: 'status' | 'claim'): Promise<number> {
  const dataFolder = dataFolderOf(config, packageRoot());
  const shelf = openShelf(config, dataFolder);
  if (isRefusal(shelf)) return refused(shelf, io, 2);
  const server = await reach(config, packageRoot());
  if (isRefusal(server)) return refused(server, io, 2);
  try {
    const db = openDatabase({ connectionString: server.connectionString, maxConnections: 1 });
    const work = wish === 'status' ? tellStatus(db, shelf, config, io) : claim(db, shelf, io);
    return await work.finally(() => db.destroy());
  } finally {
    await server.stop();
  }
}

async function tellStatus(db: Db, shelf: Shelf, config: Config, io: Io): Promise<number> {
  const folder = filesFolderIn(dataFolderOf(config, packageRoot()));
  const named = new Set(await idsOfNamedFiles(db));
  const registered = named.size;
  const there = await countOf(shelf, (id) => named.delete(id));
  const left = config.bucket ? await countOf(folderShelf(folder)) : undefined;
  io.out(
    [
      `附件放在 ${shelf.where}：${sayCount(there)}，登记了 ${registered} 个。`,
      named.size === 0 ? '登记了的都在。' : `登记了而不在的 ${named.size} 个：${[...named].slice(0, 5).join('、')}。`,
      ...(left && left.count > 0 ? [`${folder} 里还有 ${sayCount(left)}。`] : []),
    ].join('\n'),
  );
  return named.size > 0 ? 1 : 0;
}

async function claim(db: Db, shelf: Shelf, io: Io): Promise<number> {
  if (!shelf.mark) return refused(NO_BUCKET, io, 2);
  await claimShelf(db, shelf);
  io.out(`${shelf.where} 里的附件归这一套系统。这个数据库里没有登记的，系统启动以后会清理。`);
  return 0;
}

interface Count {
  readonly count: number;
  readonly bytes: number;
}

async function countOf(shelf: Shelf, onId: (id: string) => void = () => {}): Promise<Count> {
  let [count, bytes] = [0, 0];
  for await (const file of shelf.list()) {
    onId(file.id);
    [count, bytes] = [count + 1, bytes + file.bytes];
  }
  return { count, bytes };
}

const sayCount = ({ count, bytes }: Count): string => `${count} 个，${(bytes / 1024 / 1024).toFixed(1)} MB`;

function refused({ says, basis }: Refusal, io: Io, code: number): number {
  io.err(`没有做（${basis}）：${says}`);
  return code;
}
