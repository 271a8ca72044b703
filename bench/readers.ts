/**
 * 边发布边阅读 (`npm run readers`): fifty readers at full speed while five editors publish, on a server of its own. Fails when a page showed
 * less than had been acknowledged before it was asked for, when an answer was an error, or when a publication took a second to be seen.
 */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readWhilePublishing } from '../test/readers/read-while-publishing.ts';
import { startServer } from '../test/support/running-server.ts';
import { atMost, printMeasured } from './measured.ts';
import { machineLoad, residentMegabytes } from './processes.ts';

const CROWD = { readers: 50, editors: 5, editions: 40 };

const home = mkdtempSync(join(tmpdir(), 'gongkai-readers-'));
chmodSync(home, 0o755);
const server = await startServer({ GONGKAI_DATA: join(home, 'data'), GONGKAI_DEMO: 'off' });
try {
  const seen = await readWhilePublishing(server, CROWD);
  const p95 = (times: readonly number[]) => [...times].sort((a, b) => a - b)[Math.floor(times.length * 0.95)]!;
  const measured = [
    atMost('发布确认以后还看到旧页面', seen.stale.length, 0, ' 次', `${seen.pages} 次阅读`),
    atMost('答错或者没有答', seen.errors.length, 0, ' 次'),
    atMost(
      '发布到人人看得到，最慢',
      Math.max(...seen.publishTimes),
      1_000,
      ' ms',
      `p95 ${Math.round(p95(seen.publishTimes))} ms`,
    ),
  ];
  printMeasured(`${CROWD.readers} 位读者，${CROWD.editors} 位编辑发布 ${seen.publishings} 次`, measured);
  const perSecond = Math.round(seen.pages / seen.seconds);
  const memory = Math.round(residentMegabytes(server.pid) ?? 0);
  console.log(
    `  每秒 ${perSecond} 页，阅读 p95 ${Math.round(p95(seen.readingTimes))} ms，程序内存 ${memory} MB，机器负载 ${machineLoad()}`,
  );
  for (const line of [...seen.stale, ...seen.errors].slice(0, 20)) console.error(line);
  if (measured.some(({ met }) => !met)) process.exitCode = 1;
} finally {
  await server.stop();
  rmSync(home, { recursive: true, force: true });
}
