/**
 * 病毒检查 [FIL-17]: a ClamAV daemon asked over its own socket. The file is sent in pieces, each behind its length in four bytes, the end behind a
 * zero (`INSTREAM`); the daemon sees no path of ours and keeps nothing. Whatever is no clear answer is none.
 */
import { connect, type Socket } from 'node:net';

/** `host:port`, or the path of a socket. */
export type ClamdAddress = { readonly host: string; readonly port: number } | { readonly path: string };

export type Verdict =
  | { readonly scan: 'clean' }
  /** @param name of what was found, as the daemon calls it */
  | { readonly scan: 'found'; readonly name: string }
  /** It was not reached, or did not say: the file is neither clean nor not. */
  | { readonly scan: 'unanswered'; readonly why: string };

export interface Clamd {
  scan(content: AsyncIterable<Buffer>): Promise<Verdict>;
  /** What it is and how old its signatures are: `ClamAV 1.4.3/27800/Thu Nov 26 09:41:02 2026`. @throws where it is not reached */
  version(): Promise<string>;
}

/** Whoever uploads waits for it: 20 MB take a few seconds. */
const TIMEOUT_MS = 30_000;
/** Longer answers are none. */
const ANSWER_BYTES = 4_096;

/** @returns undefined for what is neither */
export function readClamdAddress(text: string): ClamdAddress | undefined {
  if (text.startsWith('/')) return { path: text };
  const [, host = '', port = ''] = /^(\[[\da-f:]+\]|[\w.-]+):(\d{1,5})$/i.exec(text) ?? [];
  const number = Number(port);
  if (host === '' || number < 1 || number > 65_535) return undefined;
  return { host: host.replace(/^\[|\]$/g, ''), port: number };
}

export function clamd(address: ClamdAddress, timeoutMs = TIMEOUT_MS): Clamd {
  const ask = (command: string, send: (socket: Socket) => Promise<void>) => asked(address, command, send, timeoutMs);
  return {
    version: () => ask('VERSION', async () => {}),
    async scan(content) {
      try {
        return verdictOf(await ask('INSTREAM', (socket) => stream(content, socket)));
      } catch (error) {
        const { code, message } = error as NodeJS.ErrnoException;
        return { scan: 'unanswered', why: code ?? message };
      }
    },
  };
}

function verdictOf(answer: string): Verdict {
  if (answer === 'stream: OK') return { scan: 'clean' };
  const name = /^stream: (.{1,200}) FOUND$/.exec(answer)?.[1];
  return name ? { scan: 'found', name } : { scan: 'unanswered', why: answer.slice(0, 200) };
}

async function stream(content: AsyncIterable<Buffer>, socket: Socket): Promise<void> {
  for await (const piece of content)
    if (piece.length > 0) await write(socket, Buffer.concat([size(piece.length), piece]));
  await write(socket, size(0));
}

function size(bytes: number): Buffer {
  const head = Buffer.alloc(4);
  head.writeUInt32BE(bytes);
  return head;
}

/** No faster than the daemon reads; one that hangs up has answered, or the timeout tells. */
function write(socket: Socket, bytes: Buffer): Promise<void> {
  return new Promise((done) => {
    if (!socket.writable) return done();
    socket.write(bytes, () => done());
  });
}

/** @returns the one answer, without the zero that ends it. @throws where there is none within the time */
function asked(
  address: ClamdAddress,
  command: string,
  send: (socket: Socket) => Promise<void>,
  timeoutMs: number,
): Promise<string> {
  return new Promise((done, fail) => {
    const socket = connect(address);
    const clock = setTimeout(() => end(Object.assign(new Error('no answer'), { code: 'TIMEOUT' })), timeoutMs);
    let answer = Buffer.alloc(0);
    const end = (error?: Error) => {
      clearTimeout(clock);
      socket.destroy();
      const [text] = answer.toString('utf8').split('\0');
      // What was said before the line broke counts: the daemon hangs up on a file that is too large for it.
      if (answer.includes(0)) done(text!.trim());
      else fail(error ?? Object.assign(new Error('no answer'), { code: 'NO_ANSWER' }));
    };
    socket.on('error', end);
    socket.on('close', () => end());
    socket.on('data', (piece: Buffer) => {
      answer = Buffer.concat([answer, piece]);
      if (answer.includes(0) || answer.length > ANSWER_BYTES) end();
    });
    socket.on('connect', () => {
      socket.write(`z${command}\0`);
      send(socket).catch(end);
    });
  });
}
