/**
 * 工作台的页面: the built console (`dist/console`) as it lies on disk. Every file that may be served is found once, at the start, so no
 * address leads anywhere else. Files whose names carry their hash stay in the browser for a year, the page itself never; every
 * address of the console that is no file is the page, which finds the screen by itself.
 */
import { existsSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { showAsJson } from '../platform/http/face.ts';
import { problemOfStatus } from '../platform/http/problem.ts';
import type { DeskDeps } from './desk.ts';
import { OPEN } from './guard.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};

/** What is text already is worth packing. */
const PACKED = ['.html', '.js', '.css', '.json', '.txt', '.svg'];

/** Vite names what it builds by content: `assets/index-Bq3x9fLm.js`. */
const HASHED = /^\/assets\/.+-[\w-]{8}\.\w+$/;
const PAGE = '/index.html';

interface ServedFile {
  readonly type: string;
  readonly caching: string;
  read(): Promise<{ readonly plain: Buffer; readonly packed: Buffer | null }>;
}

export function consoleFiles(desk: FastifyInstance, { consoleFolder }: DeskDeps): void {
  const files = filesIn(consoleFolder);
  desk.get('/*', OPEN, async (request, reply) => {
    const path = new URL(request.url, 'http://desk').pathname;
    const file = files.get(path) ?? (isScreen(path) ? files.get(PAGE) : undefined);
    if (file) return send(file, request, reply);
    if (isScreen(path)) return reply.type('text/plain; charset=utf-8').code(503).send(NOT_BUILT);
    return showAsJson(problemOfStatus(404), request, reply);
  });
}

const NOT_BUILT = '工作台的页面还没有生成。请在程序文件夹运行 npm run build，再重新启动。';

/** An address somebody opens: neither one of the API nor the name of a file. */
function isScreen(path: string): boolean {
  return path !== '/api' && !path.startsWith('/api/') && !path.startsWith('/assets/') && extname(path) === '';
}

function filesIn(folder: string): ReadonlyMap<string, ServedFile> {
  if (!existsSync(folder)) return new Map();
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    // Neither links, which may lead out of the folder, nor source maps and what no browser asks for.
    .filter((entry) => entry.isFile() && extname(entry.name) in TYPES)
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length).split(sep).join('/'));
  return new Map(names.map((name) => [name, servedFile(folder, name)]));
}

function servedFile(folder: string, name: string): ServedFile {
  const kind = extname(name);
  let content: ReturnType<ServedFile['read']> | undefined;
  return {
    type: TYPES[kind]!,
    caching: HASHED.test(name) ? 'public, max-age=31536000, immutable' : 'no-store',
    read: () => {
      content ??= readFile(join(folder, name)).then(async (plain) => ({
        plain,
        packed: PACKED.includes(kind) ? await promisify(gzip)(plain) : null,
      }));
      return content;
    },
  };
}

async function send(file: ServedFile, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const { plain, packed } = await file.read();
  reply.type(file.type).header('cache-control', file.caching).header('vary', 'accept-encoding');
  const takesPacked = /\bgzip\b/.test(request.headers['accept-encoding'] ?? '');
  return packed && takesPacked ? reply.header('content-encoding', 'gzip').send(packed) : reply.send(plain);
}
