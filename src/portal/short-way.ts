/**
 * The short way: a page that lies ready is answered before routing, hooks and logging. Anything unusual (another method, an
 * unknown address) goes the long way and gets the same answer.
 */
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { answerWith, type PageAnswer } from './page-answer.ts';
import type { PageCache } from './page-cache.ts';
import { cacheAddress } from './send-page.ts';

export type FixedHeaders = Readonly<Record<string, string>>;

/** Puts itself before the server's own listener. */
export function openShortWay(app: FastifyInstance, cache: PageCache, fixedHeaders: FixedHeaders): void {
  const longWay = app.server.listeners('request') as RequestListener[];
  const headersOf = flatHeaders(fixedHeaders);
  app.server.removeAllListeners('request');
  app.server.on('request', (request, response) => {
    if (answerReady(cache, headersOf, request, response)) return;
    for (const listener of longWay) listener(request, response);
  });
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

/** @returns whether the request was answered */
function answerReady(
  cache: PageCache,
  headersOf: (answer: PageAnswer) => string[],
  request: IncomingMessage,
  response: ServerResponse,
): boolean {
  if (request.method !== 'GET') return false;
  const page = cache.ready(cacheAddress(request.url ?? '', request.headers.cookie));
  if (!page) return false;
  const answer = answerWith(page, request.headers);
  response.writeHead(answer.status, headersOf(answer));
  response.end(answer.body);
  return true;
}
