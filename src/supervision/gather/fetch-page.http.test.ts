import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type NameServer, startNameServer } from '../../../test/support/name-server.ts';
import { guardedAgent } from '../../platform/outgoing/guarded-agent.ts';
import { resolveAt } from '../../platform/outgoing/resolve-host.ts';
import { type FetchPage, pageFetcher, probe } from './fetch-page.ts';

const LIMITS = { timeoutMs: 2_000, maxBytes: 10_000 };
const heard: string[] = [];
let server: Server;
let names: NameServer;
let port: number;
let fetchPage: FetchPage;
let strict: FetchPage;

const PAGES: Record<string, (request: IncomingMessage, response: ServerResponse) => unknown> = {
  '/': (_, response) => response.end('<title>首页</title>'),
  '/loop-a': (_, response) => response.writeHead(302, { location: '/loop-b' }).end(),
  '/loop-b': (_, response) => response.writeHead(302, { location: '/loop-a' }).end(),
  '/big': (_, response) => response.end('x'.repeat(50_000)),
  '/bomb': (_, response) =>
    response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(5_000_000))),
  '/packed': (_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('内容')),
  '/strange': (_, response) => response.writeHead(200, { 'content-encoding': 'zstd' }).end('packed'),
  '/cookie': (request, response) =>
    /b=2/.test(request.headers.cookie ?? '') && /a=1/.test(request.headers.cookie ?? '')
      ? response.end('到了')
      : response
          .writeHead(302, { location: '/cookie', 'set-cookie': ['a=1; Path=/; HttpOnly', 'b=2', 'bad\u00e9=3'] })
          .end(),
  '/never': () => {},
  '/no-head': (request, response) => response.writeHead(request.method === 'HEAD' ? 405 : 200).end('有'),
  '/to': (request, response) =>
    response.writeHead(302, { location: decodeURIComponent(request.url!.split('?')[1]!) }).end(),
  '/step': (request, response) => {
    const n = Number(request.url!.split('?')[1]);
    if (n === 0) response.end('到了');
    else response.writeHead(302, { location: `/step?${n - 1}` }).end();
  },
};

beforeAll(async () => {
  server = createServer((request, response) => {
    heard.push(request.headers.host ?? '');
    const page = PAGES[request.url!.split('?')[0]!];
    if (page) page(request, response);
    else response.writeHead(404).end();
  });
  await new Promise<void>((up) => server.listen(0, '127.0.0.1', up));
  port = (server.address() as AddressInfo).port;
  names = await startNameServer({
    'portal.test': [['127.0.0.1']],
    'loopback.test': [['127.0.0.1']],
    'lan.test': [['10.1.2.3']],
    'metadata.test': [['169.254.169.254']],
    'six.test': [['::1']],
    'mapped.test': [['::ffff:127.0.0.1']],
    'half.test': [['203.0.114.9', '127.0.0.1']],
    'rebind.test': [['198.51.99.7'], ['127.0.0.1']],
  });
  const resolve = resolveAt([names.address]);
  fetchPage = pageFetcher(guardedAgent({ resolve, timeoutMs: 2_000, listed: new Set([`portal.test:${port}`]) }));
  strict = pageFetcher(guardedAgent({ resolve, timeoutMs: 2_000 }));
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((closed) => server.close(closed));
  await names.stop();
});

describe('SUP-1 who may not be reached', () => {
  const LITERALS = [
    '127.0.0.1',
    '127.8.9.1',
    '2130706433',
    '017700000001',
    '0x7f000001',
    '0x7f.1',
    '127.1',
    '0',
    '0.0.0.0',
    '10.0.0.1',
    '172.16.0.1',
    '192.168.1.1',
    '100.64.0.1',
    '169.254.169.254',
    '2852039166',
    '224.0.0.1',
    '255.255.255.255',
    '240.0.0.1',
    '198.18.0.1',
    '[::1]',
    '[::]',
    '[::ffff:127.0.0.1]',
    '[::ffff:7f00:1]',
    '[::ffff:0:127.0.0.1]',
    '[::127.0.0.1]',
    '[64:ff9b::7f00:1]',
    '[64:ff9b:1::7f00:1]',
    '[2002:7f00:1::]',
    '[2001:0:7f00:1::]',
    '[fe80::1]',
    '[fec0::1]',
    '[fc00::1]',
    '[fd12:3456::1]',
    '[ff02::1]',
    '[4000::1]',
  ];
  it.each(LITERALS)('an address written as %s', async (host) => {
    expect(await strict(`http://${host}:${port}/`, LIMITS)).toMatchObject({ outcome: 'forbidden' });
  });

  it.each(['loopback', 'lan', 'metadata', 'six', 'mapped', 'half'])(
    'a name that leads there: %s.test',
    async (name) => {
      expect(await strict(`http://${name}.test:${port}/`, LIMITS)).toMatchObject({ outcome: 'forbidden' });
    },
  );

  it.each([
    'http://127.0.0.1:1/',
    'http://[::ffff:10.0.0.1]/',
    'http://2130706433/',
    'http://lan.test/',
    'http://metadata.test/latest',
    'file:///etc/passwd',
    'gopher://127.0.0.1/',
    'http://user:pw@lan.test/',
  ])('a redirect to %s', async (target) => {
    const from = `http://portal.test:${port}/to?${encodeURIComponent(target)}`;
    expect(await fetchPage(from, LIMITS)).toMatchObject({ outcome: 'forbidden' });
  });

  it('the server heard of none of them', () =>
    expect(heard.filter((host) => !host.startsWith('portal.test'))).toEqual([]));

  it.each(['ftp://example.test/', 'file:///etc/passwd', 'javascript:1', '不是网址'])(
    '%s is not looked at',
    async (url) => {
      expect(await strict(url, LIMITS)).toMatchObject({ outcome: 'forbidden' });
    },
  );
});

describe('SUP-2 a name that answers otherwise the second time', () => {
  it('is judged by the very answer the connection goes to', async () => {
    const asked: string[] = [];
    const resolve = resolveAt([names.address]);
    const watched = pageFetcher(
      guardedAgent({
        timeoutMs: 300,
        resolve: async (name) => {
          const answer = await resolve(name);
          asked.push(...answer);
          return answer;
        },
      }),
    );
    // The first answer is public (and silent); a second look of the connection itself would be the loopback.
    const first = await watched(`http://rebind.test:${port}/`, { timeoutMs: 300, maxBytes: 100 });
    expect(first).toMatchObject({ outcome: 'failed' });
    expect(names.asked('rebind.test')).toBe(1);
    expect(asked).toEqual(['198.51.99.7']);
    expect(await watched(`http://rebind.test:${port}/`, LIMITS)).toMatchObject({ outcome: 'forbidden' });
    expect(heard).not.toContain(`rebind.test:${port}`);
  });
});

describe('SUP-3 a listed internal site', () => {
  it('is reached by its name and port, and nothing else of the network is', async () => {
    expect(await fetchPage(`http://portal.test:${port}/`, LIMITS)).toMatchObject({ outcome: 'answered', status: 200 });
    expect(await fetchPage(`http://portal.test:${port + 1}/`, LIMITS)).toMatchObject({ outcome: 'forbidden' });
    expect(await fetchPage(`http://loopback.test:${port}/`, LIMITS)).toMatchObject({ outcome: 'forbidden' });
  });

  it('may never be link-local, listed or not', async () => {
    const resolve = resolveAt([names.address]);
    const lax = pageFetcher(guardedAgent({ resolve, timeoutMs: 500, listed: new Set(['metadata.test:80']) }));
    expect(await lax('http://metadata.test/', LIMITS)).toMatchObject({ outcome: 'forbidden' });
  });
});

describe('SUP-4 bounds', () => {
  const at = (path: string) => fetchPage(`http://portal.test:${port}${path}`, LIMITS);

  it('eight redirects are followed, a ninth is not, a loop is told', async () => {
    expect(await at('/step?8')).toMatchObject({ outcome: 'answered', hops: 8 });
    expect(await at('/step?9')).toMatchObject({ outcome: 'failed', failure: 'too-many-redirects' });
    expect(await at('/loop-a')).toMatchObject({ outcome: 'failed', failure: 'redirect-loop' });
  });

  it('a site that asks to come again with its cookie is come to again, and the cookie is gone with the look', async () => {
    expect(await at('/cookie')).toMatchObject({ outcome: 'answered', hops: 1 });
    expect(await at('/cookie')).toMatchObject({ outcome: 'answered', hops: 1 });
  });

  it('bytes, also those that unpacking makes', async () => {
    const big = await at('/big');
    expect(big.outcome === 'answered' && [big.cut, big.body.length]).toEqual([true, 10_000]);
    expect(await at('/bomb')).toMatchObject({ cut: true });
    expect(await at('/strange')).toMatchObject({ cut: true });
    const packed = await at('/packed');
    expect(packed.outcome === 'answered' && packed.body.toString()).toBe('内容');
  });

  it('time', async () => {
    const slow = await fetchPage(`http://portal.test:${port}/never`, { timeoutMs: 150, maxBytes: 10 });
    expect(slow).toMatchObject({ outcome: 'failed', failure: 'timeout' });
  });

  it('an unknown name and a closed port are told apart', async () => {
    expect(await strict('http://nowhere.test/', LIMITS)).toMatchObject({ failure: 'dns' });
    const closed = pageFetcher(guardedAgent({ timeoutMs: 500, listed: new Set(['127.0.0.1:9']) }));
    expect(await closed('http://127.0.0.1:9/', LIMITS)).toMatchObject({ failure: 'connect' });
  });

  it('GET where HEAD fails', async () => {
    expect(await probe(fetchPage, `http://portal.test:${port}/no-head`, LIMITS)).toMatchObject({ status: 200 });
  });
});
