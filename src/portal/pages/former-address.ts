/**
 * 旧网址 [PRT-123]: whoever comes by a link of the former site is sent on to where the article, or its file, is now. An address that nothing was
 * taken over from is not there, as before.
 */
import type { FastifyInstance } from 'fastify';
import { formerPath } from '../../publications/former-address.ts';
import { formerAddress } from '../../publications/store/former-addresses.ts';
import type { Portal } from '../portal.ts';

export function formerAddresses(app: FastifyInstance, portal: Portal): void {
  // What a former address asked is known as a whole or not at all: no parameter of it is read.
  app.get('/*', { schema: { querystring: { type: 'object' } } }, async (request, reply) => {
    const path = formerPath(pathOnly(request.url));
    const found = path === undefined ? undefined : await formerAddress(portal.reading, path);
    if (!found) return reply.callNotFound();
    const now = `/documents/${encodeURIComponent(found.documentId)}`;
    const file = found.fileId === null ? '' : `/files/${encodeURIComponent(found.fileId)}`;
    return reply.header('cache-control', 'public, max-age=3600').redirect(now + file, 301);
  });
}

/** `//host/x` would be another host's address. */
function pathOnly(url: string): string {
  return url.replace(/^\/+/, '/');
}
