/** What every face and sweep is built from: settings, a migrated database, the key of the identities, the log. */
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Channels } from '../../exchange/channel.ts';
import { queueShares } from '../../exchange/store/sharing/queue-shares.ts';
import { queueTakeDowns } from '../../exchange/store/wechat/posts.ts';
import { type News, REPLACED } from '../../ledger/store/follow-ledger.ts';
import type { House } from '../../perform.ts';
import { openChannelSecrets } from '../../platform/channel-settings.ts';
import type { Config } from '../../platform/config.ts';
import { databaseFolderIn, prepareDataFolder } from '../../platform/data-folder.ts';
import { checkDatabaseServer } from '../../platform/database-server.ts';
import { startEmbeddedPostgres } from '../../platform/embedded-postgres/embedded-postgres.ts';
import { type FileStore, openFileStore } from '../../platform/files/file-store.ts';
import { filesFolderIn, openShelf } from '../../platform/files/open-shelf.ts';
import { type KeyRing, openKeyFile } from '../../platform/key-file.ts';
import { type Logger, openLog } from '../../platform/log.ts';
import { isNewDatabase, migrate, readMigrations } from '../../platform/migrate.ts';
import { openOidcSecret } from '../../platform/oidc-settings.ts';
import { takeFontsFrom } from '../../platform/papers/pdf.ts';
import { noteShelfFault } from '../../platform/pulse.ts';
import { restoreUnfinished } from '../../platform/restore-mark.ts';
import { isRefusal, type Refusal } from '../../statute/refusal.ts';
import { loadCalendar } from '../../statute/store.ts';
import { foreignKeyFile } from '../keys/lost-keys.ts';
import { type ShelfOwner, shelfOwner, whyNotOurs } from '../shelf-owner.ts';
import { openChannels } from './open-channels.ts';
import { openRecords, type Records } from './open-records.ts';
import { shelfUnfit, unlessAway } from './shelf-unfit.ts';
import { uploadGuard } from './upload-guard.ts';

export interface Installation extends Omit<Records, 'db'> {
  readonly config: Config;
  /** Where files are kept: that of the settings, or the one used instead. */
  readonly dataFolder: string;
  readonly packageRoot: string;
  readonly house: House;
  readonly keys: KeyRing;
  readonly files: FileStore;
  /** For the operator: the folder or the bucket they lie in. */
  readonly filesAt: string;
  readonly owner: ShelfOwner;
  readonly log: Logger;
  readonly channels: Channels;
  /** Of the identity provider; null where none is set up. */
  readonly oidcSecret: string | null;
}

export interface Opening {
  readonly config: Config;
  readonly packageRoot: string;
  /** Sentences for the person at the terminal. */
  readonly tell: (sentence: string) => void;
  /** Called in reverse order when the program ends. */
  readonly atEnd: (close: () => Promise<void>) => void;
  /** The database is gone and does not come back. */
  readonly onLost: (why: string) => void;
}

export async function openInstallation(opening: Opening): Promise<Installation | Refusal> {
  const { config, packageRoot, tell, atEnd } = opening;
  const folder = prepareDataFolder({
    folder: config.dataFolder,
    chosen: config.dataFolderChosen,
    packageRoot,
    forDatabase: config.databaseUrl === undefined,
  });
  if (isRefusal(folder)) return folder;
  if (folder.moved) tell(`以 root 启动时数据库用的系统账号进不了程序文件夹，数据放在 ${folder.path}。`);

  const unfinished = restoreUnfinished(folder.path);
  if (unfinished) return unfinished;

  const secrets = openChannelSecrets(config.channels);
  if (isRefusal(secrets)) return secrets;
  // A process that only serves the public holds no secret of the officers' sign-in.
  const oidc = config.faces === 'portal' ? undefined : config.oidc;
  const oidcSecret = oidc ? openOidcSecret(config.secretsFolder, oidc) : null;
  if (isRefusal(oidcSecret)) return oidcSecret;
  const shelf = openShelf(config, folder.path);
  if (isRefusal(shelf)) return shelf;
  const unfit = await shelfUnfit(shelf, folder.path, tell);
  if (unfit) return unfit;
  takeFontsFrom(join(folder.path, 'fonts'));
  const log = openLog(config.logLevel);
  const connectionString = config.databaseUrl ?? (await startOwnDatabase(folder.path, opening));
  if (isRefusal(connectionString)) return connectionString;
  const unusable = config.databaseUrl && (await checkDatabaseServer(config.databaseUrl));
  if (unusable) return unusable;

  // Before the tables: a start that ends between the two must not leave tables without a key.
  const mayCreate = await isNewDatabase(connectionString);
  const keyFile = config.keyFile ?? join(folder.path, 'identity.key');
  const keys = openKeyFile(keyFile, { mayCreate });
  if (isRefusal(keys)) return keys;
  const migrations = readMigrations(join(packageRoot, 'migrations'));
  const migrated = await migrate(connectionString, migrations);
  if (isRefusal(migrated)) return migrated;
  if (!migrated.wasNew && migrated.applied.length > 0) tell(`数据库已升级：${migrated.applied.join('、')}。`);

  const newestMigration = migrations.at(-1)!.name;
  const { db, ...records } = await openRecords({ config, connectionString, newestMigration, log, atEnd });
  const { follower, reading, hearing } = records;
  const foreign = (await foreignKeyFile({ db, shelf, keyFile })) ?? (await whyNotOurs(db, shelf).catch(unlessAway));
  if (foreign) return foreign;
  const { calendar, reread } = await loadCalendar(hearing);
  // 节假日通知和设置.
  follower.onNews(async (news) => void (news.some(changesCalendar) && (await reread())));
  // What becomes public, or is so no more, is so on other platforms as well.
  const alongside: House['alongside'] = async (tx, footprint, at) => {
    await queueShares(tx, footprint, at);
    await queueTakeDowns(tx, footprint, at);
  };
  const house: House = { db, now: () => new Date(), newId: randomUUID, calendar, alongside };
  const files = openFileStore(filesFolderIn(folder.path), keys, {
    guard: uploadGuard(house, config, reading),
    shelf,
    onFault(fault) {
      noteShelfFault(fault.why);
      log.error({ err: fault, advice: fault.advice }, 'kept files are out of reach');
    },
  });
  const channels = openChannels(secrets, house.now, atEnd);
  const reached = { dataFolder: folder.path, packageRoot, house, ...records, keys, files, log, channels };
  return { config, ...reached, filesAt: shelf.where, owner: shelfOwner(db, shelf), oidcSecret };
}

const changesCalendar = ({ room }: News) => room === 'statute' || room === REPLACED.room;

async function startOwnDatabase(dataFolder: string, { tell, atEnd, onLost }: Opening): Promise<string | Refusal> {
  const postgres = await startEmbeddedPostgres({
    databaseFolder: databaseFolderIn(dataFolder),
    runtimeFolder: join(dataFolder, 'runtime'),
    onWait: () => tell('上次没有正常停止，正在恢复数据库……'),
    onLost,
  });
  if (isRefusal(postgres)) return postgres;
  atEnd(() => postgres.stop());
  return postgres.connectionString;
}
