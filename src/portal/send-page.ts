/** How pages leave: built for this reader alone, or from the cache. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Frame } from './frame.ts';
import { answerWith } from './page-answer.ts';
import { MEDIA_TYPES, type MediaType, type Rendered } from './page-cache.ts';
import type { Portal } from './portal.ts';
import { variantOf } from './visit.ts';

/** A page for one reader: never kept, by nobody. */
export function sendOwn(reply: FastifyReply, text: string, status = 200, type: MediaType = 'html'): FastifyReply {
  return reply.code(status).type(MEDIA_TYPES[type]).header('cache-control', 'no-store').send(text);
}

interface KeptRoute {
  readonly path: string;
  /** Query parameters the page knows; with any other it is built anew and not kept. */
  readonly asks?: readonly string[];
}

export interface CachedPage extends KeptRoute {
  build(request: FastifyRequest, frame: Frame): Promise<RenderedPage> | RenderedPage;
}

export type RenderedPage = Omit<Rendered, 'text' | 'type'> & { readonly html: string };

/** What is written for programs: no frame, and the same however a reader wants his pages. */
export interface CachedText extends KeptRoute {
  build(request: FastifyRequest): Promise<Rendered> | Rendered;
}

/** Address under which a page is kept: what was asked for and how the reader wants it. */
export function cacheAddress(url: string, cookies: string | undefined): string {
  const variant = variantOf(cookies);
  return variant === '' ? url : `${url} ${variant}`;
}

/** A page that is the same for everybody: built once, kept until something it shows changes. */
export function cachedPage(app: FastifyInstance, portal: Portal, page: CachedPage): void {
  keep(app, portal, page, async (request) => {
    const { html, ...shown } = await page.build(request, { ...portal.frame(request), cutOff: false });
    return { ...shown, text: html, type: 'html' };
  });
}

export function cachedText(app: FastifyInstance, portal: Portal, text: CachedText): void {
  keep(app, portal, text, async (request) => text.build(request));
}

function keep(
  app: FastifyInstance,
  portal: Portal,
  { path, asks = [] }: KeptRoute,
  render: (request: FastifyRequest) => Promise<Rendered>,
): void {
  const known = new Set(asks);
  app.get(path, { schema: { querystring: { type: 'object' } } }, async (request, reply) => {
    const strange = Object.entries(request.query as object).some(
      ([name, value]) => !known.has(name) || Array.isArray(value),
    );
    if (strange) {
      const { text, status, type } = await render(request);
      return sendOwn(reply, text, status, type);
    }
    const address = cacheAddress(request.url, request.headers.cookie);
    const ready = await portal.cache.page(address, () => render(request));
    const { status, headers, body } = answerWith(ready, request.headers);
    return reply.code(status).headers(headers).send(body);
  });
}
