/** 邮件和短信的设置: from the environment, with passwords in files of their own, so that no list of processes or settings shows them. */
import { isRefusal, type Refusal, refuse } from '../statute/refusal.ts';
import { secretIn } from './secret-file.ts';

export interface SmtpSettings {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte; otherwise STARTTLS where the server offers it. */
  readonly secure: boolean;
  readonly user?: string;
  readonly password?: string;
  readonly from: string;
}

export interface SmsSettings {
  readonly url: string;
  readonly key: string;
  readonly secret: string;
  /** 短信签名, without brackets. */
  readonly sign: string;
}

/** As the operator named them: secrets are still in their files. */
export interface ChannelSettings {
  readonly smtp?: Omit<SmtpSettings, 'password'> & { readonly passwordFile?: string };
  readonly sms?: Omit<SmsSettings, 'secret'> & { readonly secretFile: string };
}

/** Every setting, for the help text. */
export const CHANNEL_SETTINGS = {
  GONGKAI_SMTP:
    '发邮件的服务器，如 smtps://账号@mail.example.gov.cn:465 或 smtp://mail.example.gov.cn:587；不设则不发邮件',
  GONGKAI_SMTP_PASSWORD_FILE: '邮件账号的密码文件，只放密码一行，只有运行程序的用户能读',
  GONGKAI_MAIL_FROM: '发件人的邮箱，如 xxgk@example.gov.cn',
  GONGKAI_SMS_URL: '短信网关的地址，如 https://sms.example.gov.cn/send；不设则不发短信',
  GONGKAI_SMS_KEY: '短信网关给的账号',
  GONGKAI_SMS_SECRET_FILE: '短信网关的密钥文件，只放密钥一行，只有运行程序的用户能读',
  GONGKAI_SMS_SIGN: '短信签名，如 示例县政务公开',
} as const;

type Env = Readonly<Record<string, string | undefined>>;
type Setting = keyof typeof CHANNEL_SETTINGS;

const FROM = /^[\w.+-]+@[\w-]+(\.[\w-]+)+$/;

/** Pure: the files are opened by `openChannelSecrets`. */
export function readChannelSettings(env: Env, demo: boolean): ChannelSettings | Refusal {
  const given = (name: Setting) => env[name]?.trim() || undefined;
  const chosen = (['GONGKAI_SMTP', 'GONGKAI_SMS_URL'] as const).find((name) => given(name));
  if (demo && chosen)
    return wrong(
      chosen,
      '演示县的人员和申请人是虚构的，演示模式不发邮件和短信。请去掉这项设置，或者用 GONGKAI_DEMO=off 正式启动。',
    );
  const smtp = readSmtp(given);
  if (isRefusal(smtp)) return smtp;
  const sms = readSms(given);
  if (isRefusal(sms)) return sms;
  return { ...(smtp ? { smtp } : {}), ...(sms ? { sms } : {}) };
}

type Given = (name: Setting) => string | undefined;

function readSmtp(given: Given): ChannelSettings['smtp'] | Refusal {
  const text = given('GONGKAI_SMTP');
  if (!text) return undefined;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  // The text is not repeated: somebody may have written the password into it.
  if (!url || !/^smtps?:$/.test(url.protocol) || url.hostname === '' || !/^\/?$/.test(url.pathname) || url.search)
    return wrong('GONGKAI_SMTP', '应是 smtp:// 或 smtps:// 开头的地址，如 smtps://账号@mail.example.gov.cn:465。');
  if (url.password) return wrong('GONGKAI_SMTP', '密码不写在地址里，请放进文件，用 GONGKAI_SMTP_PASSWORD_FILE 指定。');
  const user = decodeURIComponent(url.username) || undefined;
  const passwordFile = given('GONGKAI_SMTP_PASSWORD_FILE');
  if (user && !passwordFile) return wrong('GONGKAI_SMTP_PASSWORD_FILE', '邮件服务器写了账号，还要指定密码文件。');
  const from = given('GONGKAI_MAIL_FROM') ?? user ?? '';
  if (!FROM.test(from)) return wrong('GONGKAI_MAIL_FROM', '请写发件人的邮箱地址，如 xxgk@example.gov.cn。');
  const secure = url.protocol === 'smtps:';
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: Number(url.port) || (secure ? 465 : 587),
    secure,
    from,
    ...(user && passwordFile ? { user, passwordFile } : {}),
  };
}

function readSms(given: Given): ChannelSettings['sms'] | Refusal {
  const url = given('GONGKAI_SMS_URL');
  if (!url) return undefined;
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  const isLocal = parsed?.protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(parsed.hostname);
  if (!parsed || parsed.username || parsed.password || !(parsed.protocol === 'https:' || isLocal))
    return wrong('GONGKAI_SMS_URL', '应是 https:// 开头、不带账号的地址；手机号码不走没有加密的线路。');
  const [key, secretFile, sign] = [
    given('GONGKAI_SMS_KEY'),
    given('GONGKAI_SMS_SECRET_FILE'),
    given('GONGKAI_SMS_SIGN'),
  ];
  if (!key) return wrong('GONGKAI_SMS_KEY', '设了短信网关，还要写网关给的账号。');
  if (!secretFile) return wrong('GONGKAI_SMS_SECRET_FILE', '设了短信网关，还要指定密钥文件。');
  if (!sign) return wrong('GONGKAI_SMS_SIGN', '设了短信网关，还要写短信签名。');
  return { url, key, secretFile, sign };
}

/** What the channels are opened with; an absent one is not set up. */
export interface ChannelSecrets {
  readonly smtp?: SmtpSettings;
  readonly sms?: SmsSettings;
}

export function openChannelSecrets({ smtp, sms }: ChannelSettings): ChannelSecrets | Refusal {
  const password = smtp?.passwordFile ? secretIn('GONGKAI_SMTP_PASSWORD_FILE', smtp.passwordFile) : undefined;
  if (isRefusal(password)) return password;
  const secret = sms ? secretIn('GONGKAI_SMS_SECRET_FILE', sms.secretFile) : undefined;
  if (isRefusal(secret)) return secret;
  return {
    ...(smtp ? { smtp: { ...smtp, ...(password === undefined ? {} : { password }) } } : {}),
    ...(sms && secret !== undefined ? { sms: { ...sms, secret } } : {}),
  };
}

function wrong(setting: Setting, says: string): Refusal {
  return refuse('SETTING_WRONG', `启动设置 ${setting}`, `${setting}：${says}`);
}
