/**
 * 对象存储的替身: s3rver from npm, which keeps objects on the disk and checks signatures (Version 4), on a port of this machine. It lets in whoever does
 * not sign, and takes whatever arrives for what was signed; both are made good here. What neither of them knows, and a real store does: who may do
 * what, how far clocks are apart, the region, conditions (`if-match`), quotas.
 */
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import type { BucketSecrets } from '../../src/platform/files/bucket/bucket-calls.ts';

interface S3rver {
  readonly store: { listObjects(bucket: string, options: { maxKeys: number }): Promise<unknown> };
  configureBuckets(): Promise<unknown>;
  getMiddleware(): (request: IncomingMessage, response: ServerResponse) => Promise<void>;
}
type S3rverClass = new (options: {
  readonly directory: string;
  readonly silent: boolean;
  readonly vhostBuckets: boolean;
  readonly configureBuckets: readonly { readonly name: string }[];
}) => S3rver;
const S3rver: S3rverClass = createRequire(import.meta.url)('@20minutes/s3rver');

/** What happens to a request instead of, or before, its answer. */
export type Mishap =
  /** It is answered so and nothing is done. */
  | { readonly status: number; readonly code?: string }
  /** Nothing is done, the line is cut. */
  | 'cut'
  /** It is done, and the line is cut before the answer. */
  | 'lost'
  /** Half of what it answers arrives, then the line is cut. */
  | 'half'
  /** Half of what it answers arrives, then nothing; nothing at all where the answer has no content. */
  | 'silence'
  /** One bit of what it answers is another. */
  | 'flipped';

export interface S3Double {
  readonly settings: BucketSecrets;
  /** Of this machine, where s3rver keeps its objects. */
  readonly directory: string;
  /** `PUT /bucket/key`, in the order they came; queries left out. */
  readonly seen: string[];
  /** For each request: what befalls it. */
  befall: (request: string) => Mishap | undefined;
  /** Names a list brings at once. */
  page: number;
  /** Keys in the bucket. */
  keys(): readonly string[];
  stop(): Promise<void>;
  start(): Promise<void>;
}

export const S3_KEY = 'S3RVER';
/** Known to everybody: that of the double. */
export const S3_SECRET = 'S3RVER';

export async function s3Double(bucket = 'xxgk', port = 0): Promise<S3Double> {
  const directory = mkdtempSync(join(tmpdir(), 'gongkai-s3-'));
  const store = new S3rver({ directory, silent: true, vhostBuckets: false, configureBuckets: [{ name: bucket }] });
  await store.configureBuckets();
  const list = store.store.listObjects.bind(store.store);
  store.store.listObjects = (from, options) => list(from, { ...options, maxKeys: double.page });
  const answer = store.getMiddleware();
  const server = createServer((request, response) => {
    serve(request, response).catch(() => response.destroy());
  });
  const listen = async (at: number) => {
    server.listen(at, '127.0.0.1');
    await once(server, 'listening');
  };
  await listen(port);
  const listening = (server.address() as AddressInfo).port;

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const what = `${request.method} ${request.url!.split('?')[0]}`;
    double.seen.push(what);
    const mishap = double.befall(what);
    if (mishap === 'cut') return void request.socket.destroy();
    const pieces: Buffer[] = [];
    for await (const piece of request) pieces.push(piece as Buffer);
    const body = Buffer.concat(pieces);
    if (typeof mishap === 'object') return refuse(response, mishap);
    if (!request.headers.authorization) return refuse(response, { status: 403, code: 'AccessDenied' });
    if (request.headers['x-amz-content-sha256'] !== createHash('sha256').update(body).digest('hex'))
      return refuse(response, { status: 400, code: 'XAmzContentSHA256Mismatch' });
    if (mishap !== undefined) spoil(response, mishap);
    await answer(again(request, body), response);
  }

  const double: S3Double = {
    settings: {
      ...{ endpoint: `http://127.0.0.1:${listening}`, bucket, prefix: 'files/', region: 'us-east-1' },
      ...{ bucketInHost: false, key: S3_KEY, secretFile: '', secret: S3_SECRET },
    },
    directory,
    seen: [],
    befall: () => undefined,
    page: 1_000,
    keys: () =>
      readdirSync(join(directory, bucket), { recursive: true })
        .map(String)
        .filter((name) => name.endsWith('._S3rver_object'))
        .map((name) => name.slice(0, -'._S3rver_object'.length)),
    async stop() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
    start: () => listen(listening),
  };
  process.once('exit', () => rmSync(directory, { recursive: true, force: true }));
  return double;
}

/** The request as it came, its body in hand. */
function again(request: IncomingMessage, body: Buffer): IncomingMessage {
  const { method, url, headers, socket, httpVersion } = request;
  const copy = Object.assign(new PassThrough(), { method, url, headers, socket, httpVersion });
  copy.end(body);
  return copy as unknown as IncomingMessage;
}

function refuse(response: ServerResponse, { status, code }: { readonly status: number; readonly code?: string }): void {
  response.writeHead(status, { 'content-type': 'application/xml' });
  response.end(code === undefined ? '' : `<?xml version="1.0"?><Error><Code>${code}</Code></Error>`);
}

/** What the store writes is held back and comes out spoiled. */
function spoil(response: ServerResponse, mishap: 'lost' | 'half' | 'silence' | 'flipped'): void {
  const [write, end] = [response.write.bind(response), response.end.bind(response)];
  const held: Buffer[] = [];
  response.write = (chunk: Buffer) => held.push(Buffer.from(chunk)) > 0;
  response.end = (chunk?: unknown) => {
    if (chunk instanceof Uint8Array || typeof chunk === 'string') held.push(Buffer.from(chunk as string));
    const whole = Buffer.concat(held);
    if (mishap === 'lost') response.socket?.destroy();
    else if (whole.length === 0) return response;
    else if (mishap === 'flipped') {
      whole[whole.length - 1]! ^= 1;
      end(whole);
    } else write(whole.subarray(0, whole.length >> 1), () => mishap === 'half' && response.socket?.destroy());
    return response;
  };
}
