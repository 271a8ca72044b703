import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { isRefusal } from '../statute/refusal.ts';
import { type OidcSettings, openOidcSecret, readOidcSettings } from './oidc-settings.ts';

const GIVEN = {
  GONGKAI_OIDC_ISSUER: 'https://sso.example.gov.cn/realms/county',
  GONGKAI_OIDC_CLIENT: 'gongkai',
  GONGKAI_OIDC_CONSOLE: 'https://desk.example.gov.cn/',
};
const says = (change: Record<string, string>) => {
  const read = readOidcSettings({ ...GIVEN, ...change });
  return isRefusal(read) ? read.says : 'accepted';
};

describe('the settings of the identity provider', () => {
  it('SEC-42 are none, or all that is needed; ours is asked and passwords open to all unless it is said', () => {
    expect(readOidcSettings({})).toBeUndefined();
    expect(readOidcSettings(GIVEN)).toEqual({
      issuer: 'https://sso.example.gov.cn/realms/county',
      ...{ clientId: 'gongkai', secretFile: 'oidc', consoleUrl: 'https://desk.example.gov.cn' },
      ...{ strong: [], only: false },
    });
    const more = { GONGKAI_OIDC_STRONG: 'mfa, otp,', GONGKAI_OIDC_ONLY: 'on', GONGKAI_OIDC_SECRET: 'sso-2026' };
    expect(readOidcSettings({ ...GIVEN, ...more })).toMatchObject({
      ...{ strong: ['mfa', 'otp'], only: true, secretFile: 'sso-2026' },
    });
    expect(says({ GONGKAI_OIDC_ISSUER: 'http://127.0.0.1:9000', GONGKAI_OIDC_CONSOLE: 'http://localhost:8081' })).toBe(
      'accepted',
    );
  });

  it.each([
    [{ GONGKAI_OIDC_ISSUER: '' }, '还要写统一身份认证的签发者网址'],
    [{ GONGKAI_OIDC_ISSUER: 'http://sso.example.gov.cn' }, '应是 https:// 开头'],
    [{ GONGKAI_OIDC_ISSUER: 'https://a:b@sso.example.gov.cn' }, '应是 https:// 开头'],
    [{ GONGKAI_OIDC_ISSUER: 'https://sso.example.gov.cn/.well-known/openid-configuration' }, '不带 .well-known'],
    [{ GONGKAI_OIDC_CLIENT: ' ' }, '客户端编号'],
    [{ GONGKAI_OIDC_SECRET: '../identity.key' }, '只写密钥文件夹里的文件名'],
    [{ GONGKAI_OIDC_CONSOLE: '' }, '工作台在浏览器里的网址'],
    [{ GONGKAI_OIDC_CONSOLE: 'http://desk.example.gov.cn' }, 'https:// 开头'],
    [{ GONGKAI_OIDC_CONSOLE: 'https://desk.example.gov.cn/console' }, '不带路径'],
    [{ GONGKAI_OIDC_ONLY: 'yes' }, '只能是 on 或 off'],
  ])('SEC-42 %j is refused in words', (change: Record<string, string>, words) => {
    expect(says(change)).toContain(words);
  });
});

describe('the secret', () => {
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-oidc-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const settings = readOidcSettings(GIVEN) as OidcSettings;

  it('SEC-42 lies in a file that nobody else reads', () => {
    const path = join(folder, 'oidc');
    writeFileSync(path, 'the new secret of the client\nthe one before it, too\n', { mode: 0o600 });
    expect(openOidcSecret(folder, settings)).toBe('the new secret of the client');
    chmodSync(path, 0o644);
    expect(openOidcSecret(folder, settings)).toMatchObject({ says: expect.stringContaining('chmod 600') });
    expect(openOidcSecret(undefined, settings)).toMatchObject({ says: expect.stringContaining('GONGKAI_SECRETS') });
  });
});
