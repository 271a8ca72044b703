/** 公众号文章的待办 [XCH-30]: what waits for a step of its review, to be sent, or to be mended after it failed. */
import { accountTitle } from '../../exchange/accounts/media-account.ts';
import { findAccount } from '../../exchange/store/accounts/accounts.ts';
import { groundOf, wechatPostsOf } from '../../exchange/store/wechat/posts.ts';
import { permitPost } from '../../exchange/wechat/permissions.ts';
import type { WechatPost } from '../../exchange/wechat/wechat-post.ts';
import type { RoleName } from '../../people/role.ts';
import type { Holders } from '../../people/store.ts';
import type { House } from '../../perform.ts';
import { reviewStanding } from '../../publications/review/standing.ts';
import { REVIEW_STEPS, type StepName, TRACK_NAMES } from '../../publications/review/steps.ts';
import { WECHAT_READERS } from '../exchange/wechat-view.ts';
import { agenciesWith, type Officer } from '../reach.ts';
import { turnOf, type Waiting, whoMay } from './waiting.ts';

export async function wechatPostsThatWait(officer: Officer, holders: Holders, { db }: House): Promise<Waiting[]> {
  const waiting: Waiting[] = [];
  const agencyIds = agenciesWith(WECHAT_READERS, officer);
  for (const { post } of await wechatPostsOf(db, { agencyIds, open: true })) {
    const account = await findAccount(db, post.accountId);
    const { chains } = await groundOf(db, post.accountId, post.documentId);
    for (const turn of turnsOf(post, reviewStanding(chains, post.marks, post.hash))) {
      const { mine, actingFor } = turnOf(officer, (as) => permitPost(as, turn.verb, post, turn.step).allowed);
      waiting.push({
        mine,
        row: {
          ...{ actingFor, key: `wechat-posts/${post.id}/${turn.step ?? turn.verb}`, path: `/wechat-posts/${post.id}` },
          ...{ what: `公众号文章：${post.title}`, forWhom: account ? accountTitle(account) : '', number: '' },
          ...{ light: 'green', dueOn: null, workdaysLeft: null, state: turn.state, step: turn.term },
          behind: whoMay(turn.roles, holders(turn.roles, post.agencyId)),
        },
      });
    }
  }
  return waiting;
}

interface Turn {
  readonly verb: 'passPost' | 'sendPost' | 'revisePost';
  readonly step?: StepName;
  readonly term: string;
  readonly state: string;
  readonly roles: readonly RoleName[];
}

function turnsOf(post: WechatPost, { state, awaits }: ReturnType<typeof reviewStanding>): Turn[] {
  const author: Omit<Turn, 'term' | 'state'> = { verb: 'revisePost', roles: ['editor'] };
  if (post.state === 'failed') return [{ ...author, term: '修改后重发', state: '没有发布成' }];
  if (state === 'withAuthor') return [{ ...author, term: '修改文章', state: '已退回' }];
  const steps = TRACK_NAMES.flatMap((track) => awaits[track] ?? []);
  if (steps.length === 0) return [{ verb: 'sendPost', term: '发到公众号', state: '等待发出', roles: ['publisher'] }];
  if (state === 'notSubmitted') return [{ ...author, term: '送审', state: '还没有送审' }];
  return steps.map((step) => {
    const { term, roles } = REVIEW_STEPS[step];
    return { verb: 'passPost', step, term, state: '审校中', roles };
  });
}
