/**
 * A ClamAV daemon of the tests: speaks `zINSTREAM` and `zVERSION` to the byte (a length of four bytes before each piece, a zero at the end, an answer
 * that ends in a zero) and hangs up on whoever does not. It knows one virus, and takes so many bytes.
 */

import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import type { ClamdAddress } from '../../src/platform/files/clamd.ts';

/** By which the double knows a virus; no scanner of the machine minds it. */
export const VIRUS = 'X-THE-VIRUS-OF-THE-TEST-X';
export const VIRUS_NAME = 'Test.Double.Virus-1';

export interface ClamdDouble {
  readonly address: ClamdAddress;
  /** Every stream it was sent, whole. */
  readonly seen: Buffer[];
  /** What is wrong with how it was spoken to. */
  readonly faults: string[];
  /** What it says instead of a verdict; null: nothing, and it hangs up. */
  says?: string | null;
  most: number;
  version: string;
  /** Nobody listens any more. */
  stop(): Promise<void>;
  /** Listens again, at the same address. */
  start(): Promise<void>;
}

/** @param path of a socket; else a port of this machine */
export async function clamdDouble(path?: string): Promise<ClamdDouble> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket)).on('error', () => {});
    converse(socket).catch((error) => {
      double.faults.push(String(error));
      socket.destroy();
    });
  });
  const listen = async (at: object) => {
    server.listen(at);
    await once(server, 'listening');
  };
  await listen(path ? { path } : { host: '127.0.0.1', port: 0 });
  const told = server.address();
  const address: ClamdAddress =
    typeof told === 'string' ? { path: told } : { host: '127.0.0.1', port: (told as { port: number }).port };

  async function converse(socket: Socket): Promise<void> {
    const bytes = reader(socket);
    const command = await bytes.upTo(0);
    if (command === 'zVERSION') return void socket.end(`${double.version}\0`);
    if (command !== 'zINSTREAM') throw new Error(`unknown command ${command}`);
    const pieces: Buffer[] = [];
    for (let all = 0; ; ) {
      const length = (await bytes.take(4)).readUInt32BE();
      if (length === 0) break;
      all += length;
      if (all > double.most) return void socket.end('INSTREAM size limit exceeded. ERROR\0');
      pieces.push(await bytes.take(length));
    }
    if (bytes.left() > 0) throw new Error('more bytes behind the end');
    const whole = Buffer.concat(pieces);
    double.seen.push(whole);
    if (double.says === null) return void socket.destroy();
    socket.end(`${double.says ?? (whole.includes(VIRUS) ? `stream: ${VIRUS_NAME} FOUND` : 'stream: OK')}\0`);
  }

  const double: ClamdDouble = {
    address,
    seen: [],
    faults: [],
    most: 25 * 1024 * 1024,
    version: 'ClamAV 1.4.3/27800/Thu Nov 26 09:41:02 2026',
    async stop() {
      for (const socket of sockets) socket.destroy();
      await new Promise((done) => server.close(done));
    },
    start: () => listen(address),
  };
  return double;
}

function reader(socket: Socket) {
  let held = Buffer.alloc(0);
  const pieces = socket[Symbol.asyncIterator]();
  const more = async () => {
    const next = await pieces.next();
    if (next.done) throw new Error('the stream broke off');
    held = Buffer.concat([held, next.value as Buffer]);
  };
  return {
    async upTo(end: number) {
      while (!held.includes(end)) await more();
      const at = held.indexOf(end);
      const text = held.toString('latin1', 0, at);
      held = held.subarray(at + 1);
      return text;
    },
    async take(length: number) {
      while (held.length < length) await more();
      const taken = held.subarray(0, length);
      held = held.subarray(length);
      return taken;
    },
    left: () => held.length,
  };
}
