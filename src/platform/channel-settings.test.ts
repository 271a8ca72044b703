import { chmodSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isRefusal } from '../statute/refusal.ts';
import { openChannelSecrets, readChannelSettings } from './channel-settings.ts';

const says = (env: Record<string, string>, demo = false) => {
  const answer = readChannelSettings(env, demo);
  return isRefusal(answer) ? answer.says : 'accepted';
};
const SMS = {
  GONGKAI_SMS_URL: 'https://sms.example.gov.cn/send',
  GONGKAI_SMS_KEY: 'xxgk',
  GONGKAI_SMS_SECRET_FILE: '/secure/sms',
  GONGKAI_SMS_SIGN: '示范县政务公开',
};

describe('settings of mail and SMS', () => {
  it('MSG-12 nothing is set up unless it is named', () => {
    expect(readChannelSettings({}, true)).toEqual({});
    expect(
      readChannelSettings({ GONGKAI_SMTP: 'smtp://10.0.0.9', GONGKAI_MAIL_FROM: 'xxgk@example.gov.cn' }, false),
    ).toEqual({ smtp: { host: '10.0.0.9', port: 587, secure: false, from: 'xxgk@example.gov.cn' } });
    const env = { GONGKAI_SMTP: 'smtps://a%40b.cn@mail.b.cn', GONGKAI_SMTP_PASSWORD_FILE: '/secure/mail' };
    expect(readChannelSettings(env, false)).toEqual({
      smtp: {
        host: 'mail.b.cn',
        port: 465,
        secure: true,
        user: 'a@b.cn',
        from: 'a@b.cn',
        passwordFile: '/secure/mail',
      },
    });
  });

  it('MSG-12 what is missing or wrong is named, and no secret is repeated', () => {
    expect(says({ GONGKAI_SMTP: 'http://mail' })).toMatch(/^GONGKAI_SMTP：/);
    expect(says({ GONGKAI_SMTP: 'smtp://u:hunter2@mail' })).toMatch(/^GONGKAI_SMTP：密码不写在地址里/);
    expect(says({ GONGKAI_SMTP: 'smtp://u:hunter2@mail' })).not.toContain('hunter2');
    expect(says({ GONGKAI_SMTP: 'smtp://u@mail' })).toMatch(/^GONGKAI_SMTP_PASSWORD_FILE：/);
    expect(says({ GONGKAI_SMTP: 'smtp://mail' })).toMatch(/^GONGKAI_MAIL_FROM：/);
    expect(says({ ...SMS, GONGKAI_SMS_URL: 'http://sms.example.gov.cn' })).toMatch(/^GONGKAI_SMS_URL：/);
    for (const name of ['GONGKAI_SMS_KEY', 'GONGKAI_SMS_SECRET_FILE', 'GONGKAI_SMS_SIGN'])
      expect(says({ ...SMS, [name]: '' })).toMatch(new RegExp(`^${name}：`));
    expect(says(SMS)).toBe('accepted');
  });

  it('MSG-12 a demo writes to nobody', () => {
    expect(says(SMS, true)).toMatch(/演示模式不发邮件和短信/);
  });

  it('MSG-12 a secret others may read, an empty or a missing one stops the start', () => {
    const path = join(mkdtempSync(join(tmpdir(), 'gongkai-secret-')), 'sms');
    const open = () => {
      const { secretFile: _, ...sms } = { url: SMS.GONGKAI_SMS_URL, key: 'xxgk', sign: '公开', secretFile: '' };
      const opened = openChannelSecrets({ sms: { ...sms, secretFile: path } });
      return isRefusal(opened) ? opened.says : opened.sms?.secret;
    };
    expect(open()).toMatch(/读不到/);
    writeFileSync(path, '\n', { mode: 0o600 });
    expect(open()).toMatch(/是空的/);
    writeFileSync(path, 's3cret\n');
    expect(open()).toBe('s3cret');
    chmodSync(path, 0o644);
    expect(open()).toMatch(/chmod 600/);
  });
});
