/** Whether the PostgreSQL of `DATABASE_URL` answers and is recent enough, said so that an administrator can act on it. */
import pg from 'pg';
import { type Refusal, refuse } from '../statute/refusal.ts';
import { ENCODED_PASSWORD } from './config.ts';

const OLDEST = 150_000;

export async function checkDatabaseServer(connectionString: string): Promise<Refusal | undefined> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 10_000 });
  client.on('error', () => {});
  try {
    await client.connect();
    const answer = await client.query<{ server_version_num: string }>('show server_version_num');
    return checkVersion(Number(answer.rows[0]?.server_version_num));
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    return unusable(EXPLAINED[code ?? ''] ?? message);
  } finally {
    await client.end().catch(() => {});
  }
}

export function checkVersion(version: number): Refusal | undefined {
  if (version >= OLDEST) return undefined;
  return unusable(`它的版本是 ${Math.floor(version / 10_000)}，本程序需要 15 或更高。`);
}

const EXPLAINED: Readonly<Record<string, string>> = {
  ECONNREFUSED: '那个地址和端口上没有数据库在应答。请检查地址、端口和防火墙，并确认 PostgreSQL 已经启动。',
  ENOTFOUND: `找不到这台主机。请检查主机名；${ENCODED_PASSWORD}`,
  EAI_AGAIN: '域名解析没有应答。请检查主机名和网络。',
  ETIMEDOUT: '连接超时。请检查网络和防火墙。',
  ENOENT: '本机套接字不存在。请确认 PostgreSQL 已经启动。',
  '28P01': '用户名或密码不对。',
  '28000': '数据库不允许这个用户从本机连接(pg_hba.conf)。',
  '3D000': '数据库不存在。请先由管理员建立（create database gongkai owner gongkai）。',
  '53300': '数据库的连接数已满。',
  '57P03': '数据库正在启动或停止，请稍后再试。',
};

function unusable(why: string): Refusal {
  return refuse('DATABASE_UNUSABLE', '启动设置 DATABASE_URL', `不能使用 DATABASE_URL 指定的数据库：${why}`);
}
