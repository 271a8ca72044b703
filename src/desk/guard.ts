/**
 * 先关后开 [SEC-3]: every route refuses whoever is not signed in, unless it says `open` of itself. What changes something must
 * also carry a header that no other site's page can send, beside the same-site check of every face.
 */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { House } from '../perform.ts';
import { LIFE_ROUTES, showAsJson } from '../platform/http/face.ts';
import { problemOfRefusal } from '../platform/http/problem.ts';
import { refuse } from '../statute/refusal.ts';
import { officerBehind } from './people/session.ts';
import type { Officer } from './reach.ts';

declare module 'fastify' {
  interface FastifyRequest {
    officer: Officer | null;
  }
  interface FastifyContextConfig {
    /** Answers whoever asks. */
    open?: true;
  }
}

export const OPEN = { config: { open: true } } as const;
export const CONSOLE_HEADER = 'x-gongkai-console';

/** Methods that change nothing. */
export const READS = ['GET', 'HEAD', 'OPTIONS'];
const SIGN_IN_FIRST = refuse('SIGN_IN_FIRST', '会话', '没有登录，或者登录已经过期（30 分钟没有操作）。请登录后继续。');
const NOT_FROM_CONSOLE = refuse(
  'NOT_YOUR_PAGE',
  '会话',
  '这个请求不是从工作台页面发出的，没有办理。请在工作台里操作。',
);

export function guardRoutes(desk: FastifyInstance, house: House): void {
  desk.decorateRequest('officer', null);
  desk.addHook('onRequest', async (request, reply) => {
    if (!READS.includes(request.method) && request.headers[CONSOLE_HEADER] === undefined)
      return showAsJson(problemOfRefusal(NOT_FROM_CONSOLE), request, reply);
    const { config, url } = request.routeOptions;
    if (config.open || LIFE_ROUTES.includes(url ?? '')) return;
    request.officer = (await officerBehind(request, house)) ?? null;
    if (request.officer === null) return showAsJson(problemOfRefusal(SIGN_IN_FIRST), request, reply);
  });
}

/** The officer who asks, behind a route that is not open. */
export function officerOf({ officer }: FastifyRequest): Officer {
  if (officer === null) throw new Error('an open route asked who is signed in');
  return officer;
}
