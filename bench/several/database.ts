/**
 * 一主一备和连接池: PostgreSQL and PgBouncer as the distribution packs them (`apt-get install postgresql pgbouncer`), on loopback, in a folder of
 * their own: a primary that waits for its replica before it says a commit is done, and the pooler that all processes of the product are led to.
 */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

const PORTS = { primary: 9711, replica: 9712, pooler: 9713 } as const;
type Server = 'primary' | 'replica';

/** PostgreSQL refuses to run as root. */
const NOBODY = 65_534;
const isRoot = process.getuid?.() === 0;
const lent = isRoot ? { uid: NOBODY, gid: NOBODY } : {};

const STARTS = `
listen_addresses = '127.0.0.1'
wal_level = replica
hot_standby = on
max_connections = 120
wal_keep_size = 256
unix_socket_directories = ''
`;

export interface Databases {
  /** For the processes of the product: through the pooler. */
  readonly url: string;
  /** For what only reads: the replica itself, and through the pooler. */
  readonly replica: { readonly direct: string; readonly pooled: string };
  /** 数据库立即停机再启动. */
  restartPrimary(): Promise<void>;
  /** The replica shows everything so much later. */
  delayReplica(ms: number): Promise<void>;
  pauseReplay(): Promise<void>;
  resumeReplay(): Promise<void>;
  /** Nobody waits for it meanwhile. */
  killReplica(): Promise<void>;
  startReplica(): Promise<void>;
  stopPrimary(): Promise<void>;
  startPrimary(): Promise<void>;
  /** The primary dies; the replica becomes the primary, and the pooler leads to it. */
  promoteReplica(): Promise<void>;
  stop(): Promise<void>;
}

export async function startDatabases(home: string): Promise<Databases> {
  const programs = programsOf();
  own(home);
  const folder = (server: Server) => join(home, server);
  const run = (program: string, args: readonly string[]) =>
    execFileSync(join(programs, program), args, { ...lent, cwd: home, stdio: ['ignore', 'ignore', 'inherit'] });
  const control = (server: Server, ...args: string[]) =>
    run('pg_ctl', ['-D', folder(server), '-l', join(home, `${server}.log`), '-w', ...args]);
  const psql = (server: Server, ...commands: string[]) =>
    run('psql', [
      '-h',
      '127.0.0.1',
      '-p',
      `${PORTS[server]}`,
      '-U',
      'gongkai',
      '-d',
      'postgres',
      '-q',
      ...commands.flatMap((c) => ['-c', c]),
    ]);

  run('initdb', ['-D', folder('primary'), '-U', 'gongkai', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '-N']);
  configure('primary', `port = ${PORTS.primary}\n`);
  control('primary', 'start');
  psql('primary', 'create database gongkai');
  const upstream = `host=127.0.0.1 port=${PORTS.primary} user=gongkai application_name=replica`;
  run('pg_basebackup', ['-d', upstream, '-D', folder('replica'), '-X', 'stream', '-R', '-c', 'fast']);
  configure('replica', `port = ${PORTS.replica}\n`);
  control('replica', 'start');
  psql('primary', "alter system set synchronous_standby_names = 'replica'", 'select pg_reload_conf()');
  lead('primary');
  const pooler = await startPooler(home);

  function configure(server: Server, more: string) {
    const file = join(folder(server), 'gongkai.conf');
    writeFileSync(file, STARTS + more);
    writeFileSync(join(folder(server), 'postgresql.conf'), `include '${file}'\n`);
    own(file, join(folder(server), 'postgresql.conf'));
  }

  function lead(server: Server) {
    writeFileSync(join(home, 'pgbouncer.ini'), poolerSettings(home, PORTS[server]));
    writeFileSync(join(home, 'users.txt'), '"gongkai" ""\n');
    own(join(home, 'pgbouncer.ini'), join(home, 'users.txt'));
  }

  const waitForReplica = (name: string) =>
    psql('primary', `alter system set synchronous_standby_names = '${name}'`, 'select pg_reload_conf()');
  const standing = new Set<Server>(['primary', 'replica']);
  const stop = (server: Server) => {
    control(server, '-m', 'immediate', 'stop');
    standing.delete(server);
  };
  const start = (server: Server) => {
    control(server, 'start');
    standing.add(server);
  };
  const urlAt = (port: number, database = 'gongkai') => `postgres://gongkai@127.0.0.1:${port}/${database}`;
  return {
    url: urlAt(PORTS.pooler),
    replica: { direct: urlAt(PORTS.replica), pooled: urlAt(PORTS.pooler, 'gongkai_reading') },
    async restartPrimary() {
      control('primary', '-m', 'immediate', 'restart');
    },
    async delayReplica(ms) {
      psql('replica', `alter system set recovery_min_apply_delay = '${ms}ms'`, 'select pg_reload_conf()');
    },
    async pauseReplay() {
      psql('replica', 'select pg_wal_replay_pause()');
    },
    async resumeReplay() {
      psql('replica', 'select pg_wal_replay_resume()');
    },
    async killReplica() {
      waitForReplica('');
      stop('replica');
    },
    async startReplica() {
      start('replica');
      waitForReplica('replica');
    },
    async stopPrimary() {
      stop('primary');
    },
    async startPrimary() {
      start('primary');
    },
    async promoteReplica() {
      stop('primary');
      control('replica', 'promote');
      // Nobody stands behind it now, so it does not wait for anybody.
      psql('replica', "alter system set synchronous_standby_names = ''", 'select pg_reload_conf()');
      lead('replica');
      pooler.kill('SIGHUP');
    },
    async stop() {
      pooler.kill('SIGINT');
      for (const server of standing) control(server, '-m', 'immediate', 'stop');
    },
  };
}

/** Transaction pooling: every transaction may come over another connection. */
function poolerSettings(home: string, port: number): string {
  return `[databases]
gongkai = host=127.0.0.1 port=${port} dbname=gongkai user=gongkai
gongkai_reading = host=127.0.0.1 port=${PORTS.replica} dbname=gongkai user=gongkai
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${PORTS.pooler}
unix_socket_dir =
auth_type = trust
auth_file = ${join(home, 'users.txt')}
pool_mode = transaction
max_client_conn = 200
default_pool_size = 40
server_login_retry = 1
server_check_delay = 0
query_wait_timeout = 10
logfile = ${join(home, 'pgbouncer.log')}
ignore_startup_parameters = extra_float_digits
`;
}

async function startPooler(home: string): Promise<ChildProcess> {
  const pooler = spawn('/usr/sbin/pgbouncer', ['-q', join(home, 'pgbouncer.ini')], { ...lent, stdio: 'ignore' });
  for (let tries = 0; !(await answersAt(PORTS.pooler)); tries += 1) {
    if (tries > 100) throw new Error('the pooler does not answer');
    await delay(50);
  }
  return pooler;
}

function answersAt(port: number): Promise<boolean> {
  return new Promise((done) => {
    const socket = connect(port, '127.0.0.1');
    socket.on('connect', () => {
      socket.destroy();
      done(true);
    });
    socket.on('error', () => done(false));
  });
}

function own(...paths: readonly string[]): void {
  for (const path of paths) {
    if (!existsSync(path)) mkdirSync(path);
    if (isRoot) chownSync(path, NOBODY, NOBODY);
  }
}

/** The newest that Debian has put there. */
function programsOf(): string {
  const home = '/usr/lib/postgresql';
  const versions = existsSync(home) ? readdirSync(home).sort((a, b) => Number(b) - Number(a)) : [];
  const [newest] = versions.filter((version) => existsSync(join(home, version, 'bin', 'initdb')));
  if (!newest || !existsSync('/usr/sbin/pgbouncer'))
    throw new Error('需要发行版的 PostgreSQL 和 PgBouncer：apt-get install postgresql pgbouncer');
  return join(home, newest, 'bin');
}
