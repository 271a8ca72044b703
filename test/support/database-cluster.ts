/**
 * One PostgreSQL for the whole test run, with a migrated template that every test file copies. The embedded one, in the folder
 * of the run; with `DATABASE_URL` that server, whose role must be allowed to create databases.
 */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import pg from 'pg';
import { startEmbeddedPostgres } from '../../src/platform/embedded-postgres/embedded-postgres.ts';
import { migrate, readMigrations } from '../../src/platform/migrate.ts';
import { packageRoot } from '../../src/platform/package-root.ts';
import { isRefusal } from '../../src/statute/refusal.ts';

export interface DatabaseCluster {
  /** May create and drop databases. */
  readonly adminUrl: string;
  /** The migrated database the files copy. */
  readonly template: string;
  /** Why the template is not migrated: it fails the tests that need a database, not those of pure rules. */
  readonly problem: string;
  stop(): Promise<void>;
}

/** @param folder of the embedded one; whoever made it takes it away */
export async function startDatabaseCluster(folder: string): Promise<DatabaseCluster> {
  const given = process.env.DATABASE_URL;
  const server = given ? { adminUrl: given, stop: async () => {} } : await startIn(folder);
  const { adminUrl } = server;
  const template = `gongkai_template_${randomBytes(4).toString('hex')}`;
  await onServer(adminUrl, `create database ${template}`);
  return {
    adminUrl,
    template,
    problem: await migrateTemplate(urlOfDatabase(adminUrl, template)),
    async stop() {
      for (const name of [countyTemplate(template), template])
        await onServer(adminUrl, `drop database if exists ${name}`);
      await server.stop();
    },
  };
}

/** The template with the demo county in it, which the first test file that asks for it makes (`loaded-county.ts`). */
export const countyTemplate = (template: string) => `${template}_county`;

async function migrateTemplate(url: string): Promise<string> {
  try {
    const answer = await migrate(url, readMigrations(join(packageRoot(), 'migrations')));
    return isRefusal(answer) ? answer.says : '';
  } catch (error) {
    return (error as Error).message;
  }
}

/** One statement outside any transaction, as creating a database must be. */
export async function onServer(adminUrl: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  client.on('error', () => {});
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

export function urlOfDatabase(serverUrl: string, database: string): string {
  return serverUrl.replace(/^(postgres(?:ql)?:\/\/[^/]*\/)[^?]*/, `$1${database}`);
}

/** Nothing here must survive a power cut, so nothing waits for the disk. */
const HASTE = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' };

async function startIn(folder: string): Promise<{ adminUrl: string; stop(): Promise<void> }> {
  const postgres = await startEmbeddedPostgres({
    databaseFolder: join(folder, 'database'),
    runtimeFolder: join(folder, 'runtime'),
    settings: HASTE,
  });
  if (isRefusal(postgres)) throw new Error(postgres.says);
  return { adminUrl: postgres.adminConnectionString, stop: () => postgres.stop() };
}
