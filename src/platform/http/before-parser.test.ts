import { EventEmitter } from 'node:events';
import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import { Duplex } from 'node:stream';
import { expect, it } from 'vitest';
import { answerBeforeParser } from './before-parser.ts';

/** A line, and what was said on it; the server behind says `parsed` at once, as it does where an answer lies ready. */
function lineToServer() {
  const said: string[] = [];
  const line = new Duplex({
    allowHalfOpen: true,
    read() {},
    write: (bytes, _, done) => done(void said.push(String(bytes))),
    final: (done) => done(void said.push('end')),
  });
  const server = new EventEmitter();
  server.on('connection', (socket: Socket) => socket.on('data', () => socket.write('parsed')));
  answerBeforeParser(server as Server, ({ url }) => (url === '/ready' ? Buffer.from('ready') : undefined));
  server.emit('connection', Object.assign(line, { setTimeout() {} }));
  return { line, said };
}

const GET = (path: string) => `GET ${path} HTTP/1.1\r\nHost: x\r\n\r\n`;
const aTurn = () => new Promise((done) => setTimeout(done, 0)).then(() => new Promise(setImmediate));

it('PRT-121 answers that wait for their turn leave before the line is handed to the server', async () => {
  const { line, said } = lineToServer();
  for (const path of ['/ready', '/ready', '/else']) line.push(GET(path));
  await aTurn();
  expect(said).toEqual(['ready', 'ready', 'parsed']);
});

it('PRT-121 who closes his half behind his request still gets the answer', async () => {
  const { line, said } = lineToServer();
  line.push(GET('/ready'));
  line.push(null);
  await aTurn();
  expect(said).toEqual(['ready', 'end']);
});
