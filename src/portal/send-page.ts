/** How pages leave: built for this reader alone, or from the cache. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Frame } from './frame.ts';
import { answerWith } from './page-answer.ts';
import type { Rendered } from './page-cache.ts';
import type { Portal } from './portal.ts';
import { variantOf } from './visit.ts';

/** A page for one reader: never kept, by nobody. */
export function sendOwn(reply: FastifyReply, html: string, status = 200): FastifyReply {
  return reply.code(status).type('text/html; charset=utf-8').header('cache-control', 'no-store').send(html);
}

export interface CachedPage {
  readonly path: string;
  /** Query parameters the page knows; with any other it is built anew and not kept. */
  readonly asks?: readonly string[];
  build(request: FastifyRequest, frame: Frame): Promise<Rendered> | Rendered;
}

/** Address under which a page is kept: what was asked for and how the reader wants it. */
export function cacheAddress(url: string, cookies: string | undefined): string {
  const variant = variantOf(cookies);
  return variant === '' ? url : `${url} ${variant}`;
}

/** A page that is the same for everybody: built once, kept until something it shows changes. */
export function cachedPage(app: FastifyInstance, portal: Portal, page: CachedPage): void {
  const known = new Set(page.asks ?? []);
  app.get(page.path, { schema: { querystring: { type: 'object' } } }, async (request, reply) => {
    const build = async () => page.build(request, portal.frame(request));
    const strange = Object.entries(request.query as object).some(
      ([name, value]) => !known.has(name) || Array.isArray(value),
    );
    if (strange) {
      const { html, status } = await build();
      return sendOwn(reply, html, status);
    }
    const ready = await portal.cache.page(cacheAddress(request.url, request.headers.cookie), build);
    const { status, headers, body } = answerWith(ready, request.headers);
    return reply.code(status).headers(headers).send(body);
  });
}
