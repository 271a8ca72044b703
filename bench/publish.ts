/** 发布到看得到: from the click on 发布 to the page everybody reads, on a server of its own with some readers beside. */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readWhilePublishing } from '../test/readers/read-while-publishing.ts';
import { startServer } from '../test/support/running-server.ts';
import { atMost, type Measured } from './measured.ts';
import { machineLoad } from './processes.ts';

const CROWD = { readers: 5, editors: 1, editions: 30 };

export async function measurePublish(): Promise<readonly Measured[]> {
  const home = mkdtempSync(join(tmpdir(), 'gongkai-bench-publish-'));
  chmodSync(home, 0o755);
  const server = await startServer({ GONGKAI_DATA: join(home, 'data'), GONGKAI_DEMO: 'off' });
  try {
    const { publishTimes, stale, errors } = await readWhilePublishing(server, CROWD);
    const sorted = [...publishTimes].sort((a, b) => a - b);
    const [middle, worst] = [sorted[Math.floor(sorted.length / 2)]!, sorted.at(-1)!];
    console.log(`\n发布 ${sorted.length} 次，旁边 ${CROWD.readers} 位读者，机器负载 ${machineLoad()}`);
    return [
      atMost('发布到人人看得到，最慢', Math.round(worst), 1_000, ' ms', `一半在 ${Math.round(middle)} ms 以内`),
      atMost('确认以后还看到旧页面、答错', stale.length + errors.length, 0, ' 次'),
    ];
  } finally {
    await server.stop();
    rmSync(home, { recursive: true, force: true });
  }
}
