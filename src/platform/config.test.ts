import { describe, expect, it } from 'vitest';
import { isRefusal } from '../statute/refusal.ts';
import { type Config, readConfig } from './config.ts';

const read = (env: Record<string, string>) => readConfig({ env, packageRoot: '/opt/gongkai', workingFolder: '/srv' });
const says = (env: Record<string, string>) => {
  const answer = read(env);
  return isRefusal(answer) ? answer.says : 'accepted';
};

describe('settings', () => {
  it('start the demo county on this machine when nothing is set', () => {
    expect(read({})).toEqual({
      demo: true,
      nameStatements: true,
      faces: 'both',
      portal: { host: '127.0.0.1', port: 8080 },
      console: { host: '127.0.0.1', port: 8081 },
      trustedProxy: [],
      internalSites: [],
      wechatUrl: 'https://api.weixin.qq.com',
      logLevel: 'warn',
      channels: {},
      dataFolder: '/opt/gongkai/data',
      dataFolderChosen: false,
    } satisfies Config);
  });

  it('take every value that is set, paths from the working folder', () => {
    expect(
      read({
        GONGKAI_DEMO: 'off',
        GONGKAI_NAMED_STATEMENTS: 'off',
        GONGKAI_THREE_OFFICERS: 'off',
        GONGKAI_FACES: 'portal',
        GONGKAI_PORTAL: '0.0.0.0:80',
        GONGKAI_CONSOLE: '[::1]:9000',
        GONGKAI_LOG: 'info',
        GONGKAI_DATA: 'county',
        GONGKAI_KEY_FILE: '/secure/identity.key',
        GONGKAI_PUBLIC_URL: 'https://xxgk.example.gov.cn/',
        GONGKAI_TRUSTED_PROXY: '10.0.0.5, 10.1.0.0/16,fd00::/8',
        GONGKAI_INTERNAL_SITES: '10.1.2.3:80, oa.example:443',
        DATABASE_URL: 'postgresql://u:p@db/gongkai',
      }),
    ).toEqual({
      demo: false,
      nameStatements: false,
      officersCombined: true,
      faces: 'portal',
      portal: { host: '0.0.0.0', port: 80 },
      console: { host: '::1', port: 9000 },
      logLevel: 'info',
      channels: {},
      internalSites: ['10.1.2.3:80', 'oa.example:443'],
      wechatUrl: 'https://api.weixin.qq.com',
      trustedProxy: ['10.0.0.5', '10.1.0.0/16', 'fd00::/8'],
      dataFolder: '/srv/county',
      dataFolderChosen: true,
      keyFile: '/secure/identity.key',
      publicUrl: 'https://xxgk.example.gov.cn',
      databaseUrl: 'postgresql://u:p@db/gongkai',
    } satisfies Config);
  });

  it.each([
    ['GONGKAI_PORTAL', '0.0.0.0:8080'],
    ['GONGKAI_PORTAL', '192.168.1.5:8080'],
    ['GONGKAI_CONSOLE', '[::]:8081'],
    ['GONGKAI_CONSOLE', '127.evil.example:8081'],
  ])('refuse to show the demo county to the network: %s=%s', (name, value) => {
    expect(says({ [name]: value })).toContain('演示模式只允许本机访问');
    expect(says({ [name]: value, GONGKAI_DEMO: 'off' })).toBe('accepted');
  });

  it.each([
    ['GONGKAI_DEMO', 'no', '只能是 on 或 off'],
    ['GONGKAI_LOG', 'loud', '只能是 error、warn、info、debug'],
    ['GONGKAI_PORTAL', '8080', '应写成“地址：端口”'],
    ['GONGKAI_PORTAL', '127.0.0.1:70000', '应写成“地址：端口”'],
    ['GONGKAI_PORTAL', '127.0.0.1:8081', '不能使用同一个地址和端口'],
    ['GONGKAI_PUBLIC_URL', 'xxgk.example.gov.cn', '不带路径的网址'],
    ['GONGKAI_PUBLIC_URL', 'https://example.gov.cn/xxgk', '不带路径的网址'],
    ['GONGKAI_INTERNAL_SITES', '10.1.2.3', '应写成“主机'],
    ['GONGKAI_TRUSTED_PROXY', '10.0.0.5,proxy', '“proxy”不是 IP 地址或网段'],
    ['GONGKAI_TRUSTED_PROXY', '10.0.0.0/40', '不是 IP 地址或网段'],
    ['GONGKAI_FACES', 'desk', '只能是 both、portal、console'],
    ['GONGKAI_FACES', 'portal', '请同时设 DATABASE_URL'],
    ['DATABASE_URL', 'mysql://u:secret@db/x', 'postgres:// 开头'],
    ['DATABASE_URL', 'postgres://u:sec#ret@db/x', '@ 写 %40'],
    ['GONGKAI_READ_DATABASE_URL', 'mysql://u:secret@db/x', 'postgres:// 开头'],
    ['GONGKAI_READ_DATABASE_URL', 'postgres://replica/x', '请同时用 DATABASE_URL 写明主库'],
  ])('refuse %s=%s', (name, value, sentence) => {
    expect(says({ [name]: value })).toContain(sentence);
  });

  it('never repeat the password of the database', () => {
    expect(says({ DATABASE_URL: 'mysql://u:secret@db/x' })).not.toContain('secret');
  });

  it('take a database by its socket', () => {
    const databaseUrl = 'postgres://u:p@/gongkai?host=/run/postgresql';
    expect(read({ DATABASE_URL: databaseUrl })).toMatchObject({ databaseUrl });
  });

  it('treat an empty value as not set', () => {
    expect(read({ GONGKAI_DATA: '', DATABASE_URL: ' ' })).toEqual(read({}));
  });
});
