/**
 * PostgreSQL from the npm package, with its files in one folder, for this program alone. After `kill -9` of everything
 * the next start recovers; after `kill -9` of this program only, the next start stops the orphan in order and goes on.
 */
import { dirname } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { isRefusal, type Refusal, refuse } from '../../statute/refusal.ts';
import { lentAccount } from './account.ts';
import { createAppDatabase } from './app-database.ts';
import { provideBinaries } from './binaries.ts';
import { type Cluster, openCluster, readCluster } from './cluster.ts';
import { claimDatabase, type Keeper } from './keeper.ts';
import {
  clearTraces,
  findResident,
  makeSocketFolder,
  type Postmaster,
  type PostmasterSettings,
  removeSocketFolder,
  spawnPostmaster,
  stopPostmaster,
} from './postmaster.ts';

export interface EmbeddedPostgres {
  /** As `gongkai`, owner of the database of that name. */
  readonly connectionString: string;
  /** As the superuser, for what only tests do: create and drop databases. */
  readonly adminConnectionString: string;
  /** Stops PostgreSQL in order; close the pools first. */
  stop(): Promise<void>;
}

export interface EmbeddedPostgresOptions {
  /** Its parent must exist; it is made at first start. */
  readonly databaseFolder: string;
  /** Where the programs are copied when they cannot run from the package. */
  readonly runtimeFolder: string;
  /** More settings of PostgreSQL; tests switch off fsync here, nobody else does. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Called once when the database needs long, as after a crash. */
  readonly onWait?: () => void;
  /** PostgreSQL died and could not be brought back: the program should end. */
  readonly onLost?: (why: string) => void;
}

interface Spawning extends PostmasterSettings {
  readonly onWait: (() => void) | undefined;
}

interface Running {
  readonly postmaster: Postmaster;
  readonly keeper: Keeper;
}

export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres | Refusal> {
  const { databaseFolder, runtimeFolder, settings = {}, onLost = () => {} } = options;
  const account = lentAccount(databaseFolder);
  const binaries = provideBinaries(runtimeFolder, account);
  if (isRefusal(binaries)) return binaries;
  const cluster = openCluster(databaseFolder, binaries, account);
  if (isRefusal(cluster)) return cluster;
  clearTraces(cluster);
  const socketFolder = makeSocketFolder(account);
  const { postgres } = binaries;
  const spawning: Spawning = { postgres, account, cluster, socketFolder, settings, onWait: options.onWait };
  const first = await bringUp(spawning, undefined);
  if (isRefusal(first)) {
    removeSocketFolder(socketFolder);
    return first;
  }
  await createAppDatabase(first.keeper.client, cluster.appPassword);
  const watch = keepUp(spawning, first, onLost);
  return {
    connectionString: urlFor(socketFolder, 'gongkai', cluster.appPassword, 'gongkai'),
    adminConnectionString: urlFor(socketFolder, 'postgres', cluster.adminPassword, 'postgres'),
    async stop() {
      await watch.stop();
      removeSocketFolder(socketFolder);
    },
  };
}

/**
 * For a command beside a server: the database that runs is visited and left running; one that rests is started for the time
 * being. @returns the refusal of an empty folder, too: nothing is made
 */
export async function visitEmbeddedPostgres(
  options: EmbeddedPostgresOptions,
): Promise<Pick<EmbeddedPostgres, 'connectionString' | 'stop'> | Refusal> {
  const cluster = readCluster(options.databaseFolder);
  if (isRefusal(cluster)) return cluster;
  const resident = findResident(cluster);
  if (!resident) return startEmbeddedPostgres(options);
  return {
    connectionString: urlFor(resident.socketFolder, 'gongkai', cluster.appPassword, 'gongkai'),
    stop: async () => {},
  };
}

/** A database that replays much after a crash may need minutes; an error in its log ends the wait at once. */
const PATIENCE_MS = 300_000;

/** Starts PostgreSQL, or takes up one already started, until this program holds it. */
async function bringUp(spawning: Spawning, started: Postmaster | undefined): Promise<Running | Refusal> {
  let own = started;
  for (let waited = 0; waited < PATIENCE_MS; waited += 20) {
    if (waited === 3_000) spawning.onWait?.();
    if (own?.hasExited()) {
      if (own !== started && !isHeldByOther(own.complaints())) return didNotStart(own.complaints());
      own = undefined;
    }
    const resident = own ? undefined : findResident(spawning.cluster);
    const socketFolder = own ? spawning.socketFolder : resident?.socketFolder;
    if (socketFolder === undefined) {
      own = spawnPostmaster(spawning);
    } else {
      const claim = await claimDatabase(socketFolder, spawning.cluster);
      if (claim.state === 'theirs') return inUse(spawning.cluster, claim.holder);
      if (claim.state === 'ours' && own) return { postmaster: own, keeper: claim.keeper };
      if (claim.state === 'ours' && resident) {
        await stopPostmaster(resident.pid);
        removeSocketFolder(socketFolder);
      }
    }
    await delay(20);
  }
  if (own?.pid !== undefined) await stopPostmaster(own.pid);
  const resident = findResident(spawning.cluster);
  const advice = `PostgreSQL 进程 ${resident?.pid} 占用着它却没有应答，请先执行 kill -INT ${resident?.pid}。`;
  return didNotStart(own?.complaints() ?? (resident ? advice : '等待超时。'));
}

function didNotStart(why: string): Refusal {
  return refuse('DATABASE_NOT_STARTED', '启动设置 GONGKAI_DATA', `内置数据库没有启动起来：\n${why.slice(-2_000)}`);
}

function inUse(cluster: Cluster, holder: string): Refusal {
  return refuse(
    'DATA_FOLDER_IN_USE',
    '启动设置 GONGKAI_DATA',
    `数据文件夹 ${dirname(dirname(cluster.folder))} 正由另一个公开系统使用${holder && `（进程 ${holder}）`}。` +
      '请先停止它，或用 GONGKAI_DATA 指定另一个数据文件夹。',
  );
}

/** The last program's sessions may outlive its postmaster for a moment after `kill -9`. */
function isHeldByOther(complaints: string): boolean {
  return /lock file "[^"]+" already exists|pre-existing shared memory block/.test(complaints);
}

/** Brings PostgreSQL back when it dies (out of memory, a stray kill), once a minute at most. */
function keepUp(spawning: Spawning, first: Running, onLost: (why: string) => void): { stop(): Promise<void> } {
  let current: Promise<Running | Refusal> = Promise.resolve(first);
  let stopping = false;
  const watch = async () => {
    for (let running = first, since = performance.now(); ; since = performance.now()) {
      await Promise.race([running.keeper.ended, running.postmaster.exited]);
      if (stopping) return;
      if (running !== first && performance.now() - since < 60_000) return onLost(didNotStart('反复退出。').says);
      current = bringUp(spawning, running.postmaster);
      const next = await current;
      if (isRefusal(next)) return onLost(next.says);
      running = next;
    }
  };
  const watching = watch();
  return {
    async stop() {
      stopping = true;
      const running = await current;
      if (!isRefusal(running) && running.postmaster.pid !== undefined) {
        await stopPostmaster(running.postmaster.pid);
        await running.postmaster.exited;
      }
      await watching;
    },
  };
}

function urlFor(socketFolder: string, user: string, password: string, database: string): string {
  return `postgres://${user}:${password}@/${database}?host=${encodeURIComponent(socketFolder)}`;
}
