/**
 * 页面: the portal's cache against a static file server that serves the same page as a file: nginx where it is installed,
 * else a plain server of Node. Rounds alternate, so that a busy moment of the machine falls on both.
 */
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import autocannon from 'autocannon';
import { startServer } from '../test/support/running-server.ts';
import { atLeast, type Measured } from './measured.ts';
import { type FileServer, serveWithNginx, serveWithNode } from './static-server.ts';

const ROUNDS = 3;
const SECONDS = 5;
const CONNECTIONS = 32;

export async function measurePages(): Promise<readonly Measured[]> {
  const home = mkdtempSync(join(tmpdir(), 'gongkai-bench-'));
  chmodSync(home, 0o755);
  const server = await startServer({ GONGKAI_DATA: join(home, 'data') });
  let files: FileServer | undefined;
  try {
    const folder = join(home, 'www');
    mkdirSync(folder);
    const pages = { 首页: '/', 年度报告: '/annual-reports/2024' };
    for (const path of Object.values(pages)) {
      const answer = await fetch(server.portal + path);
      if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
      writeFileSync(fileOf(folder, path), await answer.text());
    }
    files = hasNginx() ? await serveWithNginx(home, folder) : await serveWithNode(folder);
    const measured: Measured[] = [];
    for (const [name, path] of Object.entries(pages)) {
      const ours: number[] = [];
      const theirs: number[] = [];
      for (let round = 0; round < ROUNDS; round += 1) {
        ours.push(await requestsPerSecond(server.portal + path));
        theirs.push(await requestsPerSecond(`${files.url}/${fileOf('', path)}`));
      }
      const [a, b] = [median(ours), median(theirs)];
      measured.push(
        atLeast(`${name}缓存 ÷ ${files.name}`, a / b, 0.8, '', `每秒 ${Math.round(a)} 对 ${Math.round(b)} 次`),
      );
    }
    return measured;
  } finally {
    await files?.stop();
    await server.stop();
    rmSync(home, { recursive: true, force: true });
  }
}

function fileOf(folder: string, path: string): string {
  return join(folder, `${path.replace(/\//g, '_')}.html`);
}

/** The load comes from worker threads: what is measured has a core of its own on a machine with two. */
async function requestsPerSecond(url: string): Promise<number> {
  const { requests, errors, non2xx } = await autocannon({
    url,
    connections: CONNECTIONS,
    duration: SECONDS,
    workers: 1,
    headers: { 'accept-encoding': 'gzip' },
  });
  if (errors + non2xx > 0) throw new Error(`${url}: ${errors} errors, ${non2xx} answers other than 2xx`);
  return requests.average;
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)]!;
}

function hasNginx(): boolean {
  try {
    execFileSync('nginx', ['-v'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
