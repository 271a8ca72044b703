/** 统一身份认证的设置: an OpenID Connect provider of the county or the city, by which officers sign in to the console; its secret in a file of its own. */
import { isRefusal, type Refusal, refuse } from '../statute/refusal.ts';
import { isLoopback } from './listen-address.ts';
import { secretsIn } from './secret-file.ts';

/** As the operator named them: the secret is still in its file. */
export interface OidcSettings {
  /** As the provider writes it, without the well-known path. */
  readonly issuer: string;
  readonly clientId: string;
  readonly secretFile: string;
  /** The console's own address as browsers know it: where the provider sends officers back to. Never read off a request. */
  readonly consoleUrl: string;
  /** 双因素的标志 [SEC-45]: values of `amr` or `acr` by which the provider says that it asked for a second factor; empty: ours is asked. */
  readonly strong: readonly string[];
  /** [SEC-46] Passwords are left to the three administrators. */
  readonly only: boolean;
}

/** Every setting, for the help text. */
export const OIDC_SETTINGS = {
  GONGKAI_OIDC_ISSUER: '统一身份认证（OIDC）的签发者网址，如 https://sso.example.gov.cn；不设则只用密码登录工作台',
  GONGKAI_OIDC_CLIENT: '统一身份认证给工作台的客户端编号（client_id）',
  GONGKAI_OIDC_SECRET: '客户端密钥的文件名，放在密钥文件夹（GONGKAI_SECRETS）里，默认 oidc',
  GONGKAI_OIDC_CONSOLE: '工作台在浏览器里的网址，如 https://desk.example.gov.cn；登录后从认证处回到这里',
  GONGKAI_OIDC_STRONG: '认证处已做双因素的标志（amr 或 acr 的值），逗号分隔，如 mfa；不设则仍问本系统的身份验证器',
  GONGKAI_OIDC_ONLY: '设为 on 时只用统一身份认证登录，密码只留给系统管理员、安全管理员、审计员；默认 off',
} as const;

type Env = Readonly<Record<string, string | undefined>>;
type Setting = keyof typeof OIDC_SETTINGS;

/** Where the provider sends the browser back to, below the console's address. */
export const OIDC_RETURN = '/sign-in/provider';

/** Pure: the file is opened by `openOidcSecret`. */
export function readOidcSettings(env: Env): OidcSettings | undefined | Refusal {
  const given = (name: Setting) => env[name]?.trim() || undefined;
  const issuer = given('GONGKAI_OIDC_ISSUER');
  if (!issuer) {
    const left = (Object.keys(OIDC_SETTINGS) as Setting[]).find((name) => given(name));
    return left && wrong('GONGKAI_OIDC_ISSUER', `设了 ${left}，还要写统一身份认证的签发者网址。`);
  }
  if (!isSafe(issuer))
    return wrong(
      'GONGKAI_OIDC_ISSUER',
      `应是 https:// 开头的网址，照认证处给的原样写（不带 .well-known），现在是“${issuer}”。`,
    );
  const clientId = given('GONGKAI_OIDC_CLIENT');
  if (!clientId) return wrong('GONGKAI_OIDC_CLIENT', '设了统一身份认证，还要写认证处给的客户端编号。');
  const secretFile = given('GONGKAI_OIDC_SECRET') ?? 'oidc';
  if (!/^[\w-][\w.-]*$/.test(secretFile))
    return wrong('GONGKAI_OIDC_SECRET', '只写密钥文件夹里的文件名，用字母、数字和 . _ -。');
  const consoleUrl = given('GONGKAI_OIDC_CONSOLE');
  if (!consoleUrl || !isSafe(consoleUrl) || !/^\/?$/.test(new URL(consoleUrl).pathname))
    return wrong(
      'GONGKAI_OIDC_CONSOLE',
      '设了统一身份认证，还要写工作台在浏览器里的网址，https:// 开头、不带路径，如 https://desk.example.gov.cn。',
    );
  const only = given('GONGKAI_OIDC_ONLY') ?? 'off';
  if (only !== 'on' && only !== 'off') return wrong('GONGKAI_OIDC_ONLY', `只能是 on 或 off，现在是“${only}”。`);
  const strong = (given('GONGKAI_OIDC_STRONG') ?? '').split(',').map((value) => value.trim());
  return {
    ...{ issuer, clientId, secretFile },
    consoleUrl: new URL(consoleUrl).origin,
    strong: strong.filter((value) => value !== ''),
    only: only === 'on',
  };
}

/** Who signs in there is told by tokens: they travel sealed, but on this machine itself. */
function isSafe(text: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || url.username || url.password || url.search || url.hash || url.href.includes('/.well-known/'))
    return false;
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname.replace(/^\[|\]$/g, '')));
}

export function openOidcSecret(secretsFolder: string | undefined, { secretFile }: OidcSettings): string | Refusal {
  const secrets = secretsIn(secretsFolder, secretFile);
  return isRefusal(secrets) ? secrets : secrets[0]!;
}

function wrong(setting: Setting, says: string): Refusal {
  return refuse('SETTING_WRONG', `启动设置 ${setting}`, `${setting}：${says}`);
}
