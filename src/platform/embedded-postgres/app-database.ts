/** The database `gongkai` and its owner of the same name, who is no superuser: a hole in the program stays inside it. */
import type pg from 'pg';

/** Idempotent, so that a start that was killed half-way is made good by the next. */
export async function createAppDatabase(admin: pg.Client, password: string): Promise<void> {
  // The password is base64url, so it can stand between quotes; role options take no parameters.
  const verb = (await exists(admin, 'select 1 from pg_roles where rolname = $1')) ? 'alter' : 'create';
  await admin.query(`${verb} role gongkai login password '${password}'`);
  if (!(await exists(admin, 'select 1 from pg_database where datname = $1'))) {
    await admin.query('create database gongkai owner gongkai');
  }
}

async function exists(admin: pg.Client, question: string): Promise<boolean> {
  return ((await admin.query(question, ['gongkai'])).rowCount ?? 0) > 0;
}
