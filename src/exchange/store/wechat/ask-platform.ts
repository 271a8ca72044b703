/** 问平台 [XCH-25, XCH-28, XCH-29]: how a sending stands, that an article goes, and what is published there in all. */

import { SYSTEM } from '../../../people/actor.ts';
import { perform } from '../../../perform.ts';
import type { Db } from '../../../platform/database.ts';
import type { Outcome, Piece } from '../../../platform/outbox/outbox.ts';
import { isRefusal } from '../../../statute/refusal.ts';
import type { NotTold } from '../../adapters/wechat/wechat-call.ts';
import type { WechatClient } from '../../adapters/wechat/wechat-client.ts';
import { type ArticlesCompared, compareArticles, type ListedArticle } from '../../wechat/compare-articles.ts';
import { PUBLISH_FAULTS } from '../../wechat/wechat-errors.ts';
import { postNamedIn } from '../../wechat/wechat-post.ts';
import { findWechatPost, wechatStairs } from './posts.ts';
import { sendingOf } from './progress.ts';
import { clientFor, confirmed, failed, type WechatWork } from './send-post.ts';
import { WECHAT_POLL, type WechatBody } from './works.ts';

export async function pollWechatPost(work: WechatWork, piece: Piece): Promise<Outcome> {
  const { accountId, postId, round } = piece.body as WechatBody;
  const sending = await sendingOf(work.house.db, postId, round);
  if (!sending?.publishId) return { end: 'needless', said: '没有再问：这一次发出已经有了结果。' };
  const client = await clientFor(work, accountId);
  if ('end' in client) return client;
  const result = await client.resultOf(sending.publishId);
  if ('sent' in result) return result.again ? later(result) : failed(work, sending.post, result.why);
  if (result.how === 'underWay') return { end: 'later', said: '平台还在发布，等一会儿再问。' };
  if (result.how === 'published') return confirmed(work, sending.post, result.articleId, result.url);
  return failed(
    work,
    sending.post,
    PUBLISH_FAULTS[result.status] ?? `平台没有发布，状态 ${result.status}。请在公众平台后台查看。`,
  );
}

const later = ({ why, again, down }: NotTold): Outcome =>
  again ? { end: 'later', said: why, ...(down ? { down } : {}) } : { end: 'never', said: why };

/** [XCH-29] A call of the platform: whoever waits for an answer of this account asks now. */
export async function askNow(db: Db, accountId: string, now: Date): Promise<void> {
  await db
    .updateTable('outbox')
    .set({ run_at: now })
    .where('state', '=', 'waiting')
    .where('work', '=', WECHAT_POLL)
    .where('id', 'like', `${WECHAT_POLL}:${accountId}:%`)
    .where('run_at', '>', now)
    .execute();
}

/** 撤下: on the platform, then in the count. Where the original was withdrawn nobody has to ask for it. */
export async function removeWechatPost(work: WechatWork, piece: Piece): Promise<Outcome> {
  const { accountId, postId } = piece.body as WechatBody;
  const { house } = work;
  let post = await findWechatPost(house.db, postId);
  if (post?.state === 'published') {
    const why = '原文已经从网站撤回';
    const asked = await perform(house, wechatStairs, SYSTEM, { verb: 'takePostDown', postId, why });
    if (isRefusal(asked)) return { end: 'needless', said: asked.says };
    post = asked;
  }
  if (post?.state !== 'takingDown' || post.articleId === null)
    return { end: 'needless', said: '没有撤下：这篇文章不在平台上。' };
  const client = await clientFor(work, accountId);
  if ('end' in client) return client;
  const removed = await client.remove(post.articleId);
  if (removed !== true) return later(removed);
  const done = await perform(house, wechatStairs, SYSTEM, { verb: 'postTakenDown', postId });
  return isRefusal(done) ? { end: 'needless', said: done.says } : { end: 'done', said: '已经从平台撤下。' };
}

/**
 * 草稿箱: drafts of ours that a lost answer left behind. What is under way keeps its own, and the one it has not heard of yet. What does
 * not go tonight goes another night: it makes no difference to what is published.
 */
async function tidyDrafts(
  client: WechatClient,
  ours: readonly { readonly id: string; readonly state: string; readonly draft_id: string | null }[],
): Promise<void> {
  const known = new Map(ours.map((post) => [post.id, post]));
  const left: string[] = [];
  for (let [offset, page] = [0, 0]; page < MOST_PAGES; page += 1) {
    const listed = await client.listDrafts(offset);
    if ('sent' in listed) break;
    for (const { draftId, source } of listed.found) {
      const post = known.get(postNamedIn(source) ?? '');
      const isWanted = post?.state === 'sending' && (post.draft_id === null || post.draft_id === draftId);
      if (post && !isWanted) left.push(draftId);
    }
    offset += listed.taken;
    if (listed.taken === 0 || offset >= listed.total) break;
  }
  for (const draftId of left) await client.removeDraft(draftId);
}

const MOST_PAGES = 500;
const MOST_LISTED = 200;

export async function compareWechat(work: WechatWork, piece: Piece): Promise<Outcome> {
  const { accountId } = piece.body as { readonly accountId: string };
  const { db, now } = work.house;
  if (work.closed) return { end: 'needless', said: work.closed };
  const client = await clientFor(work, accountId);
  if ('end' in client) return client;
  const listed = await articlesThere(client);
  if ('sent' in listed) return later(listed);
  const ours = await db
    .selectFrom('wechat_posts')
    .select(['id', 'title', 'state', 'draft_id'])
    .where('account_id', '=', accountId)
    .execute();
  const compared = compareArticles(ours, listed);
  const differences = JSON.stringify(compared.differences.slice(0, MOST_LISTED)) as never;
  const row = {
    ours: compared.ours,
    theirs: compared.theirs,
    under_way: compared.underWay,
    found: compared.differences.length,
    differences,
  };
  await db
    .insertInto('wechat_comparisons')
    .values({ account_id: accountId, at: now(), ...row })
    .onConflict((same) => same.columns(['account_id', 'at']).doUpdateSet(row))
    .execute();
  await tidyDrafts(client, ours);
  return { end: 'done', said: saysOf(compared) };
}

function saysOf({ ours, theirs, underWay, differences }: ArticlesCompared): string {
  const differ = differences.length === 0 ? '没有差异' : `差异 ${differences.length} 篇，请在“公众号接口”里查看`;
  return `这里记为已发布 ${ours} 篇，平台上 ${theirs} 篇，在途 ${underWay} 篇，${differ}。`;
}

async function articlesThere(client: WechatClient): Promise<readonly ListedArticle[] | NotTold> {
  const all: ListedArticle[] = [];
  for (let [offset, page] = [0, 0]; page < MOST_PAGES; page += 1) {
    const listed = await client.listArticles(offset);
    if ('sent' in listed) return listed;
    all.push(...listed.found);
    offset += listed.taken;
    if (listed.taken === 0 || offset >= listed.total) return all;
  }
  return { sent: false, why: '平台的已发布清单没有尽头，不能对账。', again: false, unknown: false };
}

export interface KeptArticles extends ArticlesCompared {
  readonly at: Date;
  readonly found: number;
}

export async function lastArticles(db: Db, accountId: string): Promise<KeptArticles | undefined> {
  const row = await db
    .selectFrom('wechat_comparisons')
    .selectAll()
    .where('account_id', '=', accountId)
    .orderBy('at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return (
    row && {
      at: row.at,
      ours: row.ours,
      theirs: row.theirs,
      underWay: row.under_way,
      found: row.found,
      differences: row.differences,
    }
  );
}
