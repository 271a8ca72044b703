/** Whether a database holds anything of ours or of others, and taking away again what a restore that failed has made. */
import pg from 'pg';
import { withClient } from '../database.ts';
import { TABLES } from './snapshot.ts';

export async function holdsTables(connectionString: string): Promise<boolean> {
  return withClient(connectionString, async (client) => (await client.query(TABLES)).rows.length > 0);
}

/** Only for a database that was empty before. */
export async function clearTables(connectionString: string): Promise<void> {
  await withClient(connectionString, async (client) => {
    await client.query('begin');
    for (const { name } of (await client.query<{ name: string }>(TABLES)).rows)
      await client.query(`drop table ${pg.escapeIdentifier(name)} cascade`);
    const sequences = await client.query<{ name: string }>(
      'select sequencename as name from pg_sequences where schemaname = current_schema()',
    );
    for (const { name } of sequences.rows) await client.query(`drop sequence ${pg.escapeIdentifier(name)} cascade`);
    const functions = await client.query<{ called: string }>(
      `select oid::regprocedure::text as called from pg_proc p
       where pronamespace = quote_ident(current_schema())::regnamespace and proowner = current_user::regrole
         and not exists (select from pg_depend where objid = p.oid and deptype = 'e')`,
    );
    for (const { called } of functions.rows) await client.query(`drop function ${called} cascade`);
    await client.query('commit');
  });
}
