/**
 * The short way: a page that lies ready is answered before routing, hooks and logging. Anything unusual (another method, a
 * body, an unknown address) goes the long way and gets the same answer.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { answerWith } from './page-answer.ts';
import type { PageCache } from './page-cache.ts';
import { cacheAddress } from './send-page.ts';

/** @returns whether the request was answered */
export function serveReady(
  cache: PageCache,
  fixedHeaders: Readonly<Record<string, string>>,
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
