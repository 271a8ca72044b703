/** 媒体账号 of the demo county: “示例县发布” with the 138 posts of the year, one of a bureau, one that was closed; and the weeks up to today. */
import type { AccountParticulars } from '../src/exchange/accounts/media-account.ts';
import { accountStairs } from '../src/exchange/store/accounts/accounts.ts';
import { postStairs } from '../src/exchange/store/accounts/posts.ts';
import { joinStairs } from '../src/exchange/store/wechat/joins.ts';
import { wechatStairs } from '../src/exchange/store/wechat/posts.ts';
import type { Actor } from '../src/people/actor.ts';
import { addDays, type CivilDate, civil } from '../src/statute/civil-date.ts';
import { chanceFrom } from './chance.ts';
import { OFFICE } from './county.ts';
import { MATTERS } from './interactions.ts';
import { type Act, momentOf } from './replay.ts';

interface Account {
  readonly particulars: AccountParticulars;
  readonly agencyId: string;
  readonly openedOn: string;
  readonly filed: readonly [number: string, on: string] | null;
}

const CONTACT = '县政府办公室政务公开科，0000-0000001';

const RELEASES: Account = {
  particulars: { platform: 'wechat', name: '示例县发布', handle: 'shilixianfabu', contact: CONTACT },
  ...{ agencyId: OFFICE, openedOn: '2019-06-03', filed: ['示新媒备〔2019〕1号', '2019-06-20'] },
};
const WEIBO: Account = {
  particulars: { platform: 'weibo', name: '示例县政务微博', handle: '@示例县发布', contact: CONTACT },
  ...{ agencyId: OFFICE, openedOn: '2015-03-11', filed: ['示新媒备〔2019〕2号', '2019-06-20'] },
};
const MINI: Account = {
  particulars: { platform: 'miniProgram', name: '示例办事', handle: '', contact: CONTACT },
  ...{ agencyId: OFFICE, openedOn: '2023-09-01', filed: null },
};

const POSTS = 138;

/** @param today what was posted in the weeks before it; null where the clock stands within the year that is told */
export function mediaAccountActs(
  { head, editor, admin }: Readonly<Record<'head' | 'editor' | 'admin', Actor>>,
  today: CivilDate | null,
): Act[] {
  const ids = new Map<Account, string>();
  const open = (account: Account): Act => ({
    at: momentOf('2024-01-02', 9 * 60),
    run: async (stage) => {
      const { particulars, agencyId, openedOn, filed } = account;
      const command = { verb: 'openAccount', agencyId, openedOn: civil(openedOn), particulars } as const;
      const { id } = (await stage.perform(accountStairs, head, command)).account;
      ids.set(account, id);
      if (!filed) return;
      const filing = { verb: 'fileAccount', accountId: id, number: filed[0], on: civil(filed[1]) } as const;
      await stage.perform(accountStairs, head, filing);
    },
  });
  const post = (account: Account, on: CivilDate, titles: readonly string[], minute = 17 * 60): Act => ({
    at: momentOf(on, minute),
    run: async (stage) => {
      const lines = titles.map((title) => `${on} ${title}`).join('\n');
      await stage.perform(postStairs, editor, { verb: 'recordPosts', accountId: ids.get(account)!, lines });
    },
  });
  const chance = chanceFrom(9);
  const year = Array.from({ length: POSTS }, (_, i) =>
    post(
      RELEASES,
      addDays(civil('2024-01-02'), Math.floor((i * 360) / POSTS)),
      [`第${i + 1}条：${chance.pick(MATTERS)}工作进展`],
      16 * 60 + chance.below(90),
    ),
  );
  const closing: Act = {
    at: momentOf('2024-06-28', 10 * 60),
    run: async (stage) => {
      const why = '长期没有更新，并入“示例县发布”';
      const command = { verb: 'closeAccount', accountId: ids.get(WEIBO)!, on: civil('2024-06-28'), why } as const;
      await stage.perform(accountStairs, head, command);
    },
  };
  // The last one stands twelve days back: its warning is what the inbox shows.
  const recent =
    today === null
      ? []
      : [26, 19, 12].map((ago, i) => post(RELEASES, addDays(today, -ago), [`${MATTERS[i]}有了新进展`]));
  const joined: Act = {
    at: momentOf('2025-03-03', 9 * 60),
    run: async (stage) => {
      const settings = { appId: 'wx0000000000000000', secretFile: 'wechat', callbackFile: null };
      await stage.perform(joinStairs, admin, { verb: 'joinWechat', accountId: ids.get(RELEASES)!, settings });
    },
  };
  const article = (on: CivilDate): Act => ({
    at: momentOf(on, 17 * 60 + 30),
    run: async (stage) => {
      const found = stage.tx
        .selectFrom('documents')
        .select('id')
        .where('state', '=', 'published')
        .where('kind', '=', 'news');
      const original = await found.orderBy('published_at', 'desc').orderBy('id').limit(1).executeTakeFirst();
      if (!original) return;
      const written = {
        title: '全县农村客运线路本周调整',
        digest: '新增两条线路，首末班车时间有变化。',
        words:
          '为方便群众出行，自本周起调整农村客运线路。\n新增县城至北山、县城至河东两条线路，首班车6:30发车。\n具体班次见原文。',
      };
      const command = { verb: 'writePost', accountId: ids.get(RELEASES)!, documentId: original.id, written } as const;
      await stage.perform(wechatStairs, editor, command);
    },
  });
  const now = today === null ? [] : [joined, article(addDays(today, -1))];
  return [open(RELEASES), open(WEIBO), open(MINI), ...year, closing, ...recent, ...now];
}
