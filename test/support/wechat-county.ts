/** A county whose account is joined to a double of the public platform over a line that can be made unreliable, with a clock that only the play moves on. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { accountStairs } from '../../src/exchange/store/accounts/accounts.ts';
import {
  compareWechat,
  lastArticles,
  pollWechatPost,
  removeWechatPost,
} from '../../src/exchange/store/wechat/ask-platform.ts';
import { joinStairs } from '../../src/exchange/store/wechat/joins.ts';
import { queueTakeDowns, wechatStairs } from '../../src/exchange/store/wechat/posts.ts';
import { sendWechatPost, type WechatWork } from '../../src/exchange/store/wechat/send-post.ts';
import {
  WECHAT_COMPARE,
  WECHAT_POLL,
  WECHAT_REMOVE,
  WECHAT_SEND,
  WECHAT_WORKS,
} from '../../src/exchange/store/wechat/works.ts';
import type { WechatCommand } from '../../src/exchange/wechat/commands.ts';
import type { WechatPost } from '../../src/exchange/wechat/wechat-post.ts';
import type { Actor } from '../../src/people/actor.ts';
import { type House, perform } from '../../src/perform.ts';
import type { Db } from '../../src/platform/database.ts';
import { openFileStore } from '../../src/platform/files/file-store.ts';
import { openLog } from '../../src/platform/log.ts';
import { deliverDue } from '../../src/platform/outbox/deliver.ts';
import { guardedAgent } from '../../src/platform/outgoing/guarded-agent.ts';
import { civil } from '../../src/statute/civil-date.ts';
import { isRefusal, type Refusal } from '../../src/statute/refusal.ts';
import { publicationPlay } from './publication-play.ts';
import { KEYS } from './request-desk.ts';
import { officerOf } from './scene.ts';
import { type LineFaults, unreliableLine } from './unreliable-line.ts';
import { APP, wechatDouble } from './wechat-double.ts';

const STEP_MS = 2 * 3_600_000;

export async function wechatCounty(db: Db, faults: LineFaults = {}) {
  let ahead = 0;
  const start = Date.parse('2026-03-02T02:00:00Z');
  const now = () => new Date(start + ahead);
  const county = await publicationPlay(db, ['county', 'town'], { alongside: queueTakeDowns });
  county.on('2026-03-02');
  const house: House = { ...county.house, now, newId: () => crypto.randomUUID() };
  const double = await wechatDouble(now);
  const line = await unreliableLine(double.port, faults);
  const base = `http://127.0.0.1:${line.port}`;
  const work: WechatWork = {
    ...{ house, keys: KEYS, secretsIn: () => [APP.secret], siteUrl: 'https://www.county.example.gov.cn' },
    wechat: {
      agent: guardedAgent({ timeoutMs: 2_000, listed: new Set([`127.0.0.1:${line.port}`]) }),
      base,
      timeoutMs: 2_000,
    },
    files: openFileStore(mkdtempSync(join(tmpdir(), 'gongkai-wechat-')), KEYS),
    plainCover: async () => Buffer.from('a cover'),
  };
  const head = officerOf('county', 'officeHead');
  const admin = officerOf('county', 'systemAdmin');
  const done = <T>(answer: T | Refusal): T => {
    if (isRefusal(answer)) throw new Error(`${answer.code}: ${answer.says}`);
    return answer;
  };
  const particulars = { platform: 'wechat', name: '示例县发布', handle: 'slx', contact: '0000-1' } as const;
  const opening = { verb: 'openAccount', agencyId: 'county', openedOn: civil('2026-01-05'), particulars } as const;
  const accountId = done(await perform(house, accountStairs, head, opening)).account.id;
  const settings = { appId: APP.appId, secretFile: 'wechat', callbackFile: null };
  done(await perform(house, joinStairs, admin, { verb: 'joinWechat', accountId, settings }));

  const act = (actor: Actor, command: WechatCommand) => perform(house, wechatStairs, actor, command);
  const works = {
    [WECHAT_SEND]: (piece: Parameters<typeof sendWechatPost>[1]) => sendWechatPost(work, piece),
    [WECHAT_POLL]: (piece: Parameters<typeof sendWechatPost>[1]) => pollWechatPost(work, piece),
    [WECHAT_REMOVE]: (piece: Parameters<typeof sendWechatPost>[1]) => removeWechatPost(work, piece),
    [WECHAT_COMPARE]: (piece: Parameters<typeof sendWechatPost>[1]) => compareWechat(work, piece),
  };
  const log = openLog('error', (text) => void console.error(text));
  /** What is due goes out once. @returns how many pieces were tried */
  const round = () => deliverDue({ db, now, works, which: { only: WECHAT_WORKS }, log }, 100_000);
  const write = async (
    words: Partial<{ title: string; digest: string; words: string }> = {},
    documentId?: string,
  ): Promise<WechatPost> => {
    const id = documentId ?? (await county.publish({ particulars: { title: words.title ?? '春耕备耕' } })).id;
    const written = { title: '春耕备耕', digest: '', words: '全县春耕备耕工作会议召开。', ...words };
    return done(await act(county.editor, { verb: 'writePost', accountId, documentId: id, written }));
  };
  return {
    ...{ accountId, county, double, house, line, work, act, write, round, admin, now },
    pass: (ms: number) => {
      ahead += ms;
    },
    send: async (post: WechatPost) =>
      done(await act(county.publisher, { verb: 'sendPost', postId: post.id, hash: post.hash })),
    /** Everything due goes out; the clock jumps over the waits until nothing is left. @returns rounds */
    async deliver(mostRounds = 200): Promise<number> {
      for (let n = 1; n <= mostRounds; n += 1) {
        await round();
        const left = db
          .selectFrom('outbox')
          .select('id')
          .where('state', '=', 'waiting')
          .where('work', 'in', WECHAT_WORKS)
          .limit(1);
        if ((await left.execute()).length === 0) return n;
        ahead += STEP_MS;
      }
      return mostRounds;
    },
    async compare() {
      done(await perform(house, joinStairs, admin, { verb: 'compareWechat', accountId }));
      for (let n = 0; n < 20; n += 1) {
        await round();
        ahead += STEP_MS;
      }
      return (await lastArticles(db, accountId))!;
    },
    async close() {
      await line.close();
      await double.close();
    },
  };
}

export type WechatCounty = Awaited<ReturnType<typeof wechatCounty>>;
