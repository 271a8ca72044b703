import { connect, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../test/support/database.ts';
import { type PortalPlay, portalPlay } from './portal.fixture.ts';

const { db } = await testDatabase();
let play: PortalPlay;
let port: number;

beforeAll(async () => {
  play = await portalPlay(db);
  await play.portal.app.listen({ host: '127.0.0.1', port: 0 });
  const address = play.portal.app.server.address();
  port = typeof address === 'object' && address ? address.port : 0;
  await play.visitor.get('/catalogue');
});
afterAll(() => play.portal.app.close());

const GET = (path: string, ...fields: string[]) =>
  `${[`GET ${path} HTTP/1.1`, 'Host: x.example', ...fields].join('\r\n')}\r\n\r\n`;
const LAST = 'Connection: close';

async function line(): Promise<Socket> {
  const socket = connect(port, '127.0.0.1');
  await new Promise((done) => socket.once('connect', done));
  return socket;
}

/** Sends the pieces one after the other, as they travel, and reads until the server hangs up. */
async function said(...pieces: readonly (string | Buffer)[]): Promise<string[]> {
  const socket = await line();
  const answer = text(socket.setEncoding('latin1'));
  for (const piece of pieces) {
    socket.write(piece);
    await new Promise(setImmediate);
  }
  return (await answer).split(/(?=HTTP\/1\.1 \d)/);
}

/** One answer, without hanging up. */
async function next(socket: Socket): Promise<Buffer> {
  let got = Buffer.alloc(0);
  for await (const part of socket.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    got = Buffer.concat([got, part]);
    const head = got.indexOf('\r\n\r\n');
    const length = Number(/content-length: (\d+)/i.exec(got.toString('latin1'))?.[1] ?? 0);
    if (head >= 0 && got.length >= head + 4 + length) return got;
  }
  return got;
}

const fieldsOf = (answer: string) =>
  answer
    .slice(0, answer.indexOf('\r\n\r\n'))
    .split('\r\n')
    .map((field) => field.toLowerCase())
    .filter((field) => !/^(date|connection|keep-alive|x-request-id):/.test(field))
    .sort();

describe('PRT-121 a page that lies ready', () => {
  it('is answered before the parser with the same bytes and fields as behind it', async () => {
    const socket = await line();
    socket.write(GET('/catalogue', 'Accept-Encoding: gzip'));
    const early = (await next(socket)).toString('latin1');
    socket.destroy();
    // Whoever says that this is his last request goes through the parser.
    const [late] = await said(GET('/catalogue', 'Accept-Encoding: gzip', LAST));
    expect(early).not.toMatch(/\r\nconnection:/i);
    expect(late).toMatch(/\r\nconnection: close/i);
    expect(fieldsOf(early)).toEqual(fieldsOf(late!));
    expect(early).toContain('date: ');
    const body = (answer: string) => answer.slice(answer.indexOf('\r\n\r\n') + 4);
    expect(body(early)).toBe(body(late!));
    expect(gunzipSync(Buffer.from(body(early), 'latin1')).toString()).toContain('<!doctype html>');
  });

  it('is not sent again to who has it, and each reads in his own way', async () => {
    const socket = await line();
    socket.write(GET('/catalogue'));
    const first = (await next(socket)).toString('latin1');
    const tag = /etag: (\S+)/.exec(first)![1]!;
    socket.write(GET('/catalogue', `If-None-Match: ${tag}`));
    expect((await next(socket)).toString('latin1')).toMatch(/^HTTP\/1\.1 304 Not Modified\r\n/);
    socket.write(GET('/catalogue', 'Cookie: reading=senior.large'));
    const senior = (await next(socket)).toString('latin1');
    expect(senior).toContain('class="senior large"');
    socket.destroy();
  });

  it('the style is compressed and kept for ever; it is the same on a connection of its own', async () => {
    const path = /href="(\/portal-[0-9a-f]+\.css)"/.exec((await play.visitor.get('/catalogue')).body)![1]!;
    const [first] = await said(GET(path, 'Accept-Encoding: gzip', LAST));
    const socket = await line();
    socket.write(GET(path, 'Accept-Encoding: gzip'));
    const again = (await next(socket)).toString('latin1');
    socket.destroy();
    expect(fieldsOf(again)).toEqual(fieldsOf(first!));
    expect(again).toContain('cache-control: public, max-age=31536000, immutable');
    expect(again).toContain('content-encoding: gzip');
    expect(again).toContain('content-type: text/css');
  });
});

describe('SEC-56 the host that is named', () => {
  it('stands in no page and chooses none, whether it lies ready or not', async () => {
    const evil = { host: 'evil.example', 'x-forwarded-host': 'evil.example', forwarded: 'host=evil.example' };
    const [usual] = await said(GET('/catalogue', LAST));
    const under = await play.visitor.get('/catalogue', evil);
    expect([under.body.includes('evil.example'), usual!.includes(String(under.headers.etag))]).toEqual([false, true]);
    expect((await play.visitor.get('/guide', evil)).body).not.toContain('evil.example');
    expect((await play.visitor.get('/api/v1/documents?size=1', evil)).body).not.toContain('evil.example');
  });

  it.each([
    ['two of them', GET('/catalogue', 'Host: y.example')],
    ['one that is none', GET('/catalogue').replace('x.example', 'x/y@z')],
    ['a whole address', GET('http://x.example/catalogue')],
    ['two of them behind a good request', GET('/catalogue') + GET('/catalogue', 'Host: y.example')],
  ])('who may not: %s gets no page', async (_, bytes) => {
    const answers = await said(bytes);
    expect(answers.at(-1)).toMatch(/^HTTP\/1.1 400 [\s\S]+connection: close/i);
  });
});

describe('PRT-121 everything else goes to the parser with nothing lost', () => {
  const statuses = (answers: readonly string[]) => answers.map((answer) => answer.slice(9, 12));

  it('requests that come in one piece, in pieces, and after one another are each answered in order', async () => {
    const two = GET('/catalogue') + GET('/nothing-here', LAST);
    expect(statuses(await said(two))).toEqual(['200', '404']);
    const one = GET('/catalogue', LAST);
    expect(statuses(await said(one.slice(0, 7), one.slice(7, 30), one.slice(30)))).toEqual(['200']);
    expect(statuses(await said(GET('/catalogue'), GET('/fee'), GET('/catalogue'), GET('/', LAST)))).toEqual([
      '200',
      '200',
      '200',
      '200',
    ]);
  });

  it('a form sent on a connection that was read early arrives whole, its body behind its head', async () => {
    const form = new URLSearchParams({ number: '没有', code: 'x' }).toString();
    const head = `POST /track HTTP/1.1\r\nHost: x.example\r\n${LAST}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: ${form.length}\r\n\r\n`;
    for (const pieces of [[head + form], [head, form], [head + form.slice(0, 3), form.slice(3)]]) {
      const answers = await said(GET('/catalogue'), ...pieces);
      expect(statuses(answers)).toEqual(['200', '404']);
      expect(Buffer.from(answers[1]!, 'latin1').toString()).toContain('查询码');
    }
  });

  it('who may not: a request that is no request is refused by the parser, and nothing behind it is read', async () => {
    expect(
      statuses(await said('GET /catalogue HTTP/1.1\r\nHost: x\r\nContent-Length : 5\r\n\r\nGET /fee HTTP/1.1\r\n\r\n')),
    ).toEqual(['400']);
    expect(statuses(await said('\0\0\0\0'))).toEqual(['400']);
  });

  it('a line that breaks off takes nobody else along', async () => {
    const broken = await line();
    broken.write(GET('/catalogue'));
    broken.resetAndDestroy();
    expect(statuses(await said(GET('/catalogue', LAST)))).toEqual(['200']);
  });
});

it('PRT-121 closing the face ends connections that stand before the parser', async () => {
  const socket = await line();
  socket.write(GET('/catalogue'));
  await next(socket);
  const ended = new Promise((done) => socket.once('close', done));
  socket.resume();
  await play.portal.app.close();
  await ended;
});
