/** 外面的服务: those this installation was told to ask, asked once: whether they answer as they will have to. */

import type { Config } from '../../platform/config.ts';
import { clamd } from '../../platform/files/clamd.ts';
import { identityProvider } from '../../platform/identity-provider.ts';
import { openLog } from '../../platform/log.ts';
import { OIDC_RETURN, openOidcSecret } from '../../platform/oidc-settings.ts';
import { guardedAgent } from '../../platform/outgoing/guarded-agent.ts';
import { isRefusal } from '../../statute/refusal.ts';
import { bad, good, type Look, mind } from './look.ts';

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

const DAY_MS = 86_400_000;
/** New signatures come several times a day. */
const OLD_DAYS = 7;

/** 病毒检查程序: whether it answers, and how old what it knows is. */
export async function lookAtScanner({ clamd: address }: Pick<Config, 'clamd'>, now: Date): Promise<Look> {
  const what = '病毒检查';
  if (!address)
    return mind(
      what,
      '没有设，上传的文件只查格式、宏和脚本',
      '装 ClamAV（apt-get install clamav-daemon），用 GONGKAI_CLAMD 写上它的地址，重新启动。',
    );
  const where = 'path' in address ? address.path : `${address.host}:${address.port}`;
  let version: string;
  try {
    version = await clamd(address, TIMEOUT_MS).version();
  } catch (error) {
    return bad(
      what,
      `${where} 没有应答（${(error as NodeJS.ErrnoException).code}）；新上传的文件都在等着，打不开`,
      '启动 clamd（systemctl start clamav-daemon），核对 GONGKAI_CLAMD，运行本系统的用户要能连上它。',
    );
  }
  return judgeSignatures(what, version, now);
}

/** @param version `ClamAV 1.4.3/27800/Thu Nov 26 09:41:02 2026` */
export function judgeSignatures(what: string, version: string, now: Date): Look {
  const made = Date.parse(version.split('/')[2] ?? '');
  if (!version.startsWith('ClamAV'))
    return bad(what, `应答的不是 clamd：${version.slice(0, 60)}`, '核对 GONGKAI_CLAMD。');
  const days = Math.floor((now.getTime() - made) / DAY_MS);
  if (Number.isNaN(days)) return mind(what, `${version}，没有说病毒库的日期`, '执行 freshclam 更新病毒库。');
  return days > OLD_DAYS
    ? mind(
        what,
        `${version}，病毒库是 ${days} 天以前的`,
        '看看 clamav-freshclam 是不是停了；不能上网的，定期拷贝病毒库。',
      )
    : good(what, version);
}
