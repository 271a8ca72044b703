/**
 * One PostgreSQL for the whole test run, with a migrated template that every test file copies. The embedded one, in the
 * temporary folder; with `DATABASE_URL` that server, whose role must be allowed to create databases.
 */
import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startEmbeddedPostgres } from '../../src/platform/embedded-postgres/embedded-postgres.ts';
import { findResident, stopPostmaster } from '../../src/platform/embedded-postgres/postmaster.ts';
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

export async function startDatabaseCluster(): Promise<DatabaseCluster> {
  const given = process.env.DATABASE_URL;
  const server = given ? { adminUrl: given, stop: async () => {} } : await startInTemporaryFolder();
  const { adminUrl } = server;
  const template = `gongkai_template_${randomBytes(4).toString('hex')}`;
  await onServer(adminUrl, `create database ${template}`);
  return {
    adminUrl,
    template,
    problem: await migrateTemplate(urlOfDatabase(adminUrl, template)),
    async stop() {
      await onServer(adminUrl, `drop database if exists ${template}`);
      await server.stop();
    },
  };
}

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

async function startInTemporaryFolder(): Promise<{ adminUrl: string; stop(): Promise<void> }> {
  await clearAbandoned();
  const folder = mkdtempSync(join(tmpdir(), `${PREFIX}${process.pid}-`));
  chmodSync(folder, 0o755);
  const postgres = await startEmbeddedPostgres({
    databaseFolder: join(folder, 'database'),
    runtimeFolder: join(folder, 'runtime'),
    settings: HASTE,
  });
  if (isRefusal(postgres)) throw new Error(postgres.says);
  return {
    adminUrl: postgres.adminConnectionString,
    async stop() {
      await postgres.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const PREFIX = 'gongkai-test-';

/** A test run that was killed leaves its PostgreSQL behind; the next run ends it. */
async function clearAbandoned(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(PREFIX))) {
    const folder = join(tmpdir(), name);
    if (existsSync(`/proc/${name.slice(PREFIX.length).split('-')[0]}`) || process.platform !== 'linux') continue;
    try {
      const cluster = join(folder, 'database', 'cluster');
      const resident = findResident({ folder: cluster, log: '', adminPassword: '', appPassword: '' });
      if (resident) await stopPostmaster(resident.pid);
      rmSync(folder, { recursive: true, force: true });
    } catch {
      // Another user's: theirs to clear.
    }
  }
}
