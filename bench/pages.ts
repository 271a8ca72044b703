/**
 * 页面: the portal's cache against a static file server that serves the same bytes as files: nginx where it is installed, else a plain
 * server of Node. One process each; rounds alternate, so that a busy moment of the machine falls on both.
 */
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { type RunningServer, startServer } from '../test/support/running-server.ts';
import { GENERATOR, loadOn, type Throughput } from './load-on.ts';
import { atLeast, type Measured } from './measured.ts';
import { isInstalled, machineLoad, residentMegabytes } from './processes.ts';
import { type FileServer, keepFile, serveWithNginx, serveWithNode } from './static-server.ts';

const ROUNDS = 3;

export async function measurePages(): Promise<readonly Measured[]> {
  const home = mkdtempSync(join(tmpdir(), 'gongkai-bench-'));
  chmodSync(home, 0o755);
  const server = await startServer({ GONGKAI_DATA: join(home, 'data') });
  let files: FileServer | undefined;
  try {
    const folder = join(home, 'www');
    mkdirSync(folder);
    const pages = await pagesOf(server);
    for (const path of Object.values(pages)) {
      const [plain, zipped] = [
        await bytesAt(server.portal + path, 'identity'),
        await bytesAt(server.portal + path, 'gzip'),
      ];
      keepFile(folder, fileOf(path), { plain, zipped });
    }
    files = isInstalled('nginx') ? await serveWithNginx(home, folder) : await serveWithNode(folder);
    const measured: Measured[] = [];
    for (const [name, path] of Object.entries(pages)) {
      const theirUrl = `${files.url}/${fileOf(path)}`;
      const [a, b] = [await bytesAt(server.portal + path, 'gzip'), await bytesAt(theirUrl, 'gzip')];
      if (!a.equals(b)) throw new Error(`${path}: ${files.name} serves other bytes`);
      const [ours, theirs]: [Throughput[], Throughput[]] = [[], []];
      for (let round = 0; round < ROUNDS; round += 1) {
        ours.push(await loadOn(server.portal + path, server.pid));
        theirs.push(await loadOn(theirUrl, files.pid));
      }
      measured.push(...compared(name, a.length, files.name, ours, theirs));
    }
    console.log(
      `\n压测用 ${GENERATOR}，机器负载 ${machineLoad()}，程序内存 ${Math.round(residentMegabytes(server.pid) ?? 0)} MB`,
    );
    return measured;
  } finally {
    await files?.stop();
    await server.stop();
    rmSync(home, { recursive: true, force: true });
  }
}

/** One of each kind that is read most. */
async function pagesOf({ portal }: RunningServer): Promise<Readonly<Record<string, string>>> {
  const list = '/columns/news';
  const document = /href="(\/documents\/[^"#?]+)"/.exec(await (await fetch(portal + list)).text())?.[1];
  if (!document) throw new Error(`${list} leads to no document`);
  return { 首页: '/', 栏目列表: list, 文件页: document, 年度报告: '/annual-reports/2024' };
}

function compared(
  name: string,
  bytes: number,
  rival: string,
  ours: readonly Throughput[],
  theirs: readonly Throughput[],
): Measured[] {
  const what = `${name}缓存 ÷ ${rival}`;
  const ratioOf = (by: (one: Throughput) => number, says: string) => {
    const [a, b] = [median(ours.map(by)), median(theirs.map(by))];
    return atLeast(`${what}，${says}`, a / b, 0.8, '', `${bytes} 字节，${Math.round(a)} 对 ${Math.round(b)} 次`);
  };
  const wall = ratioOf(({ perSecond }) => perSecond, '每秒');
  if ([...ours, ...theirs].some(({ perCpuSecond }) => perCpuSecond === undefined)) return [wall];
  return [wall, ratioOf(({ perCpuSecond }) => perCpuSecond!, '每 CPU 秒')];
}

function bytesAt(url: string, encoding: 'gzip' | 'identity'): Promise<Buffer> {
  return new Promise((done, fail) => {
    const asked = request(url, { headers: { 'accept-encoding': encoding } }, (answer) => {
      if (answer.statusCode !== 200) fail(new Error(`${url} answered ${answer.statusCode}`));
      buffer(answer).then(done, fail);
    });
    asked.on('error', fail).end();
  });
}

function fileOf(path: string): string {
  return `${path.replace(/\//g, '_')}.html`;
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)]!;
}
