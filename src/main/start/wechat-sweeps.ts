/** 公众号的定时任务: what was sent goes to the platform and is asked after; each night what is published there is compared with what is counted here. */
import { compareWechat, pollWechatPost, removeWechatPost } from '../../exchange/store/wechat/ask-platform.ts';
import { queueNightlyArticles } from '../../exchange/store/wechat/joins.ts';
import { sendWechatPost, type WechatWork } from '../../exchange/store/wechat/send-post.ts';
import {
  WECHAT_COMPARE,
  WECHAT_POLL,
  WECHAT_REMOVE,
  WECHAT_SEND,
  WECHAT_WORKS,
} from '../../exchange/store/wechat/works.ts';
import type { Config } from '../../platform/config.ts';
import { plainCover } from '../../platform/files/plain-cover.ts';
import { deliverDue } from '../../platform/outbox/deliver.ts';
import { guardedAgent } from '../../platform/outgoing/guarded-agent.ts';
import { secretsIn } from '../../platform/secret-file.ts';
import type { Sweep } from '../../platform/sweeps.ts';
import type { Installation } from './installation.ts';
import { countyOf } from './prepare.ts';
import { siteOf } from './site-of.ts';

const HOUR = 3_600;
const TIMEOUT_MS = 20_000;

export function wechatSweeps(installation: Installation): readonly Sweep[] {
  const { house, keys, files, config, log } = installation;
  const { db, now } = house;
  const listed = new Set(config.internalSites);
  const agent = guardedAgent({ timeoutMs: TIMEOUT_MS, listed });
  const ground = {
    ...{ house, keys, files, plainCover },
    wechat: { agent, base: config.wechatUrl, timeoutMs: TIMEOUT_MS },
    secretsIn: (file: string) => secretsIn(config.secretsFolder, file),
    ...closedIn(config, listed),
  };
  return [
    {
      name: 'deliver-wechat',
      everySeconds: 5,
      async run() {
        const county = await countyOf(installation);
        if (!county) return;
        const work: WechatWork = { ...ground, siteUrl: siteOf(county, config).url };
        const works = {
          [WECHAT_SEND]: (piece) => sendWechatPost(work, piece),
          [WECHAT_POLL]: (piece) => pollWechatPost(work, piece),
          [WECHAT_REMOVE]: (piece) => removeWechatPost(work, piece),
          [WECHAT_COMPARE]: (piece) => compareWechat(work, piece),
        } satisfies Parameters<typeof deliverDue>[0]['works'];
        await deliverDue({ db, now, works, which: { only: WECHAT_WORKS }, log });
      },
    },
    { name: 'compare-wechat', everySeconds: HOUR / 4, run: (at) => queueNightlyArticles(db, at) },
  ];
}

/** The demo speaks to nobody outside. */
function closedIn({ demo, wechatUrl }: Config, listed: ReadonlySet<string>): Pick<WechatWork, 'closed'> {
  const { hostname, port, protocol } = new URL(wechatUrl);
  const isListed = listed.has(`${hostname}:${port || (protocol === 'https:' ? '443' : '80')}`);
  return demo && !isListed ? { closed: '演示模式不发到公众号，除非接口地址列在 GONGKAI_INTERNAL_SITES 里。' } : {};
}
