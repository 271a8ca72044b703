import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { OFFICERS } from '../../demo/county.ts';
import { copyLoadedCounty } from '../../test/support/loaded-county.ts';
import { killLeftServers, startServer, tryToStart } from '../../test/support/running-server.ts';

const home = mkdtempSync(join(tmpdir(), 'gongkai-demo-'));
chmodSync(home, 0o755);
afterEach(killLeftServers);
afterAll(() => rmSync(home, { recursive: true, force: true }));
const env = { GONGKAI_DATA: join(home, 'data') };

describe('gongkai start with the demo county', () => {
  it('loads it whole after a start that was killed while loading, finds it again and loads nothing', async () => {
    const said = await copyLoadedCounty(env.GONGKAI_DATA);
    expect(said).toContain('正在装入演示县一年的工作……100%');
    expect(said).toMatch(/演示账号（密码都是 \S+）：\n +chengban +\S+ +承办人、编辑\n/);

    const server = await startServer(env);
    expect(server.output()).not.toContain('正在装入');
    const report = await fetch(`${server.portal}/annual-reports/2024.json`);
    expect(await report.json()).toMatchObject({
      table2: { licensing: 13_704 },
      table3: { rows: { '3.7': [26, 0, 0, 0, 0, 0, 26] } },
    });
    expect(await (await fetch(server.portal)).text()).toContain('演示数据');
    expect(await (await fetch(`${server.desk}/api/demo-accounts`)).json()).toHaveLength(OFFICERS.length);
    expect(await server.stop()).toBe(0);
  }, 240_000);

  it('never passes it off as a real installation', async () => {
    const attempt = await tryToStart({ ...env, GONGKAI_DEMO: 'off' });
    expect([attempt.code, attempt.output]).toEqual([1, expect.stringContaining('这里是演示数据，不能正式使用')]);
  });

  it('shows it to this machine only', async () => {
    const attempt = await tryToStart({ ...env, GONGKAI_PORTAL: '0.0.0.0:0' });
    expect([attempt.code, attempt.output]).toEqual([1, expect.stringContaining('演示模式只允许本机访问')]);
  });
});
