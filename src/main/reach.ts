/** The database of this installation for a command: looked at while the server runs, started where it rests. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../platform/config.ts';
import { begunFolder, databaseFolderIn } from '../platform/data-folder.ts';
import { checkDatabaseServer } from '../platform/database-server.ts';
import { visitEmbeddedPostgres } from '../platform/embedded-postgres/embedded-postgres.ts';
import { type Refusal, refuse } from '../statute/refusal.ts';

export interface Reached {
  readonly connectionString: string;
  /** Leaves the database as it was found. */
  stop(): Promise<void>;
}

export async function reach(config: Config, root: string): Promise<Reached | Refusal> {
  if (config.databaseUrl !== undefined) {
    const unusable = await checkDatabaseServer(config.databaseUrl);
    return unusable ?? { connectionString: config.databaseUrl, stop: async () => {} };
  }
  const folder = dataFolderOf(config, root);
  const databaseFolder = databaseFolderIn(folder);
  if (!existsSync(databaseFolder)) return nothingIn(folder);
  return visitEmbeddedPostgres({ databaseFolder, runtimeFolder: join(folder, 'runtime') });
}

function nothingIn(folder: string): Refusal {
  const says = `数据文件夹 ${folder} 里还没有数据库。请用 GONGKAI_DATA 指出启动时用的数据文件夹。`;
  return refuse('NO_DATABASE', '启动设置 GONGKAI_DATA', says);
}

/** Where the server keeps its files under the same settings. */
export function dataFolderOf({ dataFolder, dataFolderChosen }: Config, packageRoot: string): string {
  return begunFolder({ folder: dataFolder, chosen: dataFolderChosen, packageRoot });
}
