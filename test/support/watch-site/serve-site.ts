/** The invented site on three ports of this machine, two of them encrypted with a certificate made for the occasion. */
import { createServer, type RequestListener } from 'node:http';
import { createServer as createSecure } from 'node:https';
import type { AddressInfo, Server } from 'node:net';
import { generate } from 'selfsigned';
import { type BuiltSite, buildSite } from './build-site.ts';
import type { Sent, SiteOrder } from './site-in-making.ts';

export interface ServedSite extends BuiltSite {
  readonly home: string;
  readonly origins: SiteOrder['origins'];
  /** To be trusted by whoever looks. */
  readonly certificate: string;
  stop(): Promise<void>;
}

export async function serveSite(order: Omit<SiteOrder, 'origins'>): Promise<ServedSite> {
  const pems = await generate([{ name: 'commonName', value: '127.0.0.1' }], {
    algorithm: 'sha256',
    extensions: [
      { name: 'basicConstraints', cA: true },
      { name: 'subjectAltName', altNames: [{ type: 7, ip: '127.0.0.1' }] },
    ],
  });
  const secure = { key: pems.private, cert: pems.cert };
  const pages: Record<'main' | 'outside' | 'plain', ReadonlyMap<string, Sent>> = {
    main: new Map(),
    outside: new Map(),
    plain: new Map(),
  };
  const servers = {
    main: createSecure(
      secure,
      answer(() => pages.main),
    ),
    outside: createSecure(
      secure,
      answer(() => pages.outside),
    ),
    plain: createServer(answer(() => pages.plain)),
  };
  const open = async (server: Server) => {
    await new Promise<void>((up) => server.listen(0, '127.0.0.1', up));
    return (server.address() as AddressInfo).port;
  };
  const origins = {
    main: `https://127.0.0.1:${await open(servers.main)}`,
    outside: `https://127.0.0.1:${await open(servers.outside)}`,
    plain: `http://127.0.0.1:${await open(servers.plain)}`,
  };
  const built = buildSite({ ...order, origins });
  Object.assign(pages, { main: built.main, outside: built.outside, plain: built.plain });
  return {
    ...built,
    home: `${origins.main}/`,
    origins,
    certificate: pems.cert,
    async stop() {
      for (const server of Object.values(servers)) {
        server.closeAllConnections();
        await new Promise((closed) => server.close(closed));
      }
    },
  };
}

function answer(pagesNow: () => ReadonlyMap<string, Sent>): RequestListener {
  return (request, response) => {
    const sent = pagesNow().get(decodeURI((request.url ?? '').split('?')[0]!));
    if (sent?.hangs) return;
    if (!sent) return void response.writeHead(404, { 'content-type': 'text/html' }).end('<title>404</title>Not Found');
    if (sent.refusesHead && request.method === 'HEAD') return void response.writeHead(405).end();
    const body = Buffer.from(sent.body ?? '');
    const send = () =>
      response
        .writeHead(sent.status ?? 200, {
          'content-type': sent.type ?? 'text/html; charset=utf-8',
          'content-length': body.length,
          // Rivals that slow down by themselves need not.
          linkchecker: 'maxrated',
          ...sent.headers,
        })
        .end(request.method === 'HEAD' ? undefined : body);
    if (sent.delayMs) setTimeout(send, sent.delayMs);
    else send();
  };
}
