/**
 * 许多人同时答卷 (npm run survey-load): a server of its own and a survey that is open; a hundred clients at once bring ten thousand answers over real
 * connections, from a thousand addresses and without a script, so that the plain question is answered each time. Meanwhile the office looks at the results.
 * Fails unless every acknowledged answer is stored once, the sums are those of the answers, and the results are read within 200 ms (p95).
 */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { Agent } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ConsultationTextView, ConsultationView } from '../src/desk/contract.ts';
import { deskClient, foundCounty } from '../test/support/desk-client.ts';
import { type RunningServer, startServer } from '../test/support/running-server.ts';
import { atMost, printMeasured } from './measured.ts';
import { residentMegabytes } from './processes.ts';
import { sendForm } from './send-form.ts';

const [CLIENTS, ADDRESSES_EACH, ANSWERS_EACH] = [100, 10, 10];
const ALL = CLIENTS * ADDRESSES_EACH * ANSWERS_EACH;
const PORTAL = '127.0.0.1:9703';
const DIGITS = '零一二三四五六七八九';

const question = (key: string, kind: string, change: object = {}) => ({
  ...{ key, kind, says: `问题 ${key}`, required: true, options: ['甲', '乙', '丙', '丁'], rows: [], showIf: null },
  ...change,
});
const SURVEY = {
  ...{ form: 'survey', title: '公交线路问卷', explanation: '为了调整线路。', draft: '', otherWays: '' },
  ...{ matter: 'other', days: 20, whyShorter: '' },
  questions: [
    question('q1', 'single'),
    question('q2', 'multiple', { showIf: { question: 'q1', options: [1, 2, 3] } }),
    question('q3', 'scale', { options: [] }),
    question('q4', 'matrix', { rows: ['早', '中', '晚'] }),
    question('q5', 'text', { options: [], required: false }),
  ],
} as unknown as ConsultationTextView;

const home = mkdtempSync(join(tmpdir(), 'gongkai-survey-'));
// PostgreSQL runs under another user when root starts it.
chmodSync(home, 0o755);
const server = await startServer({ GONGKAI_DATA: join(home, 'data'), GONGKAI_DEMO: 'off', GONGKAI_PORTAL: PORTAL });
let failed = true;
try {
  failed = !(await measure(server));
} finally {
  await server.stop();
  rmSync(home, { recursive: true, force: true });
}
process.exitCode = failed ? 1 : 0;

async function measure(running: RunningServer): Promise<boolean> {
  const { call, signIn } = deskClient(() => running);
  const id = await openSurvey(running, { call, signIn });
  const looks: number[] = [];
  const look = async () => {
    const since = performance.now();
    const view: ConsultationView = await call('GET /api/consultations/:id', undefined, id);
    looks.push(performance.now() - since);
    return view;
  };
  const sums = new Map<string, number>();
  const told: string[] = [];
  const times: number[] = [];
  const refused = new Map<number, number>();
  let busy = true;
  const watching = (async () => {
    for (; busy; await new Promise((done) => setTimeout(done, 200))) await look();
  })().catch(() => looks.push(Number.POSITIVE_INFINITY));
  const since = performance.now();
  await Promise.all(
    Array.from({ length: CLIENTS }, async (_, client) => {
      for (let n = 0; n < ADDRESSES_EACH; n += 1) {
        const at = client * ADDRESSES_EACH + n;
        const agent = new Agent({
          keepAlive: true,
          localAddress: `127.1.${1 + Math.floor(at / 200)}.${1 + (at % 200)}`,
        });
        for (let i = 0; i < ANSWERS_EACH; i += 1) {
          const answers = answersOf(at * ANSWERS_EACH + i);
          const path = `/consultations/${id}/send`;
          const form = await sendForm(agent, PORTAL, 'GET', path);
          const sent = performance.now();
          const receipt = await sendForm(agent, PORTAL, 'POST', path, { ...answers, ...answeredPlainly(form.body) });
          if (receipt.status !== 201) {
            refused.set(receipt.status, (refused.get(receipt.status) ?? 0) + 1);
            continue;
          }
          times.push(performance.now() - sent);
          told.push(/编号 (\d+)/.exec(receipt.body)![1]!);
          for (const [field, value] of Object.entries(answers)) {
            const place = placeOf(field, value);
            sums.set(place, (sums.get(place) ?? 0) + 1);
          }
        }
        agent.destroy();
      }
    }),
  );
  const took = performance.now() - since;
  busy = false;
  await watching;
  const during = percentile(looks, 0.95);
  looks.length = 0;
  for (let n = 0; n < 100; n += 1) await look();
  const after = percentile(looks, 0.95);
  const view = await look();
  const stored: string[] = [];
  for (let page = 1; stored.length < view.line.received; page += 1) {
    const { lines } = await call(
      'GET /api/consultations/:id/opinions',
      undefined,
      `${id}/opinions?which=all&page=${page}#`,
    );
    if (lines.length === 0) break;
    stored.push(...lines.map(({ number }) => number));
  }
  const kept = new Set(stored);
  const wrongSums = wrongIn(view, sums);
  const figures = [
    atMost('结果页 p95，答卷正在涌入', during, 200, ' 毫秒'),
    atMost('结果页 p95，答完以后', after, 200, ' 毫秒', `${view.line.received} 份`),
    atMost('没有得到回执的', ALL - told.length, 0, ' 份', [...refused].map((one) => one.join('×')).join(' ')),
    atMost('有回执没有存下的', told.filter((number) => !kept.has(number)).length, 0, ' 份'),
    atMost('多存的', stored.length - told.length, 0, ' 份', `存下 ${stored.length}，编号不同的 ${kept.size}`),
    atMost('与答卷不符的统计', wrongSums, 0, ' 处', `内存 ${Math.round(residentMegabytes(running.pid) ?? 0)} MB`),
  ];
  const speed = `提交中位 ${Math.round(percentile(times, 0.5))} 毫秒、p95 ${Math.round(percentile(times, 0.95))} 毫秒`;
  printMeasured(
    `${CLIENTS} 个人同时答卷，${ALL} 份，${(took / 1000).toFixed(1)} 秒，每秒 ${Math.round((1000 * told.length) / took)} 份，${speed}`,
    figures,
  );
  return figures.every(({ met }) => met) && kept.size === stored.length;
}

async function openSurvey(
  running: RunningServer,
  { call, signIn }: Pick<ReturnType<typeof deskClient>, 'call' | 'signIn'>,
): Promise<string> {
  const agencyId = await foundCounty(running, [
    { name: '编辑', signInName: 'editor', roles: ['editor'] },
    { name: '发布', signInName: 'publisher', roles: ['publisher'] },
  ]);
  await signIn('editor');
  const { line } = await call('POST /api/consultations', { agencyId, text: SURVEY });
  await call('POST /api/consultations/:id/acts', { seen: 1, act: { verb: 'submit' } }, line.id);
  await signIn('publisher');
  await call(
    'POST /api/consultations/:id/acts',
    { seen: 2, act: { verb: 'check', passed: true, opinion: '' } },
    line.id,
  );
  return line.id;
}

/** Everybody answers otherwise; whoever chose the first option is not asked the second question. */
function answersOf(n: number): Record<string, string> {
  const first = n % 4;
  return {
    q1: String(first),
    ...(first === 0 ? {} : { [`q2.${n % 3}`]: '1' }),
    q3: String(n % 5),
    ...{ 'q4.0': String(n % 2), 'q4.1': String(n % 3), 'q4.2': '3' },
  };
}

function placeOf(field: string, value: string): string {
  return field.startsWith('q2.') ? field : `${field}.${value}`;
}

function wrongIn({ results }: ConsultationView, sums: ReadonlyMap<string, number>): number {
  const shown = results.flatMap(({ key, kind, tables }) =>
    tables.flatMap(({ lines }, row) =>
      lines.map(({ n }, option) => [kind === 'matrix' ? `${key}.${row}.${option}` : `${key}.${option}`, n] as const),
    ),
  );
  return shown.filter(([place, n]) => n !== (sums.get(place) ?? 0)).length;
}

/** What a person without scripts does: the token of his form, and the sum. */
function answeredPlainly(page: string): Record<string, string> {
  const token = /name="token" value="([^"]+)"/.exec(page)?.[1] ?? '';
  const [, a = '', b = ''] = /([一二三四五六七八九])加([一二三四五六七八九])等于几/.exec(page) ?? [];
  return { token, answer: String(DIGITS.indexOf(a) + DIGITS.indexOf(b)), do: 'send' };
}

function percentile(times: readonly number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!;
}
