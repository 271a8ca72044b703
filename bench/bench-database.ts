/** An empty, migrated database of the bench's own. Nothing in it must survive, so nothing waits for the disk; reading is as in the product. */
import { type Db, openDatabase } from '../src/platform/database.ts';
import { onServer, startDatabaseCluster, urlOfDatabase } from '../test/support/database-cluster.ts';

export async function withDatabase<T>(work: (db: Db) => Promise<T>): Promise<T> {
  const cluster = await startDatabaseCluster();
  try {
    if (cluster.problem) throw new Error(cluster.problem);
    await onServer(cluster.adminUrl, `create database gongkai_bench template ${cluster.template}`);
    const db = openDatabase({ connectionString: urlOfDatabase(cluster.adminUrl, 'gongkai_bench') });
    try {
      return await work(db);
    } finally {
      await db.destroy();
      await onServer(cluster.adminUrl, 'drop database if exists gongkai_bench with (force)');
    }
  } finally {
    await cluster.stop();
  }
}
