/** 装好的示例县: to load it takes far longer than to copy it, so a run loads it once, as a data folder and as a database, and each file starts from a copy. */
import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { inject } from 'vitest';
import { openDatabase } from '../../src/platform/database.ts';
import { openCopy, type TestDatabase } from './database.ts';
import { countyTemplate, onServer, urlOfDatabase } from './database-cluster.ts';
import { loadCounty } from './load-county.ts';
import { onceInRun } from './once-in-run.ts';
import { KEYS } from './request-desk.ts';
import { launch, startServer } from './running-server.ts';

/**
 * The county as `gongkai start` loads it today, after a start that was killed while loading.
 *
 * @returns what the second start said
 */
export async function copyLoadedCounty(to: string): Promise<string> {
  const folder = await onceInRun('loaded-county', async (home) => {
    const env = { GONGKAI_DATA: join(home, 'data') };
    const killed = launch(['start'], env);
    await killed.says('演示县一年的工作……10%');
    killed.child.kill('SIGKILL');
    await killed.ended;
    const server = await startServer(env);
    writeFileSync(join(home, 'said'), server.output());
    await server.stop();
  });
  // Owners too: what belongs to the database must stay its own.
  await promisify(execFile)('cp', ['-a', join(folder, 'data'), to]);
  return readFileSync(join(folder, 'said'), 'utf8');
}

/** A database for this file with the county as it stands on `LOADED_AT`. */
export async function loadedDatabase(): Promise<TestDatabase> {
  const [adminUrl, empty] = [inject('databaseAdminUrl'), inject('databaseTemplate')];
  const template = countyTemplate(empty);
  await onceInRun('loaded-database', async () => {
    await onServer(adminUrl, `create database ${template} template ${empty}`);
    const db = openDatabase({ connectionString: urlOfDatabase(adminUrl, template), maxConnections: 1 });
    await loadCounty(db, KEYS).finally(() => db.destroy());
  });
  return openCopy(template);
}
