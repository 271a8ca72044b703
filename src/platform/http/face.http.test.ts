import { connect, createServer } from 'node:net';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterEach, describe, expect, it } from 'vitest';
import { isRefusal, refuse } from '../../statute/refusal.ts';
import { ShelfFault } from '../files/shelf.ts';
import { openLog } from '../log.ts';
import { isReady, METRICS, watchReadiness } from '../pulse.ts';
import { buildFace, type FaceOptions, showAsJson } from './face.ts';
import { closeFace, listen } from './listen.ts';
import { problemOfIssues, problemOfRefusal } from './problem.ts';

const lines: string[] = [];
const logged = () => lines.splice(0).map((line) => JSON.parse(line) as Record<string, unknown>);

function face(options: Partial<FaceOptions> = {}) {
  const log = openLog('info', (line) => void lines.push(line));
  const built = buildFace({ name: 'portal', config: { trustedProxy: [] }, log, ...options });
  built.get('/receipts/:number', async () => ({ found: true }));
  built.get('/fault', async () => {
    throw new Error('the disk is full');
  });
  built.get('/full/:code', async (request) => {
    throw Object.assign(new Error('no space left on device'), { code: (request.params as { code: string }).code });
  });
  built.get('/file', (_, reply) => {
    const fault = new ShelfFault('away', '连不上对象存储 https://s3.example', '');
    const content = new Readable({ read: () => void content.destroy(fault) });
    const kept = { 'content-length': '5000000', 'content-disposition': 'attachment', etag: '"a"' };
    return reply
      .headers({ ...kept, 'cache-control': 'public, immutable' })
      .type('application/pdf')
      .send(content);
  });
  built.get('/away', async () => {
    throw Object.assign(new Error('the database system is shutting down'), { code: '57P01' });
  });
  built.get('/who', async (request) => ({ ip: request.ip }));
  built.post('/apply', { schema: { body: { type: 'object', required: ['name'] } } }, async () => ({ received: true }));
  return built;
}

afterEach(() => void lines.splice(0));

describe('a kept file that is out of reach', () => {
  it('FIL-22 is said to be so in a whole answer that nobody keeps, and why is in the log alone', async () => {
    // The files of a run share what is counted.
    const away = async () =>
      Number(/^gongkai_shelf_faults_total\{why="away"\} (\d+)$/m.exec(await METRICS.metrics())?.[1] ?? 0);
    const before = await away();
    const answer = await face().inject('/file');
    const { 'content-length': length, etag, 'cache-control': caching } = answer.headers;
    expect([answer.statusCode, Number(length), etag, caching]).toEqual([
      503,
      Buffer.byteLength(answer.body),
      undefined,
      'no-store',
    ]);
    expect(answer.headers['content-disposition']).toBeUndefined();
    expect(answer.json().says).toContain('这个文件暂时打不开');
    expect(answer.body).not.toContain('s3.example');
    expect((await away()) - before).toBe(1);
    expect(JSON.stringify(logged())).toContain('连不上对象存储 https://s3.example');
  });
});

describe('a full disk', () => {
  it.each(['ENOSPC', '53100'])('OPS-21 is said in words, and the line is closed (%s)', async (code) => {
    const answer = await face().inject(`/full/${code}`);
    expect([answer.statusCode, answer.headers.connection]).toEqual([507, 'close']);
    expect(answer.json().says).toContain('磁盘已满');
    expect(JSON.stringify(logged())).toContain('no space left');
  });

  it('OPS-22 for a minute the process says that it is not ready, and writes nothing to find out', async () => {
    watchReadiness(async () => true);
    await face().inject('/full/53100');
    expect((await face().inject('/readyz')).statusCode).toBe(503);
    expect([await isReady(performance.now() + 59_000), await isReady(performance.now() + 61_000)]).toEqual([
      false,
      true,
    ]);
    watchReadiness(async () => true);
  });
});

describe('every answer', () => {
  it('forbids foreign scripts, inline scripts, frames and sniffing', async () => {
    const { headers } = await face().inject('/health');
    expect(headers['content-security-policy']).toContain(`script-src 'self';`);
    expect(headers['content-security-policy']).not.toContain('unsafe-inline');
    expect(headers['content-security-policy']).toContain(`frame-ancestors 'none'`);
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['referrer-policy']).toBe('same-origin');
    expect(headers['x-request-id']).toMatch(/^[0-9a-f]{12}$/);
  });

  it('asks for strict transport security only where the public reaches the site by https', async () => {
    const over = async (publicUrl: string) =>
      (await face({ config: { trustedProxy: [], publicUrl } }).inject('/health')).headers['strict-transport-security'];
    expect(await over('https://xxgk.example.gov.cn')).toBe('max-age=31536000');
    expect(await over('http://xxgk.example.gov.cn')).toBeUndefined();
  });

  it('carries the headers when it is an error, too', async () => {
    for (const url of ['/nowhere', '/fault']) {
      expect((await face().inject(url)).headers['x-content-type-options']).toBe('nosniff');
    }
  });
});

describe('SEC-50 bytes that are no request', () => {
  it.each([
    ['an address as it was typed', 'GET /search?q=公开 HTTP/1.1\r\nhost: a\r\n\r\n', 400, '格式不对'],
    ['another protocol', '\x16\x03\x01\x02\x00', 400, '格式不对'],
    ['fields without end', `GET / HTTP/1.1\r\nhost: a\r\ncookie: ${'x'.repeat(20_000)}\r\n\r\n`, 431, 'Cookie'],
  ])('%s: told in words, and the line is closed', async (_, bytes, status, says) => {
    const built = face();
    const { port } = new URL(await built.listen({ host: '127.0.0.1', port: 0 }));
    const socket = connect(Number(port), '127.0.0.1');
    socket.write(bytes);
    const answer = await text(socket);
    expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(answer).toContain(says);
    await built.close();
  });
});

describe('SEC-56 a request says where it goes', () => {
  it.each([
    ['two hosts', 'GET /receipts/1 HTTP/1.1\r\nhost: a\r\nhost: a\r\nconnection: close\r\n\r\n'],
    ['none', 'GET /receipts/1 HTTP/1.1\r\nconnection: close\r\n\r\n'],
    ['an empty one', 'GET /receipts/1 HTTP/1.1\r\nhost:\r\nconnection: close\r\n\r\n'],
    ['one that is none', 'GET /receipts/1 HTTP/1.1\r\nhost: a/b@c\r\nconnection: close\r\n\r\n'],
    ['a whole address', 'GET http://evil.example/receipts/1 HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n'],
  ])('%s: told in words, and the line is closed', async (_, bytes) => {
    const built = face();
    const { port } = new URL(await built.listen({ host: '127.0.0.1', port: 0 }));
    const socket = connect(Number(port), '127.0.0.1');
    socket.write(bytes.replace('connection: close\r\n', ''));
    const answer = await text(socket);
    expect(answer).toMatch(/^HTTP\/1.1 400 [\s\S]+主机名（Host）/);
    expect(answer).not.toContain('evil.example');
    await built.close();
  });

  it.each(['a.example', 'a_b:8080', '127.0.0.1', '[::1]:80'])('%s is one', async (host) =>
    expect((await face().inject({ url: '/receipts/1', headers: { host } })).statusCode).toBe(200),
  );
});

describe('the log', () => {
  it('names the route, never the address, the query or the visitor', async () => {
    await face().inject({ url: '/receipts/GK-2026-00017?name=刘小敏', remoteAddress: '203.0.113.9' });
    const [line] = logged();
    expect(line).toMatchObject({ face: 'portal', method: 'GET', route: '/receipts/:number', status: 200 });
    expect(JSON.stringify(line)).not.toMatch(/GK-2026|刘小敏|203\.0\.113/);
  });

  it('tells a fault once, with its cause', async () => {
    await face().inject('/fault');
    const errors = logged().filter(({ level }) => level === 50);
    expect(errors).toMatchObject([{ route: '/fault', err: { message: 'the disk is full' } }]);
  });
});

describe('what goes wrong', () => {
  const post = { method: 'POST', url: '/apply' } as const;

  it.each([
    ['an unknown page', { url: '/nowhere' }, 404],
    ['a fault', { url: '/fault' }, 500],
    ['the database away', { url: '/away' }, 503],
    ['a body of another shape', { ...post, payload: { title: 'x' } }, 400],
    ['broken JSON', { ...post, payload: '{', headers: { 'content-type': 'application/json' } }, 400],
    ['too much', { ...post, payload: { name: 'x'.repeat(2_000) } }, 413],
    ['an unknown format', { ...post, payload: 'x', headers: { 'content-type': 'text/csv' } }, 415],
  ])('%s is said in Chinese and betrays nothing of the inside', async (_, request, status) => {
    const answer = await face({ bodyLimit: 1_000 }).inject(request);
    expect(answer.statusCode).toBe(status);
    expect(answer.json()).toMatchObject({ status, code: `HTTP_${status}`, issues: [] });
    expect(answer.json().says).toMatch(/^[\u4e00-\u9fff]/);
    expect(answer.body).not.toMatch(/disk|stack|FST_/);
  });

  it.each([
    ['is no text at all', '/receipts/%FF'],
    ['is longer than any name', `/receipts/${'x'.repeat(301)}`],
  ])('an address that %s is an unknown page, in Chinese and with the headers of every answer', async (_, url) => {
    const answer = await face().inject(url);
    expect(answer.json()).toMatchObject({ status: 404, code: 'HTTP_404' });
    expect(answer.headers['x-content-type-options']).toBe('nosniff');
  });

  it.each([
    ['a NUL in the address', { url: '/receipts/%00' }, 404],
    ['a NUL in the query', { url: '/who?name=a%00' }, 400],
    ['a NUL deep in the body', { ...post, payload: { name: '甲', more: [{ why: 'a\0' }] } }, 400],
    ['a NUL in the name of a field', { ...post, payload: { name: '甲', 'a\0': 1 } }, 400],
    ['the first half of a pair', { ...post, payload: { name: '\ud840' } }, 400],
    ['the second half of a pair', { ...post, payload: { name: '\udc0b' } }, 400],
  ])('SEC-14 %s never reaches a store', async (_, request, status) => {
    const answer = await face().inject(request);
    expect(answer.json()).toMatchObject({ status, code: `HTTP_${status}` });
  });

  it('SEC-14 rare characters and what is nested as deep as a body is long pass', async () => {
    const deep = `{"name":"𠀋","more":${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
    const answer = await face().inject({ ...post, payload: deep, headers: { 'content-type': 'application/json' } });
    expect(answer.json()).toEqual({ received: true });
  });

  it('is shown the way the face shows it', async () => {
    const html = face({ show: (problem, _, reply) => reply.type('text/html').send(`<h1>${problem.status}</h1>`) });
    const answer = await html.inject('/nowhere');
    expect([answer.statusCode, answer.body]).toEqual([404, '<h1>404</h1>']);
  });

  it.each([
    ['NO_SUCH_DOCUMENT', 404],
    ['NOT_YOUR_ROLE', 403],
    ['SIGN_IN_FIRST', 401],
    ['TOO_MANY_APPLICATIONS', 429],
    ['REQ-13', 409],
    ['WRONG_STATE', 409],
  ])('the refusal %s answers %i with its sentence and its basis', async (code, status) => {
    const built = face();
    built.get('/act', (request, reply) =>
      showAsJson(problemOfRefusal(refuse(code, '《条例》第三十三条', '不能再延长。')), request, reply),
    );
    const answer = await built.inject('/act');
    expect(answer.statusCode).toBe(status);
    expect(answer.json()).toMatchObject({ code, basis: '《条例》第三十三条', says: '不能再延长。' });
  });

  it('issues answer 422 and count what must be corrected', () => {
    const issue = { code: 'X', severity: 'error', where: '/name', says: '', basis: '', advice: '' } as const;
    const problem = problemOfIssues([issue, { ...issue, severity: 'hint' }]);
    expect(problem).toMatchObject({ status: 422, says: '有 1 处需要改正，改正后再提交。' });
    expect(problem.issues).toHaveLength(2);
  });
});

describe('whoever watches', () => {
  it('OPS-10 learns that the process lives and whether it takes requests, and nothing else', async () => {
    watchReadiness(async () => {
      throw new Error('the database at 10.0.0.7 is gone');
    });
    const [alive, ready] = [await face().inject('/healthz'), await face().inject('/readyz')];
    watchReadiness(async () => true);
    expect([alive.statusCode, alive.json()]).toEqual([200, { alive: true }]);
    expect([ready.statusCode, ready.json()]).toEqual([503, { ready: false }]);
    expect((await face().inject('/readyz')).statusCode).toBe(200);
  });
});

describe('who may not', () => {
  const submit = (headers: Record<string, string>, publicUrl?: string) =>
    face({ config: { trustedProxy: [], ...(publicUrl ? { publicUrl } : {}) } })
      .inject({ method: 'POST', url: '/apply', payload: { name: '甲' }, headers: { host: 'xxgk.local', ...headers } })
      .then((answer) => answer.statusCode);

  it('another site cannot submit in the name of a visitor', async () => {
    expect(await submit({ 'sec-fetch-site': 'cross-site' })).toBe(403);
    expect(await submit({ 'sec-fetch-site': 'same-site' })).toBe(403);
    expect(await submit({ origin: 'https://evil.example' })).toBe(403);
    expect(await submit({ origin: 'null' })).toBe(403);
  });

  it('pages of this site can, also behind a proxy that changes the host', async () => {
    expect(await submit({ 'sec-fetch-site': 'same-origin' })).toBe(200);
    expect(await submit({ origin: 'http://xxgk.local' })).toBe(200);
    expect(await submit({ origin: 'https://xxgk.example.gov.cn' }, 'https://xxgk.example.gov.cn')).toBe(200);
    expect(await submit({})).toBe(200);
  });

  it('nobody but the trusted proxy says where a visitor comes from', async () => {
    const ask = (trustedProxy: string[]) =>
      face({ config: { trustedProxy } })
        .inject({ url: '/who', remoteAddress: '10.0.0.5', headers: { 'x-forwarded-for': '203.0.113.9' } })
        .then((answer) => answer.json().ip);
    expect(await ask([])).toBe('10.0.0.5');
    expect(await ask(['10.0.0.9'])).toBe('10.0.0.5');
    expect(await ask(['10.0.0.0/24'])).toBe('203.0.113.9');
  });
});

describe('listening', () => {
  it('opens on a free port and says the address', async () => {
    const built = face();
    const url = await listen(built, { host: '127.0.0.1', port: 0 }, 'GONGKAI_PORTAL');
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(await (await fetch(`${url}/health`)).json()).toEqual({ alive: true });
    await closeFace(built);
    await expect(fetch(`${url}/health`)).rejects.toThrow();
  });

  it('says plainly that a port is taken and which setting to change', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((done) => other.once('listening', done));
    const { port } = other.address() as { port: number };
    const answer = await listen(face(), { host: '127.0.0.1', port }, 'GONGKAI_PORTAL');
    expect(isRefusal(answer) && answer.says).toContain(
      `127.0.0.1:${port}：这个端口已被另一个程序占用。请用 GONGKAI_PORTAL`,
    );
    other.close();
  });
});
