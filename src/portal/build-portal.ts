/** 门户 (《条例》第二十四条: one platform to search, read and download): builds the citizen's face from what the rooms offer. */
import formbody from '@fastify/formbody';
import Fastify, { type FastifyError, type FastifyInstance } from 'fastify';
import { formTokens } from './form-token.ts';
import { ErrorPage } from './pages/error-page.tsx';
import { fee } from './pages/fee.tsx';
import { settings } from './pages/settings.ts';
import { type PortalDeps, portalOf } from './portal.ts';
import { sendOwn } from './send-page.ts';
import { stylesheet, stylesheetPath } from './stylesheet.ts';

export function buildPortal(deps: PortalDeps): FastifyInstance {
  const portal = portalOf(deps, formTokens(deps.formSecret, deps.house.now));
  const app = Fastify({ logger: deps.logger ?? false, trustProxy: [...(deps.trustedProxy ?? [])] });
  app.register(formbody);
  app.get(stylesheetPath, (_, reply) =>
    reply
      .type('text/css; charset=utf-8')
      .header('cache-control', 'public, max-age=31536000, immutable')
      .send(stylesheet),
  );
  app.setNotFoundHandler((request, reply) =>
    sendOwn(reply, ErrorPage({ frame: portal.frame(request), status: 404 }), 404),
  );
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const status = error.statusCode && error.statusCode >= 400 ? error.statusCode : 500;
    if (status >= 500) request.log.error(error);
    return sendOwn(reply, ErrorPage({ frame: portal.frame(request), status }), status);
  });
  fee(app, portal);
  settings(app);
  return app;
}
