/** 启动: from the command to the first page, on an empty folder, with the demo county, and on a filled folder; memory at rest. */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ServerEnv, startServer } from '../test/support/running-server.ts';
import { atMost, type Measured } from './measured.ts';
import { residentMegabytes } from './processes.ts';

export async function measureStart(): Promise<readonly Measured[]> {
  const home = mkdtempSync(join(tmpdir(), 'gongkai-bench-'));
  chmodSync(home, 0o755);
  try {
    const empty = await firstPage({ GONGKAI_DATA: join(home, 'empty'), GONGKAI_DEMO: 'off' });
    const demo = await firstPage({ GONGKAI_DATA: join(home, 'demo') });
    const filled = await firstPage({ GONGKAI_DATA: join(home, 'demo') });
    return [
      atMost('空文件夹到第一页（GONGKAI_DEMO=off）', empty.seconds, 10, ' s'),
      atMost('空文件夹到第一页（载入示例县）', demo.seconds, 60, ' s'),
      atMost('已有数据到第一页', filled.seconds, 3, ' s'),
      ...(filled.megabytes === undefined ? [] : [atMost('程序静止时的内存', filled.megabytes, 300, ' MB')]),
    ];
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

async function firstPage(env: ServerEnv): Promise<{ seconds: number; megabytes: number | undefined }> {
  const since = performance.now();
  const server = await startServer(env);
  try {
    const answer = await fetch(server.portal);
    await answer.text();
    if (!answer.ok) throw new Error(`the portal answered ${answer.status}`);
    return { seconds: (performance.now() - since) / 1000, megabytes: residentMegabytes(server.pid) };
  } finally {
    await server.stop();
  }
}
