/**
 * The Fastify server both faces stand on: security headers, request numbers, one log line per request, and one road for
 * everything that goes wrong. A face adds its routes and the way it shows a Problem (a page, or JSON).
 */
import { randomBytes } from 'node:crypto';
import fastify, { type FastifyError, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { Refusal } from '../../statute/refusal.ts';
import type { Config } from '../config.ts';
import { NOT_READ_NOW } from '../files/file-refusals.ts';
import { FileQuarantined } from '../files/quarantine.ts';
import { ShelfFault } from '../files/shelf.ts';
import type { Logger } from '../log.ts';
import { isReady, noteAnswer, noteFull, noteShelfFault } from '../pulse.ts';
import { isDatabaseAway } from '../reading/database-away.ts';
import { type Problem, problemOfRefusal, problemOfStatus } from './problem.ts';
import { isFromThisSite } from './same-site.ts';
import { securityHeaders } from './security-headers.ts';
import { isStorable } from './storable.ts';
import { refuseUnreadable } from './unreadable.ts';
import { ILL_ADDRESSED, isWellAddressed } from './well-addressed.ts';

export interface FaceOptions {
  /** In the log: `portal`, `desk`. */
  readonly name: string;
  readonly config: Pick<Config, 'publicUrl' | 'trustedProxy'>;
  readonly log: Logger;
  readonly inlineStyles?: boolean;
  /** Bytes of a request's body; upload routes set their own. */
  readonly bodyLimit?: number;
  readonly show?: (problem: Problem, request: FastifyRequest, reply: FastifyReply) => unknown;
}

/** 存活和就绪: for whoever watches or balances, who never signs in. Yes or no and not a word more. */
export const LIFE_ROUTES: readonly string[] = ['/health', '/healthz', '/readyz'];

export function buildFace(options: FaceOptions): FastifyInstance {
  const { config, bodyLimit = 1_048_576, show = showAsJson } = options;
  const log = options.log.child({ face: options.name });
  const headers = securityHeaders({ publicUrl: config.publicUrl, inlineStyles: options.inlineStyles ?? false });
  const face = fastify({
    bodyLimit,
    trustProxy: config.trustedProxy.length > 0 ? [...config.trustedProxy] : false,
    requestTimeout: 60_000,
    routerOptions: { maxParamLength: 300 },
    requestIdHeader: false,
    genReqId: () => randomBytes(6).toString('hex'),
    logger: false,
    clientErrorHandler: refuseUnreadable,
    // Who names no host is told so in words (`well-addressed.ts`).
    http: { requireHostHeader: false },
    // An address that no route can read (`/%FF`, a part without end) passes no hook on its way here.
    frameworkErrors: (_, request, reply) =>
      show(problemOfStatus(404), request, (reply as FastifyReply).headers(headers).code(404)),
  });

  face.addHook('onRequest', async (request, reply) => {
    reply.headers(headers).header('x-request-id', request.id);
    if (!isWellAddressed(request.raw)) {
      await show(ILL_ADDRESSED, request, reply.code(400).header('connection', 'close'));
      return reply;
    }
    if (isFromThisSite({ ...askedBy(request), publicUrl: config.publicUrl })) return;
    await show(problemOfStatus(403), request, reply.code(403));
    return reply;
  });
  face.addHook('preValidation', async (request, reply) => {
    const { params, query, body } = request;
    if (isStorable([params, query, body])) return;
    const status = isStorable(params) ? 400 : 404;
    await show(problemOfStatus(status), request, reply.code(status));
    return reply;
  });
  face.addHook('onResponse', async (request, reply) => {
    const { statusCode: status, elapsedTime: ms } = reply;
    log.info({ ...named(request), status, ms: Math.round(ms) }, 'answered');
    const { method, route } = named(request);
    noteAnswer({ face: options.name, method, route, status, ms });
  });
  face.setErrorHandler((error: FastifyError, request, reply) => {
    const unread = whyUnread(error);
    if (unread) {
      if (error instanceof ShelfFault) {
        noteShelfFault(error.why);
        log.error({ ...named(request), err: error, advice: error.advice }, 'kept files are out of reach');
      }
      const problem = problemOfRefusal(unread);
      // Of the file that was to come nothing is said of what comes instead.
      for (const name of OF_A_FILE) reply.removeHeader(name);
      return show(problem, request, reply.code(problem.status).header('cache-control', 'no-store'));
    }
    if (isDatabaseAway(error)) {
      log.warn({ ...named(request), err: error }, 'database away');
      return show(problemOfStatus(503), request, reply.header('retry-after', '60').code(503));
    }
    const unfit = error.validation || BROKEN_OFF.test(error.message);
    const problem = problemOfStatus(unfit ? 400 : isFull(error) ? 507 : (error.statusCode ?? 500));
    if (problem.status >= 500) log.error({ ...named(request), err: error }, 'fault');
    if (problem.status === 507) {
      noteFull();
      // Of what was to come nobody reads the rest.
      reply.header('connection', 'close');
    }
    return show(problem, request, reply.code(problem.status));
  });
  face.setNotFoundHandler((request, reply) => show(problemOfStatus(404), request, reply.code(404)));
  for (const path of ['/health', '/healthz'] as const) face.get(path, async () => ({ alive: true }));
  face.get('/readyz', async (_, reply) => {
    const ready = await isReady();
    return reply.code(ready ? 200 : 503).send({ ready });
  });
  return face;
}

const OF_A_FILE = ['content-disposition', 'content-type', 'content-length', 'etag'];

/** A kept file that cannot be opened now. */
function whyUnread(error: Error): Refusal | undefined {
  if (error instanceof FileQuarantined) return error.refusal;
  return error instanceof ShelfFault ? NOT_READ_NOW : undefined;
}

/** 磁盘已满: said by the system of a file, by PostgreSQL of a table. */
function isFull({ code }: { readonly code?: string }): boolean {
  return code === 'ENOSPC' || code === 'EDQUOT' || code === '53100';
}

/** An upload that ends before its end: the line broke, or no browser made it. */
const BROKEN_OFF =
  /^(?:Unexpected end of multipart data|Unexpected end of form|Malformed part header|Part terminated early)/;

/** The answer of a route that was refused or found issues, with the status of the one table. */
export function showAsJson(problem: Problem, _request: FastifyRequest, reply: FastifyReply): unknown {
  return reply.code(problem.status).send(problem);
}

function askedBy(request: FastifyRequest) {
  const { 'sec-fetch-site': fetchSite, origin } = request.headers;
  return {
    method: request.method,
    fetchSite: typeof fetchSite === 'string' ? fetchSite : undefined,
    origin,
    host: request.host,
  };
}

/** The route's pattern instead of the address: addresses hold receipt numbers and search words. */
function named(request: FastifyRequest) {
  return { request: request.id, method: request.method, route: request.routeOptions.url ?? 'none' };
}
