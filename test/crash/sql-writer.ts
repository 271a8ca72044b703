/** Writes rows straight into the embedded database: what it acknowledges must survive, whatever stands above it. */
import pg from 'pg';
import { openCluster } from '../../src/platform/embedded-postgres/cluster.ts';
import { findResident } from '../../src/platform/embedded-postgres/postmaster.ts';
import { isRefusal } from '../../src/statute/refusal.ts';
import type { CrashWriter } from './crash-rounds.ts';

export function sqlWriter(dataFolder: string): CrashWriter<number> {
  let pool: pg.Pool | undefined;
  return {
    async connect() {
      pool = connectTo(dataFolder);
      await pool.query('create table if not exists crash_probe (n int primary key)');
    },
    async disconnect() {
      await pool?.end();
    },
    async write(_server, number) {
      await pool?.query('insert into crash_probe values ($1)', [number]);
      return number;
    },
    async verify(_server, acknowledged) {
      const rows = (await pool?.query<{ n: number }>('select n from crash_probe'))?.rows ?? [];
      const there = new Set(rows.map(({ n }) => n));
      return acknowledged.filter((number) => !there.has(number)).map((number) => `row ${number} is gone`);
    },
  };
}

function connectTo(dataFolder: string): pg.Pool {
  const cluster = openCluster(`${dataFolder}/database`, { initdb: '', postgres: '' }, undefined);
  if (isRefusal(cluster)) throw new Error(cluster.says);
  const pool = new pg.Pool({
    host: findResident(cluster)?.socketFolder,
    user: 'postgres',
    password: cluster.adminPassword,
    database: 'gongkai',
  });
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}
