/**
 * The short way: a page that lies ready is answered before routing, hooks and logging. Anything unusual (another method, an
 * unknown address) goes the long way and gets the same answer.
 */
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { answerWith } from './page-answer.ts';
import type { PageCache } from './page-cache.ts';
import { cacheAddress } from './send-page.ts';

export type FixedHeaders = Readonly<Record<string, string>>;

/** Puts itself before the server's own listener. */
export function openShortWay(app: FastifyInstance, cache: PageCache, fixedHeaders: FixedHeaders): void {
  const longWay = app.server.listeners('request') as RequestListener[];
  app.server.removeAllListeners('request');
  app.server.on('request', (request, response) => {
    if (answerReady(cache, fixedHeaders, request, response)) return;
    for (const listener of longWay) listener(request, response);
  });
}

/** @returns whether the request was answered */
function answerReady(
  cache: PageCache,
  fixedHeaders: FixedHeaders,
  request: IncomingMessage,
  response: ServerResponse,
): boolean {
  if (request.method !== 'GET') return false;
  const page = cache.ready(cacheAddress(request.url ?? '', request.headers.cookie));
  if (!page) return false;
  const { status, headers, body } = answerWith(page, request.headers);
  response.writeHead(status, { ...fixedHeaders, ...headers });
  response.end(body);
  return true;
}
