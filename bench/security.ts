/**
 * 安全扫描 (npm run security): every route of the desk as officers of another county, of every role; then wapiti and sqlmap of the distribution against a demo
 * county on loopback, the portal as a stranger and the desk as an officer who is signed in. Prints every finding, explained below or not, and fails when
 * there is one that is not. Needs: apt-get install wapiti sqlmap.
 */
import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DEMO_PASSWORD } from '../demo/county.ts';
import { CONSOLE_HEADER } from '../src/desk/guard.ts';
import { startServer } from '../test/support/running-server.ts';
import { crawlDesk } from './crawl-desk.ts';

/** Longest for each of the two scanners on each face. */
const SECONDS = Number(process.env.GONGKAI_SCAN_SECONDS ?? 300);

const MODULES =
  'backup,blindsql,cookieflags,crlf,csp,csrf,exec,file,http_headers,methods,permanentxss,redirect,sql,ssrf,xss,xxe';

/** What a scanner names and why it is none. A finding that matches nothing here has to be looked into. */
const EXPLAINED: readonly { readonly matches: RegExp; readonly why: string }[] = [
  {
    matches: /Strict-Transport-Security/i,
    why: '演示只在本机用 http；设了 https 的 GONGKAI_PUBLIC_URL 时发出这个头（security-headers 的测试）。',
  },
  {
    matches: /token' is not properly checked in backend（\/check-report）/,
    why: '核对报告的表单只算给来人看，什么也不存，谁替谁发都一样。',
  },
  {
    matches: /Cross Site Request Forgery|CSRF token/i,
    why: '表单带签名的一次性 token（字段名 token），另按 Sec-Fetch-Site 和 Origin 拒绝别的网站；扫描器只认 csrf 之类的字段名。',
  },
  {
    matches: /^HttpMethods|Possible interesting methods|Allowed methods/i,
    why: '只列出 GET、HEAD、POST，没有多余的方法。',
  },
  { matches: /X-XSS-Protection/i, why: '浏览器早已不用这个头，有 CSP；发它反而有害。' },
  { matches: /Secure flag is not set/i, why: '演示只在本机用 http；经 https 访问时 cookie 带 Secure。' },
];

interface Finding {
  readonly by: string;
  readonly says: string;
}

const home = mkdtempSync(join(tmpdir(), 'gongkai-security-'));
chmodSync(home, 0o755);
const findings: Finding[] = (await crawlDesk()).map((says) => ({ by: '逐个地址试', says }));
const server = await startServer({ GONGKAI_DATA: join(home, 'data') });
try {
  const cookie = await signIn(server.desk, 'chengban');
  findings.push(...(await wapiti(server.portal, 'portal')));
  findings.push(...(await sqlmap('portal', ['-u', `${server.portal}/search?q=1&page=1`, '--crawl=2', '--forms'])));
  const desk = [`${CONSOLE_HEADER}: 1`, `cookie: ${cookie}`].join('\n');
  for (const path of [
    '/api/requests?words=1&page=1',
    '/api/publications?words=1&page=1',
    '/api/decisions?kind=licensing&words=1',
  ])
    findings.push(...(await sqlmap('desk', ['-u', `${server.desk}${path}`, '--headers', desk])));
  const alive = await Promise.all([server.portal, server.desk].map(async (at) => (await fetch(at)).status));
  if (alive.some((status) => status !== 200)) findings.push({ by: '扫描以后', says: `不再应答：${alive.join('、')}` });
} finally {
  await server.stop();
  rmSync(home, { recursive: true, force: true });
}

let unexplained = 0;
for (const [says, by] of new Map(findings.map((one) => [one.says, one.by]))) {
  const why = EXPLAINED.find(({ matches }) => matches.test(says))?.why;
  if (!why) unexplained += 1;
  console.log(`${why ? '已说明' : '要查'}  ${by}  ${says}${why ? `\n        ${why}` : ''}`);
}
console.log(`发现 ${findings.length} 处，要查 ${unexplained} 处`);
process.exitCode = unexplained > 0 ? 1 : 0;

async function signIn(desk: string, signInName: string): Promise<string> {
  const answer = await fetch(`${desk}/api/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', [CONSOLE_HEADER]: '1' },
    body: JSON.stringify({ signInName, password: DEMO_PASSWORD }),
  });
  return answer.headers.get('set-cookie')!.split(';')[0]!;
}

interface WapitiReport {
  readonly vulnerabilities: Readonly<
    Record<string, readonly { readonly info: string; readonly path: string; readonly level: number }[]>
  >;
  readonly anomalies: WapitiReport['vulnerabilities'];
}

async function wapiti(url: string, face: string): Promise<Finding[]> {
  const file = join(home, `${face}.json`);
  const attack = Math.ceil(SECONDS / MODULES.split(',').length);
  const limits = [
    '--max-scan-time',
    `${SECONDS / 3}`,
    '--max-attack-time',
    `${attack}`,
    '--max-links-per-page',
    '60',
    '-d',
    '3',
  ];
  const where = ['--flush-session', '--no-bugreport', '-f', 'json', '-o', file, '--store-session', home];
  // It asks for an encoding that it cannot read.
  const plain = ['-H', 'Accept-Encoding: identity'];
  const said = await run('wapiti', [
    '-u',
    `${url}/`,
    '--scope',
    'domain',
    '-m',
    MODULES,
    ...plain,
    ...limits,
    ...where,
  ]);
  const report = JSON.parse(readFileSync(file, 'utf8')) as WapitiReport;
  const pages = Number(/found (\d+) URLs/.exec(said)?.[1] ?? 0);
  console.log(`wapiti ${face}：走了 ${pages} 页`);
  if (pages < 10) throw new Error(`wapiti found too few pages:\n${said.slice(-2_000)}`);
  return Object.entries({ ...report.vulnerabilities, ...report.anomalies }).flatMap(([kind, found]) =>
    found.map(({ info, path }) => ({ by: `wapiti ${face}`, says: `${kind}：${info}（${path}）` })),
  );
}

async function sqlmap(face: string, target: readonly string[]): Promise<Finding[]> {
  const how = [
    '--batch',
    '--level=2',
    '--risk=1',
    '--threads=4',
    '--smart',
    '--flush-session',
    '--disable-coloring',
    '--output-dir',
    home,
  ];
  const said = await run('sqlmap', [...target, ...how]);
  const tried = said.match(/testing (?:if )?(?:GET|POST|\(custom\)|Cookie).*parameter/g)?.length ?? 0;
  console.log(`sqlmap ${face}：试了 ${tried} 次参数`);
  if (tried === 0) throw new Error(`sqlmap tried nothing:\n${said.slice(-2_000)}`);
  return said
    .split('\n')
    .filter((line) => /is vulnerable|appears to be .*injectable|back-end DBMS is/i.test(line))
    .map((line) => ({ by: `sqlmap ${face}`, says: line.trim() }));
}

/** Ended after three times its time, whatever it is at. */
function run(program: string, args: readonly string[]): Promise<string> {
  return new Promise((done, fail) => {
    const child = spawn(program, args, { cwd: home, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += text));
    const clock = setTimeout(() => child.kill('SIGKILL'), SECONDS * 3_000);
    child.on('error', () => fail(new Error(`需要发行版的 ${program}：apt-get install wapiti sqlmap`)));
    child.on('close', () => {
      clearTimeout(clock);
      done(said);
    });
  });
}
