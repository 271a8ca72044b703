/**
 * The short way: a page that lies ready is answered before parsing, routing, hooks and logging. Anything unusual (another method, an
 * unknown address) goes the long way and gets the same answer.
 */
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { answerBeforeParser } from '../platform/http/before-parser.ts';
import { isWellAddressed } from '../platform/http/well-addressed.ts';
import { type Asked, answerWith, type PageAnswer } from './page-answer.ts';
import type { PageCache } from './page-cache.ts';
import { cacheAddress } from './send-page.ts';

export type FixedHeaders = Readonly<Record<string, string>>;

export interface Ready {
  readonly pages: PageCache;
  readonly assets: PageCache;
}

/** Puts itself before the server's own listeners: of connections, and of requests that came with others on one connection. */
export function openShortWay(
  app: FastifyInstance,
  { pages, assets }: Ready,
  fixedHeaders: FixedHeaders,
  now: () => Date,
): void {
  const readyFor = (url: string, headers: IncomingMessage['headers']) => {
    const page = pages.ready(cacheAddress(url, headers.cookie)) ?? assets.ready(url);
    return page && answerWith(page, headers as Asked);
  };
  const bytesOf = wholeAnswers(fixedHeaders, now);
  const early = answerBeforeParser(app.server, ({ url, headers }) => {
    const answer = readyFor(url, headers);
    return answer && bytesOf(answer);
  });
  app.addHook('preClose', async () => early.close());

  const longWay = app.server.listeners('request') as RequestListener[];
  const headersOf = flatHeaders(fixedHeaders);
  app.server.removeAllListeners('request');
  app.server.on('request', (request, response) => {
    const answer = request.method === 'GET' ? readyFor(request.url ?? '', request.headers) : undefined;
    if (answer && isWellAddressed(request)) return send(response, answer, headersOf(answer));
    for (const listener of longWay) listener(request, response);
  });
}

function send(response: ServerResponse, { status, body }: PageAnswer, headers: string[]): void {
  response.writeHead(status, headers);
  response.end(body);
}

/** Names and values one after the other, as Node writes them fastest; made once for each answer. */
function flatHeaders(fixedHeaders: FixedHeaders): (answer: PageAnswer) => string[] {
  const flat = new WeakMap<PageAnswer, string[]>();
  return (answer) => {
    const known = flat.get(answer);
    if (known) return known;
    const headers = Object.entries({ ...fixedHeaders, ...answer.headers }).flat();
    flat.set(answer, headers);
    return headers;
  };
}

const REASONS: Readonly<Record<number, string>> = { 200: 'OK', 304: 'Not Modified' };

/** Head and body in one piece, made anew each second, because an answer says when it was given (RFC 9110 §6.6.1). */
function wholeAnswers(fixedHeaders: FixedHeaders, now: () => Date): (answer: PageAnswer) => Buffer {
  const made = new WeakMap<PageAnswer, { readonly second: number; readonly bytes: Buffer }>();
  return (answer) => {
    const at = now();
    const second = Math.floor(at.getTime() / 1_000);
    const known = made.get(answer);
    if (known?.second === second) return known.bytes;
    const fields = { ...fixedHeaders, ...answer.headers, date: at.toUTCString() };
    const lines = Object.entries(fields).map(([name, value]) => `${name}: ${value}\r\n`);
    const head = `HTTP/1.1 ${answer.status} ${REASONS[answer.status] ?? ''}\r\n${lines.join('')}\r\n`;
    const bytes = Buffer.concat([Buffer.from(head, 'latin1'), answer.body ?? Buffer.alloc(0)]);
    made.set(answer, { second, bytes });
    return bytes;
  };
}
