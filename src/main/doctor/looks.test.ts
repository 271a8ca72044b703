import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { clamdDouble } from '../../../test/support/clamd-double.ts';
import { testProvider } from '../../../test/support/identity-provider.ts';
import { type Config, readConfig } from '../../platform/config.ts';
import { noteBackup } from '../backup/last-backup.ts';
import { judgeCalendar } from './database.ts';
import { type Look, lookText } from './look.ts';
import { judgeSpace, lookAtBackup, lookAtFolder, lookAtFonts, lookAtServer } from './machine.ts';
import { judgeSignatures, lookAtProvider, lookAtScanner } from './outside.ts';
import { lookAtSettings } from './settings.ts';

const home = mkdtempSync(join(tmpdir(), 'gongkai-looks-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));
const NOW = new Date('2026-11-27T02:00:00Z');
const daysAgo = (days: number) => new Date(NOW.getTime() - days * 86_400_000).toISOString();
const said = ({ grade, says }: Look) => `${grade} ${says}`;
const GB = 1024 ** 3;

it('OPS-9 what is not well is written with what to do', () => {
  const text = lookText({ what: '磁盘空间', grade: 'bad', says: '还剩 0.5 GB', advice: '腾出空间。' });
  expect(text).toBe('[有问题] 磁盘空间：还剩 0.5 GB\n         怎么办：腾出空间。');
});

describe('the settings', () => {
  const settings = (env: Record<string, string>) => {
    const config = readConfig({ env, packageRoot: '/opt/gongkai', workingFolder: '/' }) as Config;
    return lookAtSettings(config).map(({ what, grade }) => `${what} ${grade}`);
  };
  const real = { GONGKAI_DEMO: 'off' };
  const https = { ...real, GONGKAI_PUBLIC_URL: 'https://xxgk.example.gov.cn' };

  it.each([
    [{}, ['运行方式 mind']],
    [real, ['运行方式 good', '公开网址 mind', '反向代理 good', '运行指标 good']],
    [https, ['运行方式 good', '公开网址 good', '反向代理 mind', '运行指标 good']],
    [
      { ...https, GONGKAI_TRUSTED_PROXY: '127.0.0.1' },
      ['运行方式 good', '公开网址 good', '反向代理 good', '运行指标 good'],
    ],
    [
      { ...real, GONGKAI_PUBLIC_URL: 'http://a.gov.cn', GONGKAI_PORTAL: '0.0.0.0:80', GONGKAI_METRICS: '0.0.0.0:9464' },
      ['运行方式 good', '公开网址 mind', '反向代理 mind', '运行指标 mind'],
    ],
  ])('OPS-9 %j', (env: Record<string, string>, expected) => {
    expect(settings(env)).toEqual(expected);
  });
});

describe('the machine', () => {
  it('OPS-9 space: enough, little, nearly none', () => {
    const grades = [100, 4, 0.5].map((free) => judgeSpace('磁盘空间', free * GB, 200 * GB).grade);
    expect(grades).toEqual(['good', 'mind', 'bad']);
  });

  it('OPS-9 the folder: there, absent, half restored', () => {
    const folder = join(home, 'folder');
    expect(lookAtFolder(folder)).toMatchObject({ grade: 'bad' });
    mkdirSync(folder);
    expect(said(lookAtFolder(folder))).toMatch(/^mind 没有 .+files，附件存不进$/);
    mkdirSync(join(folder, 'files', 'quarantine'), { recursive: true, mode: 0o700 });
    chmodSync(join(folder, 'files'), 0o700);
    expect(lookAtFolder(folder)).toMatchObject({ grade: 'good' });
    chmodSync(folder, 0o777);
    expect(said(lookAtFolder(folder))).toMatch(/^mind 其他用户能改动/);
    chmodSync(folder, 0o700);
    writeFileSync(join(folder, 'restore-unfinished'), '');
    expect(said(lookAtFolder(folder))).toBe('bad 有一次没有做完的恢复');
  });

  it('OPS-9 the last backup: none, new, old, too old, gone', () => {
    const path = join(home, 'gongkai-20261127-023000.tar');
    writeFileSync(path, '');
    expect(lookAtBackup(home, NOW).grade).toBe('bad');
    const grade = (days: number, where = path) => {
      noteBackup(home, { at: daysAgo(days), path: where });
      return lookAtBackup(home, NOW).grade;
    };
    expect([grade(0), grade(1.9), grade(2), grade(7), grade(0, '/nowhere')]).toEqual([
      'good',
      'good',
      'mind',
      'bad',
      'mind',
    ]);
  });

  it('OPS-9 the sweeps: going round, failing, silent, no server', () => {
    const beat = (at: string, pid: number, failing: string[]) => {
      writeFileSync(join(home, 'heartbeat.json'), JSON.stringify({ at, pid, failing }));
      return said(lookAtServer(home, NOW));
    };
    expect(beat(daysAgo(0), process.pid, [])).toBe('good 都在按时办');
    expect(beat(daysAgo(0), process.pid, ['note-silence'])).toBe('bad 上一次没有办成：note-silence');
    expect(beat(daysAgo(1), process.pid, [])).toBe('bad 1440 分钟没有动静');
    expect(beat(daysAgo(0), 999_999_999, [])).toMatch(/^mind 系统没有在运行/);
  });

  it('OPS-9 the fonts of the package are there', () => {
    expect(lookAtFonts().grade).toBe('good');
  });
});

describe('the scanner', () => {
  const at = (version: string) => said(judgeSignatures('病毒检查', version, NOW));

  it('FIL-17 OPS-9 none, one that answers, one that does not, one whose knowledge is old', async () => {
    expect((await lookAtScanner({}, NOW)).grade).toBe('mind');
    const double = await clamdDouble();
    expect(said(await lookAtScanner({ clamd: double.address }, NOW))).toBe(`good ${double.version}`);
    await double.stop();
    expect(said(await lookAtScanner({ clamd: double.address }, NOW))).toMatch(/^bad .*没有应答（ECONNREFUSED）/);
    expect(at('ClamAV 1.4.3/27700/Mon Nov 16 09:41:02 2026')).toMatch(/^mind .*病毒库是 10 天以前的/);
    expect(at('ClamAV 1.4.3')).toMatch(/^mind .*没有说病毒库的日期/);
    expect(at('SSH-2.0-OpenSSH_9.2')).toMatch(/^bad 应答的不是 clamd/);
  });
});

describe('the identity provider', () => {
  const env = {
    GONGKAI_DEMO: 'off',
    GONGKAI_OIDC_CLIENT: 'gongkai',
    GONGKAI_OIDC_CONSOLE: 'https://desk.example.gov.cn',
  };
  const look = (more: Record<string, string>) =>
    lookAtProvider(
      readConfig({ env: { ...env, ...more }, packageRoot: '/opt/gongkai', workingFolder: '/' }) as Config,
      NOW,
    );

  it('SEC-48 OPS-9 none, one that answers, one that stands where the county has not said, no secret', async () => {
    expect(await lookAtProvider(readConfig({ env: {}, packageRoot: '/', workingFolder: '/' }) as Config, NOW)).toEqual(
      [],
    );
    const sso = await testProvider();
    const secrets = { GONGKAI_OIDC_ISSUER: sso.issuer, GONGKAI_SECRETS: home };
    expect((await look(secrets)).map(said)).toEqual([
      expect.stringMatching(/^bad .*GONGKAI_OIDC_SECRET|^bad .*读不到/),
    ]);
    writeFileSync(join(home, 'oidc'), 'a secret of the console, long enough', { mode: 0o600 });
    expect((await look(secrets)).map(said)).toEqual([expect.stringMatching(/^bad .*127\.0\.0\.1 是本机地址/)]);
    const listed = { ...secrets, GONGKAI_INTERNAL_SITES: new URL(sso.issuer).host };
    expect((await look(listed)).map(said)).toEqual([expect.stringMatching(/^good .*能连上/)]);
    await sso.close();
  });
});

describe('the calendar', () => {
  it.each([
    [[2026, 2027], '2026-11-27', 'good'],
    [[2026], '2026-10-31', 'good'],
    [[2026], '2026-11-01', 'mind'],
    [[2025], '2026-01-02', 'bad'],
  ])('OPS-9 %j on %s: %s', (years, today, grade) => {
    expect(judgeCalendar('工作日历', new Set(years), today).grade).toBe(grade);
  });
});
