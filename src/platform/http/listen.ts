/** Opening a face to its address, and closing it without cutting off who is being answered. */
import { setTimeout as delay } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import { type Refusal, refuse } from '../../statute/refusal.ts';
import { type ListenAddress, urlOf } from '../listen-address.ts';

/** @returns the address a browser on this machine opens */
export async function listen(
  face: FastifyInstance,
  address: ListenAddress,
  setting: string,
): Promise<string | Refusal> {
  try {
    await face.listen(address);
  } catch (error) {
    const why = EXPLAINED[(error as NodeJS.ErrnoException).code ?? ''];
    if (!why) throw error;
    const says = `不能监听 ${address.host}:${address.port}：${why}`;
    return refuse(
      'ADDRESS_UNUSABLE',
      `启动设置 ${setting}`,
      `${says}请用 ${setting} 指定另一个地址，如 127.0.0.1:18080。`,
    );
  }
  const bound = face.server.address();
  const port = typeof bound === 'object' && bound ? bound.port : address.port;
  return urlOf({ host: address.host, port });
}

const EXPLAINED: Readonly<Record<string, string>> = {
  EADDRINUSE: '这个端口已被另一个程序占用。',
  EACCES: '普通用户不能使用 1024 以下的端口。',
  EADDRNOTAVAIL: '本机没有这个地址。',
  ENOTFOUND: '找不到这个主机名。',
};

const LONGEST_ANSWER_MS = 10_000;

/** Waits for answers under way, not for idle connections, and for none longer than ten seconds. */
export async function closeFace(face: FastifyInstance): Promise<void> {
  const closed = face.close();
  const patience = new AbortController();
  const late = delay(LONGEST_ANSWER_MS, undefined, { signal: patience.signal }).then(
    () => face.server.closeAllConnections(),
    () => {},
  );
  await closed;
  patience.abort();
  await late;
}
