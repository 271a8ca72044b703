/**
 * The keeper: one session that holds the embedded database for this program. Its lock ends with the session, so it ends
 * with the program however that dies, and a second start sees at once whether somebody is at work or only an orphan is.
 */
import pg from 'pg';
import type { Cluster } from './cluster.ts';

export interface Keeper {
  readonly client: pg.Client;
  readonly ended: Promise<void>;
}

export type Claim =
  | { readonly state: 'ours'; readonly keeper: Keeper }
  | { readonly state: 'theirs'; readonly holder: string }
  /** Starting up, shutting down, or not there yet. */
  | { readonly state: 'notYet' };

const LOCK = 20_190_515;

export async function claimDatabase(socketFolder: string, cluster: Cluster): Promise<Claim> {
  const client = new pg.Client({
    host: socketFolder,
    user: 'postgres',
    password: cluster.adminPassword,
    database: 'postgres',
    application_name: `gongkai ${process.pid}`,
  });
  const ended = new Promise<void>((done) => client.once('end', () => done()));
  client.on('error', () => {});
  try {
    await client.connect();
    const taken = await client.query<{ mine: boolean }>('select pg_try_advisory_lock($1) as mine', [LOCK]);
    if (taken.rows[0]?.mine) return { state: 'ours', keeper: { client, ended } };
    const holder = await holderName(client);
    await client.end();
    return { state: 'theirs', holder };
  } catch (error) {
    void client.end().catch(() => {});
    if (isPassing(error as NodeJS.ErrnoException)) return { state: 'notYet' };
    throw error;
  }
}

async function holderName(client: pg.Client): Promise<string> {
  const holders = await client.query<{ name: string }>(
    `select a.application_name as name from pg_locks l join pg_stat_activity a using (pid)
     where l.locktype = 'advisory' and l.granted and l.objid = $1`,
    [LOCK],
  );
  return holders.rows[0]?.name.replace(/^gongkai /, '') ?? '';
}

/** cannot_connect_now, admin_shutdown, crash_shutdown, too_many_connections; and a socket that is not (yet) served. */
function isPassing(error: NodeJS.ErrnoException): boolean {
  const passing = ['57P03', '57P01', '57P02', '53300', 'ENOENT', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE'];
  return passing.includes(error.code ?? '') || error.message.startsWith('Connection terminated');
}
