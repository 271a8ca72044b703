/** 外面的服务: those this installation was told to ask, asked once: whether they answer as they will have to. */

import type { Config } from '../../platform/config.ts';
import { identityProvider } from '../../platform/identity-provider.ts';
import { openLog } from '../../platform/log.ts';
import { OIDC_RETURN, openOidcSecret } from '../../platform/oidc-settings.ts';
import { guardedAgent } from '../../platform/outgoing/guarded-agent.ts';
import { isRefusal } from '../../statute/refusal.ts';
import { bad, good, type Look } from './look.ts';

const TIMEOUT_MS = 10_000;

/** 统一身份认证; nothing is said of it where none is set up. */
export async function lookAtProvider(config: Config, now: Date): Promise<readonly Look[]> {
  const { oidc: settings, internalSites, secretsFolder } = config;
  if (!settings) return [];
  const what = '统一身份认证';
  const secret = openOidcSecret(secretsFolder, settings);
  if (isRefusal(secret)) return [bad(what, secret.says, '改好密钥文件，再启动系统。')];
  const lines: string[] = [];
  const agent = guardedAgent({ timeoutMs: TIMEOUT_MS, listed: new Set(internalSites) });
  const log = openLog('warn', (line) => void lines.push(line));
  const url = await identityProvider({ settings, secret, agent, now: () => now, log }).begin('doctor');
  await agent.close();
  if (isRefusal(url))
    return [
      bad(
        what,
        `${settings.issuer} 没有照规范答复（${whyIn(lines)}）`,
        '核对 GONGKAI_OIDC_ISSUER 与认证处给的是不是一字不差；在内网的，把它的“主机：端口”写进 GONGKAI_INTERNAL_SITES；证书由本单位自己签发的，用 NODE_EXTRA_CA_CERTS 指定。没有修好以前，可以用密码登录。',
      ),
    ];
  const passwords = settings.only ? '密码只留给三员' : '也可以用密码登录';
  return [good(what, `${settings.issuer}，能连上；回到 ${settings.consoleUrl}${OIDC_RETURN}；${passwords}`)];
}

function whyIn(lines: readonly string[]): string {
  const why: unknown = lines[0] && JSON.parse(lines[0]).why;
  return typeof why === 'string' ? why : '没有说明原因';
}
