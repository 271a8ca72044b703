/** 阅读偏好: sets 适老版 or the size of letters and goes back to where the reader was. */
import type { FastifyInstance } from 'fastify';
import { preferenceCookie, SIZES, type SizeName } from '../visit.ts';

export function settings(app: FastifyInstance): void {
  app.get('/settings', async (request, reply) => {
    const { senior, size, back } = request.query as Record<string, unknown>;
    const name = Object.hasOwn(SIZES, String(size)) ? (size as SizeName) : 'normal';
    return reply
      .header('set-cookie', preferenceCookie(senior === '1', name))
      .header('cache-control', 'no-store')
      .redirect(ownPath(back), 303);
  });
}

/** Only a path of this site: `//elsewhere` and `/\elsewhere` are addresses of another. */
function ownPath(back: unknown): string {
  return typeof back === 'string' && /^\/(?![/\\])[\x21-\x7e]*$/.test(back) ? back : '/';
}
