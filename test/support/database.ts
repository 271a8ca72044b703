/** A database of its own for a test file: fresh, migrated, dropped when the file is done. */
import { randomBytes } from 'node:crypto';
import { afterAll, inject } from 'vitest';
import { type Db, openDatabase } from '../../src/platform/database.ts';
import { onServer, urlOfDatabase } from './database-cluster.ts';

declare module 'vitest' {
  interface ProvidedContext {
    databaseAdminUrl: string;
    databaseTemplate: string;
    databaseProblem: string;
  }
}

export interface TestDatabase {
  readonly db: Db;
  /** For a server of its own process. */
  readonly url: string;
}

/** Call it once at the top of a test file: `const { db } = await testDatabase();` */
export async function testDatabase(): Promise<TestDatabase> {
  const problem = inject('databaseProblem');
  if (problem) throw new Error(problem);
  return openCopy(inject('databaseTemplate'));
}

/** A copy for this file of a database nobody is connected to. */
export async function openCopy(template: string): Promise<TestDatabase> {
  const url = await copyTemplate(template);
  const db = openDatabase({ connectionString: url, maxConnections: 4 });
  afterAll(() => db.destroy());
  return { db, url };
}

/** A database without any table, for tests of the migrations themselves. */
export async function emptyDatabase(): Promise<string> {
  return copyTemplate('template0');
}

async function copyTemplate(template: string): Promise<string> {
  const adminUrl = inject('databaseAdminUrl');
  const name = `gongkai_test_${randomBytes(6).toString('hex')}`;
  await onServer(adminUrl, `create database ${name} template ${template}`);
  // Registered before the pool's own clean-up: vitest runs these in reverse order.
  afterAll(() => onServer(adminUrl, `drop database if exists ${name} with (force)`));
  return urlOfDatabase(adminUrl, name);
}
