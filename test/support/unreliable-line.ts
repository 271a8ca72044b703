/** 一条不可靠的线路: a proxy on loopback that loses, doubles and delays by a seeded chance, so that a run can be repeated. */
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Chances of each, of 1. */
export interface LineFaults {
  /** The other side answers 503 and has done nothing. */
  readonly failing?: number;
  /** The request is carried out and its answer is lost. */
  readonly lost?: number;
  /** The request is carried out twice. */
  readonly doubled?: number;
}

export interface Line {
  readonly port: number;
  faults: LineFaults;
  /** The next request whose address begins so is carried out and its answer is lost. */
  loseNext: string | null;
  readonly counted: { requests: number; failed: number; lost: number; doubled: number };
  close(): Promise<void>;
}

export async function unreliableLine(target: number, faults: LineFaults, seed = 7): Promise<Line> {
  let state = seed;
  const chance = () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
  const counted = { requests: 0, failed: 0, lost: 0, doubled: 0 };
  const line = { port: 0, faults, counted, loseNext: null as string | null };
  const server = createServer(async (incoming, reply) => {
    counted.requests += 1;
    const body = await bodyOf(incoming);
    const { failing = 0, lost = 0, doubled = 0 } = line.faults;
    const drawn = chance();
    if (drawn < failing) {
      counted.failed += 1;
      return reply.writeHead(503).end('{}');
    }
    const answer = await pass(target, incoming, body);
    if (line.loseNext !== null && incoming.url?.startsWith(line.loseNext)) {
      line.loseNext = null;
      return void incoming.socket.destroy();
    }
    if (drawn < failing + lost) {
      counted.lost += 1;
      return void incoming.socket.destroy();
    }
    if (drawn < failing + lost + doubled) {
      counted.doubled += 1;
      return void send(reply, await pass(target, incoming, body));
    }
    return void send(reply, answer);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  line.port = (server.address() as AddressInfo).port;
  return Object.assign(line, {
    close: () =>
      new Promise<void>((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  });
}

interface Passed {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

async function bodyOf(message: IncomingMessage): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of message) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}

function pass(port: number, { method, url, headers }: IncomingMessage, body: Buffer): Promise<Passed> {
  return new Promise((resolve, reject) => {
    const passed = request({ host: '127.0.0.1', port, method, path: url, headers }, async (answer) =>
      resolve({ status: answer.statusCode ?? 500, headers: answer.headers, body: await bodyOf(answer) }),
    );
    passed.on('error', reject);
    passed.end(body);
  });
}

function send(reply: ServerResponse, { status, headers, body }: Passed): void {
  reply.writeHead(status, headers).end(body);
}
