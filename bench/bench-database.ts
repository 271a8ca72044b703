/** An empty, migrated database of the bench's own. Nothing in it must survive, so nothing waits for the disk; reading is as in the product. */
import { type Db, openDatabase } from '../src/platform/database.ts';
import { onServer, startDatabaseCluster, urlOfDatabase } from '../test/support/database-cluster.ts';
import { openRunFolder } from '../test/support/run-folder.ts';

export async function withDatabase<T>(work: (db: Db, url: string) => Promise<T>): Promise<T> {
  return withDatabases(['gongkai_bench'], ([db], [url]) => work(db!, url!));
}

/** Two installations. */
export async function withTwoDatabases<T>(work: (one: Db, other: Db) => Promise<T>): Promise<T> {
  return withDatabases(['gongkai_bench', 'gongkai_bench_other'], ([one, other]) => work(one!, other!));
}

async function withDatabases<T>(
  names: readonly string[],
  work: (dbs: readonly Db[], urls: readonly string[]) => Promise<T>,
): Promise<T> {
  const folder = await openRunFolder();
  const cluster = await startDatabaseCluster(folder.path);
  try {
    if (cluster.problem) throw new Error(cluster.problem);
    for (const name of names) await onServer(cluster.adminUrl, `create database ${name} template ${cluster.template}`);
    const urls = names.map((name) => urlOfDatabase(cluster.adminUrl, name));
    const dbs = urls.map((connectionString) => openDatabase({ connectionString }));
    try {
      return await work(dbs, urls);
    } finally {
      for (const db of dbs) await db.destroy();
      for (const name of names) await onServer(cluster.adminUrl, `drop database if exists ${name} with (force)`);
    }
  } finally {
    await cluster.stop();
    folder.remove();
  }
}
