/** What the portal's cache is held against: a server that does nothing but send files, with gzip kept ready as ours is. */
import { spawn } from 'node:child_process';
import { createReadStream, existsSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { type AddressInfo, createServer as createTcpServer } from 'node:net';
import { join } from 'node:path';
import { childOf } from './processes.ts';

export interface FileServer {
  readonly name: string;
  readonly url: string;
  /** The process that serves. */
  readonly pid: number;
  stop(): Promise<void>;
}

/** One worker, no log, `gzip_static`: the fastest a single process of it is. */
export async function serveWithNginx(home: string, folder: string): Promise<FileServer> {
  const port = await freePort();
  const configFile = join(home, 'nginx.conf');
  writeFileSync(
    configFile,
    `worker_processes 1; daemon off; pid ${home}/nginx.pid; error_log ${home}/nginx.err;
     events { worker_connections 1024; }
     http { access_log off; sendfile on; tcp_nopush on; keepalive_requests 10000000; gzip_static on; charset utf-8;
       types { text/html html; } client_body_temp_path ${home}; proxy_temp_path ${home}; fastcgi_temp_path ${home};
       uwsgi_temp_path ${home}; scgi_temp_path ${home}; open_file_cache max=100;
       server { listen 127.0.0.1:${port}; root ${folder}; } }`,
  );
  const child = spawn('nginx', ['-c', configFile], { stdio: 'ignore' });
  const url = `http://127.0.0.1:${port}`;
  await answers(url);
  // The first one only starts and watches the worker.
  return { name: 'nginx', url, pid: childOf(child.pid!) ?? child.pid!, stop: async () => void child.kill('SIGTERM') };
}

export async function serveWithNode(folder: string): Promise<FileServer> {
  const server = createServer((request, response) => {
    const file = join(folder, `${decodeURIComponent(request.url ?? '').slice(1)}.gz`);
    if (!existsSync(file)) return void response.writeHead(404).end();
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-encoding': 'gzip' });
    createReadStream(file).pipe(response);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    name: 'Node 静态文件服务',
    url: `http://127.0.0.1:${port}`,
    pid: process.pid,
    stop: () => new Promise((done) => server.close(() => done())),
  };
}

/** A file and, beside it, what is sent to browsers that take gzip. */
export function keepFile(
  folder: string,
  name: string,
  { plain, zipped }: Readonly<Record<'plain' | 'zipped', Buffer>>,
): void {
  writeFileSync(join(folder, name), plain);
  writeFileSync(join(folder, `${name}.gz`), zipped);
}

async function freePort(): Promise<number> {
  const probe = createTcpServer();
  await new Promise<void>((done) => probe.listen(0, '127.0.0.1', done));
  const { port } = probe.address() as AddressInfo;
  await new Promise((done) => probe.close(done));
  return port;
}

async function answers(url: string): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const up = await fetch(url).then(
      () => true,
      () => false,
    );
    if (up) return;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error(`${url} does not answer`);
}
