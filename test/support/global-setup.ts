import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { TestProject } from 'vitest/node';
import { packageRoot } from '../../src/platform/package-root.ts';
import { buildConsole } from './build-console.ts';
import { startDatabaseCluster } from './database-cluster.ts';
import { openRunFolder } from './run-folder.ts';

/**
 * Tests of the command line run what `npm start` runs: the bundle, built from the sources under test. Tests of stores
 * get a database each from one PostgreSQL. Journeys open the console as it is built from the sources under test.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await openRunFolder();
  const building = promisify(execFile)(process.execPath, [join(packageRoot(), 'build.mjs'), '--server']);
  const [cluster] = await Promise.all([startDatabaseCluster(folder.path), building, buildConsole()]);
  project.provide('databaseAdminUrl', cluster.adminUrl);
  project.provide('databaseTemplate', cluster.template);
  project.provide('databaseProblem', cluster.problem);
  return async () => {
    await cluster.stop();
    folder.remove();
  };
}
