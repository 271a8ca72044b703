/**
 * 先于解析器: answers that lie ready as bytes leave before Node's HTTP parser is woken, which alone costs more than a file server's
 * whole answer. A connection stays here while it asks for such; with the first request that is anything else it goes to the server for good.
 */
import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import { type PlainGet, readPlainGet } from './plain-get.ts';

/** @returns the whole answer, head and body, or undefined where none lies ready */
export type AnswerInBytes = (get: PlainGet) => Buffer | undefined;

/** A connection that says nothing, or takes nothing of what it is sent, is closed: as long as the server waits for a head. */
const SILENT_MS = 60_000;
const GOODBYE_MS = 1_000;

/** @returns what to do before the server closes: connections that stand here are no concern of its own list */
export function answerBeforeParser(server: Server, answer: AnswerInBytes): { close(): void } {
  const toServer = server.listeners('connection') as ((this: Server, socket: Socket) => void)[];
  const here = new Set<Socket>();
  let due: [Socket, Buffer][] = [];
  let closed = false;
  server.removeAllListeners('connection');
  server.on('connection', (socket: Socket) => {
    if (!closed) return attend(socket);
    for (const listener of toServer) listener.call(server, socket);
  });

  /** Requests that came together are answered together, which wakes readers less often: a tenth more in a second. */
  function send(): void {
    const answers = due;
    due = [];
    for (const [socket, ready] of answers) if (!socket.write(ready)) socket.pause();
  }

  function attend(socket: Socket): void {
    const listening = {
      data: (bytes: Buffer) => {
        const get = readPlainGet(bytes);
        const ready = get && answer(get);
        if (!ready) return handOver(bytes);
        if (due.push([socket, ready]) === 1) setImmediate(send);
      },
      drain: () => void socket.resume(),
      timeout: () => void socket.destroy(),
      end: () => {
        send();
        socket.end();
      },
      error: () => void socket.destroy(),
      close: () => void here.delete(socket),
    };
    const events = Object.entries(listening);
    const handOver = (bytes: Buffer) => {
      send();
      here.delete(socket);
      for (const [event, listener] of events) socket.off(event, listener);
      socket.setTimeout(0);
      socket.pause();
      socket.unshift(bytes);
      for (const listener of toServer) listener.call(server, socket);
      // Before the next look at the line, so that nothing that comes later is read first.
      process.nextTick(() => socket.resume());
    };
    here.add(socket);
    for (const [event, listener] of events) socket.on(event, listener);
    socket.setTimeout(SILENT_MS);
  }

  return {
    close() {
      closed = true;
      send();
      for (const socket of here) {
        socket.setTimeout(GOODBYE_MS);
        socket.end();
      }
    },
  };
}
